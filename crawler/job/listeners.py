"""Scrapy's signals, told to the session."""

from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure as Error

from crawler.items import page_settled
from crawler.job.session import Session
from crawler.politeness.health import Doubt
from crawler.politeness.pace import HOST_LEFT
from crawler.politeness.robots import ROBOTS_READ
from crawler.politeness.ward import DECIDED
from schemas import Record


class Listeners:
    """What becomes of items, callbacks that raise, and the end of the queue."""

    def __init__(self, crawler: Crawler, session: Session) -> None:
        self._session = session
        for handler, signal in (
            (self._settled, page_settled),
            (self._scraped, signals.item_scraped),
            (self._dropped, signals.item_dropped),
            (self._item_error, signals.item_error),
            (self._spider_error, signals.spider_error),
            (self._idle, signals.spider_idle),
            (self._decided, DECIDED),
            (self._host_left, HOST_LEFT),
            (self._robots_read, ROBOTS_READ),
        ):
            crawler.signals.connect(handler, signal)

    def _settled(self, record: Record, ticket: int) -> None:
        if visit := self._session.tracker.visit_of(ticket):
            visit.cleaned(record)

    def _scraped(self, item: Any, response: Response | Error | None) -> None:
        if visit := self._session.tracker.visit(response):
            self._session.tracker.item_ended(visit, item)

    def _dropped(self, item: Any, response: Response | Error | None, exception: BaseException) -> None:
        if visit := self._session.tracker.visit(response):
            self._session.tracker.item_dropped(visit, item, exception)

    def _item_error(self, response: Response | Error | None, failure: Error) -> None:
        if (visit := self._session.tracker.visit(response)) and failure.value:
            self._session.tracker.item_failed(visit, failure.value)

    def _spider_error(self, response: Response | Error | None, failure: Error) -> None:
        if (visit := self._session.tracker.visit(response)) and failure.value:
            self._session.tracker.raised(visit, failure.value)

    def _decided(self, doubt: Doubt) -> None:
        self._session.decided(doubt)

    def _host_left(self, host: str, why: str) -> None:
        self._session.host_left(host, why)

    def _robots_read(self, origin: str, digest: str) -> None:
        self._session.robots_read(origin, digest)

    def _idle(self) -> None:
        if self._session.tracker.give_up_lost():
            raise DontCloseSpider
