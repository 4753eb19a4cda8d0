"""Whose doubt is open, and what decides it: no host is asked without end, and no doubt stays without a verdict."""

from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse
from scrapy.resolver import dnscache
from scrapy.settings import Settings
from scrapy.signalmanager import SignalManager

from crawler.politeness import ward
from crawler.politeness.health import Doubt, Verdict
from crawler.politeness.pace import HOST_LEFT, Pace
from crawler.politeness.ward import DECIDED, DOUBT, HostHealth
from crawler.spiders.generic import GenericSpider
from tests.crawler.job.drained import finished
from tests.crawler.loopback import Answer, Site, crawl

HOST, OTHER = "ward.test", "www.ward.test"


class Watch:
    """A ward without a crawl, and what it tells."""

    def __init__(self) -> None:
        self.signals = SignalManager()
        self.told: list[Doubt] = []
        self.signals.connect(self._decided, DECIDED)
        engine = SimpleNamespace(downloader=SimpleNamespace(slots={}), _slot=None)
        crawler: Any = SimpleNamespace(signals=self.signals, settings=Settings(), engine=engine)
        self.pace = Pace(crawler)
        crawler.get_extension = lambda kind: self.pace
        self.ward = HostHealth(crawler)

    def _decided(self, doubt: Doubt) -> None:
        self.told.append(doubt)

    def answer(self, host: str, status: int) -> Doubt | None:
        """The doubt that such an answer is part of."""
        request = Request(f"http://{host}/")
        finished(self.ward.process_response(request, HtmlResponse(request.url, status, body=b"page")))
        found: Doubt | None = request.meta.get(DOUBT)
        return found


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    monkeypatch.setattr(ward, "_MOST_HOSTS", 2)
    return Watch()


def test_no_host_in_doubt_is_forgotten_however_many_there_are(watch: Watch) -> None:
    doubts = [watch.answer(host, 403) for host in "abcd"]
    assert [watch.answer(host, 403) for host in "abcd"] == doubts
    for host in "abcd":
        watch.signals.send_catch_log(HOST_LEFT, host=host, why="HTTP 403")
    assert watch.told == doubts
    assert {doubt.verdict for doubt in watch.told} == {Verdict.HOSTS}


def test_the_host_that_was_quiet_for_longest_is_forgotten(watch: Watch) -> None:
    for host, status in (("a", 403), ("b", 200), ("c", 200), ("d", 200)):
        watch.answer(host, status)
    assert list(watch.ward._hosts) == ["a", "d"]


def test_a_late_answer_of_a_host_that_was_left_and_forgotten_is_decided_like_the_others(watch: Watch) -> None:
    watch.pace.closed["a"] = "HTTP 403"
    doubts = [watch.answer("a", 403) for _ in range(5)]
    assert watch.told == doubts[:1] and watch.told[0].verdict is Verdict.HOSTS


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two names of this machine."""
    for name in (HOST, OTHER):
        monkeypatch.setitem(dnscache, name, "127.0.0.1")


@pytest.mark.usefixtures("names")
def test_a_good_page_on_a_host_that_was_left_cannot_be_asked_and_the_crawl_ends() -> None:
    """The home page led to the host with www, which then asks for a pause of an hour."""
    pages: dict[str, Any] = {
        "/article/1.html": Answer(b"", 503, {"Retry-After": "3600"}),
        "/article/2.html": Answer(b"no", 403),
    }
    with Site(pages) as site:
        home, www = (site.url.replace("127.0.0.1", name) for name in (HOST, OTHER))
        listed = "".join(
            f"<a href={url}>合成新闻的标题文字</a>"
            for url in (f"{www}/article/1.html", f"{home}/article/2.html")
        )
        moved = Answer(b"", 302, {"Location": f"{www}/"})
        pages["/"] = lambda hit: moved if hit == 1 else Answer(listed.encode())
        allowed = {"PRIVATE_HOSTS_ALLOWED": [HOST, OTHER], "RETRY_TIMES": 0}
        found = crawl(GenericSpider, allowed, url=f"{home}/", allow="/article/")
    assert found.reason == "finished"
    assert found.stats["politeness/hosts_left"] == 2
