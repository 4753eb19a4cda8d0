"""Refuses URLs by what they say, before anything else sees them."""

from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.statscollectors import StatsCollector

from crawler.safety.proxies import proxy_hosts
from crawler.safety.refused import Refused
from crawler.safety.urls import refusal


class UrlGuard:
    """Downloader middleware: start URLs, links, redirects, retries and robots.txt requests all pass it."""

    def __init__(self, allowed: frozenset[str], stats: StatsCollector) -> None:
        self._allowed = allowed
        self._proxies = proxy_hosts() - allowed  # the resolver lets them through
        self._stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(frozenset(crawler.settings.getlist("PRIVATE_HOSTS_ALLOWED")), crawler.stats)

    def process_request(self, request: Request) -> None:
        """Raises Refused."""
        if why := refusal(request.url, self._allowed) or self._of_proxy(request.url):
            self._stats.inc_value(f"refused/{why}")
            raise Refused(why)

    def _of_proxy(self, url: str) -> str:
        return "the proxy's own host" if urlsplit(url).hostname in self._proxies else ""
