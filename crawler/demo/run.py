"""The demo crawl: six spiders, real settings, the fixture sites instead of the internet."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from scrapy.settings import Settings

import crawler.demo.settings
from cleaners.version import VERSION
from crawler.pipelines.files import REPORT, merge
from crawler.running import Crawls, Job
from schemas import RunReport

# Spider -> its `-a` arguments. Beside the lists, a page of each site that is no article: nothing links to it, and the
# demo shows what becomes of it.
STARTS: Mapping[str, Mapping[str, str]] = {
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


class Demo:
    """The crawl of the fixture server at `server` (host:port) into `folder`."""

    def __init__(self, server: str, folder: Path) -> None:
        self._folder = folder
        self._parts = [folder / ".parts" / spider for spider in STARTS]
        settings = Settings()
        settings.setmodule(crawler.demo.settings, priority="project")
        own = {"FIXTURE_SERVER": server, "LOG_FILE": str(folder / "crawl.log"), "LOG_FILE_APPEND": False}
        settings.update(own, priority="cmdline")
        jobs = (
            Job(spider, arguments, {"OUTCOMES_DIR": str(part)})
            for (spider, arguments), part in zip(STARTS.items(), self._parts, strict=True)
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
