"""The proxies of the environment: doors out, not places to visit."""

from urllib.parse import urlsplit
from urllib.request import getproxies


def proxy_hosts() -> frozenset[str]:
    """Hosts of http_proxy and https_proxy, the two variables that Scrapy goes by."""
    found = getproxies()
    urls = (found[scheme] for scheme in ("http", "https") if scheme in found)
    hosts = (_host(url if "://" in url else f"//{url}") for url in urls)
    return frozenset(filter(None, hosts))


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
