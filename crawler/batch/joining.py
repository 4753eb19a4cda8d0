"""Split articles (下一页): pages that continue one another stand one behind the other in the archive of a crawl."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaners.joining import join
from schemas import Article, Record

_MAX_PAGES = 50
"""Pages of an article that are joined, as in a crawl: a chain that goes on is one that a site makes up."""


def joined(outcomes: Iterable[Record]) -> Iterator[Record]:
    """The outcomes, each article with the pages directly behind it that it names as its next ones, as one article.

    An article that names a next page which does not follow gets the flag `truncated`.
    """
    parts: list[Article] = []
    for outcome in outcomes:
        if parts and not (
            isinstance(outcome, Article) and outcome.url == parts[-1].next_page and len(parts) < _MAX_PAGES
        ):
            yield join(parts)
            parts = []
        if isinstance(outcome, Article) and (parts or outcome.next_page):
            parts.append(outcome)
        else:
            yield outcome
    if parts:
        yield join(parts)
