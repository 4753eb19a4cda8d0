"""One process per job.

A POSIX record lock, because it ends with the process that took it: a `flock` would live on in worker
processes that were forked from a crawler which was killed.
"""

import fcntl
import os
from pathlib import Path
from typing import Self

from crawler.job.errors import JobLocked

_held: set[Path] = set()  # record locks do not exclude the own process, so its own are kept here


class Lock:
    """Holds a folder until `release`; raises JobLocked when somebody else holds it."""

    def __init__(self, folder: Path) -> None:
        self._path = (folder / "lock").resolve()
        if self._path in _held:
            raise JobLocked(f"{folder}: this process already works on the job")
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.read(self._file, 32).decode("ascii", "replace").strip()
            os.close(self._file)
            raise JobLocked(f"{folder}: process {holder or '?'} already works on the job") from error
        os.ftruncate(self._file, 0)
        os.write(self._file, b"%d\n" % os.getpid())
        _held.add(self._path)

    def release(self) -> None:
        """Let the next one in. A second call does nothing."""
        if self._file >= 0:
            _held.discard(self._path)
            os.close(self._file)
            self._file = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()
