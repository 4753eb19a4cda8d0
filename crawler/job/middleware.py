"""Spider middleware, next to the engine: sees every response first and every result last."""

from collections.abc import AsyncIterator
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.job.holder import holder_of


class JobMiddleware:
    """Keeps a page's links until the page is committed."""

    def __init__(self, crawler: Crawler) -> None:
        self._holder = holder_of(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_spider_input(self, response: Response) -> None:
        """Archive the response."""
        if self._holder.session:
            self._holder.session.tracker.received(response)

    async def process_spider_output(
        self, response: Response, result: AsyncIterator[Any]
    ) -> AsyncIterator[Any]:
        """Items pass, links wait. An unchanged page gives nothing."""
        tracker = self._holder.session.tracker if self._holder.session else None
        visit = tracker.visit(response) if tracker is not None else None
        results = tracker.collect(visit, result) if tracker is not None and visit else result
        async for item in results:
            yield item
