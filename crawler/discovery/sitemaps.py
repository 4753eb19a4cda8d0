"""Sitemaps (also the index, gzipped and news kinds) and feeds (RSS 2.0, RSS 1.0, Atom), told apart by their root."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree
from scrapy.http import Response
from scrapy.utils.sitemap import sitemap_urls_from_robots

MAX_XML = 50 * 1024 * 1024
"""Bytes of the largest sitemap, unpacked: the limit of the sitemap protocol."""


@dataclass(frozen=True, slots=True)
class Entries:
    """What a sitemap or feed lists. Both are empty for a page of another kind."""

    pages: tuple[str, ...] = ()
    """URLs of pages."""
    more: tuple[str, ...] = ()
    """URLs of further sitemaps."""


def read_entries(response: Response) -> Entries | None:
    """The entries of a sitemap, feed or robots.txt; None for a page of another kind."""
    if response.url.endswith("/robots.txt"):
        return Entries(more=tuple(sitemap_urls_from_robots(response.body, base_url=response.url)))
    body = _unpacked(response.body)
    if not body[:512].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or b"<html" in body[:1024].lower():
        return None
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(body, parser)
    return None if root is None else _entries(root, response.url)


def _entries(root: etree._Element, base: str) -> Entries | None:
    kind = _name(root)
    if kind == "sitemapindex":
        return Entries(more=_unique(base, _texts(root, "sitemap", "loc")))
    if kind == "urlset":
        return Entries(pages=_unique(base, _texts(root, "url", "loc")))
    if kind in ("rss", "RDF"):
        return Entries(pages=_unique(base, _texts(root, "item", "link")))
    if kind == "feed":
        return Entries(pages=_unique(base, _atom_links(root)))
    return None


def _texts(root: etree._Element, parent: str, child: str) -> Iterator[str]:
    """Text of the `child` elements that stand directly in `parent` elements, whatever their namespace; a sitemap's
    image:loc is no page."""
    for element in root.iter(f"{{*}}{parent}"):
        found = next((e for e in element if _name(e) == child and e.prefix in (None, root.prefix)), None)
        if found is not None and found.text and found.text.strip():
            yield found.text.strip()


def _atom_links(root: etree._Element) -> Iterator[str]:
    for entry in root.iter("{*}entry"):
        for link in entry.iterfind("{*}link"):
            if link.get("rel", "alternate") == "alternate" and link.get("href"):
                yield str(link.get("href"))
                break


def _unique(base: str, urls: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(urljoin(base, url) for url in urls))


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _unpacked(body: bytes) -> bytes:
    """The body with gzip undone; cut at the limit, so that a bomb stays small."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, MAX_XML)
    except zlib.error:
        return b""
