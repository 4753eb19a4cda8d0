"""Which articles of a corpus are copies of each other (转载), for corpora of any size."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from cleaners.duplicates import likely_original, signature
from crawler.corpus.disk_index import DiskIndex
from crawler.corpus.reading import article_files, read_rows
from schemas import Article
from schemas._value import Value

_FIELDS = ("url", "site", "title", "source", "published_at", "published_precision")
"""What the choice of the original needs, beside the text."""


class DuplicateGroup(Value):
    """Copies of one article."""

    group: str
    """Identifier: equal for the same copies, in whatever order they were read."""
    original: str
    """The URL of the copy that the others were likely taken from; its place in the corpus where it has none."""
    copies: tuple[str, ...]
    """The URLs (or places) of all copies, the original among them, in the order they were read."""


def find_copies(paths: Iterable[Path]) -> list[DuplicateGroup]:
    """The groups of copies among the articles of files and folders; nothing is changed or deleted.

    The corpus is read twice and never held; the signatures lie in temporary files, 768 bytes an article. Raises
    FileNotFoundError where there is no article file, ValueError where a line is no article.
    """
    return [group for group, _, _ in copies_in(article_files(paths))]


def copies_in(files: Sequence[Path]) -> Iterator[tuple[DuplicateGroup, tuple[int, ...], int]]:
    """Each group with the numbers of its articles, counted from 0 in the order they are read, and that of its
    original."""
    with DiskIndex() as index:
        for _, row in read_rows(files, ("text",)):
            index.add(signature(row["text"]))
        groups = index.groups()
    wanted = {number for group in groups for number in group}
    copies = {
        number: (place, _article(row))
        for number, (place, row) in enumerate(read_rows(files, ("text", *_FIELDS)))
        if number in wanted
    }
    for members in groups:
        articles = [copies[number][1] for number in members]
        names = [article.url or copies[number][0] for number, article in zip(members, articles, strict=True)]
        distinct = tuple(dict.fromkeys(names))
        if len(distinct) > 1:  # a page that was fetched twice is no copy of itself
            original = likely_original(articles)
            at = next(at for at, article in enumerate(articles) if article is original)
            digest = hashlib.sha256("\n".join(sorted(distinct)).encode()).hexdigest()
            yield DuplicateGroup(group=digest[:16], original=names[at], copies=distinct), members, members[at]


def _article(row: Mapping[str, Any]) -> Article:
    """The article without its text."""
    return Article.model_validate({"text": ""} | {name: row.get(name) for name in _FIELDS})
