"""The pace of each host: its robots.txt sets the delay, a busy answer makes a pause.

Scrapy parses Crawl-delay without applying it, does not slow down on 429 and 503, and its AutoThrottle lowers a delay
that was raised. Here a delay is set, and a pause begun, before the host's next request can leave.
"""

import logging
from collections import Counter
from datetime import UTC, datetime
from time import monotonic
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request, Spider, signals
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import RobotParser
from scrapy.utils.asyncio import call_later

from crawler.downloads.waits import Waits
from crawler.politeness.retry_after import BUSY, pause

HOST_LEFT = object()
"""Scrapy signal: a host is not asked again in this run."""
logger = logging.getLogger(__name__)
_LONGEST_DELAY = 60.0  # seconds; a robots.txt that asks for more asks for a crawl that never ends

# Seconds. Without any delay, Scrapy 2.19 looks neither at the time of a host's last request nor at how many are under way:
# all that wait for the host leave at once.
_SHORTEST_DELAY = 0.001
_HELD = 60.0
"""Seconds for which nothing leaves the queue of a host that was left; it is emptied at once."""


class Pace:
    """Extension. Also says which hosts were left for this run."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._agent = crawler.settings["ROBOTSTXT_USER_AGENT"] or crawler.settings["USER_AGENT"]
        self._longest_pause = crawler.settings.getfloat("RETRY_AFTER_MAX")
        self._delays: dict[str, float] = {}
        self._busy: Counter[str] = Counter()
        self.closed: dict[str, str] = {}
        """Hosts that are not asked again in this run, and why."""
        for handler, signal in (
            (self._robots_parsed, signals.robots_parsed),
            (self._reached_downloader, signals.request_reached_downloader),
            (self._downloaded, signals.response_downloaded),
        ):
            crawler.signals.connect(handler, signal)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def _robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        delay = robotparser.crawl_delay(self._agent)
        if delay:
            host = urlsplit(request.url).hostname or ""
            self._delays[host] = min(delay, _LONGEST_DELAY)
            logger.info("%s asks for %s s between requests", host, delay)

    def _reached_downloader(self, request: Request) -> None:
        self._keep_delay(request)
        host, slot = self._slot(request)
        if host in self.closed:  # it had passed HostClosed when the host was left
            slot.lastseen = monotonic() + _HELD
            call_later(0, _empty, slot, self.closed[host])
        if request.callback is NO_CALLBACK:
            call_later(0, self._put_first, request)

    def _put_first(self, request: Request) -> None:
        """robots.txt, a page that decides about a host, and the files of an article in work are not to stand behind the
        pages that wait for them."""
        _, slot = self._slot(request)
        for entry in slot.queue:
            if entry[0] is request:
                slot.queue.remove(entry)
                slot.queue.appendleft(entry)
                return

    def _downloaded(self, response: Response, request: Request, spider: Spider) -> None:
        self._keep_delay(request)
        host, slot = self._slot(request)
        if response.status in BUSY or (response.status >= 400 and b"Retry-After" in response.headers):
            self._busy[host] += 1
            self._pause(host, slot, response)
        else:
            self._busy.pop(host, None)

    def _keep_delay(self, request: Request) -> None:
        host, slot = self._slot(request)
        slot.delay = max(slot.delay, self._delays.get(host, _SHORTEST_DELAY))

    def _pause(self, host: str, slot: Slot, response: Response) -> None:
        header = (response.headers.get("Retry-After") or b"").decode("latin-1")
        seconds = pause(header, self._busy[host], datetime.now(UTC))
        if seconds > self._longest_pause:
            self.leave(host, f"it asked for a pause of {seconds:.0f} s (HTTP {response.status})")
            return
        logger.info("%s is busy (%d): pause of %.1f s", host, response.status, seconds)
        slot.lastseen = max(slot.lastseen, monotonic() + seconds - slot.delay)
        self._crawler.stats.inc_value("politeness/pauses")

    def leave(self, host: str, why: str) -> None:
        """Ask nothing of the host in this run any more: what is queued for it waits; HostClosed sees to what comes."""
        if host in self.closed:
            return
        logger.warning("%s is left for this run: %s", host, why)
        self.closed[host] = why
        self._crawler.stats.inc_value("politeness/hosts_left")
        if slot := self._crawler.engine.downloader.slots.get(host):
            _empty(slot, why)
        self._crawler.signals.send_catch_log(HOST_LEFT, host=host, why=why)

    def slow_down(self, request: Request, times: float) -> None:
        """Let so many delays pass before the host is asked again."""
        slot = self._crawler.engine.downloader.slots.get(request.meta.get("download_slot", ""))
        if slot:
            slot.lastseen = max(slot.lastseen, monotonic() + (times - 1) * slot.delay)

    def _slot(self, request: Request) -> tuple[str, Slot]:
        key = request.meta["download_slot"]
        return urlsplit(request.url).hostname or "", self._crawler.engine.downloader.slots[key]


def _empty(slot: Slot, why: str) -> None:
    """What is queued for a host that was left waits for another run."""
    while slot.queue:
        _, answer = slot.queue.popleft()
        answer.errback(Waits(why))
