"""The demo crawl: every spider, real settings, the fixture sites instead of the internet."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from scrapy import signals
from scrapy.exceptions import CloseSpider
from scrapy.settings import Settings

import crawler.demo.settings
from cleaners.sites import GENERIC, known_sites
from crawler.cases import read_cases
from crawler.running import Crawls, Job
from schemas import RunReport

# Spider -> its `-a` arguments; any other starts at its recorded lists and articles. Beside the lists, a page of each
# site that is not an article: nothing links to it, and the demo shows what becomes of it.
_STARTS: Mapping[str, Mapping[str, str]] = {
    "yybnet": {"start": "https://www.yybnet.net/,https://www.yybnet.net/wuzhou/news/201807/7713001.html"},
    "ppfocus": {"start": "https://ppfocus.com/,https://ppfocus.com/0/di0000dead.html"},
    "sanwenwang": {},
    "pinyin_mirror": {"start": "http://www.mirror-a.example/xzdt/"},
    "fastadmin": {"start": "http://cms-old.example/cms/c/news.html,http://cms-new.example/cms/news.html"},
    "generic": {
        "url": "http://news.yunhe.example/minsheng/",
        "sitemap": "http://news.yunhe.example/sitemap_index.xml",
        "feed": "http://news.yunhe.example/rss.xml",
    },
}
_MARK = "demo"
"""A file that says a folder is a demo's: the next demo replaces it."""


class NotEmpty(Exception):
    """The folder holds something that is no earlier demo."""


def starts() -> dict[str, Mapping[str, str]]:
    """The `-a` arguments of every site that is crawled and has recorded pages."""
    cases = [case for case in read_cases() if case.expected["kind"] in ("list", "article")]
    later_pages = {case.expected.get("next_page") for case in cases}
    urls = [(case.site, str(case.page.url)) for case in cases if case.page.url not in later_pages]
    served = {site for site, _ in urls}
    crawled = [*(site for site in known_sites() if site.list_url), GENERIC]  # a platform is read, not crawled
    sites = [site.name for site in crawled if site.name in served]
    recorded = {site: {"start": ",".join(url for of, url in urls if of == site)} for site in sites}
    return {site: _STARTS.get(site, recorded[site]) for site in sites}


class Demo:
    """The crawl of the fixture server at `server` (host:port) into the job `folder`: one run, one site after the other.
    Raises NotEmpty."""

    def __init__(self, server: str, folder: Path) -> None:
        self._folder = folder
        _make_room(folder)
        settings = Settings()
        settings.setmodule(crawler.demo.settings, priority="project")
        own = {"FIXTURE_SERVER": server, "LOG_FILE": str(folder / "crawl.log"), "JOB": str(folder)}
        settings.update(own, priority="cmdline")
        jobs = [Job(spider, arguments) for spider, arguments in starts().items()]
        self.crawls = Crawls(jobs, settings)
        *others, _ = self.crawls.crawlers
        for one in others:
            one.signals.connect(_end_for_the_next, signals.spider_idle)

    def run(self) -> RunReport:
        """Crawl, and read the run's report."""
        self.crawls.run(in_turn=True)
        (report,) = self._folder.glob("runs/*.json")
        return RunReport.model_validate_json(report.read_bytes())


def _make_room(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()):
        if not (folder / _MARK).exists():
            raise NotEmpty(folder)
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _MARK).touch()


def _end_for_the_next() -> None:
    """A job's run is over when nothing is left to do. Another reason keeps it open for the next site."""
    raise CloseSpider("next site")
