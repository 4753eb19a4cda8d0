"""Articles as feeds: RSS 2.0 and JSON Feed 1.1."""

from __future__ import annotations

from collections.abc import Iterable
from email.utils import format_datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from schemas import Article

_LEAD = 200
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
"""Characters that XML cannot hold."""


def rss(title: str, home: str, articles: Iterable[Article]) -> bytes:
    """The articles as RSS 2.0."""
    root = Element("rss", version="2.0")
    channel = SubElement(root, "channel")
    for name, text in (("title", title), ("link", home), ("description", title), ("language", "zh-cn")):
        SubElement(channel, name).text = text
    for article in articles:
        _item(SubElement(channel, "item"), article)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _item(item: Element, article: Article) -> None:
    parts = {
        "title": article.title,
        "link": article.url,
        "description": article.text[:_LEAD],
        "pubDate": format_datetime(article.published_at) if article.published_at else None,
        "category": article.section[-1] if article.section else None,
    }
    for name, text in parts.items():
        if text:
            SubElement(item, name).text = text.translate(_CONTROLS)
    SubElement(item, "guid", isPermaLink="false").text = article.url or article.content_hash


def json_feed(title: str, home: str, articles: Iterable[Article]) -> dict[str, Any]:
    """The articles as JSON Feed 1.1."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": home,
        "language": "zh-CN",
        "items": [_entry(article) for article in articles],
    }


def _entry(article: Article) -> dict[str, Any]:
    found = {
        "id": article.url or article.content_hash,
        "url": article.url,
        "title": article.title,
        "content_text": article.text,
        "date_published": article.published_at.isoformat() if article.published_at else None,
        "date_modified": article.updated_at.isoformat() if article.updated_at else None,
        "authors": [{"name": name} for name in article.authors],
        "tags": list(article.tags),
        "image": article.images[0].url if article.images else None,
    }
    return {name: value for name, value in found.items() if value}
