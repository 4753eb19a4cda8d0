"""Which articles of a corpus are copies of each other (转载): read from job folders, batch output or single files."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from cleaners.duplicates import DuplicateIndex, likely_original, signature
from schemas import Article
from schemas._record import Record

_FIELDS = ("url", "site", "title", "source", "published_at", "published_precision")
"""What the choice of the original needs, beside the text."""
_PATTERNS = ("articles*.jsonl", "articles/*.jsonl", "articles/*.jsonl.gz", "articles/*.parquet")


class DuplicateGroup(Record):
    """Copies of one article."""

    group: str
    """Identifier: equal for the same copies, in whatever order they were read."""
    original: str
    """The URL of the copy that the others were likely taken from; its place in the corpus where it has none."""
    copies: tuple[str, ...]
    """The URLs (or places) of all copies, the original among them, in the order they were read."""


def find_copies(paths: Iterable[Path]) -> list[DuplicateGroup]:
    """The groups of copies among the articles of files and folders; nothing is changed or deleted.

    The corpus is read twice, so that only signatures are held. Raises FileNotFoundError where there is no article
    file, ValueError where a line is no article.
    """
    files = [file for path in paths for file in article_files(path)]
    index = DuplicateIndex()
    for place, row in _rows(files):
        index.add(place, signature(row["text"]))
    groups = index.groups()
    wanted = {place for group in groups for place in group}
    copies = {place: _article(row) for place, row in _rows(files) if place in wanted}
    described = (_group({place: copies[place] for place in group}) for group in groups)
    return [group for group in described if len(group.copies) > 1]


def article_files(path: Path) -> list[Path]:
    """The article files of a folder, or the one file. Raises FileNotFoundError where there is none."""
    files = [path] if path.is_file() else sorted({file for p in _PATTERNS for file in path.glob(p)})
    if not files:
        raise FileNotFoundError(f"{path} holds no articles")
    return files


def _rows(files: Iterable[Path]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """(place, row) of every article."""
    for file in files:
        rows = _parquet_rows(file) if file.suffix == ".parquet" else _json_rows(file)
        for number, row in enumerate(rows, start=1):
            if not isinstance(row, dict) or not isinstance(row.get("text"), str):
                raise ValueError(f"{file}:{number} is no article")
            yield f"{file}:{number}", row


def _json_rows(file: Path) -> Iterator[Any]:
    with gzip.open(file, "rb") if file.suffix == ".gz" else file.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                yield json.loads(line)
            except ValueError as error:
                raise ValueError(f"{file}:{number} is no JSON: {error}") from error


def _parquet_rows(file: Path) -> Iterator[Any]:
    from pyarrow import ArrowInvalid, parquet  # an extra

    try:
        for batch in parquet.ParquetFile(file).iter_batches(1000, columns=["text", *_FIELDS]):
            yield from batch.to_pylist()
    except ArrowInvalid as error:
        raise ValueError(f"{file} is no Parquet file: {error}") from error


def _article(row: Mapping[str, Any]) -> Article:
    """The article without its text."""
    return Article.model_validate({"text": ""} | {name: row.get(name) for name in _FIELDS})


def _group(copies: Mapping[str, Article]) -> DuplicateGroup:
    names = {id(article): article.url or place for place, article in copies.items()}
    members = tuple(dict.fromkeys(names.values()))  # a page that was fetched twice is no copy of itself
    digest = hashlib.sha256("\n".join(sorted(members)).encode()).hexdigest()
    original = likely_original(list(copies.values()))
    return DuplicateGroup(group=digest[:16], original=names[id(original)], copies=members)
