"""Scrapy's download handler with a browser behind it, for requests whose meta asks for one."""

from __future__ import annotations

import asyncio
import os
import shutil
from contextlib import AsyncExitStack, suppress
from typing import Any

from playwright.async_api import Error as BrowserError
from playwright.async_api import Page
from playwright.async_api import Request as BrowserRequest
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError, DownloadTimeoutError
from scrapy.http import Response
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler
from scrapy_playwright.page import PageMethod

from crawler.downloads.handler import HttpHandler
from crawler.render.gate import Gate
from crawler.render.memory import end_over
from crawler.safety.refused import Refused

_QUIET_SECONDS = 5
"""How long a page may go on loading after its load event before it is taken as it is."""
_CLOSE_SECONDS = 5
_LOOK_SECONDS = 0.5
_UNSEEN = {"image", "media", "font"}
"""What a page's text does not need; it is not asked for."""


class RenderHandler(ScrapyPlaywrightDownloadHandler, HttpHandler):  # type: ignore[misc]  # it has no types
    """For http and https. A page has a context of its own, which is closed with it: no cookies, nothing left behind."""

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        super().__init__(crawler)
        self._seconds, self._memory = settings.getfloat("RENDER_TIMEOUT"), settings.getint("RENDER_MEMORY")
        self.config.navigation_timeout_ms = 1000 * self._seconds
        self._maxsize = settings.getint("DOWNLOAD_MAXSIZE")
        self._allowed = frozenset(settings.getlist("PRIVATE_HOSTS_ALLOWED"))
        self._browser = (
            settings["RENDER_BROWSER"] or shutil.which("chromium") or shutil.which("google-chrome")
        )
        self._held = AsyncExitStack()
        self._ready = asyncio.Lock()
        self._started = False
        self.abort_request = _is_unseen

    async def _launch(self) -> None:
        """Not when the crawl begins, but before the first page that needs it."""

    async def _start(self) -> None:
        async with self._ready:
            if self._started:
                return
            gate = await self._held.enter_async_context(Gate(self._allowed, self._count_refused))
            self.config.launch_options = {
                "executable_path": self._browser,
                "args": _arguments(self._memory),
                "proxy": {"server": gate.url},
            }
            await super()._launch()
            self._started = True

    def _count_refused(self, why: str) -> None:
        self.stats.inc_value(f"refused/{why}")

    async def _download_request(self, request: Request, spider: Any = None) -> Response:
        """The page as the browser shows it. Raises DownloadTimeoutError, Refused, DownloadCancelledError for a page that
        is too large, and what the browser raises."""
        await self._start()
        context = f"page-{id(request)}"
        request.meta["playwright_context"] = context
        request.meta["playwright_page_methods"] = [PageMethod(_quiet)]
        watch = asyncio.ensure_future(self._watch())
        try:
            shown: Response = await asyncio.wait_for(
                super()._download_request(request, spider), self._seconds
            )
        except TimeoutError as error:
            raise DownloadTimeoutError(f"the browser took longer than {self._seconds:g} s") from error
        except BrowserError as error:
            why = str(error).partition("\n")[0]
            refused = any(
                word in why for word in ("ERR_TUNNEL_CONNECTION_FAILED", "ERR_HTTP_RESPONSE_CODE_FAILURE")
            )
            raise (Refused("private address") if refused else OSError(f"the browser: {why}")) from error
        finally:
            watch.cancel()
            await self._close_context(context)
            for name in ("playwright_page_methods", "playwright_context", "playwright_page"):
                request.meta.pop(name, None)
        if len(shown.body) > self._maxsize:
            raise DownloadCancelledError(f"{len(shown.body)} bytes, DOWNLOAD_MAXSIZE is {self._maxsize}")
        return shown

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            if ended := end_over(self._memory):
                self.stats.inc_value("render/out_of_memory", ended)

    async def _close_context(self, name: str) -> None:
        """A page whose script never ends does not close: then the browser goes, and the next page starts another."""
        held = self.context_wrappers.get(name)
        if held is None:
            return
        try:
            await asyncio.wait_for(held.context.close(), _CLOSE_SECONDS)
        except (TimeoutError, BrowserError):
            self.context_wrappers.pop(name, None)
            with suppress(TimeoutError, BrowserError):
                await asyncio.wait_for(self.browser.close(), _CLOSE_SECONDS)

    async def close(self) -> None:
        """End the browser, then its way out."""
        if self._started:
            await super().close()
        else:
            await HttpHandler.close(self)
        await self._held.aclose()


async def _quiet(page: Page) -> None:
    """Wait until nothing is loaded any more; a page that never comes to rest is taken as it is."""
    with suppress(BrowserError):
        await page.wait_for_load_state("networkidle", timeout=1000 * _QUIET_SECONDS)


def _is_unseen(request: BrowserRequest) -> bool:
    return request.resource_type in _UNSEEN


def _arguments(memory: int) -> list[str]:
    """Nothing goes past the proxy; scripts have less memory than the process may take."""
    own = [
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
        "--disable-dev-shm-usage",
        f"--js-flags=--max-old-space-size={memory // 2**20 // 2}",
    ]
    return [*own, "--no-sandbox"] if os.getuid() == 0 else own  # as root Chromium has no sandbox
