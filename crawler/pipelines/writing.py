"""Writes every Outcome to the folder of the setting OUTCOMES_DIR; without it, only Scrapy's feeds are written."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from cleaners.version import VERSION
from crawler.items import Outcome
from crawler.pipelines.accounting import site_counts
from crawler.pipelines.files import OutcomeWriter
from schemas import RunReport


class WritingPipeline:
    """A thin layer over OutcomeWriter."""

    def __init__(self, crawler: Crawler, folder: Path) -> None:
        self._crawler = crawler
        self._started = datetime.now(UTC)
        self._writer = OutcomeWriter(folder)
        crawler.signals.connect(self._closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        folder = crawler.settings["OUTCOMES_DIR"]
        if not folder:
            raise NotConfigured
        return cls(crawler, Path(folder))

    def process_item(self, item: Any) -> Any:
        """Write and pass on. Other items pass."""
        if isinstance(item, Outcome):
            self._writer.write(item.record)
        return item

    def _closed(self, spider: Spider, reason: str) -> None:
        self._writer.close(run_report(self._crawler, self._started, reason))


def run_report(crawler: Crawler, started_at: datetime, reason: str) -> RunReport:
    """What the run did."""
    return RunReport(
        started_at=started_at,
        finished_at=datetime.now(UTC),
        finish_reason=reason,
        sites=site_counts(crawler.stats.get_stats()),
        cleaner_version=VERSION,
    )
