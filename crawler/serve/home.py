"""The first page: the jobs, and one search over all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from crawler.job.errors import JobError
from crawler.report.previews import packed
from crawler.report.web import page
from crawler.serve.index import Asked
from crawler.serve.shelf import Shelf
from schemas import Article

_FEEDS = """<link rel="alternate" type="application/rss+xml" href="/feed.rss" title="RSS">
<link rel="alternate" type="application/feed+json" href="/feed.json" title="JSON Feed">
"""
_HITS = 50
_AROUND = 40


def home_page(shelves: Iterable[Shelf]) -> str:
    """The page."""
    data = packed({"jobs": [_job(shelf) for shelf in shelves]})
    scripts = ("uPlot.iife.min.js", "charts.js")
    return page("home", scripts, title="", data=data, links=_FEEDS, more="; connect-src 'self'")


def hits(shelves: Sequence[Shelf], words: str) -> dict[str, Any]:
    """Articles of all jobs that hold the words, the best of each job first."""
    found = [
        _hit(shelf, place, shelf.article(place), words)
        for shelf in shelves
        for _, place in (shelf.index.found(Asked(words=words, limit=_HITS)) if words.strip() else ())
    ]
    return {"hits": found}


def _job(shelf: Shelf) -> dict[str, Any]:
    """A job; one that cannot be read says why, and the others are shown."""
    named = {"name": shelf.name, "link": f"jobs/{quote(shelf.name)}/"}
    try:
        return named | _state(shelf)
    except (JobError, OSError) as error:
        return named | {"error": str(error)}


def _state(shelf: Shelf) -> dict[str, Any]:
    return {
        "running": shelf.running(),
        "indexed": shelf.index.size(),
        "runs": [run.model_dump(mode="json") for run in shelf.runs()[-60:]],
    }


def _hit(shelf: Shelf, place: str, article: Article, words: str) -> dict[str, Any]:
    return {
        "job": shelf.name,
        "link": f"jobs/{quote(shelf.name)}/#a={quote(place)}",
        "title": article.title,
        "site": article.site or "",
        "source": article.source or "",
        "published": f"{article.published_at:%Y-%m-%d}" if article.published_at else "",
        "excerpt": _excerpt(article.text, words),
    }


def _excerpt(text: str, words: str) -> str:
    """What stands around the first of the words, else the beginning."""
    line = text.replace("\n", " ")
    at = max(
        0, min((place for word in words.split() if (place := line.find(word)) >= 0), default=0) - _AROUND
    )
    return ("…" if at else "") + line[at : at + 3 * _AROUND] + ("…" if len(line) > at + 3 * _AROUND else "")
