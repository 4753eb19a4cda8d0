"""One thread that feeds one worker process and replaces it when it is lost."""

from __future__ import annotations

import threading
from collections import deque

from crawler.guard.answer import outcome_of
from crawler.guard.inbox import Inbox, Job
from crawler.guard.limits import GuardError, Limits, Loss, failure
from crawler.guard.process import WorkerProcess

_STARTS = 3


class Lane(threading.Thread):
    """Takes batches from the inbox and sees each page to its outcome. The child is started here, because the
    kernel's parent-death signal follows the thread that started it, and this one lives as long as the guard."""

    def __init__(self, inbox: Inbox, service: bytes, limits: Limits) -> None:
        super().__init__(name="guard-lane", daemon=True)
        self._inbox = inbox
        self._service = service
        self._limits = limits
        self._worker: WorkerProcess | None = None
        self._closed = False

    def run(self) -> None:
        """Work until the inbox is closed."""
        while jobs := deque(self._inbox.take()):
            while jobs:
                self._work_off(jobs)
        self._discard()

    def kill(self) -> None:
        """Kill the child for good (from another thread)."""
        self._closed = True
        if worker := self._worker:
            worker.kill()

    def kill_if_overdue(self, now: float) -> None:
        """Kill the child when its page has had its time (from another thread)."""
        if worker := self._worker:
            worker.kill_if_overdue(now)

    def _work_off(self, jobs: deque[Job]) -> None:
        """Hand the jobs over and collect outcomes until all are done or the worker is lost. A page that has cost a
        worker before goes alone."""
        try:
            worker = self._worker or self._start()
        except GuardError as error:
            while jobs:
                jobs.popleft().future.set_exception(error)
            return
        batch = [jobs[0]] if jobs[0].losses else list(jobs)
        try:
            worker.send([job.page for job in batch])
            for job in batch:
                answer = worker.receive()
                jobs.popleft().future.set_result(outcome_of(job.page, answer))
            worker.rest()
        except Loss as loss:
            self._discard()
            self._blame(jobs, loss)

    def _blame(self, jobs: deque[Job], loss: Loss) -> None:
        """The first job without an answer is the one the worker was lost on."""
        job = jobs[0]
        job.losses += 1
        if self._closed:
            jobs.popleft().future.set_exception(GuardError("the guard was closed"))
        elif job.losses >= self._limits.attempts:
            jobs.popleft().future.set_result(failure(job.page, loss.error, loss.detail, job.losses))

    def _start(self) -> WorkerProcess:
        """A worker that has loaded the task. Raises GuardError when that fails for good."""
        reason = ""
        for _ in range(_STARTS):
            try:
                self._worker = WorkerProcess(self._limits)
                if self._closed:
                    self._worker.kill()
                self._worker.load(self._service)
                return self._worker
            except (Loss, OSError) as error:
                reason = str(error)
                self._discard()
                if self._closed:
                    raise GuardError("the guard was closed") from None
            except GuardError:
                self._discard()
                raise
        raise GuardError(f"no worker could be started: {reason}")

    def _discard(self) -> None:
        worker, self._worker = self._worker, None
        if worker:
            worker.close()
