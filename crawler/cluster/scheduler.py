"""Scrapy's scheduler over a job that several workers share (setting JOB_REDIS: URL of the Redis server).

JOB_LEASE: seconds until the rows of a worker that is silent are given to others, 60.
"""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.utils.asyncio import call_later, create_looping_call

from crawler.cluster.frontier import ClusterFrontier
from crawler.cluster.ledger import ClusterLedger
from crawler.cluster.store import Store
from crawler.job.errors import JobUnwritable
from crawler.job.interfaces import JobLedger, Queue
from crawler.job.scheduler import JobScheduler

_BEATS = 4  # in the time of a lease: one may come late, one may be lost

logger = logging.getLogger(__name__)


class ClusterScheduler(JobScheduler):
    """Raises JobError when the folder or Redis cannot be used."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._lease = crawler.settings.getfloat("JOB_LEASE", 60.0)
        self._waking = False
        self._beat = create_looping_call(self._hold)

    def open(self, spider: Spider) -> None:
        """Join the job."""
        super().open(spider)
        self._beat.start(self._lease / _BEATS, now=False)

    def open_job(self) -> tuple[JobLedger, Callable[[], Queue]]:
        """The job's ledger, and how what waits in it is handed out."""
        settings = self._crawler.settings
        folder = Path(settings["JOB"])
        self._ledger = ClusterLedger(
            folder,
            Store.from_settings(settings, folder.resolve().name),
            lease=self._lease,
            delay=settings.getfloat("DOWNLOAD_DELAY"),
            per_host=settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN"),
            recheck=settings.getfloat("JOB_RECHECK", 86_400.0) or None,
        )
        return self._ledger, partial(ClusterFrontier, self._ledger, self._pace, self._wake)

    def close(self, reason: str) -> None:
        """Give back what is in work."""
        if self._beat.running:
            self._beat.stop()
        super().close(reason)

    def _wake(self, seconds: float) -> None:
        """Scrapy asks a scheduler that had nothing only every five seconds, and has no public way to be told."""
        if not self._waking:
            self._waking = True
            call_later(seconds, self._ask_again)

    def _ask_again(self) -> None:
        self._waking = False
        if slot := self._crawler.engine._slot:
            slot.nextcall.schedule()

    def _hold(self) -> None:
        try:
            self._ledger.hold()
        except JobUnwritable as error:  # the next commit decides whether the crawl stops
            logger.warning("The leases could not be extended: %s", error)

    def _pace(self, host: str) -> tuple[float, float]:
        """The delay in force and what is left of it: a robots.txt or a busy answer may have made it longer."""
        slot = self._crawler.engine.downloader.slots.get(host)
        if slot is None:
            return self._crawler.settings.getfloat("DOWNLOAD_DELAY"), 0.0
        return slot.delay, max(0.0, slot.lastseen + slot.delay - monotonic())
