"""One thread that feeds one worker process and replaces it when it is lost."""

from __future__ import annotations

import threading
from collections import deque
from typing import Any, Protocol

from crawler.guard.answer import Answer
from crawler.guard.inbox import Inbox, Job
from crawler.guard.limits import GuardError, Limits, Loss
from crawler.guard.process import WorkerProcess

_STARTS = 3


class Settling(Protocol):
    """What becomes of work."""

    def concluded(self, work: Any, answer: Answer) -> Any:
        """The result of work that was answered; what it raises is raised by the future."""

    def lost(self, work: Any, loss: Loss, attempts: int) -> Any:
        """The result of work that cost as many workers as it may; what it raises is raised by the future."""


class Lane(threading.Thread):
    """Takes batches from the inbox and sees each job to its result. The child is started here, because the
    kernel's parent-death signal follows the thread that started it, and this one lives as long as the guard."""

    def __init__(self, inbox: Inbox, service: bytes, limits: Limits, settling: Settling) -> None:
        super().__init__(name="guard-lane", daemon=True)
        self._settling = settling
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
        """Kill the child when its work has had its time (from another thread)."""
        if worker := self._worker:
            worker.kill_if_overdue(now)

    def _work_off(self, jobs: deque[Job]) -> None:
        """Hand the jobs over and collect answers until all are done or the worker is lost. What has cost a worker
        before goes alone."""
        try:
            worker = self._worker or self._start()
        except GuardError as error:
            while jobs:
                jobs.popleft().future.set_exception(error)
            return
        batch = [jobs[0]] if jobs[0].losses else list(jobs)
        try:
            worker.send([job.work for job in batch])
            for job in batch:
                while (answer := worker.receive()).unfinished:
                    job.told(answer.result)
                self._settle(jobs.popleft(), answer)
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
            self._settle(jobs.popleft(), loss)

    def _settle(self, job: Job, end: Answer | Loss) -> None:
        try:
            if isinstance(end, Loss):
                job.future.set_result(self._settling.lost(job.work, end, job.losses))
            else:
                job.future.set_result(self._settling.concluded(job.work, end))
        except Exception as error:
            job.future.set_exception(error)

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
