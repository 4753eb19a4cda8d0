"""The links of an HTML page."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from scrapy.http import Response, TextResponse
from w3lib.html import get_base_url
from w3lib.url import safe_url_string

from crawler.safety.urls import malformed


@dataclass(frozen=True, slots=True)
class Link:
    """One `<a href>`."""

    url: str
    """Absolute, without fragment."""
    text: str
    """Anchor text, blanks collapsed."""


def page_links(response: Response) -> list[Link]:
    """The page's links that a crawler may follow, each URL once, in order. Empty for what is not text."""
    if not isinstance(response, TextResponse) or response.selector.type != "html":
        return []
    found: dict[str, Link] = {}
    for link in _anchors(response):
        found.setdefault(link.url, link)
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


def _anchors(response: TextResponse) -> Iterator[Link]:
    base = _base(response)
    for anchor in response.xpath("//a[@href] | //area[@href]"):
        url = _absolute(base, anchor.attrib["href"], response.encoding)
        if url and not malformed(url):
            yield Link(url, " ".join("".join(anchor.xpath(".//text()").getall()).split()))


def _base(response: TextResponse) -> str:
    """The page's own URL, or its `<base href>` where that stays on the host: a foreign one leads off site."""
    base = get_base_url(response.text[:4096], response.url, response.encoding)
    return base if host_of(base) == host_of(response.url) else response.url


def _absolute(base: str, href: str, encoding: str) -> str | None:
    try:
        return urldefrag(safe_url_string(urljoin(base, href.strip()), encoding)).url
    except ValueError:
        return None
