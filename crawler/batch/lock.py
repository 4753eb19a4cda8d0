"""One batch a folder."""

from __future__ import annotations

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from crawler.batch.report import BatchError


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock file, and remove it at the end. It ends with its process, whatever ends that.

    Raises BatchError, which says who works there, when somebody else holds it.
    """
    file = _held(path)
    try:
        os.ftruncate(file, 0)
        os.write(file, f"process {os.getpid()} of {socket.gethostname()} since {_now()}".encode())
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(file)


def _held(path: Path) -> int:
    """The locked file at `path`: not one that was removed between opening and locking it."""
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if path.exists() and os.path.samestat(os.fstat(file), path.stat()):
                return file
            os.close(file)
        except BlockingIOError as error:
            holder = os.read(file, 200).decode("utf-8", "replace")
            os.close(file)
            raise BatchError(f"{path.parent}: {holder or 'another process'} works on this folder") from error


def _now() -> str:
    return datetime.now(UTC).isoformat(" ", "seconds")
