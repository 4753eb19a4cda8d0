"""A web site on loopback, and a crawl of it inside the test process: real sockets, real Scrapy, no mocks."""

import asyncio
import atexit
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from time import monotonic
from typing import Any

from scrapy import Spider, signals
from scrapy.crawler import AsyncCrawlerRunner, Crawler
from scrapy.settings import Settings
from scrapy.utils.misc import build_from_crawler, load_object

import crawler.settings
from crawler.pipelines.accounting import site_counts
from schemas import SiteCounts
from tests.crawler.serving import Quiet, Serving


@dataclass(frozen=True)
class Answer:
    """What the site answers."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})


@dataclass(frozen=True)
class Hit:
    """One request the site received."""

    path: str
    time: float
    headers: Mapping[str, str]


class Site(Serving):
    """A context manager. `pages` maps a path to its answer, to HTML, or to a function of the number of the hit."""

    def __init__(self, pages: Mapping[str, Answer | str | Callable[[int], Answer]]) -> None:
        self.pages = pages
        self.hits: list[Hit] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.hits.append(Hit(self.path, monotonic(), dict(self.headers)))
                answer = pages.get(self.path, Answer(b"none", 404))
                if callable(answer):
                    answer = answer(len(site.times(self.path)))
                if isinstance(answer, str):
                    answer = Answer(answer.encode())
                self.send_response(answer.status)
                for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer.body)

            def log_message(self, format: str, *args: object) -> None:
                pass

        class Server(Quiet, HTTPServer):
            pass

        super().__init__(Server(("127.0.0.1", 0), Handler))

    def times(self, path: str) -> list[float]:
        """When a path was asked for."""
        return [hit.time for hit in self.hits if hit.path == path]

    def paths(self) -> list[str]:
        """What was asked for, in order, robots.txt left out."""
        return [hit.path for hit in self.hits if hit.path != "/robots.txt"]


@dataclass
class Crawl:
    """What a crawl gave."""

    items: list[Any]
    stats: dict[str, Any]
    reason: str
    dropped: list[str]

    @property
    def counts(self) -> dict[str, SiteCounts]:
        """Outcomes by site."""
        return site_counts(self.stats)


def crawl(spider: type[Spider], settings: Mapping[str, Any] | None = None, **arguments: Any) -> Crawl:
    """Run one spider with the project's settings, the loopback allowed and no delay unless `settings` says so."""
    loop = _start_reactor()
    merged = Settings()
    merged.setmodule(crawler.settings, priority="project")
    quick = {
        "PRIVATE_HOSTS_ALLOWED": ["127.0.0.1"],
        "DOWNLOAD_DELAY": 0,
        "ADDONS": {},
        "RETRY_TIMES": 1,
        "CLEANER_WORKERS": 0,
    }
    merged.update({**quick, **(settings or {})}, priority="cmdline")
    return loop.run_until_complete(_crawl(spider, merged, arguments))


def _start_reactor() -> asyncio.AbstractEventLoop:
    """The loop of Scrapy's reactor, running in pytest's own thread; its threads end with the process."""
    from twisted.internet import reactor

    if not reactor.running:
        reactor.getThreadPool().threadFactory = partial(Thread, daemon=True)
        reactor.startRunning(installSignalHandlers=False)
        atexit.register(reactor._asyncioEventloop.close)
    loop: asyncio.AbstractEventLoop = reactor._asyncioEventloop
    asyncio.set_event_loop(loop)  # asyncio.run() in another test leaves none
    return loop


async def _crawl(spider: type[Spider], settings: Settings, arguments: dict[str, Any]) -> Crawl:
    running = AsyncCrawlerRunner(settings).create_crawler(spider)
    result = Crawl([], {}, "", [])

    def scraped(item: Any) -> None:
        result.items.append(item)

    def dropped(exception: Exception) -> None:
        result.dropped.append(str(exception))

    def closed(reason: str) -> None:
        result.reason = reason

    running.signals.connect(scraped, signals.item_scraped)
    running.signals.connect(dropped, signals.item_dropped)
    running.signals.connect(closed, signals.spider_closed)
    _install_resolver(running)
    await asyncio.wait_for(running.crawl_async(**arguments), 600)
    result.stats = running.stats.get_stats()
    return result


def _install_resolver(running: Crawler) -> None:
    """What CrawlerProcess does and a runner leaves to its user."""
    from twisted.internet import reactor

    resolver = load_object(running.settings["TWISTED_DNS_RESOLVER"])
    build_from_crawler(resolver, running, reactor=reactor).install_on_reactor()
