"""Input files, and what their names say of them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a file holds."""

    WARC = "warc"
    """Responses, or extracted text (WET)."""
    JSONL = "jsonl"
    """One raw page or extracted text a line."""
    PARQUET = "parquet"
    """One raw page or extracted text a row."""
    HTML = "html"
    """One page as it was received."""
    TEXT = "text"
    """One extracted text."""


SUFFIXES = {
    ".warc": Kind.WARC,
    ".warc.gz": Kind.WARC,
    ".wet": Kind.WARC,
    ".wet.gz": Kind.WARC,
    ".jsonl": Kind.JSONL,
    ".jsonl.gz": Kind.JSONL,
    ".ndjson": Kind.JSONL,
    ".ndjson.gz": Kind.JSONL,
    ".parquet": Kind.PARQUET,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".shtml": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".txt": Kind.TEXT,
}

SINGLE_PAGES = (Kind.HTML, Kind.TEXT)
"""Kinds of files that hold one page each."""


class File(NamedTuple):
    """An input file, or a range of it."""

    url: str
    """With its protocol: `file:///…`, `s3://…`."""
    size: int
    """Of the whole file, in bytes."""
    start: int = 0
    """What begins at this byte or behind it is read."""
    end: int | None = None
    """What begins before this byte is read; None: up to the end of the file."""

    @property
    def span(self) -> int:
        """Bytes of the range."""
        return (self.size if self.end is None else self.end) - self.start


def kind_of(path: str) -> Kind | None:
    """The kind of a file by its suffix, or None."""
    name = path.lower()
    return next((kind for suffix, kind in SUFFIXES.items() if name.endswith(suffix)), None)
