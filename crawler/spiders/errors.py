"""A callback that raises loses no page: it becomes a Failure."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Self

from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.items import Outcome
from schemas import Failure, Stage

logger = logging.getLogger(__name__)


class CallbackErrors:
    """Spider middleware."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_spider_exception(self, response: Response, exception: Exception) -> Iterator[Outcome] | None:
        """The Outcome of the page whose callback raised. An error status is the errback's business."""
        if isinstance(exception, HttpError):
            return None
        logger.error("Callback failed on %s", response.url, exc_info=exception)
        failure = Failure.of(exception, response.url, Stage.DISCOVER, failed_at=datetime.now(UTC))
        name = self._crawler.spider.name if self._crawler.spider else ""
        return iter([Outcome(name, failure)])
