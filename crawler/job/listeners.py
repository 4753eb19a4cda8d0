"""Scrapy's signals, told to the session."""

from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure as Error

from crawler.job.session import Session


class Listeners:
    """What becomes of items, callbacks that raise, and the end of the queue."""

    def __init__(self, crawler: Crawler, session: Session) -> None:
        self._session = session
        for handler, signal in (
            (self._scraped, signals.item_scraped),
            (self._dropped, signals.item_dropped),
            (self._item_error, signals.item_error),
            (self._spider_error, signals.spider_error),
            (self._idle, signals.spider_idle),
        ):
            crawler.signals.connect(handler, signal)

    def _scraped(self, item: Any, response: Response | Error | None) -> None:
        if visit := self._session.visit(response):
            self._session.item_ended(visit, item)

    def _dropped(self, item: Any, response: Response | Error | None, exception: BaseException) -> None:
        """A pipeline that drops rejections says so with the record."""
        if visit := self._session.visit(response):
            record = getattr(exception, "record", None)
            if record is None:
                self._session.item_failed(visit, exception)
            else:
                self._session.item_ended(visit, record)

    def _item_error(self, response: Response | Error | None, failure: Error) -> None:
        if (visit := self._session.visit(response)) and failure.value:
            self._session.item_failed(visit, failure.value)

    def _spider_error(self, response: Response | Error | None, failure: Error) -> None:
        if (visit := self._session.visit(response)) and failure.value:
            self._session.raised(visit, failure.value)

    def _idle(self) -> None:
        if self._session.give_up_lost():
            raise DontCloseSpider
