"""Refuses private addresses where the connection is made.

The address that was checked is the address that is connected to, so a name that resolves differently the second time
gains nothing; redirects, robots.txt and sitemaps come this way too. A proxy resolves names itself: behind one, only
UrlGuard and the proxy's own rules hold.
"""

from collections.abc import Sequence
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from crawler.safety.addresses import is_public
from crawler.safety.proxies import proxy_hosts


class PublicResolver(CachingThreadedResolver):
    """Scrapy's resolver, and a look at what it found."""

    allowed: frozenset[str] = frozenset()
    """Names and addresses that may be private, whichever name leads to them."""
    proxies: frozenset[str] = frozenset()
    """Names and addresses of proxies: they are looked up as themselves; no other name may lead to them."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        resolver = super().from_crawler(crawler, reactor)
        resolver.allowed = frozenset(crawler.settings.getlist("PRIVATE_HOSTS_ALLOWED"))
        resolver.proxies = proxy_hosts()
        return resolver

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:
        """The address, or DNSLookupError where it is not a public one."""
        found: Deferred[Any] = super().getHostByName(name, timeout)
        known = name in self.allowed or name in self.proxies
        return found if known else found.addCallback(self._check, name)

    def _check(self, address: str, name: str) -> str:
        if address in self.allowed or is_public(address):
            return address
        raise DNSLookupError(f"{name} has the private address {address}")
