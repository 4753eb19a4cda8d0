"""The output files of a job: appended to in groups, each with a committed length.

What stands beyond a committed length was never promised to anyone; opening the job cuts it off.
"""

import os
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from crawler.job.errors import JobDamaged

SHARD_BYTES = 256 * 1024 * 1024
"""A shard that reached this size is finished and the next one begun."""


class Kind(StrEnum):
    """What a shard holds; the start of its file name."""

    ARTICLES = "articles"
    REJECTIONS = "rejections"
    FAILURES = "failures"
    ARCHIVE = "archive"

    @property
    def suffix(self) -> str:
        """End of the file name."""
        return ".warc.gz" if self is Kind.ARCHIVE else ".jsonl"


class Address(NamedTuple):
    """Where a record begins."""

    file: str
    """File name inside the job folder."""
    offset: int
    """Bytes from the start of the file."""


class Shards:
    """Appends to the current shard of each kind. `sync` makes the group durable, `rollback` undoes it."""

    def __init__(self, folder: Path, committed: Mapping[str, int], *, shard_bytes: int = SHARD_BYTES) -> None:
        self._folder = folder
        self._shard_bytes = shard_bytes
        self._lengths = dict(committed)
        self._pending: dict[str, list[bytes]] = {}
        self._grown: dict[str, int] = {}
        self._files: dict[str, int] = {}
        self._check()
        self._cut()

    @property
    def lengths(self) -> dict[str, int]:
        """Committed length of each file, in bytes."""
        return self._lengths

    def append(self, kind: Kind, data: bytes) -> Address:
        """Queue a record for the current group and tell where it will stand."""
        name = self._current(kind)
        offset = self._grown.get(name, self._lengths.get(name, 0))
        self._pending.setdefault(name, []).append(data)
        self._grown[name] = offset + len(data)
        return Address(name, offset)

    def sync(self) -> dict[str, int]:
        """Write the group to the disk and return the new lengths; they count once `committed` was called."""
        for name, chunks in self._pending.items():
            file = self._open(name)
            _write(file, b"".join(chunks))
            os.fdatasync(file)
        return self._grown

    def committed(self) -> None:
        """The ledger holds the new lengths: the group is part of the files from now on."""
        self._lengths.update(self._grown)
        self._forget_group()
        current = {self._current(kind) for kind in Kind}
        for name in [name for name in self._files if name not in current]:
            os.close(self._files.pop(name))

    def rollback(self) -> None:
        """Drop the group and cut off what may have been written of it."""
        self._forget_group()
        self._cut()

    def close(self) -> None:
        """Close the files."""
        for file in self._files.values():
            os.close(file)
        self._files.clear()

    def _forget_group(self) -> None:
        self._pending = {}
        self._grown = {}

    def _current(self, kind: Kind) -> str:
        number = max((_number(name) for name in (*self._lengths, *self._grown) if _is(kind, name)), default=1)
        name = _name(kind, number)
        if self._grown.get(name, self._lengths.get(name, 0)) >= self._shard_bytes:
            return _name(kind, number + 1)
        return name

    def _open(self, name: str) -> int:
        if name not in self._files:
            path = self._folder / name
            new = not path.exists()
            self._files[name] = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)
            if new:
                sync_folder(self._folder)
        return self._files[name]

    def _check(self) -> None:
        for name, length in self._lengths.items():
            path = self._folder / name
            found = path.stat().st_size if path.exists() else 0
            if found < length:
                raise JobDamaged(f"{path}: {found} bytes, the ledger committed {length}")

    def _cut(self) -> None:
        for path in _shards(self._folder):
            length = self._lengths.get(path.name, 0)
            if path.stat().st_size > length:
                os.truncate(path, length)


def first_shard(folder: Path) -> str:
    """Name of an output file in a folder, '' when there is none."""
    return min((path.name for path in _shards(folder)), default="")


def _shards(folder: Path) -> Iterator[Path]:
    for kind in Kind:
        yield from folder.glob(f"{kind}-?????{kind.suffix}")


def _name(kind: Kind, number: int) -> str:
    return f"{kind}-{number:05}{kind.suffix}"


def _is(kind: Kind, name: str) -> bool:
    return name.startswith(f"{kind}-")


def _number(name: str) -> int:
    return int(name.split("-")[1].split(".")[0])


def _write(file: int, data: bytes) -> None:
    """All of it: a nearly full disk takes a part and says so only through the count."""
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]


def sync_folder(folder: Path) -> None:
    """A new file's name must reach the disk too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
