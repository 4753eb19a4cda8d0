"""Articles to read in the page: text, pictures, what it was before; packed, and unpacked when one is opened."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from isal import isal_zlib

from crawler.report.job import Held
from schemas import Article

CHARACTERS = 10_000_000
"""Most characters of all previews together: of many articles, each shows its beginning."""
TOGETHER = 64
"""Articles in one pack."""
_LEVEL = 2
_GZIP = 31  # window bits that ask for a gzip header
_FIELDS = frozenset(
    [
        "canonical_url",
        "updated_at",
        "account",
        "summary",
        "section",
        "tags",
        "source_title",
        "language",
        "script",
    ]
)


def packs(articles: Sequence[Held], earlier: Mapping[str, Article]) -> Iterator[str]:
    """The previews in packs of TOGETHER, each as base64 of gzip of JSON."""
    longest = max(300, CHARACTERS // max(1, len(articles)))
    for start in range(0, len(articles), TOGETHER):
        some = articles[start : start + TOGETHER]
        yield packed([preview(held, earlier.get(held.place), longest) for held in some])


def packed(data: Any) -> str:
    """JSON, gzip, base64: nothing in it can end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(isal_zlib.compress(text.encode(), _LEVEL, _GZIP)).decode()


def preview(held: Held, before: Article | None = None, longest: int | None = None) -> dict[str, Any]:
    """One article to read; `longest` cuts its text."""
    article = held.record
    assert isinstance(article, Article)
    whole = longest is None or len(article.text) <= longest
    return {
        "text": article.text if whole else article.text[:longest],
        "cut": not whole,
        "html": article.html if whole else None,
        "images": [[image.url, image.caption or ""] for image in article.images],
        "attachments": [[file.name, file.url] for file in article.attachments],
        "credits": [[credit.role, credit.name] for credit in article.credits],
        "fields": _fields(article),
        "provenance": article.provenance,
        "before": _version(before, longest) if before else None,
    }


def _fields(article: Article) -> dict[str, Any]:
    values = article.model_dump(mode="json", include=set(_FIELDS))
    return {name: value for name, value in values.items() if value}


def _version(article: Article, longest: int | None) -> dict[str, Any]:
    """What can have changed."""
    published = article.published_at
    return {
        "title": article.title,
        "source": article.source or "",
        "published": f"{published:%Y-%m-%d %H:%M}" if published else "",
        "fetched": article.fetched_at.isoformat() if article.fetched_at else "",
        "text": article.text[:longest],
    }
