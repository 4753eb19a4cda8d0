"""The links of an HTML page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urldefrag, urljoin, urlsplit

from scrapy.http import Response, TextResponse
from w3lib.html import get_base_url
from w3lib.url import safe_url_string

from crawler.safety.urls import malformed

_LONGEST_HREF = 4_000  # characters; twice what may be fetched, since joining and escaping change the length


@dataclass(frozen=True, slots=True)
class Link:
    """One `<a href>`."""

    url: str
    """Absolute, without fragment."""
    text: str
    """Anchor text, blanks collapsed."""


def page_links(response: Response, worded: Callable[[str], object] | None = None) -> list[Link]:
    """The page's links that a crawler may follow, each URL once, in order; with `worded`, only those whose text it
    accepts. Empty for what is not HTML."""
    if not isinstance(response, TextResponse) or response.selector.type != "html":
        return []
    base = _base(response)
    found: dict[str, Link] = {}
    for href, text in _anchors(response):
        if (worded is None or worded(text)) and (url := _absolute(base, href, response.encoding)):
            found.setdefault(url, Link(url, text))
    return list(found.values())


def host_of(url: str) -> str:
    """Host name in lower case, '' where there is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # a malformed IPv6 address
        return ""


def path_of(url: str) -> str:
    """Path and query: what the URL patterns of a profile are searched in."""
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _anchors(response: TextResponse) -> Iterator[tuple[str, str]]:
    for anchor in response.selector.root.iter("a", "area"):
        href = anchor.get("href")
        if href and len(href) < _LONGEST_HREF:
            yield href.strip(), " ".join("".join(anchor.itertext()).split())


def _base(response: TextResponse) -> str:
    """The page's own URL, or its `<base href>` where that stays on the host: a foreign one leads off site."""
    base = get_base_url(response.text[:4096], response.url, response.encoding)
    return base if host_of(base) == host_of(response.url) else response.url


@lru_cache(maxsize=4_096)  # a site's lists repeat most of their links
def _absolute(base: str, href: str, encoding: str) -> str | None:
    try:
        url = urldefrag(safe_url_string(urljoin(base, href), encoding)).url
    except ValueError:
        return None
    return None if malformed(url) else url
