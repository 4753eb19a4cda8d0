"""Groups of copies among more signatures than fit in memory."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Self

from cleaners.duplicates.groups import BANDS, Grouping
from cleaners.duplicates.signature import WIDTH

_BAND = WIDTH // BANDS
_FLUSH = 2**13
"""Numbers of a band that are held before they are written."""
_READ = 2**16


class DiskIndex(Grouping):
    """Signatures in a temporary file, and a number for each of their bands in one file a band.

    Memory is 8 bytes a signature, and while grouping the buckets of one band, some 100 bytes a signature.
    """

    def __init__(self) -> None:
        self._count = 0
        self._signatures, *bands = (TemporaryFile() for _ in range(BANDS + 1))  # noqa: SIM115 - `close` does
        self._bands = [(file, array("q")) for file in bands]

    def __len__(self) -> int:
        return self._count

    def add(self, signature: bytes) -> None:
        """Add the signature of the next text. One without content belongs to no group."""
        signature = signature or os.urandom(WIDTH)
        self._signatures.write(signature)
        self._count += 1
        for at, (file, numbers) in enumerate(self._bands):
            numbers.append(hash(signature[at * _BAND : (at + 1) * _BAND]))
            if len(numbers) == _FLUSH:
                file.write(numbers.tobytes())
                del numbers[:]

    def groups(self) -> list[tuple[int, ...]]:
        """Numbers of the texts that are copies of each other, two or more a group, in the order they were added."""
        self._signatures.flush()
        for file, numbers in self._bands:
            file.write(numbers.tobytes())
            del numbers[:]
            file.flush()
        return self.grouped()

    def buckets(self, band: int) -> Iterator[int]:
        """A number for a band of every signature, in order."""
        file, _ = self._bands[band]
        at = 0
        while data := os.pread(file.fileno(), _READ, at):
            at += len(data)
            yield from array("q", data)

    def signature(self, index: int) -> bytes:
        """A signature."""
        return os.pread(self._signatures.fileno(), WIDTH, index * WIDTH)

    def close(self) -> None:
        """Remove the files."""
        for file in (self._signatures, *(file for file, _ in self._bands)):
            file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
