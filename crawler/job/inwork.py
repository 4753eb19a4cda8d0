"""Which rows are in work right now, noted where it outlives the process.

A page that kills the whole crawl (a crash of a parser, the kernel's memory killer) would do so again in every process
that takes it up. So the ids stand in a small file that is mapped into memory: noting one costs a microsecond and no
disk access, and the kernel keeps the page when the process is gone. (A power cut may lose it; pages do not cut power.)

A row is negative once its page arrived: from then on it is read and cleaned, which is where pages kill.
"""

import mmap
import os
import struct
from pathlib import Path

_SLOTS = 1024
"""More rows are never in work at once in practice; any beyond are not noted."""
_SLOT = struct.Struct("<q")


class InWork:
    """`left` are the rows that were in work when the process before this one died, and whether the page had arrived.
    Raises OSError."""

    def __init__(self, folder: Path) -> None:
        size = _SLOTS * _SLOT.size
        file = os.open(folder / "in-work", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            os.ftruncate(file, size)
            self._map = mmap.mmap(file, size)
        finally:
            os.close(file)
        self.left = {abs(row): row < 0 for (row,) in _SLOT.iter_unpack(self._map[:]) if row}
        self._map[:] = bytes(size)
        self._free = list(range(_SLOTS))
        self._held: dict[int, int] = {}

    def begin(self, row: int) -> None:
        """A row is in work."""
        if self._free:
            self._held[row] = slot = self._free.pop()
            _SLOT.pack_into(self._map, slot * _SLOT.size, row)

    def arrived(self, row: int) -> None:
        """Its page is here."""
        if (slot := self._held.get(row)) is not None:
            _SLOT.pack_into(self._map, slot * _SLOT.size, -row)

    def end(self, row: int) -> None:
        """It is no longer."""
        if (slot := self._held.pop(row, None)) is not None:
            _SLOT.pack_into(self._map, slot * _SLOT.size, 0)
            self._free.append(slot)

    def close(self) -> None:
        """The process ends in order: nothing was in work when it died."""
        self._map[:] = bytes(len(self._map))
        self._map.close()
