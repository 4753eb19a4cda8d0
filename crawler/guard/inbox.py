"""The queue between those who submit work and the threads that feed workers."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

BATCH_BYTES = 4 * 2**20
"""Bytes after which no more work is handed to a worker at once."""


@dataclass(slots=True, eq=False)
class Job:
    """Work, the future that waits for its result, and how many workers it has cost."""

    work: Any
    size: int
    """In bytes, roughly."""
    told: Callable[[Any], None]
    """Hears how far it is."""
    future: Future[Any] = field(default_factory=Future)
    losses: int = 0


class Inbox:
    """A thread-safe queue that hands out batches, small enough that every worker has its share."""

    def __init__(self, workers: int, most: int) -> None:
        """At most `most` jobs are handed out at once."""
        self._workers = workers
        self._most = most
        self._jobs: deque[Job] = deque()
        self._changed = threading.Condition()
        self._open = True

    def put(self, job: Job) -> None:
        """Append a job. After `close` its future is cancelled."""
        with self._changed:
            if not self._open:
                job.future.cancel()
                return
            self._jobs.append(job)
            self._changed.notify()

    def take(self) -> list[Job]:
        """Wait for jobs and take a batch, now running; jobs cancelled meanwhile are left out. Empty after `close`."""
        with self._changed:
            while self._open:
                if batch := self._batch():
                    return batch
                self._changed.wait()
            return []

    def close(self) -> None:
        """Cancel what waits and let every `take` return."""
        with self._changed:
            self._open = False
            for job in self._jobs:
                job.future.cancel()
            self._jobs.clear()
            self._changed.notify_all()

    def _batch(self) -> list[Job]:
        share = min(self._most, -(-len(self._jobs) // self._workers))
        batch: list[Job] = []
        size = 0
        while self._jobs and len(batch) < share and size < BATCH_BYTES:
            job = self._jobs.popleft()
            if job.future.set_running_or_notify_cancel():
                batch.append(job)
                size += job.size
        return batch
