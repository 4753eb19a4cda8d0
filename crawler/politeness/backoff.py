"""Leaves a host alone that was left for this run."""

from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler

from crawler.downloads.waits import Waits
from crawler.politeness.pace import Pace


class HostClosed:
    """Downloader middleware."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raises Waits."""
        pace = self._crawler.get_extension(Pace)
        if why := pace.closed.get(urlsplit(request.url).hostname or "") if pace else None:
            raise Waits(why)
