"""From what the user names to the list of shards: which files there are, of what kind, in what portions."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from fsspec.core import url_to_fs

from crawler.batch.report import BatchError

FILES_PER_SHARD = 1000
"""Files of a folder of single pages that make one shard: some seconds of work."""
_LEDGER = "ledger.sqlite"


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
"""Kinds of files that hold one page each: many make one shard."""


class File(NamedTuple):
    """One input file."""

    url: str
    """With its protocol: `file:///…`, `s3://…`."""
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True)
class Source:
    """The input of one shard."""

    kind: Kind
    files: tuple[File, ...]
    """One file; several where each holds a single page."""

    part: int = 0
    """Which portion of its folder it is."""

    @property
    def url(self) -> str:
        """The file, or the folder of several."""
        first = self.files[0].url
        return first.rpartition("/")[0] if self.kind in SINGLE_PAGES else first

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)

    @property
    def name(self) -> str:
        """Name of the shard: readable, and the same for the same input whatever else is cleaned with it."""
        stem = PurePosixPath(self.url).name.partition(".")[0]
        readable = re.sub(r"[^A-Za-z0-9_-]+", "-", stem)[:40].strip("-_") or "shard"
        identity = f"{self.url} {self.kind} {self.part}"
        return f"{readable}-{hashlib.sha256(identity.encode()).hexdigest()[:10]}"

    @property
    def fingerprint(self) -> str:
        """Digest of the paths and sizes."""
        listing = "".join(f"{file.url}\n{file.size}\n" for file in self.files)
        return hashlib.sha256(listing.encode()).hexdigest()


def find_sources(inputs: Sequence[str], out: str) -> list[Source]:
    """The shards in some files, folders, patterns (`*.warc.gz`) or fsspec URLs of those, sorted, each file once.

    A folder is searched to its depths; files whose suffix tells nothing are passed over there, as are those whose
    name or folder begins with `.` or `_`, and those below the output folder `out`. Of a job's folder only the archive
    is taken. Raises BatchError when an input does not exist, is of no known kind, or holds nothing to read.
    """
    found: dict[str, tuple[Kind, File]] = {}
    below = _url(out).rstrip("/") + "/"
    for named in inputs:
        files = {url: entry for url, entry in _files(named) if not url.startswith(below)}
        if not files:
            raise BatchError(f"nothing to read in {named}")
        found |= files
    by_url = [found[url] for url in sorted(found)]
    single = [Source(kind, (file,)) for kind, file in by_url if kind not in SINGLE_PAGES]
    return sorted([*single, *_portions(by_url)], key=lambda source: source.files)


def _url(named: str) -> str:
    try:
        fs, path = url_to_fs(named)
    except (ValueError, ImportError) as error:
        raise BatchError(f"{named}: {error}") from error
    return str(fs.unstrip_protocol(path))


def _portions(found: Iterable[tuple[Kind, File]]) -> Iterator[Source]:
    """Files that hold one page each, by folder and in portions."""
    pages = (entry for entry in found if entry[0] in SINGLE_PAGES)
    by_folder = sorted(pages, key=lambda entry: (entry[0], entry[1].url.rpartition("/")[0], entry[1]))
    for (kind, _), group in groupby(by_folder, key=lambda entry: (entry[0], entry[1].url.rpartition("/")[0])):
        files = [file for _, file in group]
        for part, start in enumerate(range(0, len(files), FILES_PER_SHARD)):
            yield Source(kind, tuple(files[start : start + FILES_PER_SHARD]), part)


def _files(named: str) -> Iterator[tuple[str, tuple[Kind, File]]]:
    """The readable files of one input, by URL."""
    try:
        fs, root = url_to_fs(named)
        for path, size, explicit in _listed(fs, root):
            kind = kind_of(path)
            if kind:
                url = fs.unstrip_protocol(path)
                yield url, (kind, File(url, size))
            elif explicit:
                raise BatchError(f"{path} is of no known kind; known are {', '.join(SUFFIXES)}")
    except (OSError, ValueError, ImportError) as error:
        raise BatchError(f"{named} cannot be read: {error}") from error


def _listed(fs: Any, root: str) -> Iterator[tuple[str, int, bool]]:
    """(path, size, whether the user named it) of what an input stands for."""
    for top in sorted(fs.glob(root)) if "*" in root else [root]:
        if not fs.isdir(top):
            yield top, fs.info(top)["size"], True
            continue
        job = fs.exists(f"{top}/{_LEDGER}")
        for path, info in sorted(fs.find(top, detail=True).items()):
            below = path[len(top) :].strip("/")
            hidden = any(part.startswith((".", "_")) for part in below.split("/"))
            if not hidden and (not job or kind_of(path) is Kind.WARC):
                yield path, info["size"], False


def kind_of(path: str) -> Kind | None:
    """The kind of a file by its suffix, or None."""
    name = path.lower()
    return next((kind for suffix, kind in SUFFIXES.items() if name.endswith(suffix)), None)
