"""A crawl that fills a sink while it goes on: the setting SINK. A sink that is down costs nothing but a warning."""

import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.defer import Deferred
from twisted.internet.task import LoopingCall
from twisted.internet.threads import deferToThread

from crawler.sinks.export import catch_up
from crawler.sinks.sink import Sink, open_sink

logger = logging.getLogger(__name__)


class FillsSink:
    """Extension. It reads what the job has committed, in a thread: the crawl waits for nothing but its last batch. The
    thread is always the same, and so is the connection while nothing fails."""

    every = 5.0
    """Seconds between two looks for what the job has committed."""

    def __init__(self, url: str, job: Path) -> None:
        self._url, self._job = url, job
        self._sink: Sink | None = None
        self._down = False
        self._thread = ThreadPoolExecutor(1)
        self._loop = LoopingCall(self._look)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Raises NotConfigured without SINK, or without a JOB that it could be filled from."""
        url, job = crawler.settings["SINK"], crawler.settings["JOB"]
        if url and not job:
            logger.warning("SINK is left alone: it is filled from a job, and JOB names none")
        shared = crawler.settings["JOB_REDIS"]
        if url and shared:
            logger.warning(
                "SINK is left alone: qingwen export fills it from a job that several workers share"
            )
        if not url or not job or shared:
            raise NotConfigured
        sink = cls(url, Path(job))
        crawler.signals.connect(sink._opened, signals.spider_opened)
        crawler.signals.connect(sink._closed, signals.spider_closed)
        return sink

    def _opened(self) -> None:
        self._loop.start(self.every, now=False)

    async def _closed(self) -> None:
        if self._loop.running:
            self._loop.stop()
        await maybe_deferred_to_future(self._look())
        self._thread.submit(self._leave)
        self._thread.shutdown()

    def _look(self) -> "Deferred[Any]":
        return deferToThread(self._thread.submit(self._fill).result)

    def _fill(self) -> None:
        kept = self._sink
        try:
            self._sink = kept or open_sink(self._url)
            catch_up(self._job, self._sink)
            self._down = False
        except Exception as error:  # a sink may be anybody's: whatever it raises, the crawl goes on
            self._leave()
            self._fill() if kept else self._tell(error)  # a connection may have been lost since the last look

    def _tell(self, error: Exception) -> None:
        if not self._down:
            logger.warning("The sink is down, the crawl goes on (qingwen export catches up): %s", error)
        self._down = True

    def _leave(self) -> None:
        with suppress(Exception):  # what is down may be beyond closing
            if self._sink:
                self._sink.close()
        self._sink = None
