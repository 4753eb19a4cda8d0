"""Several spiders in one process, their outcomes in one folder."""

import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from cleaners.version import VERSION
from crawler.pipelines.accounting import site_counts
from crawler.pipelines.files import REPORT, merge
from schemas import RunReport, SiteCounts


@dataclass(frozen=True, slots=True)
class Job:
    """One spider and its `-a` arguments."""

    spider: str
    arguments: dict[str, Any] = field(default_factory=dict)


class Run:
    """A crawl of several sites. `counts` may be read from another thread while it runs."""

    def __init__(self, jobs: Sequence[Job], settings: Settings, folder: Path) -> None:
        self._folder = folder
        self._parts = folder / ".parts"
        self._process = AsyncCrawlerProcess(settings)
        self._jobs = [(job, self._crawler(job, settings)) for job in jobs]

    def start(self) -> RunReport:
        """Crawl until everything is done; the files of an earlier run in the folder are replaced at the end."""
        started = datetime.now(UTC)
        shutil.rmtree(self._parts, ignore_errors=True)
        for job, crawler in self._jobs:
            self._process.crawl(crawler, **job.arguments)
        self._process.start()
        parts = [self._part(job) for job, _ in self._jobs]
        reports = [RunReport.model_validate_json((part / REPORT).read_bytes()) for part in parts]
        report = RunReport(
            started_at=started,
            finished_at=datetime.now(UTC),
            finish_reason=next(
                (r.finish_reason for r in reports if r.finish_reason != "finished"), "finished"
            ),
            sites={site: counts for report in reports for site, counts in report.sites.items()},
            cleaner_version=VERSION,
        )
        merge(parts, report, self._folder)
        shutil.rmtree(self._parts)
        return report

    def counts(self) -> dict[str, SiteCounts]:
        """What was done so far, by site; sites that gave nothing yet are there too."""
        found: dict[str, SiteCounts] = {job.spider: SiteCounts() for job, _ in self._jobs}
        for _, crawler in self._jobs:
            with suppress(RuntimeError):  # a crawler that has not started has no stats
                found |= site_counts(dict(crawler.stats.get_stats()))
        return found

    def _crawler(self, job: Job, settings: Settings) -> Crawler:
        own = settings.copy()
        own.set("OUTCOMES_DIR", str(self._part(job)), priority="cmdline")
        return Crawler(get_spider_loader(settings).load(job.spider), own)

    def _part(self, job: Job) -> Path:
        return self._parts / job.spider
