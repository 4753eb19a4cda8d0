"""A stream that is looked at before it is passed over, however long it is."""

from __future__ import annotations

import re
from collections.abc import Callable

_KEPT = 2**20
"""Bytes passed over that may stay in memory: moving what is behind them then costs little."""


class Window:
    """The bytes of `read`, which gives some each time it is called and none at the end."""

    def __init__(self, read: Callable[[], bytes]) -> None:
        self._read = read
        self._buffer = bytearray()
        self._at = 0
        self._dropped = 0

    @property
    def position(self) -> int:
        """Bytes passed over."""
        return self._dropped + self._at

    def see(self, start: int, size: int) -> bytes:
        """At most `size` bytes from `start` bytes ahead; fewer only where the stream ends."""
        self._fill(start + size)
        return bytes(self._buffer[self._at + start : self._at + start + size])

    def reaches(self, size: int) -> bool:
        """Whether there are `size` bytes ahead."""
        self._fill(size)
        return len(self._buffer) - self._at >= size

    def find(self, pattern: re.Pattern[bytes], start: int, stop: int) -> int | None:
        """How far ahead, in [start, stop), `pattern` is found first, or None."""
        self._fill(stop)
        match = pattern.search(self._buffer, self._at + start, self._at + stop)
        return match.start() - self._at if match else None

    def skip(self, size: int) -> int:
        """Pass over `size` bytes, or all that are left. Returns how many."""
        skipped = 0
        while skipped < size and self._fill(1):
            step = min(size - skipped, len(self._buffer) - self._at)
            self._at += step
            skipped += step
            if self._at > _KEPT:
                self._dropped += self._at
                del self._buffer[: self._at]
                self._at = 0
        return skipped

    def _fill(self, size: int) -> bool:
        """Have `size` bytes ahead where there are so many. Whether there is any."""
        while len(self._buffer) - self._at < size and (data := self._read()):
            self._buffer += data
        return len(self._buffer) > self._at
