"""An extension that drops a redirect on its way, as users' do: Scrapy tells nobody."""

from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest


class Dropping:
    """Drops what leads to `/dropped`."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        extension = cls()
        crawler.signals.connect(extension.scheduled, signals.request_scheduled)
        return extension

    def scheduled(self, request: Request) -> None:
        """Raises IgnoreRequest."""
        if request.url.endswith("/dropped"):
            raise IgnoreRequest
