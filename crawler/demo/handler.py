"""Sends every request to the fixture server, under the host name it asks for.

Real HTTP over a real socket. Only TLS is left out: an https URL travels in the clear to the loopback server.
"""

from urllib.parse import urlsplit

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response


class FixtureHandler(HTTP11DownloadHandler):
    """Download handler for http and https; the setting FIXTURE_SERVER is the server's host:port."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._server = crawler.settings["FIXTURE_SERVER"]

    async def download_request(self, request: Request) -> Response:
        """The response, under the URL that was asked for."""
        parts = urlsplit(request.url)
        sent = request.replace(url=parts._replace(scheme="http", netloc=self._server).geturl())
        sent.headers["Host"] = parts.netloc
        response = await super().download_request(sent)
        request.meta["download_latency"] = sent.meta["download_latency"]
        return response.replace(url=request.url)
