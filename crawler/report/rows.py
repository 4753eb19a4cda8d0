"""The run's articles as columns: what the list shows and filters by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crawler.report.job import Held
from schemas import Article, Flag, Kind

FLAGS = tuple(Flag)
KINDS = tuple(Kind)
NEW, CHANGED = 1, 2


def columns(articles: Sequence[Held], explained: Mapping[str, str]) -> dict[str, Any]:
    """Column name to its values, in the order of the articles; sites, kinds and sources by their number in a list."""
    pages = [held.record for held in articles]
    found = [page for page in pages if isinstance(page, Article)]
    sites = _numbers(held.site for held in articles)
    sources = _numbers(page.source or "" for page in found)
    return {
        "sites": list(sites),
        "sources": list(sources),
        "site": [sites[held.site] for held in articles],
        "source": [sources[page.source or ""] for page in found],
        "title": [page.title for page in found],
        "url": [page.url or "" for page in found],
        "people": [" ".join(page.authors) for page in found],
        "published": [minute(page) for page in found],
        "kind": [KINDS.index(page.kind) for page in found],
        "flags": [sum(1 << FLAGS.index(flag) for flag in page.flags) for page in found],
        "confidence": [round(page.quality.confidence * 100) for page in found],
        "chars": [page.quality.chars for page in found],
        "pictures": [len(page.images) for page in found],
        "changed": [CHANGED if page.previous_hash else NEW for page in found],
        "place": [held.place for held in articles],
        "explained": [explained.get(held.place, "") for held in articles],
    }


def _numbers(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(names))}


def minute(article: Article) -> str:
    """The date as printed, to the minute; '' for none."""
    at = article.published_at
    if at is None:
        return ""
    return f"{at:%Y-%m-%d}" if article.published_precision == "day" else f"{at:%Y-%m-%d %H:%M}"
