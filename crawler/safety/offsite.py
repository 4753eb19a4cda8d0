"""Keeps the crawl on its site without losing count."""

from scrapy import Request, Spider
from scrapy.downloadermiddlewares.offsite import OffsiteMiddleware
from scrapy.http.request import NO_CALLBACK


class OnSite(OffsiteMiddleware):
    """Scrapy drops a request that a redirect sends off site before its errback can speak: the page would vanish from
    the account. Here it reaches the downloader's door and is refused there."""

    def request_scheduled(self, request: Request, spider: Spider) -> None:
        """Nothing is dropped here."""

    def process_request(self, request: Request, spider: Spider | None = None) -> None:
        """A robots.txt is asked for only on behalf of a page that was let through."""
        if request.callback is not NO_CALLBACK:
            super().process_request(request)
