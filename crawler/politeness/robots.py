"""robots.txt (RFC 9309). In the place of Scrapy's middleware, which lets pass what waits while the file is loaded."""

import asyncio
import hashlib
from typing import NoReturn, Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError, IgnoreRequest, NotConfigured
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import RobotParser
from scrapy.utils.misc import build_from_crawler, load_object

from crawler.downloads.ending import ends
from crawler.downloads.waits import Waits
from crawler.politeness.pace import Pace

ROBOTS_READ = object()
"""Scrapy signal: the rules of an origin are known, with their digest."""
_PRIORITY = 1_000  # before all pages
_MOST = 10_000  # origins whose rules are kept
_FOR_LATER = {408, 425, 429}  # statuses that are no answer, like all from 500


class Forbidden(IgnoreRequest):
    """robots.txt forbids the page."""


class Robots:
    """Downloader middleware. Any number of requests wait for one file. Where it cannot be had (a status from 500, no
    answer), all is forbidden, and the host is left for this run."""

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        if not settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        self._crawler = crawler
        self._agent = settings["ROBOTSTXT_USER_AGENT"] or settings["USER_AGENT"]
        self._parser = load_object(settings["ROBOTSTXT_PARSER"])
        self._rules: dict[str, asyncio.Task[RobotParser | None]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raises Forbidden, Waits where there are no rules to go by, and what Scrapy raises for a name that is no
        host's."""
        if request.meta.get("dont_obey_robotstxt"):
            return
        rules = await asyncio.shield(self._rules_for(request))
        if rules and not rules.allowed(request.url, self._agent):
            self._crawler.stats.inc_value("robotstxt/forbidden")
            raise Forbidden("Forbidden by robots.txt")

    def _rules_for(self, request: Request) -> "asyncio.Task[RobotParser | None]":
        parts = urlsplit(request.url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            if len(self._rules) >= _MOST:
                del self._rules[next(iter(self._rules))]
            self._rules[origin] = asyncio.ensure_future(self._read(origin, request))
        return self._rules[origin]

    async def _read(self, origin: str, request: Request) -> RobotParser | None:
        """The rules; None where the file leads to where a crawl may not go."""
        try:
            response = await self._fetch(f"{origin}/robots.txt")
        except CannotResolveHostError:
            raise
        except Waits as error:
            if ends(self._crawler):
                raise
            self._leave(request, str(error))  # it leads to a host that was left
        except IgnoreRequest:
            return None
        except Exception as error:
            self._leave(request, f"{type(error).__name__}: {error}")
        if response.status >= 500 or response.status in _FOR_LATER:
            self._leave(request, f"HTTP {response.status}")
        body = response.body if response.status < 300 else b""
        rules: RobotParser = build_from_crawler(self._parser, self._crawler, body)
        self._crawler.stats.inc_value(f"robotstxt/response_status_count/{response.status}")
        send = self._crawler.signals.send_catch_log
        send(signals.robots_parsed, robotparser=rules, request=request)
        send(ROBOTS_READ, origin=origin, digest=digest_of(body))
        return rules

    async def _fetch(self, url: str) -> Response:
        assert self._crawler.engine
        own = Request(
            url, NO_CALLBACK, priority=_PRIORITY, meta={"dont_obey_robotstxt": True}, dont_filter=True
        )
        return await self._crawler.engine.download_async(own)

    def _leave(self, request: Request, reason: str) -> NoReturn:
        why = f"its robots.txt cannot be fetched ({reason:.200}), and until it can, nothing is"
        if pace := self._crawler.get_extension(Pace):
            pace.leave(urlsplit(request.url).hostname or "", why)
        raise Waits(why)


def digest_of(body: bytes) -> str:
    """Equal for files with the same rules: comments, blanks and sitemaps do not count."""
    lines = (line.partition(b"#")[0].strip() for line in body.replace(b"\r", b"\n").split(b"\n"))
    rules = (line for line in lines if line and not line.lower().startswith(b"sitemap"))
    return hashlib.sha256(b"\n".join(rules)).hexdigest()[:16]
