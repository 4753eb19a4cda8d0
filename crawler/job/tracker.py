"""Rows in work, each followed from the request that was handed out to the last thing it waited for."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from scrapy import Request, Spider
from scrapy.exceptions import CloseSpider, IgnoreRequest
from scrapy.http import Response
from scrapy.utils.request import RequestFingerprinterProtocol
from twisted.python.failure import Failure as Error

from cleaners.version import VERSION
from crawler.downloads.waits import Waits
from crawler.items import CONTINUES, Fetched, Outcome
from crawler.job.errback import results_of
from crawler.job.inwork import InWork
from crawler.job.requests import ROW, link_of, page_fingerprint
from crawler.job.rows import Link, Row
from crawler.job.visits import Visit
from crawler.pipelines.kinds import Listed
from crawler.politeness.robots import Forbidden
from crawler.spiders.records import lost_record
from schemas import Article, Reason, Rejection, Stage


class Tracker:
    """What Scrapy tells of a row, by its requests, responses, errors and items. `settle` is called once for each, when
    nothing of it is awaited any more; `may_wait` says whether a row that was put off is not given out again in this run."""

    def __init__(
        self,
        spider: Spider,
        fingerprinter: RequestFingerprinterProtocol,
        in_work: InWork,
        *,
        archive: bool,
        settle: Callable[[Visit], None],
        may_wait: Callable[[Row], bool],
    ) -> None:
        self._spider = spider
        self._fingerprinter = fingerprinter
        self._in_work = in_work
        self._archive = archive
        self._settle = settle
        self._may_wait = may_wait
        self._visits: dict[int, Visit] = {}

    def __len__(self) -> int:
        return len(self._visits)

    def hosts(self) -> Iterator[str]:
        """Of which pages are in work."""
        return (visit.row.host for visit in self._visits.values())

    def begin(self, row: Row) -> Visit:
        """A row is in work."""
        visit = self._visits[row.id] = Visit(row)
        self._in_work.begin(row.id)
        return visit

    def visit(self, source: Request | Response | Error | None) -> Visit | None:
        """The row that a request, response or download error belongs to. None when it is no row's."""
        request = (
            source if source is None or isinstance(source, Request) else getattr(source, "request", None)
        )
        return self._visits.get(request.meta.get(ROW, 0)) if request else None

    def visit_of(self, ticket: int) -> Visit | None:
        """The row that an item's ticket names. None when it is no row's."""
        return self._visits.get(ticket)

    def received(self, response: Response) -> None:
        """A response is on its way to the spider."""
        visit, request = self.visit(response), response.request
        if visit is None or request is None:
            return
        self._in_work.arrived(visit.row.id)
        visit.received(response, archive=self._archive)
        if visit.row.fingerprint is None or request.url == visit.row.url:
            return
        fingerprint = self._fingerprinter.fingerprint(request)
        if request.meta.get(CONTINUES):
            visit.aliases.append(fingerprint)
        elif fingerprint != visit.row.fingerprint:
            visit.final = fingerprint

    async def collect(self, visit: Visit, results: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Take a page's links; let its items and the request for its next part through."""
        try:
            async for result in results:
                if visit.unchanged:
                    continue  # the spider saw an empty 304
                if isinstance(result, Request) and not result.meta.get(CONTINUES):
                    visit.links.append(self._link(result))
                elif result is not None:
                    visit.waiting += 1
                    yield self._marked(visit, result)
        except CloseSpider:
            raise  # asked for, no error: the row stays pending
        except Exception as error:
            visit.failed(Stage.DISCOVER, error)
            self.part_ended(visit)
            raise
        visit.read()
        self.part_ended(visit)

    def part_ended(self, visit: Visit) -> None:
        """One of the things a row waited for has ended. The last one settles it."""
        visit.waiting -= 1
        if visit.waiting == 0:
            self._end(visit)

    def item_ended(self, visit: Visit, item: object) -> None:
        """An item came through the pipelines. An article may be another than the cleaner gave: the user's counts."""
        if isinstance(item, Article):
            visit.scraped(item)
        self.part_ended(visit)

    def item_dropped(self, visit: Visit, item: object, error: BaseException) -> None:
        """A pipeline dropped the item: qingwen's own what is no article, or a user's an article. `item` is as the
        spider gave it."""
        dropped = item if isinstance(item, Article) else visit.record
        if isinstance(item, Fetched) and visit.record is None and not isinstance(error, Listed):
            visit.waits = visit.waits or isinstance(error, Waits)
            visit.failed(Stage.CLEAN, error)
        elif isinstance(item, Fetched | Article) and isinstance(dropped, Article):
            visit.record = Rejection.of(dropped, Reason.DROPPED, str(error), cleaner_version=VERSION)
        self.part_ended(visit)

    def item_failed(self, visit: Visit, error: BaseException) -> None:
        """A pipeline raised."""
        visit.failed(Stage.WRITE if visit.record else Stage.CLEAN, error)
        self.part_ended(visit)

    def raised(self, visit: Visit, error: BaseException) -> None:
        """The callback raised before it gave anything (later errors pass through `collect`)."""
        if visit.error is None and visit.row.id in self._visits:
            visit.failed(Stage.DISCOVER, error)
            self._end(visit)

    def give_up_lost(self) -> bool:
        """Settle rows whose end nobody reported though Scrapy has nothing in work. Gives whether there were any."""
        lost = list(self._visits.values())
        for visit in lost:
            visit.failed(Stage.FETCH, IgnoreRequest("the request was dropped on the way"))
            self._end(visit)
        return bool(lost)

    def watched(self, request: Request) -> Request:
        request.errback = partial(self._lost, request.errback)
        return request

    def _lost(self, errback: Callable[[Error], Any] | None, error: Error) -> Any:
        """Stands before the spider's errback."""
        visit, request = self.visit(error), error.request  # type: ignore[attr-defined]  # set by Scrapy
        if visit is None:
            return errback(error) if errback else error
        if isinstance(error.value, Waits) and self._may_wait(visit.row):
            visit.waits = True
            return self.collect(visit, results_of(None, error))
        if isinstance(error.value, Forbidden) and not request.meta.get(CONTINUES):
            visit.record = lost_record(request, error.value)
            return self.collect(visit, results_of(None, error))
        visit.whole = visit.whole and not request.meta.get(CONTINUES)
        if visit.response is not None and visit.response.request is request:
            visit.refused()  # by a spider middleware: what the errback gives passes through `collect`
            return errback(error) if errback else error
        if errback is None:
            visit.record = lost_record(request, error.value or Exception())
        return self.collect(visit, results_of(errback, error))

    def _link(self, request: Request) -> Link:
        return link_of(request, self._spider, page_fingerprint(request, self._fingerprinter))

    def _marked(self, visit: Visit, result: Any) -> Any:
        """An item or a request for the next part, so that its end is told of this row."""
        if isinstance(result, Request):
            return self._part(visit, result)
        return replace(result, ticket=visit.row.id) if isinstance(result, Fetched | Outcome) else result

    def _part(self, visit: Visit, request: Request) -> Request:
        request.meta[ROW] = visit.row.id
        return self.watched(request)

    def _end(self, visit: Visit) -> None:
        del self._visits[visit.row.id]
        self._settle(visit)
