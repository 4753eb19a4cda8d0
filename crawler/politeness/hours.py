"""Hours in which a site may be asked. The crawl ends with them instead of sleeping: a job goes on when it is run again."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any, Self
from zoneinfo import ZoneInfo

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, NotConfigured

_SPEC = re.compile(r"([01]?\d|2[0-3])-([01]?\d|2[0-4])")
_ZONE = ZoneInfo("Asia/Shanghai")
_REASON = "outside its hours"


class Hours:
    """Spider middleware. The setting CRAWL_HOURS is `22-6`: from 22:00 to 06:00, Asia/Shanghai."""

    def __init__(self, crawler: Crawler, hours: str) -> None:
        self._crawler = crawler
        self._hours = hours
        self._closing: asyncio.Task[None] | None = None
        crawler.signals.connect(self._downloaded, signals.response_downloaded)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        hours = crawler.settings["CRAWL_HOURS"]
        if not hours:
            raise NotConfigured
        is_open(hours, datetime.now(UTC))  # a wrong setting is told before the crawl
        return cls(crawler, hours)

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Raises CloseSpider outside the hours."""
        if not is_open(self._hours, datetime.now(UTC)):
            raise CloseSpider(_REASON)
        async for request in start:
            yield request

    def _downloaded(self) -> None:
        if self._closing is None and not is_open(self._hours, datetime.now(UTC)):
            self._closing = asyncio.ensure_future(self._crawler.engine.close_spider_async(reason=_REASON))


def is_open(hours: str, now: datetime) -> bool:
    """Whether an aware `now` lies within `hours` (`22-6`). Raises ValueError where they are written otherwise."""
    match = _SPEC.fullmatch(hours.strip())
    if not match:
        raise ValueError(f"hours are written like 22-6, not {hours!r}")
    opens, closes = int(match[1]), int(match[2])
    hour = now.astimezone(_ZONE).hour
    return opens <= hour < closes if opens < closes else hour >= opens or hour < closes
