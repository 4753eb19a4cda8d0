"""The demo crawl: every spider, real settings, the fixture sites instead of the internet."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from scrapy.settings import Settings

import crawler.demo.settings
from cleaners.sites import PROFILES
from cleaners.version import VERSION
from crawler.cases import read_cases
from crawler.pipelines.files import REPORT, merge
from crawler.running import Crawls, Job
from schemas import RunReport

# Spider -> its `-a` arguments; any other starts at its recorded lists and articles. Beside the lists, a page of each
# site that is no article: nothing links to it, and the demo shows what becomes of it.
_STARTS: Mapping[str, Mapping[str, str]] = {
    "yybnet": {"start": "https://www.yybnet.net/,https://www.yybnet.net/wuzhou/news/201807/7713001.html"},
    "ppfocus": {"start": "https://ppfocus.com/,https://ppfocus.com/0/di0000dead.html"},
    "sanwenwang": {},
    "pinyin_mirror": {
        "start": "http://www.mirror-a.example/xzdt/,http://www.mirror-a.example/page/2014/0624/6382800.shtml"
    },
    "fastadmin": {"start": "http://cms-old.example/cms/c/news.html,http://cms-new.example/cms/news.html"},
    "generic": {
        "url": "http://news.yunhe.example/minsheng/",
        "sitemap": "http://news.yunhe.example/sitemap_index.xml",
        "feed": "http://news.yunhe.example/rss.xml",
    },
}


def starts() -> dict[str, Mapping[str, str]]:
    """The `-a` arguments of every spider of the registry, in its order."""
    cases = [case for case in read_cases() if case.expected["kind"] in ("list", "article")]
    later_pages = {case.expected.get("next_page") for case in cases}
    urls = [(case.site, str(case.page.url)) for case in cases if case.page.url not in later_pages]
    recorded = {site: {"start": ",".join(url for of, url in urls if of == site)} for site in PROFILES}
    return {site: _STARTS.get(site, recorded[site]) for site in PROFILES}


class Demo:
    """The crawl of the fixture server at `server` (host:port) into `folder`."""

    def __init__(self, server: str, folder: Path) -> None:
        self._folder = folder
        spiders = starts()
        self._parts = [folder / ".parts" / spider for spider in spiders]
        settings = Settings()
        settings.setmodule(crawler.demo.settings, priority="project")
        own = {"FIXTURE_SERVER": server, "LOG_FILE": str(folder / "crawl.log"), "LOG_FILE_APPEND": False}
        settings.update(own, priority="cmdline")
        jobs = (
            Job(spider, arguments, {"OUTCOMES_DIR": str(part)})
            for (spider, arguments), part in zip(spiders.items(), self._parts, strict=True)
        )
        self.crawls = Crawls(list(jobs), settings)

    def run(self) -> RunReport:
        """Crawl, then put the sites' files together; those of an earlier run are replaced at the end."""
        shutil.rmtree(self._folder / ".parts", ignore_errors=True)
        self.crawls.run()
        report = _sum([_report(part) for part in self._parts])
        merge(self._parts, report, self._folder)
        shutil.rmtree(self._folder / ".parts")
        return report


def _report(folder: Path) -> RunReport:
    return RunReport.model_validate_json((folder / REPORT).read_bytes())


def _sum(reports: list[RunReport]) -> RunReport:
    return RunReport(
        started_at=min(report.started_at for report in reports),
        finished_at=max(report.finished_at for report in reports),
        finish_reason=next((r.finish_reason for r in reports if r.finish_reason != "finished"), "finished"),
        sites={site: counts for report in reports for site, counts in report.sites.items()},
        cleaner_version=VERSION,
    )
