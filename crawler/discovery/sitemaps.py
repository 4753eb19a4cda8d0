"""Sitemaps (also the index, gzipped, news and text kinds) and feeds (RSS 2.0, RSS 1.0, Atom, JSON Feed), told apart by
how they begin. Read piece by piece: the protocol allows sitemaps of 50 MB. One bad entry costs that entry."""

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import time
from typing import Any

from lxml import etree
from scrapy.http import Response
from scrapy.utils.sitemap import sitemap_urls_from_robots

from cleaners import decode
from crawler.discovery.links import absolute_url

MAX_XML = 50 * 1024 * 1024
"""Bytes of the largest sitemap, unpacked: the limit of the sitemap protocol."""
_PIECE = 1 << 16
_HEAD = 4096  # bytes in which the root element begins
_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?(?:[^?]++|\?(?!>))*+\?>\s*+|<!--(?:[^-]++|-(?!->))*+-->\s*+"
    rb"|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?>\s*+)*+<(?:[\w.-]+:)?([\w.-]+)",
    re.IGNORECASE,
)
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"']([\w.-]+)")
_ITEMS = {"sitemapindex": "sitemap", "urlset": "url", "rss": "item", "RDF": "item", "feed": "entry"}
_DATES = ("lastmod", "pubDate", "updated", "published", "date", "publication_date", "date_modified")


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that a sitemap or feed names."""

    url: str
    changed: datetime | None = None
    """When it was published or changed last, as the sitemap or feed says."""


@dataclass(frozen=True, slots=True)
class Entries:
    """What a sitemap or feed lists. Both are empty for one that lists nothing."""

    pages: tuple[Entry, ...] = ()
    more: tuple[str, ...] = ()
    """URLs of further sitemaps."""

    def dates(self) -> dict[str, float]:
        """When each page changed last, Unix time. Empty where most have the same date, as generators stamp them, and
        without those that lie ahead."""
        moments = {entry.url: entry.changed.timestamp() for entry in self.pages if entry.changed}
        often = max(Counter(moments.values()).values(), default=0)
        stamped = often > max(1, len(self.pages) // 2)
        return {} if stamped else {url: moment for url, moment in moments.items() if moment < time()}


def read_entries(response: Response) -> Entries | None:
    """The entries of a sitemap, feed or robots.txt; None for a page of another kind."""
    if response.url.endswith("/robots.txt"):
        found = sitemap_urls_from_robots(response.body, base_url=response.url)
        return Entries(more=tuple(url for url in map(absolute_url, found) if url))
    body = _unpacked(response.body)
    if root := _ROOT.match(body[:_HEAD]):
        kind = root[1].decode()
        return _of_xml(kind, body, response.url) if kind in _ITEMS else None
    return _of_json(body, response.url) or _of_text(body, response)


def _of_xml(kind: str, body: bytes, base: str) -> Entries:
    parser = etree.XMLPullParser(
        ("end",),
        tag=f"{{*}}{_ITEMS[kind]}",
        recover=True,
        resolve_entities=False,
        no_network=True,
        huge_tree=True,
    )
    found: dict[str, Entry] = {}
    for piece in _pieces(body):
        try:
            parser.feed(piece)
        except etree.XMLSyntaxError:  # what stands before it counts
            break
        events: Iterable[tuple[str, Any]] = parser.read_events()
        for _, item in events:  # the parser is never closed: an item that was cut is none
            entry = _entry(item, base)
            if entry:
                found.setdefault(entry.url, entry)
            item.clear()
            while item.getprevious() is not None:
                del item.getparent()[0]
    pages = tuple(found.values())
    return Entries(more=tuple(found)) if kind == "sitemapindex" else Entries(pages=pages)


def _pieces(body: bytes) -> Iterator[bytes]:
    """The document in UTF-8. Any other is decoded as pages are: sites call GBK GB2312."""
    declared = _DECLARED.match(body[:_HEAD])
    if declared and declared[1].lower() not in (b"utf-8", b"utf8"):
        text = decode(body, headers={}).text
        body = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"), count=1).encode("utf-8", "replace")
    body = body.lstrip(b"\xef\xbb\xbf \t\r\n")
    for start in range(0, len(body), _PIECE):
        yield body[start : start + _PIECE]


def _entry(item: etree._Element, base: str) -> Entry | None:
    """The page an item names: the text or href of its link, else a guid that is one."""
    own = [child for child in item if isinstance(child.tag, str) and child.prefix in (None, item.prefix)]
    address = next(filter(None, (_address(child) for child in own)), None) or next(
        filter(None, map(_permalink, own)), None
    )
    url = absolute_url(address, base) if address else None
    return Entry(url, _changed(item)) if url else None


def _address(child: etree._Element) -> str | None:
    if _name(child) not in ("loc", "link") or child.get("rel", "alternate") != "alternate":
        return None
    return (child.text or "").strip() or child.get("href")


def _permalink(child: etree._Element) -> str | None:
    text = (child.text or "").strip()
    named = _name(child) in ("guid", "id") and child.get("isPermaLink", "true") == "true"
    return text if named and text.startswith(("http://", "https://")) else None


def _changed(item: etree._Element) -> datetime | None:
    dates = (_moment(element.text or "") for element in item.iter("{*}*") if _name(element) in _DATES)
    return next((date for date in dates if date), None)


def _moment(text: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text.strip())
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    return None


def _of_json(body: bytes, base: str) -> Entries | None:
    """JSON Feed 1.1 (jsonfeed.org)."""
    if b"jsonfeed.org/version" not in body[:_HEAD]:
        return None
    try:
        items = json.loads(body)["items"]
        pages = [
            Entry(url, _moment(str(item.get("date_modified") or item.get("date_published") or "")))
            for item in items
            if (url := absolute_url(str(item.get("url") or item.get("id")), base))
        ]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return Entries(pages=tuple(pages))


def _of_text(body: bytes, response: Response) -> Entries | None:
    """A text sitemap: an absolute URL a line, and nothing else."""
    lines = body.lstrip(b"\xef\xbb\xbf").split()
    if not lines or not all(line.startswith((b"http://", b"https://")) for line in lines):
        return None
    found = (absolute_url(line.decode("utf-8", "replace")) for line in lines)
    return Entries(pages=tuple(Entry(url) for url in dict.fromkeys(found) if url))


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
