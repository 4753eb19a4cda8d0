"""Watches how hosts answer: slows down, asks a page that was good, leaves the host."""

import asyncio
from collections.abc import Callable
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawler.discovery.links import host_of
from crawler.downloads.ending import ends
from crawler.downloads.waits import Waits
from crawler.politeness.health import Doubt, Host, Verdict
from crawler.politeness.pace import HOST_LEFT, Pace
from crawler.politeness.signs import landing, led_away, sign_of

DOUBT = "host_doubt"
"""Meta key: the Doubt that an answer is part of."""
DECIDED = object()
"""Scrapy signal: a Doubt has its verdict."""
_MOST_HOSTS = 10_000
"""Hosts that are remembered; of those beyond, the one that was quiet for longest is forgotten, never one in doubt."""


class HostHealth:
    """Downloader middleware behind redirects and retries. `known` gives a page of a host that was good in an earlier
    run, or ''; a job sets it."""

    known: Callable[[str], str] = staticmethod(lambda host: "")

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._hosts: dict[str, Host] = {}
        self._open: dict[str, Host] = {}  # those whose doubt was handed out
        self._task: asyncio.Task[None] | None = None
        crawler.signals.connect(self._idle, signals.spider_idle)
        crawler.signals.connect(self._left, HOST_LEFT)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Response:
        """The response, with its Doubt in the request's meta."""
        if request.callback is NO_CALLBACK:
            return response  # robots.txt, or a page that was asked to decide
        asked = (request.meta.get("redirect_urls") or [request.url])[0]
        host = self._host(host_of(asked))
        if doubt := self._look(host, asked, response):
            request.meta[DOUBT] = doubt
            if doubt.verdict is Verdict.OPEN:
                self._open[doubt.host] = host
        if host.row:
            self._slow_down(request, host)
        if host.needs_decision:
            await self._decide(host)
        return response

    def _host(self, name: str) -> Host:
        host = self._hosts.pop(name) if name in self._hosts else Host(name)
        self._hosts[name] = host
        if len(self._hosts) > _MOST_HOSTS:
            quiet = next(other for other in self._hosts if other not in self._open or other == name)
            if quiet != name:
                del self._hosts[quiet]
        return host

    def _look(self, host: Host, asked: str, response: Response) -> Doubt | None:
        """The doubt that the answer is part of."""
        if sign := _sign(response):
            return host.in_doubt(sign)
        if led_away(asked, response.url):
            home = urlsplit(response.url).path in ("", "/")
            self._tell(host.redirected(landing(response.url), home=home))
            return host.doubt
        self._tell(host.answered_well(response.url))
        return None

    def _tell(self, doubt: Doubt | None) -> None:
        if doubt and self._open.pop(doubt.host, None):
            self._crawler.signals.send_catch_log(DECIDED, doubt=doubt)

    def _slow_down(self, request: Request, host: Host) -> None:
        if pace := self._crawler.get_extension(Pace):
            pace.slow_down(request, 2.0 ** min(host.row, 6))

    async def _decide(self, host: Host) -> None:
        """Ask a page that was good. The end of the crawl decides nothing; a page that cannot be asked while it goes on
        is no good page any more."""
        host.deciding = True
        try:
            well = await self._is_well(host)
        except Waits:
            if ends(self._crawler):
                return
            well = False
        finally:
            host.deciding = False
        if well:
            self._tell(host.settle(Verdict.PAGES))
        else:
            self._leave(host)

    async def _is_well(self, host: Host) -> bool:
        url = host.good or self.known(host.doubt.host)
        if not url or self._crawler.engine is None:
            return False
        probe = Request(url, NO_CALLBACK, meta={"dont_retry": True}, dont_filter=True)
        try:
            response = await self._crawler.engine.download_async(probe)
        except Waits:
            raise
        except Exception:  # no answer at all
            return False
        return not _sign(response) and not led_away(url, response.url)

    def _leave(self, host: Host) -> None:
        why = f"{host.row} answers in a row that may be the host's own, the last one {host.why}"
        if pace := self._crawler.get_extension(Pace):
            pace.leave(host.doubt.host, why)
        self._left(host.doubt.host)  # where it was left before, nobody is told

    def _left(self, host: str) -> None:
        self._tell(self._host(host).settle(Verdict.HOSTS))

    def _idle(self) -> None:
        """Nothing is left to do: what is still in doubt is decided now."""
        if self._open and (self._task is None or self._task.done()):
            self._task = asyncio.ensure_future(self._decide_all())
        if self._task and not self._task.done():
            raise DontCloseSpider

    async def _decide_all(self) -> None:
        for host in list(self._open.values()):
            if host.row and (host.good or self.known(host.doubt.host)):
                await self._decide(host)
            else:  # a redirect alone; or it never answered anything else, and there is no saying
                self._tell(host.settle(Verdict.PAGES))
        if self._crawler.engine and (slot := self._crawler.engine._slot):
            slot.nextcall.schedule()


def _sign(response: Response) -> str:
    content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
    return sign_of(response.status, response.body, content_type)
