"""A crawl that ends, ends soon: Scrapy would first do all that is queued in the downloader, at the host's pace.

With a delay of 10 s between requests that took 97 s, with slow bodies longer than schedulers wait. What is given up
stays queued in a job.
"""

from time import monotonic
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.utils.asyncio import create_looping_call

from crawler.downloads.waits import Waits

GIVE_UP = object()
"""Scrapy signal: end the downloads under way."""
_GRACE = 8.0  # seconds for the pages that are arriving
_LOOK = 0.2  # seconds between two looks whether the crawl ends: Scrapy has no signal for it


class Ending:
    """Extension."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._since: float | None = None
        self._timer = create_looping_call(self._look)
        crawler.signals.connect(self._opened, signals.spider_opened)
        crawler.signals.connect(self._closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def _opened(self) -> None:
        self._timer.start(_LOOK, now=False)

    def _closed(self) -> None:
        if self._timer.running:
            self._timer.stop()

    def _look(self) -> None:
        engine = self._crawler.engine
        if engine is None or not ends(self._crawler):
            return
        self._since = self._since or monotonic()
        for slot in engine.downloader.slots.values():
            while slot.queue:
                _, answer = slot.queue.popleft()
                answer.errback(Waits("the crawl ended before the page was asked for"))
        if monotonic() - self._since > _GRACE:
            self._crawler.signals.send_catch_log(GIVE_UP)


def ends(crawler: Crawler) -> bool:
    """Whether nothing more is asked for: Scrapy has no public word for it."""
    slot = crawler.engine._slot if crawler.engine else None
    return slot is None or slot.closing is not None
