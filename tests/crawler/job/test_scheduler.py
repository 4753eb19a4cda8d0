"""A job takes the place of Scrapy's own queue: it is opened with the spider and closed with it."""

from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request, Spider, signals
from scrapy.exceptions import DontCloseSpider, DropItem, NotConfigured
from scrapy.http import HtmlResponse
from scrapy.settings import Settings
from scrapy.signalmanager import SignalManager
from scrapy.utils.request import RequestFingerprinter
from twisted.internet import task
from twisted.python.failure import Failure as Error

from crawler.discovery.forms import Standing
from crawler.items import page_settled
from crawler.job import scheduler as scheduler_module
from crawler.job.addon import JobAddon
from crawler.job.errback import results_of
from crawler.job.errors import JobUnwritable
from crawler.job.holder import holder_of
from crawler.job.ledger import Ledger
from crawler.job.middleware import JobMiddleware
from crawler.job.rows import Settled
from crawler.job.scheduler import UNWRITABLE, JobScheduler
from crawler.job.visits import Visit
from crawler.politeness.health import Doubt, Verdict
from crawler.politeness.pace import HOST_LEFT
from crawler.politeness.robots import ROBOTS_READ
from crawler.politeness.ward import DECIDED, DOUBT, HostHealth
from crawler.spiders.errors import CallbackErrors
from schemas import Article, RunReport
from tests.crawler.job.drained import drained, finished
from tests.crawler.job.ledgers import article, link

HOME = "http://a.example/"
ARTICLE = Article(url=HOME, title="题", text="正文", content_hash="正文")


class Example(Spider):
    """One that a person can tell what to follow."""

    name = "example"
    routes = "all"
    only = ""

    def is_followed(self, url: str) -> bool:
        return self.only in url

    may_be_article = is_followed


class Crawler(SimpleNamespace):
    """As much of Scrapy's as a job asks for."""

    def __init__(self, **settings: Any) -> None:
        self.addon, self.health = JobAddon(), SimpleNamespace(known=None)
        self.closed: list[str] = []
        self.numbers: dict[str, str] = {}
        super().__init__(
            settings=Settings(settings),
            signals=SignalManager(self),
            request_fingerprinter=RequestFingerprinter(),
            stats=SimpleNamespace(set_value=self.numbers.__setitem__),
            engine=SimpleNamespace(close_spider_async=self._close),
            spider="the spider",
        )

    async def _close(self, reason: str) -> None:
        self.closed.append(reason)

    def get_addon(self, kind: type) -> object:
        return self.addon if isinstance(self.addon, kind) else None

    def get_downloader_middleware(self, kind: type) -> object:
        return self.health if kind is HostHealth else None


class Opened:
    """A job whose spider is open."""

    def __init__(self, folder: Path, spider: Example | None = None, **settings: Any) -> None:
        self.crawler: Any = Crawler(JOB=str(folder), **settings)
        self.scheduler = JobScheduler.from_crawler(self.crawler)
        self.clock = task.Clock()
        self.timer: Any = self.scheduler._timer
        self.timer.clock = self.clock
        self.spider = spider or Example()
        self.spider.settings = self.crawler.settings
        self.scheduler.open(self.spider)

    def begin(self, path: str = "") -> tuple[HtmlResponse, Visit]:
        """A page in work that was received."""
        assert self.scheduler.enqueue_request(Request(HOME + path))
        request = self.scheduler.next_request()
        session = self.crawler.addon.session
        assert request and session
        response = HtmlResponse(request.url, request=request, body=b"page")
        JobMiddleware.from_crawler(self.crawler).process_spider_input(response)
        return response, session.tracker.visit(request)

    def collect(self, response: HtmlResponse, *results: Any) -> list[Any]:
        middleware = JobMiddleware(self.crawler)

        async def each() -> AsyncIterator[Any]:
            for result in results:
                yield result

        return drained(middleware.process_spider_output(response, each()))

    def send(self, signal: object, **values: Any) -> list[Any]:
        """What the signal's handlers gave or raised."""
        return [gave for _, gave in self.crawler.signals.send_catch_log(signal, **values)]

    def states(self) -> dict[str, int]:
        session = self.crawler.addon.session
        session.commit()
        found: dict[str, int] = session.ledger.states()
        return found


@pytest.fixture(autouse=True)
def no_reactor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scheduler_module, "create_looping_call", task.LoopingCall)
    monkeypatch.setattr(scheduler_module, "deferred_from_coro", finished)


@pytest.fixture
def job(tmp_path: Path) -> Iterator[Opened]:
    job = Opened(tmp_path)
    yield job
    job.scheduler.close("finished")


def report(folder: Path) -> RunReport:
    return RunReport.model_validate_json((folder / "runs/00001.json").read_text("utf-8"))


def test_a_job_is_closed_with_its_spider(tmp_path: Path) -> None:
    job = Opened(tmp_path)
    response, _ = job.begin()
    job.collect(response)
    job.send(HOST_LEFT, host="b.example", why="HTTP 403")
    job.scheduler.close("finished")
    job.scheduler.close("finished")  # Scrapy may say so twice
    assert report(tmp_path).finish_reason == "finished" and report(tmp_path).sites["example"].lists == 1
    assert not job.scheduler.has_pending_requests() and job.scheduler.next_request() is None
    assert not job.scheduler.enqueue_request(Request(HOME))
    assert not job.clock.getDelayedCalls(), "the timer stands still"
    job.scheduler._commit()
    with closing(Ledger(tmp_path)) as ledger:  # nobody holds it
        assert ledger.states() == {"listed": 1}


def test_what_is_settled_is_committed_every_second(job: Opened, tmp_path: Path) -> None:
    assert not job.scheduler.has_pending_requests()
    response, _ = job.begin()
    job.collect(response)
    ledger = job.crawler.addon.session.ledger
    assert ledger.states() == {"pending": 1} and job.scheduler.has_pending_requests()
    job.clock.advance(1.0)
    assert ledger.states() == {"listed": 1}


def test_a_spider_may_ask_the_job(job: Opened) -> None:
    response, _ = job.begin()
    job.collect(response)
    job.states()
    spider: Any = job.spider
    assert spider.known(HOME) and not spider.known(f"{HOME}1")
    assert spider.revisits(HOME) and spider.is_outdated(HOME, 1e12) and not spider.is_outdated(HOME, 1.0)
    assert spider.standing(HOME) is Standing.UNKNOWN
    assert job.crawler.health.known("a.example") == ""


def test_what_a_person_no_longer_wants_is_left(tmp_path: Path) -> None:
    job = Opened(tmp_path)
    for path in "12":
        job.scheduler.enqueue_request(Request(HOME + path))
    job.states()
    job.scheduler.close("shutdown")
    spider = Example()
    spider.routes, spider.only = "other", "1"
    again = Opened(tmp_path, spider)
    assert again.states() == {"pending": 1, "skipped": 1}
    again.scheduler.close("shutdown")


def test_a_job_without_an_archive_keeps_no_pages(tmp_path: Path) -> None:
    for archive in (True, False):
        job = Opened(tmp_path / str(archive), JOB_ARCHIVE=archive)
        response, _ = job.begin()
        job.collect(response)
        job.scheduler.close("finished")
    assert list((tmp_path / "True").glob("archive-*")) and not list((tmp_path / "False").glob("archive-*"))


@pytest.mark.parametrize(("settings", "attempts"), [({}, 3), ({"JOB_ATTEMPTS": 1}, 1)])
def test_a_page_whose_callback_raises_is_tried_so_often(
    tmp_path: Path, settings: dict[str, Any], attempts: int
) -> None:
    job = Opened(tmp_path, **settings)
    states = []
    response, _ = job.begin()
    for _ in range(attempts):
        job.send(signals.spider_error, response=response, failure=Error(ValueError("mine")))  # type: ignore[no-untyped-call]  # Twisted's has no types
        states.append(next(iter(job.states())))
        if request := job.scheduler.next_request():
            response = HtmlResponse(HOME, request=request)
    assert states == ["pending"] * (attempts - 1) + ["failed"]
    job.scheduler.close("finished")


def test_a_job_that_cannot_be_written_closes_the_spider_and_the_command_fails(job: Opened) -> None:
    job.begin()
    job.scheduler._stop(JobUnwritable("disk full"))
    assert job.crawler.closed == [UNWRITABLE]
    assert job.crawler.numbers == {"job/unwritable": "disk full"}
    assert job.crawler.spider
    job.send(signals.engine_stopped)
    assert job.crawler.spider is None


def test_an_end_that_cannot_be_written_lets_go_of_the_job_all_the_same(tmp_path: Path) -> None:
    job = Opened(tmp_path)
    (tmp_path / "runs").write_text("in the way")
    job.scheduler.close("finished")
    job.send(signals.engine_stopped)
    assert job.crawler.spider is None
    Ledger(tmp_path).close()


def test_known_articles_are_looked_at_again_after_a_day_or_never(tmp_path: Path) -> None:
    for folder, own in (("daily", {}), ("never", {"JOB_RECHECK": 0})):
        settings = Settings({"JOB": str(tmp_path / folder), **own})
        with closing(scheduler_module.open_ledger(settings)) as ledger:
            ledger.begin_run()
            assert _is_due(ledger) is (folder == "daily")


def _is_due(ledger: Ledger) -> bool:
    """Whether an article will be looked at again."""
    ledger.commit((), [link("1")])
    (row,) = ledger.pending("a.example", 1)
    ledger.commit([Settled(row, article())])
    return ledger._db.execute("SELECT due FROM url").fetchone()[0] is not None


def test_signals_tell_what_became_of_items_and_callbacks(job: Opened) -> None:
    response, visit = job.begin("1")
    (item,) = job.collect(response, {"kind": "mine"})
    job.send(page_settled, record=ARTICLE, ticket=visit.row.id, site="example")
    job.send(signals.item_scraped, item=item, response=response, spider=job.spider)
    assert job.states() == {"article": 1}
    response, _ = job.begin("2")
    job.collect(response, ARTICLE)
    dropped = {"item": ARTICLE, "response": response, "exception": DropItem("mine")}
    job.send(signals.item_dropped, spider=job.spider, **dropped)
    assert job.states() == {"article": 1, "rejected": 1}


@pytest.mark.parametrize("signal", [signals.item_error, signals.spider_error])
def test_what_raises_fails_its_page(tmp_path: Path, signal: object) -> None:
    job = Opened(tmp_path, JOB_ATTEMPTS=1)
    response, _ = job.begin()
    if signal is signals.item_error:
        job.collect(response, {"kind": "mine"})
    job.send(signal, response=response, failure=Error(ValueError("mine")))  # type: ignore[no-untyped-call]  # as above
    assert job.states() == {"failed": 1}
    job.scheduler.close("finished")


def test_signals_of_no_row_are_nobodys(job: Opened) -> None:
    foreign = HtmlResponse(HOME, request=Request(HOME))
    failure = Error(ValueError("mine"))  # type: ignore[no-untyped-call]  # as above
    _, visit = job.begin()
    gave = [
        *job.send(page_settled, record=ARTICLE, ticket=visit.row.id + 1, site="example"),
        *job.send(signals.item_scraped, item=ARTICLE, response=foreign),
        *job.send(signals.item_dropped, item=ARTICLE, response=None, exception=DropItem("mine")),
        *job.send(signals.item_error, response=None, failure=failure),
        *job.send(signals.spider_error, response=foreign, failure=failure),
    ]
    assert gave == [None] * 5 and job.states() == {"pending": 1}


def test_results_of_no_row_pass_as_they_are(job: Opened) -> None:
    link = Request(f"{HOME}1")
    assert job.collect(HtmlResponse(HOME, request=Request(HOME)), ARTICLE, link) == [ARTICLE, link]


def test_an_idle_spider_stays_open_until_every_row_has_an_end(tmp_path: Path) -> None:
    job = Opened(tmp_path, JOB_ATTEMPTS=1)
    job.begin()
    (idle,) = job.send(signals.spider_idle, dont_log=DontCloseSpider)
    assert isinstance(idle.value, DontCloseSpider)
    assert job.states() == {"failed": 1}
    assert job.send(signals.spider_idle) == [None]
    job.scheduler.close("finished")


def test_signals_tell_about_hosts(job: Opened) -> None:
    response, _ = job.begin("1")
    doubt = response.meta[DOUBT] = Doubt("a.example")
    JobMiddleware(job.crawler).process_spider_input(response)
    job.collect(response)
    assert job.states() == {"pending": 1}
    doubt.verdict = Verdict.PAGES
    job.send(DECIDED, doubt=doubt)
    assert job.states() == {"listed": 1}
    assert job.send(ROBOTS_READ, origin="http://a.example", digest="1") == [None]
    assert job.crawler.addon.session.ledger._db.execute("SELECT count(*) FROM robots").fetchone() == (1,)
    job.send(HOST_LEFT, host="a.example", why="HTTP 403")
    assert job.crawler.addon.session.hosts_left == {"a.example": "HTTP 403"}


def test_without_an_open_job_results_pass_as_they_are() -> None:
    crawler: Any = Crawler()
    middleware = JobMiddleware(crawler)
    response = HtmlResponse(HOME, request=Request(HOME))
    middleware.process_spider_input(response)

    async def each() -> AsyncIterator[Any]:
        yield ARTICLE

    assert drained(middleware.process_spider_output(response, each())) == [ARTICLE]


@pytest.mark.parametrize(("redis", "module"), [("", "crawler.job"), ("redis://x", "crawler.cluster")])
def test_the_add_on_takes_the_place_of_scrapys_scheduler(redis: str, module: str) -> None:
    settings = Settings({"JOB": "folder", "JOB_REDIS": redis})
    addon = JobAddon.from_crawler(Crawler())  # type: ignore[arg-type]  # asks nothing of it
    addon.update_settings(settings)
    assert settings["SCHEDULER"].startswith(f"{module}.scheduler.")
    assert settings["SPIDER_MIDDLEWARES"][JobMiddleware] == 0
    assert settings["SPIDER_MIDDLEWARES"][CallbackErrors] is None


def test_without_a_folder_the_add_on_stays_away() -> None:
    with pytest.raises(NotConfigured):
        JobAddon().update_settings(Settings())
    crawler: Any = Crawler()
    crawler.addon = None
    with pytest.raises(NotConfigured, match="JobAddon"):
        holder_of(crawler)


async def _awaited(error: Error) -> list[str]:
    return ["a", "b"]


async def _generated(error: Error) -> AsyncIterator[str]:
    yield "a"
    yield "b"


@pytest.mark.parametrize(
    ("errback", "expected"),
    [
        (None, []),
        (lambda error: None, []),
        (lambda error: "a", ["a"]),
        (lambda error: ["a", "b"], ["a", "b"]),
        (lambda error: iter("ab"), ["a", "b"]),
        (_awaited, ["a", "b"]),
        (_generated, ["a", "b"]),
    ],
)
def test_an_errback_may_give_its_results_in_any_form(errback: Any, expected: list[str]) -> None:
    error = Error(ValueError("lost"))  # type: ignore[no-untyped-call]  # as above
    assert drained(results_of(errback, error)) == expected


def test_an_error_that_is_handed_back_is_raised() -> None:
    error = Error(ValueError("lost"))  # type: ignore[no-untyped-call]  # as above
    with pytest.raises(ValueError, match="lost"):
        drained(results_of(lambda error: error, error))
