"""The links of an HTML page."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeGuard
from urllib.parse import urldefrag, urljoin, urlsplit

from scrapy.http import HtmlResponse, JsonResponse, Response, TextResponse, XmlResponse
from w3lib.html import get_base_url
from w3lib.url import safe_url_string

from crawler.safety.urls import malformed

_FEW = 3
"""A page with fewer links may have no purpose but to lead elsewhere."""
_SCRIPT = 2_000  # characters of a script that are looked at
_REFRESH = re.compile(r"\s*+\d*+\s*+[;,]\s*+url\s*+=\s*+(\S+)", re.IGNORECASE)
_LOCATION = re.compile(
    r"""location(?:\.href)?\s*=\s*["']([^"'\\]{1,500})["']|location\.replace\(["']([^"'\\]{1,500})["']"""
)
_HTML = re.compile(rb"<(?:!doctype )?html[\s>]", re.IGNORECASE)
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
    response = _as_html(response)
    if not is_html(response):
        return []
    base = _base(response)
    found: dict[str, Link] = {}
    for href, text in _anchors(response):
        if (worded is None or worded(text)) and (url := _absolute(base, href, response.encoding)):
            found.setdefault(url, Link(url, text))
    return list(found.values())


def is_html(response: Response) -> TypeGuard[TextResponse]:
    """Whether it is text that may be read as HTML. JSON is not even looked at: parsel would take it apart, however deep
    it is."""
    if not isinstance(response, TextResponse) or isinstance(response, JsonResponse):
        return False
    return bool(response.selector.type == "html")


def absolute_url(url: str, base: str = "", encoding: str = "utf-8") -> str | None:
    """The URL, joined to a base and escaped, without fragment; None for one that is not to be followed."""
    return _absolute(base, url.strip(), encoding) if len(url) < _LONGEST_HREF else None


def host_of(url: str) -> str:
    """Host name in lower case, '' where there is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # a malformed IPv6 address
        return ""


def path_of(url: str) -> str:
    """Path and query: what the URL patterns of a site are searched in."""
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _anchors(response: TextResponse) -> Iterator[tuple[str, str]]:
    number = 0
    for anchor in response.selector.root.iter("a", "area", "frame", "iframe"):
        href = anchor.get("href") or anchor.get("src")
        if href and len(href) < _LONGEST_HREF:
            number += 1
            yield href.strip(), " ".join("".join(anchor.itertext()).split())
    if number < _FEW:
        yield from ((href, "") for href in _leads(response))


def _leads(response: TextResponse) -> Iterator[str]:
    """Where a page without links sends its reader: a Refresh header, one line of script."""
    refresh = response.headers.get("Refresh") or b""
    if found := _REFRESH.match(refresh.decode("latin-1")):
        yield found[1].strip("\"' ")
    for script in response.selector.root.iter("script"):
        if found := _LOCATION.search((script.text or "")[:_SCRIPT]):
            yield found[1] or found[2]


def _as_html(response: Response) -> Response:
    """HTML that a server calls XML."""
    if isinstance(response, XmlResponse) and _HTML.search(response.body[:1024]):
        return response.replace(cls=HtmlResponse)
    return response


def _base(response: TextResponse) -> str:
    """The page's own URL, or its `<base href>` where that stays on the host: a foreign one leads off site."""
    try:
        base = get_base_url(response.text[:4096], response.url, response.encoding)
    except ValueError:  # `<base href='http://[x'>`
        return response.url
    return base if host_of(base) == host_of(response.url) else response.url


@lru_cache(maxsize=4_096)  # a site's lists repeat most of their links
def _absolute(base: str, href: str, encoding: str) -> str | None:
    try:
        url = urldefrag(safe_url_string(urljoin(base, href), encoding)).url
    except ValueError:
        return None
    return None if malformed(url) else url
