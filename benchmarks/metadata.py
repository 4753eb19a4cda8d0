"""How often title, date, 来源, author and editor are right, on corpus folders that mark them.

    python -m benchmarks.metadata CORPUS [CORPUS...]    # `published`, `source`, `author`, `editor` in gold.jsonl

Prints a Markdown table, and each miss on standard error. A name is right when its letters and digits are; authors and
editors when the set of names is. What is not clear (`?`) does not count; where the page names nobody, finding nobody is right.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.commands import given_folders
from benchmarks.corpora import GoldPage, read_corpus
from benchmarks.scoring import comparable
from cleaners import Cleaner
from schemas import Article, Page

COLUMNS = ("title", "day", "minute", "source", "author", "editor")
_CLEANER = Cleaner(script="original")
_BEIJING = ZoneInfo("Asia/Shanghai")
_SEPARATORS = re.compile(r"[\s、,，;；/&]+")
_MINUTE = len("2019-09-07 13:43")


def expected(page: GoldPage) -> Iterator[tuple[str, object]]:
    """Column and what is right there."""
    yield "title", comparable(page.title)
    fields = page.fields
    published = fields.get("published")
    if published and published != "?":
        yield "day", published[:10]
        if len(published) >= _MINUTE:
            yield "minute", published[:_MINUTE]
    if "source" in fields and fields["source"] != "?":
        yield "source", comparable(fields["source"] or "")
    for column in ("author", "editor"):
        if column in fields and fields[column] != "?":
            yield column, _names(_SEPARATORS.split(fields[column] or ""))


def found(article: Article) -> dict[str, object]:
    """The same of an article."""
    published = article.published_at and article.published_at.astimezone(_BEIJING)
    return {
        "title": comparable(article.title),
        "day": published and f"{published:%Y-%m-%d}",
        "minute": published and f"{published:%Y-%m-%d %H:%M}",
        "source": comparable(article.source or ""),
        "author": _names(article.authors),
        "editor": _names(article.editors),
    }


def measure(name: str, pages: list[GoldPage]) -> None:
    """Print the row of a corpus."""
    right, counted = Counter[str](), Counter[str]()
    for page in pages:
        outcome = _CLEANER.process(Page(url=page.url, headers=page.headers, body=page.body))
        ours = found(outcome) if isinstance(outcome, Article) else {}
        for column, wanted in expected(page):
            counted[column] += 1
            right[column] += ours.get(column) == wanted
            if ours.get(column) != wanted:
                print(f"{name} {page.id} {column}: {wanted!r}, found {ours.get(column)!r}", file=sys.stderr)
    print(f"| {name} ({len(pages)}) |", " | ".join(f"{right[c]}/{counted[c]}" for c in COLUMNS), "|")


def _names(names: list[str] | tuple[str, ...]) -> set[str]:
    return {bare for name in names if (bare := comparable(name))}


def main(folders: list[Path]) -> None:
    """Print the table."""
    print(f"| corpus (pages) | {' | '.join(COLUMNS)} |")
    print("|---" * (len(COLUMNS) + 1) + "|")
    for folder in folders:
        measure(folder.name, list(read_corpus(folder)))


if __name__ == "__main__":
    main(given_folders(__doc__, least=1))
