"""A row from the queue to its commit, without a network: what Scrapy would tell the session, told by hand."""

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from scrapy import Request, Spider
from scrapy.exceptions import CloseSpider, DropItem
from scrapy.http import HtmlResponse
from scrapy.settings import Settings
from scrapy.utils.request import RequestFingerprinter
from twisted.python.failure import Failure as Error

from crawler.discovery.forms import Counts, Standing
from crawler.downloads.waits import Waits
from crawler.items import CONTINUES, LEFT_OUT, START, Fetched
from crawler.job import session as session_module
from crawler.job.errors import JobUnwritable
from crawler.job.frontier import Frontier
from crawler.job.ledger import Ledger
from crawler.job.requests import ROW
from crawler.job.session import Session
from crawler.job.visits import Visit
from crawler.pipelines.kinds import Listed
from crawler.politeness.health import Doubt, Verdict
from crawler.politeness.robots import Forbidden
from crawler.politeness.ward import DOUBT
from schemas import Article, Page, Reason, Rejection, Stage
from tests.crawler.job.drained import drained

HOME = "http://a.example/"
ARTICLE = Article(url=HOME, title="题", text="正文", content_hash="正文")


class Example(Spider):
    name = "example"
    left: int | None = None

    def lost(self, failure: Error) -> list[Request]:
        return [Request(f"{HOME}mirror")]


class Crawl:
    """A session with its ledger."""

    def __init__(self, folder: Path, attempts: int = 1, days: float = 0) -> None:
        self.ledger = Ledger(folder, recheck=86_400.0, clock=lambda: 1_790_000_000.0 + days * 86_400)
        self.ledger.begin_run()
        self.spider = Example()
        self.spider.settings = Settings()
        self.stops: list[JobUnwritable] = []
        self.ends = False
        self.session = Session(
            self.ledger,
            lambda: Frontier(self.ledger),
            self.spider,
            RequestFingerprinter(),
            attempts=attempts,
            archive=True,
            stop=self.stops.append,
            ends=lambda: self.ends,
        )

    def begin(self, path: str = "", **fields: Any) -> tuple[Request, Visit]:
        """Start from a page and take it."""
        assert self.session.enqueue(Request(HOME + path, **fields))
        return self.next()

    def next(self) -> tuple[Request, Visit]:
        request = self.session.next_request()
        assert request is not None
        visit = self.session.tracker.visit(request)
        assert visit is not None
        return request, visit

    def received(self, request: Request, **fields: Any) -> HtmlResponse:
        response = HtmlResponse(fields.pop("url", request.url), request=request, body=b"page", **fields)
        self.session.tracker.received(response)
        return response

    def collect(self, visit: Visit, *results: Any) -> list[Any]:
        """What of the spider's results passes."""
        return drained(self.session.tracker.collect(visit, each(results)))

    def states(self) -> dict[str, int]:
        self.session.commit()
        return self.ledger.states()

    def lost(self, request: Request, error: Exception) -> list[Any]:
        """The request's download failed."""
        assert request.errback
        failure = Error(error)  # type: ignore[no-untyped-call]  # Twisted's has no types
        failure.request = request  # type: ignore[attr-defined]  # as Scrapy does
        return drained(request.errback(failure))


async def each(results: tuple[Any, ...]) -> AsyncIterator[Any]:
    for result in results:
        if isinstance(result, BaseException):
            raise result
        yield result


def fetched() -> Fetched:
    return Fetched("example", (Page(url=HOME, body=b"page"),))


@pytest.fixture
def crawl(tmp_path: Path) -> Iterator[Crawl]:
    crawl = Crawl(tmp_path)
    yield crawl
    crawl.ledger.close()


def test_links_wait_for_the_commit_of_their_page(crawl: Crawl) -> None:
    request, visit = crawl.begin()
    crawl.received(request)
    assert crawl.collect(visit, Request(f"{HOME}1"), None) == []
    assert not crawl.session.known(f"{HOME}1")
    following, _ = crawl.next()  # commits: nothing else brings rows
    assert following.url == f"{HOME}1" and crawl.session.known(f"{HOME}1")
    assert crawl.ledger.states() == {"listed": 1, "pending": 1}


def test_a_row_is_settled_when_the_last_of_its_items_has_ended(crawl: Crawl) -> None:
    request, visit = crawl.begin()
    crawl.received(request)
    (item, other) = crawl.collect(visit, fetched(), {"kind": "mine"})
    assert item.ticket == visit.row.id and other == {"kind": "mine"}
    assert crawl.session.tracker.visit_of(item.ticket) is visit
    visit.cleaned(ARTICLE)
    crawl.session.tracker.item_ended(visit, ARTICLE)
    assert crawl.states() == {"pending": 1}
    crawl.session.tracker.item_ended(visit, other)
    assert crawl.session.tracker.visit_of(item.ticket) is None
    assert crawl.states() == {"article": 1}


def test_the_next_part_of_an_article_is_of_its_row(crawl: Crawl) -> None:
    request, visit = crawl.begin("1")
    crawl.received(request)
    (part,) = crawl.collect(visit, Request(f"{HOME}1_2", meta={CONTINUES: True}))
    assert part.meta[ROW] == visit.row.id and crawl.session.enqueue(part)
    assert crawl.session.has_pending()
    again, same = crawl.next()
    assert again is part and same is visit
    crawl.received(part)
    assert crawl.collect(visit, fetched()) and visit.final is None
    crawl.session.tracker.item_ended(visit, ARTICLE)
    assert crawl.states() == {"article": 1}
    assert crawl.session.known(f"{HOME}1_2"), "a link to it leads to nothing new"


def test_what_the_spider_noted_of_a_page_is_counted(crawl: Crawl) -> None:
    request, visit = crawl.begin()
    crawl.received(request)
    request.meta[LEFT_OUT] = {"deep": 2}
    crawl.collect(visit)
    crawl.session.commit()
    assert ("example", "skipped", "deep", 2) in crawl.ledger.tally(1)


@pytest.mark.parametrize(
    ("landing", "moved"), [(f"{HOME}2", True), (HOME, False), (f"{HOME}#top", False)], ids=str
)
def test_a_redirect_leads_to_another_page_or_to_the_same(crawl: Crawl, landing: str, moved: bool) -> None:
    request, visit = crawl.begin()
    crawl.received(request.replace(url=landing))
    assert (visit.final is not None) is moved


def test_a_page_that_is_never_filtered_is_no_other_whatever_it_leads_to(crawl: Crawl) -> None:
    request, visit = crawl.begin()
    crawl.received(request)
    crawl.collect(visit, Request(f"{HOME}free", dont_filter=True))
    request, visit = crawl.next()
    crawl.received(request.replace(url=f"{HOME}2"))
    assert visit.row.fingerprint is None and visit.final is None


@pytest.mark.parametrize("start", [False, True])
def test_a_known_article_is_asked_for_only_if_it_changed_and_a_start_always(
    crawl: Crawl, start: bool
) -> None:
    """An answer without a page would give no links."""
    request, visit = crawl.begin("1")
    crawl.received(request, headers={"ETag": "e", "Last-Modified": "m"})
    crawl.collect(visit, ARTICLE)
    crawl.session.tracker.item_ended(visit, ARTICLE)
    assert crawl.states() == {"article": 1}
    crawl.ledger.end_process("finished")
    crawl = restarted(crawl, days=40)
    if start:
        crawl.session.enqueue(Request(f"{HOME}1", meta={START: True}))
        crawl.session.commit()
    request, visit = crawl.next()
    asked = [request.headers.get(name) for name in ("If-None-Match", "If-Modified-Since")]
    assert asked == ([None, None] if start else [b"e", b"m"])
    crawl.received(request, status=304)
    assert crawl.collect(visit, Request(f"{HOME}x"), fetched()) == []  # the spider sees an empty page
    assert crawl.states() == {"article": 1} and not crawl.session.known(f"{HOME}x")
    crawl.ledger.close()


def restarted(crawl: Crawl, days: float = 0) -> Crawl:
    """The next process, so many days after the first."""
    crawl.ledger.close()
    return Crawl(crawl.ledger.folder, days=days)


def test_a_callback_that_raises_fails_its_page_and_keeps_its_links(crawl: Crawl) -> None:
    request, visit = crawl.begin()
    crawl.received(request)
    with pytest.raises(ValueError, match="mine"):
        crawl.collect(visit, Request(f"{HOME}1"), ValueError("mine"))
    crawl.session.tracker.raised(visit, ValueError("mine"))  # Scrapy says so, too: it is told once
    assert crawl.states() == {"failed": 1, "pending": 1}


def test_a_callback_that_raises_at_once_is_tried_again(tmp_path: Path) -> None:
    crawl = Crawl(tmp_path, attempts=2)
    for states in ({"pending": 1}, {"failed": 1}):
        request, visit = crawl.begin() if "pending" in states else crawl.next()
        crawl.received(request)
        crawl.session.tracker.raised(visit, ValueError("mine"))
        assert crawl.states() == states
    crawl.ledger.close()


def test_a_spider_that_asks_to_be_closed_leaves_its_page_waiting(crawl: Crawl) -> None:
    request, visit = crawl.begin()
    crawl.received(request)
    with pytest.raises(CloseSpider):
        crawl.collect(visit, Request(f"{HOME}1"), CloseSpider())
    crawl.session.close()
    assert crawl.ledger.states() == {"pending": 1} and not crawl.ledger.tally(1)


def test_rows_whose_end_nobody_told_have_failed(crawl: Crawl) -> None:
    crawl.begin()
    assert crawl.session.tracker.give_up_lost()
    assert crawl.states() == {"failed": 1}
    assert not crawl.session.tracker.give_up_lost()


@pytest.mark.parametrize(
    ("item", "error", "state"),
    [
        (fetched(), DropItem("mine"), "failed"),
        (fetched(), Waits("no worker"), "pending"),
        (fetched(), Listed(HOME), "listed"),
        (ARTICLE, DropItem("mine"), "rejected"),
        ({"kind": "mine"}, DropItem("mine"), "listed"),
    ],
)
def test_what_a_dropped_item_makes_of_its_page(crawl: Crawl, item: Any, error: Exception, state: str) -> None:
    request, visit = crawl.begin()
    crawl.received(request)
    crawl.collect(visit, item)
    crawl.session.tracker.item_dropped(visit, item, error)
    assert crawl.states() == {state: 1}


def test_an_article_that_a_pipeline_of_the_user_drops_is_a_rejection_with_its_reason(crawl: Crawl) -> None:
    request, visit = crawl.begin()
    crawl.received(request)
    (item,) = crawl.collect(visit, fetched())
    visit.cleaned(ARTICLE)
    crawl.session.tracker.item_dropped(visit, item, DropItem("not wanted"))
    assert crawl.states() == {"rejected": 1}
    assert crawl.ledger.tally(1) == [("example", "rejected", "dropped", 1)]


def test_a_rejection_whose_item_is_dropped_stays_what_it_is(crawl: Crawl) -> None:
    request, visit = crawl.begin()
    crawl.received(request)
    (item,) = crawl.collect(visit, fetched())
    visit.cleaned(Rejection(reason=Reason.TOO_SHORT))
    crawl.session.tracker.item_dropped(visit, item, DropItem("too short"))
    crawl.session.commit()
    assert crawl.ledger.tally(1) == [("example", "rejected", "too_short", 1)]


@pytest.mark.parametrize(("cleaned", "stage"), [(True, "write"), (False, "clean")])
def test_a_pipeline_that_raises_fails_the_page_at_its_stage(crawl: Crawl, cleaned: bool, stage: str) -> None:
    request, visit = crawl.begin()
    crawl.received(request)
    crawl.collect(visit, fetched())
    if cleaned:
        visit.cleaned(ARTICLE)
    crawl.session.tracker.item_failed(visit, ValueError("mine"))
    crawl.session.commit()
    assert crawl.ledger.tally(1) == [("example", "failed", stage, 1)]


@pytest.mark.parametrize(
    ("error", "state"),
    [(ValueError("timeout"), "failed"), (Waits("no reason"), "failed"), (Forbidden(), "forbidden")],
)
def test_a_download_that_failed_settles_its_row(crawl: Crawl, error: Exception, state: str) -> None:
    request, visit = crawl.begin()
    assert crawl.lost(request, error) == []
    assert crawl.session.tracker.visit_of(visit.row.id) is None
    assert crawl.states() == {state: 1}


@pytest.mark.parametrize("ends", [True, False])
def test_a_row_waits_where_it_does_not_come_again_in_this_run(crawl: Crawl, ends: bool) -> None:
    request, _ = crawl.begin()
    if ends:
        crawl.ends = True
    else:
        crawl.session.host_left("a.example", "HTTP 403")
    assert crawl.lost(request, Waits("the host is left, or the crawl ends")) == []
    assert crawl.states() == {"pending": 1}


def test_a_page_that_leads_to_a_host_that_was_left_is_asked_once(crawl: Crawl) -> None:
    """Its own host was not left, so it would be given out again at once."""
    request, _ = crawl.begin()
    crawl.session.host_left("b.example", "HTTP 403")
    assert crawl.lost(request.replace(url="http://b.example/1"), Waits("HTTP 403")) == []
    assert crawl.states() == {"failed": 1}


def test_an_article_whose_later_page_is_on_a_host_that_was_left_is_not_whole(crawl: Crawl) -> None:
    request, visit = crawl.begin()
    crawl.received(request)
    crawl.session.host_left("b.example", "HTTP 403")
    (part,) = crawl.collect(visit, Request("http://b.example/2", meta={CONTINUES: True}))
    crawl.lost(part, Waits("HTTP 403"))
    assert not visit.whole and not visit.waits


def test_a_failure_says_what_went_wrong(crawl: Crawl) -> None:
    request, _ = crawl.begin()
    crawl.lost(request, ValueError("timeout"))
    crawl.session.commit()
    (line,) = (crawl.ledger.folder / "failures-00001.jsonl").read_text("utf-8").splitlines()
    assert (json.loads(line)["error"], json.loads(line)["detail"]) == ("ValueError", "timeout")


def test_an_errback_says_what_to_do_instead_of_a_page(crawl: Crawl) -> None:
    request, _ = crawl.begin(errback=crawl.spider.lost)
    assert crawl.lost(request, ValueError("timeout")) == []
    assert crawl.states() == {"listed": 1, "pending": 1} and crawl.session.known(f"{HOME}mirror")


def test_an_article_without_a_later_page_is_not_whole(crawl: Crawl) -> None:
    request, visit = crawl.begin()
    crawl.received(request)
    (part,) = crawl.collect(visit, Request(f"{HOME}2", meta={CONTINUES: True}, errback=crawl.spider.lost))
    crawl.lost(part, Forbidden())
    assert not visit.whole and visit.record is None


def test_a_first_page_that_was_lost_leaves_nothing_out(crawl: Crawl) -> None:
    request, visit = crawl.begin()
    crawl.lost(request, ValueError("timeout"))
    assert visit.whole


def test_answers_in_doubt_wait_for_the_decision(crawl: Crawl) -> None:
    doubt = Doubt("a.example")
    request, visit = crawl.begin()
    request.meta[DOUBT] = doubt
    crawl.received(request)
    crawl.collect(visit, Request(f"{HOME}1"))
    assert crawl.states() == {"pending": 1}
    doubt.verdict = Verdict.PAGES
    crawl.session.decided(doubt)
    assert crawl.states() == {"listed": 1, "pending": 1}
    crawl.session.decided(doubt)  # once is enough
    assert crawl.states() == {"listed": 1, "pending": 1}


def test_answers_that_were_the_hosts_own_give_nothing_and_their_pages_wait(crawl: Crawl) -> None:
    doubt = Doubt("a.example")
    request, visit = crawl.begin()
    request.meta[DOUBT] = doubt
    crawl.received(request)
    crawl.collect(visit, Request(f"{HOME}1"))
    doubt.verdict = Verdict.HOSTS
    crawl.session.decided(doubt)
    assert crawl.states() == {"pending": 1}
    assert not crawl.session.known(f"{HOME}1")


def test_links_are_committed_while_other_pages_are_at_work(crawl: Crawl) -> None:
    request, visit = crawl.begin("1")
    crawl.begin("2")
    crawl.received(request)
    crawl.collect(visit, Request(f"{HOME}3"))
    following, _ = crawl.next()
    assert following.url == f"{HOME}3"


def test_no_more_is_in_work_than_the_spiders_limit_leaves(crawl: Crawl) -> None:
    crawl.spider.left = 2
    for path in "123":
        crawl.session.enqueue(Request(HOME + path))
    crawl.next()
    _, second = crawl.next()
    assert crawl.session.next_request() is None
    crawl.session.tracker.raised(second, ValueError("mine"))
    crawl.next()


def test_lost_rows_are_given_up_though_others_wait_for_their_end(crawl: Crawl) -> None:
    """Scrapy asks when it has nothing in work, and is idle only if nothing waits."""
    crawl.spider.left = 1
    for path in "12":
        crawl.session.enqueue(Request(HOME + path))
    crawl.next()
    assert crawl.session.next_request() is None and not crawl.session.has_pending()
    assert crawl.session.tracker.give_up_lost() and crawl.session.has_pending()
    crawl.next()


def test_nothing_waits_when_all_is_committed(crawl: Crawl) -> None:
    assert not crawl.session.has_pending() and crawl.session.next_request() is None
    crawl.session.enqueue(Request(HOME))
    assert crawl.session.has_pending()
    _, visit = crawl.next()
    assert crawl.session.next_request() is None
    assert not crawl.session.has_pending(), "Scrapy itself knows of what is in work"
    crawl.session.tracker.raised(visit, ValueError("mine"))
    assert crawl.session.has_pending()
    crawl.session.commit()
    assert crawl.session.next_request() is None and not crawl.session.has_pending()


@pytest.mark.parametrize(("limit", "value"), [("GROUP", 2), ("GROUP_BYTES", 600)])
def test_a_group_is_committed_when_it_is_full(
    crawl: Crawl, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(session_module, limit, value)
    committed = []
    for path in "1234":
        request, visit = crawl.begin(path)
        crawl.received(request)
        crawl.session.tracker.raised(visit, ValueError("mine"))
        committed.append(crawl.ledger.states().get("failed", 0))
    assert committed[0] == 0 and committed[-1] >= 2


def test_starts_are_queued_when_there_are_many(crawl: Crawl, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_module, "GROUP", 3)
    waiting = []
    for path in "123":
        crawl.session.enqueue(Request(HOME + path))
        waiting.append(crawl.ledger.states().get("pending", 0))
    assert waiting == [0, 0, 3]


def test_a_job_that_cannot_be_written_stops_once(crawl: Crawl, monkeypatch: pytest.MonkeyPatch) -> None:
    _, visit = crawl.begin()
    crawl.session.enqueue(Request(f"{HOME}1"))

    def full(*_: object) -> None:
        raise JobUnwritable("disk full")

    monkeypatch.setattr(crawl.ledger, "commit", full)
    monkeypatch.setattr(crawl.ledger, "read_robots", full)
    crawl.session.robots_read(HOME, "1")
    crawl.session.tracker.raised(visit, ValueError("mine"))
    crawl.session.commit()
    assert [str(error) for error in crawl.stops] == ["disk full"]
    assert crawl.session.next_request() is None and not crawl.session.has_pending()
    monkeypatch.undo()
    assert crawl.states() == {"pending": 1}, "nothing more is written"


def test_a_host_that_was_left_is_asked_for_nothing_more(crawl: Crawl) -> None:
    for path in "12":
        crawl.session.enqueue(Request(HOME + path))
    crawl.next()
    crawl.session.host_left("a.example", "HTTP 403")
    assert crawl.session.next_request() is None
    assert crawl.session.hosts_left == {"a.example": "HTTP 403"}


def test_what_other_rules_forbade_is_asked_for_when_they_are_read(crawl: Crawl) -> None:
    crawl.session.robots_read(HOME, "1")
    request, _ = crawl.begin()
    crawl.lost(request, Forbidden())
    assert crawl.states() == {"forbidden": 1} and crawl.session.next_request() is None
    crawl.session.robots_read(HOME, "2")
    assert crawl.next()[0].url == HOME


def test_a_process_that_dies_tells_the_next_what_was_in_work(crawl: Crawl) -> None:
    request, visit = crawl.begin("1")
    crawl.received(request)
    done, other = crawl.begin("2")
    crawl.received(done)
    crawl.collect(other)
    crawl.session.commit()
    for _ in range(3):
        crawl = restarted(crawl)
        if suspects := crawl.ledger.suspects():
            break
        request, _ = crawl.next()
        crawl.received(request)
    assert [row.id for row in suspects] == [visit.row.id]
    crawl.ledger.close()


def test_responses_of_no_row_are_nobodys(crawl: Crawl) -> None:
    _, visit = crawl.begin()
    foreign = Request(f"{HOME}robots.txt")
    crawl.received(foreign)
    assert crawl.session.tracker.visit(foreign) is None and crawl.session.tracker.visit(None) is None
    assert crawl.session.tracker.visit_of(0) is None and not visit.archive
    crawl.session.enqueue(foreign)
    assert crawl.states() == {"pending": 2}, "a request of no row is a start"


def test_what_pages_of_a_form_gave_counts_before_it_is_committed(crawl: Crawl) -> None:
    url = f"{HOME}text/99.html"
    assert crawl.session.standing(url) is Standing.UNKNOWN
    for number in range(5):
        crawl.session.enqueue(Request(f"{HOME}text/{number}.html"))
    for request, visit in [crawl.next() for _ in range(5)]:
        crawl.received(request)
        visit.record = Rejection(reason=Reason.TOO_SHORT)
        crawl.collect(visit)
    assert crawl.session.standing(url) is Standing.BARREN
    assert crawl.ledger.states() == {"pending": 5}


@pytest.mark.parametrize("learns", [True, False])
def test_only_a_spider_that_learns_leaves_out_barren_pages(
    crawl: Crawl, learns: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if learns:
        monkeypatch.setattr(Example, "learns_forms", True, raising=False)
    barren = {"a.example/text/0.html": Counts(pages=5)}
    monkeypatch.setattr(Ledger, "forms", lambda self, host: barren)
    crawl = restarted(crawl)
    for number in range(30):
        crawl.session.enqueue(Request(f"{HOME}text/{number}.html"))
    asked = sum(crawl.session.next_request() is not None for _ in range(30))
    assert asked < 15 if learns else asked == 30
    assert crawl.states().get("skipped", 0) == 30 - asked
    crawl.ledger.close()


def test_an_error_is_told_once_though_a_row_is_settled(crawl: Crawl) -> None:
    request, visit = crawl.begin()
    crawl.received(request)
    crawl.collect(visit)
    crawl.session.tracker.raised(visit, ValueError("mine"))  # after its end
    assert visit.error is None and crawl.states() == {"listed": 1}
    _, other = crawl.begin("2")
    other.failed(Stage.CLEAN, ValueError("mine"))
    crawl.session.tracker.raised(other, ValueError("mine"))  # its items are not through yet
    assert crawl.session.tracker.visit_of(other.row.id) is other


def test_an_errback_of_no_row_is_asked_itself(crawl: Crawl) -> None:
    """A request that a middleware of the user's sends."""
    request, visit = crawl.begin(errback=crawl.spider.lost)
    crawl.session.tracker.part_ended(visit)
    failure = Error(ValueError("timeout"))  # type: ignore[no-untyped-call]  # as above
    failure.request = request  # type: ignore[attr-defined]  # as above
    assert request.errback
    assert [one.url for one in request.errback(failure)] == [f"{HOME}mirror"]
    bare, visit = crawl.begin("2")
    crawl.session.tracker.part_ended(visit)
    failure.request = bare  # type: ignore[attr-defined]  # as above
    assert bare.errback and bare.errback(failure) is failure


@pytest.mark.parametrize("errback", [True, False])
def test_a_page_that_a_middleware_refused_goes_to_the_errback(crawl: Crawl, errback: bool) -> None:
    request, visit = crawl.begin(errback=crawl.spider.lost if errback else None)
    crawl.received(request)
    failure = Error(ValueError("refused"))  # type: ignore[no-untyped-call]  # as above
    failure.request = request  # type: ignore[attr-defined]  # as above
    assert request.errback
    gave = request.errback(failure)
    assert (gave is failure) is not errback, "what it gives passes through the spider's middlewares"
    assert crawl.session.tracker.visit_of(visit.row.id) is visit and visit.parts == []


def test_a_page_whose_rows_are_being_made_waits_for_its_form(crawl: Crawl) -> None:
    """A page of a desktop host is at work until its links are committed."""
    assert list(crawl.session._hosts_at_work()) == []
    request, visit = crawl.begin()
    crawl.received(request)
    assert list(crawl.session._hosts_at_work()) == ["a.example"]
    crawl.collect(visit, Request(f"{HOME}1"))
    assert list(crawl.session._hosts_at_work()) == ["a.example"]
    crawl.session.commit()
    assert list(crawl.session._hosts_at_work()) == []
    request, visit = crawl.next()
    crawl.received(request)
    crawl.collect(visit)
    assert list(crawl.session._hosts_at_work()) == [], "it gave no links"


def test_a_row_whose_callback_is_gone_is_a_failure_and_the_next_is_taken(crawl: Crawl) -> None:
    for path in "12":
        crawl.session.enqueue(Request(HOME + path))
    crawl.session.commit()
    crawl.ledger._db.execute("UPDATE url SET request = '[]' WHERE url LIKE '%/1'")
    request, _ = crawl.next()
    assert request.url == f"{HOME}2"
    assert crawl.states() == {"failed": 1, "pending": 1}
    assert not crawl.session._in_work._held.keys() - {row.id for row in crawl.ledger.pending("a.example", 9)}


def test_a_held_page_in_doubt_is_not_blamed_for_a_death(crawl: Crawl) -> None:
    doubt = Doubt("a.example")
    request, visit = crawl.begin()
    request.meta[DOUBT] = doubt
    crawl.received(request)
    assert visit.row.id in crawl.session._in_work._held
    crawl.collect(visit)
    assert visit.row.id not in crawl.session._in_work._held


@pytest.mark.parametrize("asked", ["robots", "left", "taken"])
def test_whatever_cannot_be_written_stops_the_crawl(
    crawl: Crawl, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    def full(*_: object) -> None:
        raise JobUnwritable("disk full")

    monkeypatch.setattr(crawl.ledger, "read_robots", full)
    monkeypatch.setattr(crawl.session._frontier, "leave", full)
    monkeypatch.setattr(crawl.session._frontier, "take", full)
    if asked == "robots":
        crawl.session.robots_read(HOME, "1")
    elif asked == "left":
        crawl.session.host_left("a.example", "HTTP 403")
    else:
        assert crawl.session.next_request() is None
    assert [str(error) for error in crawl.stops] == ["disk full"]
    assert not crawl.session.has_pending()
