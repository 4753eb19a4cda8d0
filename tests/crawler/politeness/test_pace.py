"""Each line of the politeness rules against a real server."""

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from time import sleep
from typing import ClassVar

import pytest
from scrapy import Request
from scrapy.http import Response

from crawler.downloads.handler import HttpHandler
from tests.crawler.dropping import Dropping
from tests.crawler.loopback import Answer, Site, crawl
from tests.crawler.spiders.made import YybnetSpider
from tests.crawler.texts import article, links

LIST = "/wuzhou/"
NEWS = [f"/wuzhou/news/201807/{number}.html" for number in range(1, 5)]
TEXT = {"Content-Type": "text/plain"}
ARTICLES = {path: article(f"合成报道{path}") for path in NEWS}


class Leaving(HttpHandler):
    """Notes when requests were let go: when they are sent and a server takes notice depends on the machine."""

    times: ClassVar[list[float]] = []

    async def download_request(self, request: Request) -> Response:
        self.times.append(self._crawler.engine.downloader.slots[request.meta["download_slot"]].lastseen)
        return await super().download_request(request)


LEAVING = {"DOWNLOAD_HANDLERS": {"http": f"{__name__}.Leaving"}}


@pytest.fixture
def times() -> list[float]:
    """When requests were let go."""
    Leaving.times.clear()
    return Leaving.times


def gaps(times: list[float]) -> list[float]:
    return [later - earlier for earlier, later in pairwise(times)]


def test_one_request_at_a_time_with_a_delay(times: list[float]) -> None:
    with Site({LIST: links(*NEWS), **ARTICLES}) as site:
        crawl(YybnetSpider, {"DOWNLOAD_DELAY": 0.2, **LEAVING}, start=site.url + LIST)
    assert len(gaps(times)) == 5 and min(gaps(times)) > 0.19


def test_one_request_at_a_time_without_a_delay() -> None:
    """Requests overlap only where a host's slot lets them."""
    busy, most = 0, 0

    def slow(hit: int) -> Answer:
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        sleep(0.1)
        busy -= 1
        return Answer(article("合成报道").encode())

    with Site({LIST: links(*NEWS), **dict.fromkeys(NEWS, slow)}) as site:
        crawl(YybnetSpider, start=site.url + LIST)
    assert most == 1


@pytest.mark.parametrize("autothrottle", [False, True])
def test_crawl_delay_is_kept(autothrottle: bool, times: list[float]) -> None:
    robots = Answer(b"User-agent: *\nCrawl-delay: 0.3\n", headers=TEXT)
    settings = {"AUTOTHROTTLE_ENABLED": autothrottle, "AUTOTHROTTLE_START_DELAY": 0.01, **LEAVING}
    with Site({"/robots.txt": robots, LIST: links(*NEWS), **ARTICLES}) as site:
        crawl(YybnetSpider, settings, start=site.url + LIST)
    assert len(gaps(times)) == 5 and min(gaps(times)) > 0.29


def test_robots_txt_is_obeyed_and_counted() -> None:
    robots = Answer(f"User-agent: qingwen\nDisallow: {NEWS[0]}\n".encode(), headers=TEXT)
    with Site({"/robots.txt": robots, LIST: links(*NEWS), **ARTICLES}) as site:
        result = crawl(YybnetSpider, start=site.url + LIST)
    assert not site.times(NEWS[0])
    assert result.counts["yybnet"].articles == 3
    assert result.counts["yybnet"].rejected == {"robots": 1}


def in_seconds(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("retry_after", ["1", "date"])
@pytest.mark.parametrize("autothrottle", [False, True])
def test_retry_after_pauses_the_whole_host(status: int, retry_after: str, autothrottle: bool) -> None:
    def busy(hit: int) -> Answer:
        header = in_seconds(2) if retry_after == "date" else retry_after  # HTTP dates have whole seconds
        return (
            Answer(b"busy", status, {"Retry-After": header})
            if hit == 1
            else Answer(article("合成报道").encode())
        )

    settings = {"AUTOTHROTTLE_ENABLED": autothrottle, "AUTOTHROTTLE_START_DELAY": 0.01}
    with Site({LIST: links(*NEWS), **ARTICLES, NEWS[-1]: busy}) as site:
        result = crawl(YybnetSpider, settings, start=site.url + LIST)
    refused = site.times(NEWS[-1])[0]
    assert all(hit.time - refused > 0.7 for hit in site.hits if hit.time > refused)
    assert result.counts["yybnet"].articles == 4


@pytest.mark.parametrize("extensions", [{}, {f"{Dropping.__module__}.{Dropping.__name__}": 500}])
def test_a_longer_pause_than_a_run_waits_for_ends_the_host(extensions: dict[str, int]) -> None:
    """Also where somebody has an extension of their own."""
    busy = Answer(b"busy", 503, {"Retry-After": "3600"})
    with Site({LIST: links(*NEWS), **dict.fromkeys(NEWS, busy)}) as site:
        result = crawl(YybnetSpider, {"EXTENSIONS": extensions}, start=site.url + LIST)
    assert len(site.paths()) == 2  # the list and one article
    assert result.counts["yybnet"].failed == {"fetch": 4}


class Late:
    """Holds requests for articles between the check of their host and the downloader, until one of them was answered."""

    answered: ClassVar[asyncio.Event]

    async def process_request(self, request: Request) -> None:
        if request.url.endswith((NEWS[0], NEWS[1])):
            await self.answered.wait()

    def process_response(self, request: Request, response: Response) -> Response:
        if response.status == 503:
            self.answered.set()
        return response


def test_what_was_on_its_way_when_a_host_was_left_is_not_sent() -> None:
    busy = Answer(b"busy", 503, {"Retry-After": "3600"})
    Late.answered = asyncio.Event()
    late = {"DOWNLOADER_MIDDLEWARES": {f"{__name__}.Late": 999}, "RETRY_ENABLED": False}
    with Site({LIST: links(*NEWS), **dict.fromkeys(NEWS, busy)}) as site:
        result = crawl(YybnetSpider, late, start=site.url + LIST)
    assert len(site.paths()) == 2
    assert result.counts["yybnet"].failed == {"fetch": 4}


def test_user_agent_is_honest_and_desktop() -> None:
    with Site({LIST: links()}) as site:
        crawl(YybnetSpider, start=site.url + LIST)
    agents = {hit.headers["User-Agent"] for hit in site.hits}
    assert len(agents) == 1 and "qingwen/" in (agent := agents.pop())
    assert "X11; Linux" in agent and "Mobile" not in agent
