"""The records of a WARC file, told apart by their headers and lengths, and what is damaged between them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from typing import IO, NamedTuple

from crawler.batch.packing import CUT, Packing
from crawler.batch.pages import MAX_BODY
from crawler.batch.window import Window

MAX_BLOCK = MAX_BODY + 2**16
"""Bytes of a record that are given: a longest body and its HTTP header."""
_MAX_HEAD = 2**16
_USUAL_HEAD = 2**11
_NAME = b"WARC/"
_MARK = re.compile(rb"WARC/\d\.\d[ \t]{0,9}\r?\n")
_VERSION = re.compile(rb"WARC/\d\.\d[ \t]{0,9}")
_CUT_HEAD = "the file ends inside the header of the next"
_HEAD_ENDS = re.compile(rb"\r?\n\r?\n")
_LINE_ENDS = re.compile(rb"\r?\n(?![ \t])")
_BEHIND = 16
"""Bytes behind a block that are looked at: blank lines and the next mark."""
_STEP = 2**20


class Record(NamedTuple):
    """One record."""

    place: int
    """Byte of the file where it begins, or where the gzip member begins that holds its beginning."""
    headers: dict[str, str]
    """By lower-case name."""
    block: bytes
    """At most MAX_BLOCK bytes."""


class _Head(NamedTuple):
    headers: dict[str, str]
    size: int
    length: int
    """Of the block, as the header says."""
    blank_lines: int
    """Bytes of the two that end a record."""


def read_records(packing: Packing, note: Callable[[str], None], end: int | None) -> Iterator[Record]:
    """The whole records up to the first that could begin a range at or after `end`. `note` hears of damage."""
    return _Reader(packing, note, end).records()


def find_record(file: IO[bytes], start: int, end: int | None) -> int | None:
    """Position of the first record of a plain file in [start, end), or None. What a page quotes of a WARC file could
    be taken for one only where it has a whole header."""
    file.seek(start)
    window = Window(lambda: file.read(_STEP))
    while end is None or start + window.position < end:
        if (at := _next_head(window, 0, _STEP)) is not None:
            return start + window.position + at
        if not window.skip(_STEP):
            break
    return None


class _Reader:
    def __init__(self, packing: Packing, note: Callable[[str], None], end: int | None) -> None:
        self._packing = packing
        self._note = note
        self._end = end
        self._window = Window(packing.read)
        self._last = packing.place(0)
        self._lost = ""
        self._ended = False

    def records(self) -> Iterator[Record]:
        while not self._ended:
            self._pass_blank_lines()
            head = _head_at(self._window, 0)
            if not head:
                self._find_next()
                continue
            place = self._packing.place(self._window.position)
            if self._lost:
                self._note(f"{self._lost}, up to byte {place}")
                self._lost = ""
            if self._end is not None and place >= self._end and self._packing.begins(self._window.position):
                return
            block = self._block(head, place)
            if block is not None:
                self._last = place
                yield Record(place, head.headers, block)

    def _pass_blank_lines(self) -> None:
        while self._window.see(0, 1) in (b"\r", b"\n"):
            self._window.skip(1)

    def _find_next(self) -> None:
        """Go to the next record behind bytes that are none."""
        there = self._window.see(0, len(_NAME))
        if there or self._packing.problem:
            cut = there and _NAME.startswith(there[: len(_NAME)]) and not self._window.see(_MAX_HEAD, 1)
            self._lose(self._packing.problem or (_CUT_HEAD if cut else "no record begins there"))
            if self._pass_to_head(1):
                return
        self._resume()

    def _pass_to_head(self, start: int, limit: float = math.inf) -> bool:
        """Pass over what is none of a record, `start` bytes at least and `limit` at most, up to the next. Whether
        there is one."""
        self._window.skip(start)
        passed = 0
        while passed < limit and self._window.see(0, 1):
            step = int(min(_STEP, limit - passed))
            at = _next_head(self._window, 0, step)
            passed += self._window.skip(step if at is None else at)
            if at is not None:
                return True
        return False

    def _lose(self, why: str) -> None:
        self._lost = self._lost or f"lost after the record at byte {self._last}: {why}"

    def _resume(self) -> None:
        """Go on behind a problem of the packing, or end."""
        if self._packing.problem and self._packing.resume():
            self._window = Window(self._packing.read)
            return
        self._ended = True
        if self._lost:
            self._note(f"{self._lost}, up to the end")

    def _block(self, head: _Head, place: int) -> bytes | None:
        """The block of a record, or None when it is not whole. Behind it stands what comes next."""
        if head.length > MAX_BLOCK:
            return self._long_block(head, place)
        stop = head.size + head.length
        behind = self._window.see(stop, _BEHIND)
        if not behind and not self._window.reaches(stop):
            self._cut(head, place)
            return None
        if self._unchecked(stop):
            self._lose(self._packing.problem)
            self._window.skip(stop)
            return None
        if behind and not behind.startswith((b"\r", b"\n", _NAME)):
            return self._other_length(head, place)
        if len(behind) < head.blank_lines and (self._packing.problem or self._packing.checked == math.inf):
            self._note(f"byte {place}: the file ends before the end of the record, behind its block")
            self._ended = True
        block = self._window.see(head.size, head.length)
        self._window.skip(stop)
        return block

    def _unchecked(self, stop: int) -> bool:
        """Whether the bytes up to `stop` are followed by damage before their checksum."""
        damaged = self._packing.problem and self._packing.problem != CUT
        return bool(damaged) and self._window.position + stop > self._packing.checked

    def _cut(self, head: _Head, place: int) -> None:
        """The file, or what can be read of it, ends inside the block, or the next record begins there."""
        at = _next_head(self._window, head.size, head.size + head.length)
        if at is None and self._packing.problem not in ("", CUT):
            self._lose(self._packing.problem)
            self._window.skip(head.size + head.length)
            return
        there = self._window.skip(head.size + head.length if at is None else at) - head.size
        self._note(f"byte {place}: the record is cut off, {there} of {head.length} bytes are there")
        if at is None:
            self._resume()

    def _other_length(self, head: _Head, place: int) -> bytes | None:
        """The block of a record whose length is not that of its block: up to the next record."""
        stop = head.size + head.length
        if _next_head(self._window, head.size, stop) is not None:
            self._cut(head, place)
            return None
        at = _next_head(self._window, stop, head.size + MAX_BLOCK)
        block = self._window.see(head.size, (at or stop) - head.size)
        if at:
            block = block.rstrip(b"\r\n")
            self._note(f"byte {place}: the record says {head.length} bytes, {len(block)} are there")
        self._window.skip(at or stop)
        return block

    def _long_block(self, head: _Head, place: int) -> bytes | None:
        """The beginning of a block that is longer than any page, when all of it is there."""
        self._window.skip(head.size)
        block = self._window.see(0, MAX_BLOCK)
        before = self._window.position
        if self._pass_to_head(0, head.length) or self._window.position - before < head.length:
            there = self._window.position - before
            self._note(f"byte {place}: the record is cut off, {there} of {head.length} bytes are there")
            if not self._window.see(0, 1):
                self._resume()
            return None
        return block


def _next_head(window: Window, start: int, stop: int) -> int | None:
    """How far ahead, in [start, stop), a record begins, or None."""
    while (at := window.find(_MARK, start, stop)) is not None:
        if _head_at(window, at):
            return at
        start = at + 1
    return None


def _head_at(window: Window, at: int) -> _Head | None:
    """The header that stands there whole, or None."""
    if window.see(at, len(_NAME)) != _NAME:
        return None
    for size in (_USUAL_HEAD, _MAX_HEAD):
        data = window.see(at, size)
        if ends := _HEAD_ENDS.search(data):
            return _parsed(data[: ends.start()], ends.end(), len(ends[0]))
    return None


def _parsed(lines: bytes, size: int, blank_lines: int) -> _Head | None:
    first, *fields = _LINE_ENDS.split(lines)
    if not _VERSION.fullmatch(first):
        return None
    pairs = (field.decode("utf-8", "replace").partition(":") for field in fields)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdigit() and len(length) < 16):
        return None
    return _Head(headers, size, int(length), blank_lines)
