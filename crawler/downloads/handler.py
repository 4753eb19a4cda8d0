"""Scrapy's HTTP handler: odd headers cost the header, not the page, and a crawl that ends need not wait for a slow body.

The header parser is reached through names that Scrapy and Twisted call private; tests/crawler/downloads notices when
they change.
"""

import asyncio
import re
from typing import Any

from scrapy import Request
from scrapy.core.downloader.handlers import http11
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.downloads.ending import GIVE_UP
from crawler.downloads.waits import Waits

_NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""A header's name: a token of RFC 9110, 5.6.2."""


class HttpHandler(http11.HTTP11DownloadHandler):
    """For http and https."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = _Factory
        self._running: set[asyncio.Task[Response]] = set()
        crawler.signals.connect(self._give_up, GIVE_UP)

    async def download_request(self, request: Request) -> Response:
        """The response. Raises Waits when the crawl ends meanwhile, and what Scrapy raises."""
        task = asyncio.ensure_future(super().download_request(request))
        self._running.add(task)
        try:
            return await task
        except asyncio.CancelledError as error:
            raise Waits("the crawl ended before the page was there") from error
        finally:
            self._running.discard(task)

    def _give_up(self) -> None:
        for task in self._running:
            task.cancel()


class _Parser(http11._LenientHTTPClientParser):
    def headerReceived(self, name: bytes, value: bytes) -> None:
        """A blank before the colon goes, as in browsers; a name that is none (Chinese, `GET /`) goes with its value."""
        name = name.strip()
        if _NAME.fullmatch(name):
            super().headerReceived(name, value)  # type: ignore[no-untyped-call]  # Twisted is not typed


class _Protocol(http11._LenientHTTP11ClientProtocol):
    def request(self, request: Any) -> Any:
        answer = super().request(request)
        if self._parser is not None:
            self._parser.__class__ = _Parser
        return answer


class _Factory(http11._LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: Any) -> _Protocol:
        return _Protocol(self._quiescentCallback)  # type: ignore[no-untyped-call]  # Twisted is not typed
