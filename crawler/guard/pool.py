"""The host of worker processes, whatever they work on."""

from __future__ import annotations

import pickle
from abc import ABC, abstractmethod
from collections.abc import Callable
from concurrent.futures import Future
from multiprocessing.connection import Connection
from typing import Any, Generic, Self, TypeVar

from crawler.guard.answer import Answer
from crawler.guard.inbox import Inbox, Job
from crawler.guard.lane import Lane
from crawler.guard.limits import Limits, Loss
from crawler.guard.watch import Watch

Work = TypeVar("Work")
Result = TypeVar("Result")


class Pool(ABC, Generic[Work, Result]):
    """Some child processes that work; each is started when first needed, and again after it was lost.

    Work that cost its worker its life `limits.attempts` times is lost; what waits behind it goes to the next worker.
    Children are killed when the pool is closed, and by the kernel when this process dies (Linux). Methods may be
    called from any thread.
    """

    def __init__(
        self, service: Callable[[Connection], None], *, workers: int, limits: Limits, at_once: int
    ) -> None:
        """`service` is what a child runs, picklable; it is handed lists of at most `at_once` works."""
        self._inbox = Inbox(workers, at_once)
        pickled = pickle.dumps(service)
        self._lanes = [Lane(self._inbox, pickled, limits, self) for _ in range(workers)]
        self._watch = Watch(self._lanes)
        for thread in (*self._lanes, self._watch):
            thread.start()

    @abstractmethod
    def concluded(self, work: Work, answer: Answer) -> Result:
        """The result of work that was answered."""

    @abstractmethod
    def lost(self, work: Work, loss: Loss, attempts: int) -> Result:
        """The result of work that cost so many workers."""

    def put(self, work: Work, size: int, told: Callable[[Any], None]) -> Future[Result]:
        """Queue work of about `size` bytes; `told` hears how far it is. The future raises GuardError when no worker
        can be started."""
        job = Job(work, size, told)
        self._inbox.put(job)
        return job.future

    def close(self) -> None:
        """Kill the workers. Work still waiting is cancelled, work under way raises GuardError."""
        self._watch.close()
        self._inbox.close()
        for lane in self._lanes:
            lane.kill()
        for lane in self._lanes:
            lane.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
