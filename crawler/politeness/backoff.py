"""Leaves a host alone that asked for a longer pause than a run waits for."""

from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler

from crawler.politeness.pace import Pace
from crawler.safety.refused import Refused


class HostClosed:
    """Downloader middleware."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raises Refused."""
        pace = self._crawler.get_extension(Pace)
        seconds = pace.closed.get(urlsplit(request.url).hostname or "") if pace else None
        if seconds:
            raise Refused(f"the host asked for a pause of {seconds:.0f} s")
