"""Which pages are asked for with the browser: those of a site that says `render`, or empty shells (RENDER = "auto")."""

from __future__ import annotations

import re
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import HtmlResponse, Response
from scrapy.http.request import NO_CALLBACK
from scrapy.statscollectors import StatsCollector

from cleaners.sites import GENERIC, Site

_SHOWN = "playwright"  # scrapy-playwright's meta key
_DATA = re.compile(r"\.(?:xml|gz|json|rss|atom|txt)$|/robots\.txt$|/(?:feed|rss)/?$", re.IGNORECASE)
_UNREAD = re.compile(
    r"<(script|style|noscript|template|svg|head)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<[^<>]*>", re.S | re.I
)
_SHELL = 100
"""Characters of text below which a page with scripts may be a shell."""
_LARGEST = 2_000_000
"""Characters of a page that is looked at; a shell is small."""


class Rendered:
    """Downloader middleware, where a response is whole."""

    def __init__(self, site: Site, stats: StatsCollector, *, auto: bool) -> None:
        self._site = site
        self._stats = stats
        self._auto = auto

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        site = getattr(crawler.spidercls, "site", GENERIC)
        return cls(site, crawler.stats, auto=crawler.settings["RENDER"] == "auto")

    def process_request(self, request: Request) -> None:
        """Ask with the browser from the start, where the site says so."""
        if (
            self._site.render
            and _is_page(request)
            and request.url not in (*self._site.feeds, *self._site.sitemaps)
        ):
            self._show(request)

    def process_response(self, request: Request, response: Response) -> Response | Request:
        """The response, or the request for it once more, with the browser."""
        if not self._auto or request.meta.get(_SHOWN) or not _is_page(request) or not is_shell(response):
            return response
        again = request.replace(dont_filter=True)
        self._show(again)
        return again

    def _show(self, request: Request) -> None:
        if not request.meta.get(_SHOWN):
            request.meta[_SHOWN] = True
            self._stats.inc_value("render/pages")


def is_shell(response: Response) -> bool:
    """Whether a page holds scripts and next to no text."""
    if not isinstance(response, HtmlResponse) or len(response.text) > _LARGEST:
        return False
    text = _UNREAD.sub(" ", response.text)
    return "<script" in response.text.lower() and len("".join(text.split())) < _SHELL


def _is_page(request: Request) -> bool:
    """No robots.txt, feed, sitemap or file."""
    return (
        request.callback is not NO_CALLBACK
        and request.method == "GET"
        and not _DATA.search(urlsplit(request.url).path)
    )
