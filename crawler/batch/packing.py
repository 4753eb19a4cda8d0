"""The bytes of an archive, plain or gzip, with the places where reading may begin."""

from __future__ import annotations

import math
import re
from collections import deque
from typing import IO, Protocol, cast

from isal import isal_zlib

CUT = "the file ends inside a gzip member"
_CHUNK = 2**15
"""About one gzip member of a page."""
_UNPACKED = _STRIDE = 2**20
_IsalError = cast(type[Exception], isal_zlib.error)
_GZIP = 31
"""zlib's number for a gzip header and checksum."""
_MAGIC = b"\x1f\x8b"
_MEMBER = re.compile(rb"\x1f\x8b\x08")
_MARK = b"WARC/"
_REREAD = 64 * 2**20


class Packing(Protocol):
    """How an archive is packed."""

    problem: str
    """What ended the bytes, when that is not the end of the file."""
    checked: float
    """Bytes given whose checksum was right."""

    def read(self) -> bytes:
        """The next bytes; none at the end."""

    def place(self, position: int) -> int:
        """The byte of the file where the byte at `position` of those given is packed."""

    def begins(self, position: int) -> bool:
        """Whether reading may begin there."""

    def resume(self) -> bool:
        """Go to the next place behind a problem where reading may begin, and count from 0. Whether there is one."""


class Plain:
    """A file as it is."""

    problem = ""
    checked = math.inf

    def __init__(self, file: IO[bytes], start: int) -> None:
        self._file = file
        self._start = file.seek(start)

    def read(self) -> bytes:
        return self._file.read(_CHUNK)

    def place(self, position: int) -> int:
        return self._start + position

    def begins(self, position: int) -> bool:
        return True

    def resume(self) -> bool:
        return False


class Gzip:
    """A gzip file: reading may begin at a member that holds the beginning of a record."""

    def __init__(self, file: IO[bytes], start: int) -> None:
        self._file = file
        self._reread = 0
        self._begin(start)

    def _begin(self, offset: int) -> None:
        self._offset = self._file.seek(offset)
        self._packed = b""
        self._inflater: isal_zlib.Decompress | None = None
        self._given = 0
        self._members: deque[tuple[int, int]] = deque()
        self.problem = ""
        self.checked: float = 0

    def read(self) -> bytes:
        while not self.problem:
            self._packed = self._packed or self._file.read(_CHUNK)
            if not self._inflater:
                if not self._packed:
                    return b""
                self._members.append((self._given, self._offset))
                self._inflater = isal_zlib.decompressobj(_GZIP)
            if data := self._unpack(self._inflater):
                return data
        return b""

    def _unpack(self, inflater: isal_zlib.Decompress) -> bytes:
        ended = not self._packed
        try:
            data = inflater.decompress(self._packed, _UNPACKED)
        except _IsalError as error:
            self.problem = str(error)
            return b""
        rest = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
        self._offset += len(self._packed) - len(rest)
        self._packed = rest
        self._given += len(data)
        if inflater.eof:
            self._inflater, self.checked = None, self._given
        elif ended and not data:
            self.problem = CUT
        return data

    def place(self, position: int) -> int:
        while len(self._members) > 1 and self._members[1][0] <= position:
            self._members.popleft()
        return self._members[0][1] if self._members else self._offset

    def begins(self, position: int) -> bool:
        self.place(position)
        return bool(self._members) and self._members[0][0] == position

    def resume(self) -> bool:
        """Members swallowed by a damaged one are looked at again, as long as that does not happen on and on."""
        start = (self._members[-1][1] if self._members else self._offset) + 1
        self._reread += self._offset - start
        if self._reread > _REREAD + self._offset:
            start = self._offset + 1
        found = find_member(self._file, start)
        if found is None:
            return False
        self._begin(found)
        return True


def is_gzip(file: IO[bytes]) -> bool:
    """Whether a file begins as gzip, or as much of that as it has."""
    file.seek(0)
    return file.read(2) == _MAGIC


def find_member(file: IO[bytes], start: int, end: int | None = None) -> int | None:
    """Position of the first gzip member in [start, end) that begins with a record, or None."""
    file.seek(start)
    data, last = b"", False
    while not last and (end is None or start < end):
        last = len(chunk := file.read(_STRIDE)) == 0
        data += chunk
        searched = len(data) if last else len(data) - _LOOK
        for match in _MEMBER.finditer(data):
            if match.start() < searched and _begins_record(data[match.start() :]):
                return start + match.start()
        start += max(0, searched)
        data = data[max(0, searched) :]
    return None


_LOOK = 512
"""Bytes of a member that surely unpack to its first few."""


def _begins_record(packed: bytes) -> bool:
    try:
        return bool(isal_zlib.decompressobj(_GZIP).decompress(packed[:_LOOK], len(_MARK)) == _MARK)
    except _IsalError:
        return False
