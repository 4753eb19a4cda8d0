"""Articles in the form that other tools read: filtered, with their copies marked, personal data masked, when asked."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import Field

from cleaners.pii import mask_personal
from crawler.corpus.measures import Measures
from crawler.corpus.options import Copies, Personal, Target
from crawler.corpus.reading import article_files, read_articles
from crawler.corpus.targets import open_target, write_card
from crawler.corpus.where import Where
from schemas import Article
from schemas._value import Value

_PRINTED = ("title", "text", "original_title", "original_text")
_STRUCTURE = ("markdown", "html")
"""Forms of the text that are left out where something of it was masked."""


class ExportReport(Value):
    """What an export did; it is written beside the files, as export.json."""

    target: str
    """Form of the files."""
    read: int = 0
    """Articles read."""
    written: int = 0
    """Articles written."""
    filtered: int = 0
    """Left out because `where` was not true of them."""
    copies: int = 0
    """Left out as copies."""
    where: str | None = None
    """The filter."""
    personal: dict[str, int] = Field(default_factory=dict)
    """Finds of personal data in what was written, by kind; empty when it was not looked for."""
    characters: int = 0
    """Characters written, blanks not counted."""


def export(
    paths: Sequence[Path],
    out: Path,
    target: Target,
    *,
    where: Where | None = None,
    copies: Copies | None = None,
    personal: Personal | None = None,
    measures: Measures | None = None,
) -> ExportReport:
    """Write the articles of files and folders to the new folder `out`, which has its name when all is there. They are
    measured before they are filtered.

    Raises FileExistsError when `out` is there and not empty, FileNotFoundError where there are no articles, ValueError
    where a row is none.
    """
    if out.is_dir() and any(out.iterdir()):
        raise FileExistsError(17, "the folder is not empty", str(out))
    passing = out.with_name(f"{out.name}.part")
    shutil.rmtree(passing, ignore_errors=True)
    passing.mkdir(parents=True)
    counts, found = Counter[str](), Counter[str]()
    with open_target(target, passing) as write:
        for article, is_copy in _marked(article_files(paths), copies):
            counts["read"] += 1
            article = measures(article) if measures else article
            if is_copy and copies is Copies.DROP:
                counts["copies"] += 1
            elif where and not where.keeps(article):
                counts["filtered"] += 1
            else:
                written = _without_personal(article, personal, found)
                write(written)
                counts["written"] += 1
                counts["characters"] += written.quality.chars
    report = ExportReport(
        target=target, where=where.text if where else None, personal=dict(sorted(found.items())), **counts
    )
    write_card(target, passing, report.model_dump())
    (passing / "export.json").write_text(report.model_dump_json(indent=1) + "\n", "utf-8")
    if out.is_dir():
        out.rmdir()
    passing.rename(out)
    return report


def _marked(files: Sequence[Path], copies: Copies | None) -> Iterator[tuple[Article, bool]]:
    """Each article with its group, and whether it is a copy of another."""
    marks = _marks(files) if copies else {}
    for number, (_, article) in enumerate(read_articles(files)):
        if number not in marks:
            yield article, False
            continue
        name, original_url, is_copy = marks[number]
        yield article.model_copy(update={"duplicate_group": name, "original": original_url}), is_copy


def _marks(files: Sequence[Path]) -> dict[int, tuple[str, str, bool]]:
    """(group, original, whether it is a copy of that) by the number of the article."""
    from crawler.corpus.copies import copies_in  # an extra

    return {
        number: (group.group, group.original, number != original)
        for group, members, original in copies_in(files)
        for number in members
    }


def _without_personal(article: Article, personal: Personal | None, found: Counter[str]) -> Article:
    if personal is None:
        return article
    printed = {name: getattr(article, name) or "" for name in _PRINTED}
    masked = {name: mask_personal(text) for name, text in printed.items()}
    found.update(masked["title"][1] + masked["text"][1])
    if personal is Personal.COUNT:
        return article
    changed = {name: text for name, (text, counts) in masked.items() if counts}
    structure = dict.fromkeys(_STRUCTURE) | {"blocks": None} if changed else {}
    return article.model_copy(update=changed | structure)
