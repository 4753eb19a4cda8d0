"""The clock that workers cannot stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Collection
from typing import Protocol

_SECONDS = 0.1


class Timed(Protocol):
    """What has a worker with a deadline."""

    def kill_if_overdue(self, now: float) -> None:
        """Kill the worker when its time (of the monotonic clock) has passed."""


class Watch(threading.Thread):
    """Looks ten times a second whether a worker is overdue: those who wait for it cannot."""

    def __init__(self, watched: Collection[Timed]) -> None:
        super().__init__(name="guard-watch", daemon=True)
        self._watched = watched
        self._closed = threading.Event()

    def run(self) -> None:
        """Look until closed."""
        while not self._closed.wait(_SECONDS):
            now = time.monotonic()
            for timed in self._watched:
                timed.kill_if_overdue(now)

    def close(self) -> None:
        """Stop looking."""
        self._closed.set()
        self.join()
