"""Redirects to what is no URL (`http://[x`): the page itself is what there is."""

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware, RedirectMiddleware
from scrapy.http import Response


class Redirects(RedirectMiddleware):
    """Downloader middleware in the place of Scrapy's."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]  # Scrapy's own takes `spider`, too, which it passes only to those that ask
        """The next request, or the response where its Location leads nowhere."""
        try:
            return super().process_response(request, response)
        except ValueError:
            return response


class Refreshes(MetaRefreshMiddleware):
    """Downloader middleware in the place of Scrapy's. Its look at `<base>` may raise, too."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]  # Scrapy's own takes `spider`, too, which it passes only to those that ask
        """The next request, or the response where its refresh leads nowhere."""
        try:
            return super().process_response(request, response)
        except ValueError:
            return response
