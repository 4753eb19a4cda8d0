"""Dates that the head of the page and the attributes of its elements state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from cleaners.metadata.baidu import baidu_text
from cleaners.metadata.dates.found import FoundDate
from cleaners.metadata.dates.reading import find_dates
from cleaners.metadata.dates.stamps import parse_stamp
from cleaners.metadata.head import ld_texts
from cleaners.metadata.sites import site_values

if TYPE_CHECKING:
    from datetime import datetime

    from lxml import etree

    from cleaners.document import Document
    from cleaners.metadata.lines import Line

PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "og:time",
    "bytedance:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "publishtime",
    "publish_time",
    "publication_date",
    "apub:time",
    "og:release_date",
    "weibo:article:create_at",
    "article:create_at",
    "firstpublishedtime",
    "releasedate",
)
"""Meta keys that name the publication, most trusted first."""
LOOSE = (
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "date",
    "publisheddate",
    "creation_date",
    "createdate",
)
"""Keys that templates also fill with other days: believed only when nothing contradicts them."""
UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "datemodified",
    "dateupdate",
    "bytedance:updated_time",
    "bytedance:lastmodified_time",
    "weibo:article:update_at",
    "article:update_at",
    "last-modified",
    "lastmodified",
    "revised",
)
_ATTRIBUTES = (
    "datetime",
    "title",
    "data-time",
    "data-timestamp",
    "data-date",
    "data-val",
    "data-publishtime",
    "content",
)
_LONGEST = 40
"""Characters of an attribute that may be a date."""
_SHORT_LINE = 60
_ELEMENTS = 30


class Stated(NamedTuple):
    """A date and the place that states it."""

    date: FoundDate
    where: str
    updated: bool = False
    published: bool = False
    """Whether the element says so by `itemprop` or `pubdate`."""


def in_metas(doc: Document, keys: tuple[str, ...]) -> Iterator[Stated]:
    for key in keys:
        value = doc.metas.get(key) or doc.metas.get(key.replace("weibo:", "weibo: "))
        if value and (date := parse_stamp(value, fetched_at=doc.fetched_at)):
            yield Stated(date, f"meta {key}")


def for_baidu(doc: Document) -> Iterator[Stated]:
    """The date in the element for Baidu's search."""
    dates = find_dates(baidu_text(doc, "pubtime"), fetched_at=doc.fetched_at)
    yield from (Stated(date, "element #pubtime_baidu", published=True) for date in dates[:1])


def in_json_ld(doc: Document, *fields: str) -> Iterator[Stated]:
    for text in ld_texts(doc.json_ld, *fields):
        if date := parse_stamp(text, fetched_at=doc.fetched_at):
            yield Stated(date, "json-ld")


def in_elements(lines: Sequence[Line], fetched_at: datetime | None) -> Iterator[Stated]:
    """Stamps in the attributes of the elements that print a date: `<time datetime>`, `title="2026-05-17 14:05"`."""
    seen: set[etree._Element] = set()
    for line in lines:
        block = line.run.block
        if block is None or block in seen or len(line.text) > _SHORT_LINE:
            continue
        seen.add(block)
        for count, element in enumerate(block.iter()):
            if count >= _ELEMENTS:
                break
            yield from _of_element(element, fetched_at)


def _of_element(element: etree._Element, fetched_at: datetime | None) -> Iterator[Stated]:
    for attribute in _ATTRIBUTES:
        value = element.get(attribute)
        if not value or len(value) > _LONGEST or not any(map(str.isdigit, value)):
            continue
        if date := parse_stamp(value, fetched_at=fetched_at):
            named = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
            updated = "updated" in named.split() or "modified" in named
            published = "published" in named or element.get("pubdate") is not None
            yield Stated(
                date,
                "time element" if element.tag == "time" else f"{attribute} of an element",
                updated,
                published,
            )
            return


def in_site(doc: Document) -> Iterator[Stated]:
    """The date where the site's file finds it."""
    for text, where in site_values(doc, "time"):
        if date := parse_stamp(text, fetched_at=doc.fetched_at):
            yield Stated(date, where)
