"""Several spiders in one process."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from crawler.pipelines.accounting import site_counts
from schemas import SiteCounts


@dataclass(frozen=True, slots=True)
class Job:
    """One spider, its `-a` arguments and its own settings."""

    spider: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)


class Crawls:
    """Crawls side by side. `counts` may be called from another thread while they run."""

    def __init__(self, jobs: Sequence[Job], settings: Settings) -> None:
        self._process = AsyncCrawlerProcess(settings)
        self._crawlers = [(job, _crawler(job, settings)) for job in jobs]

    def run(self, *, in_turn: bool = False) -> bool:
        """Crawl until everything is done, side by side or in turn. Whether all crawls could be started. Once per
        process."""
        if in_turn:
            turns = asyncio.get_event_loop().create_task(self._in_turn())
        else:
            for job, crawler in self._crawlers:
                self._process.crawl(crawler, **job.arguments)
        self._process.start()
        return not self._process.bootstrap_failed and (not in_turn or turns.done())

    async def _in_turn(self) -> None:
        for job, crawler in self._crawlers:
            await self._process.crawl(crawler, **job.arguments)
            if crawler.stats.get_value("finish_reason") == "shutdown":
                return

    @property
    def crawlers(self) -> list[Crawler]:
        """Scrapy's crawlers, in the order of the jobs."""
        return [crawler for _, crawler in self._crawlers]

    def counts(self) -> dict[str, SiteCounts]:
        """What was done so far, by site; a site that gave nothing yet is there too."""
        found: dict[str, SiteCounts] = {job.spider: SiteCounts() for job, _ in self._crawlers}
        for _, crawler in self._crawlers:
            with suppress(RuntimeError):  # a crawler that has not started has no stats
                found |= site_counts(dict(crawler.stats.get_stats()))
        return found

    def unwritable(self) -> str:
        """Why a job could not be written any more. Empty where all went well."""
        for _, crawler in self._crawlers:
            with suppress(RuntimeError):  # a crawler that has not started has no stats
                if reason := crawler.stats.get_value("job/unwritable"):
                    return str(reason)
        return ""


def _crawler(job: Job, settings: Settings) -> Crawler:
    own = settings.copy()
    own.update(job.settings, priority="cmdline")
    return Crawler(get_spider_loader(settings).load(job.spider), own)
