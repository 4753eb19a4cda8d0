"""From what the user names to the list of shards: which files there are, of what kind."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import commonpath
from typing import Any

from fsspec.core import url_to_fs

from crawler.batch.division import SHARD_SIZE, divide
from crawler.batch.files import SINGLE_PAGES, SUFFIXES, File, Kind, kind_of
from crawler.batch.report import BatchError

_LEDGER = "ledger.sqlite"


@dataclass(frozen=True, slots=True)
class Source:
    """The input of one shard."""

    kind: Kind
    files: tuple[File, ...]
    """One file, a range of one, or several whole ones in the order of their URLs."""

    @property
    def url(self) -> str:
        """The file, or the folder that holds all of them."""
        first, last = self.files[0].url, self.files[-1].url
        if len(self.files) == 1:
            return first
        protocol, _, _ = first.rpartition("://")
        return first[: len(protocol) + 3] + commonpath(
            [url.removeprefix(f"{protocol}://").rpartition("/")[0] for url in (first, last)]
        )

    @property
    def size(self) -> int:
        """Bytes that are read."""
        return sum(file.span for file in self.files)

    @property
    def name(self) -> str:
        """Name of the shard: readable, and the same for the same first file whatever else is cleaned with it."""
        first = self.files[0]
        path = PurePosixPath(first.url)
        stem = (path.parent if self.kind in SINGLE_PAGES else path).name.partition(".")[0]
        readable = re.sub(r"[^A-Za-z0-9_-]+", "-", stem)[:40].strip("-_") or "shard"
        identity = f"{first.url} {self.kind} {first.start}"
        return f"{readable}-{hashlib.sha256(identity.encode()).hexdigest()[:10]}"

    @property
    def fingerprint(self) -> str:
        """Digest of the paths, sizes and ranges."""
        listing = "".join(f"{file.url}\n{file.size} {file.start} {file.end}\n" for file in self.files)
        return hashlib.sha256(listing.encode()).hexdigest()


def find_sources(inputs: Sequence[str], out: str, shard_size: float = SHARD_SIZE) -> list[Source]:
    """The shards in some files, folders, patterns (`*.warc.gz`) or fsspec URLs of those, sorted, each file once.

    `shard_size`: megabytes of output that a shard gives, about; see `divide`.
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
    by_kind: dict[Kind, list[File]] = {}
    for url in sorted(found):
        kind, file = found[url]
        by_kind.setdefault(kind, []).append(file)
    shards = (
        Source(kind, files)
        for kind, all_files in by_kind.items()
        for files in divide(all_files, kind, shard_size)
    )
    return sorted(shards, key=lambda source: source.files)


def _url(named: str) -> str:
    try:
        fs, path = url_to_fs(named)
    except (ValueError, ImportError) as error:
        raise BatchError(f"{named}: {error}") from error
    return str(fs.unstrip_protocol(path))


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
