"""Shards made whole in worker processes: the fast way of the local engine."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import Self

from crawler.batch.pages import Task
from crawler.batch.progress import Done, Silent
from crawler.batch.report import ShardReport
from crawler.batch.settings import Settings
from crawler.batch.shard import clean_shard
from crawler.batch.sources import Source
from crawler.batch.store import Store
from crawler.batch.worker import serve_shards
from crawler.guard import Limits, Loss
from crawler.guard.process import WorkerProcess
from crawler.guard.watch import Watch


class _Undone(Exception):
    """A worker could not finish a shard: it was lost, or it raised."""


class ShardWorkers:
    """Some processes, each started when first needed and again after it was lost, and threads that wait for them."""

    def __init__(
        self, task: Task, settings: Settings, workers: int, progress: Silent, *, arrow: bool
    ) -> None:
        """`arrow`: Parquet is read or written."""
        service = pickle.dumps(partial(serve_shards, task, settings, arrow))
        self._workers = [_Worker(service, settings.limits, progress) for _ in range(workers)]
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        # One more than workers: while a shard is brought to the disk, its worker makes the next.
        self._threads = ThreadPoolExecutor(workers + 1)
        self._watch = Watch(self._workers)
        self._watch.start()

    def clean(self, sources: Iterable[Source], store: Store) -> Iterator[ShardReport | Source]:
        """The report of each shard, or its source where no worker could make it, as they come.

        Raises GuardError when the workers cannot load their task.
        """
        futures = {self._threads.submit(clean_shard, source, store, self._fill): source for source in sources}
        for future in as_completed(futures):
            source = futures.pop(future)  # of many shards, only those at work are held
            try:
                yield future.result()
            except _Undone:
                yield source

    def close(self) -> None:
        """Kill the workers; no shard is begun after that."""
        self._watch.close()
        for worker in self._workers:
            worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.discard()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _fill(self, source: Source, scratch: Path) -> ShardReport:
        worker = self._idle.get()
        try:
            return worker.fill(source, scratch)
        finally:
            self._idle.put(worker)


class _Worker:
    """The process that is there, if one is. It belongs to one thread at a time, but any may kill it. The kernel's
    parent-death signal follows the thread that started a process: those of the pool live as long as they do."""

    def __init__(self, service: bytes, limits: Limits, progress: Silent) -> None:
        self._service = service
        self._limits = limits
        self._progress = progress
        self._process: WorkerProcess | None = None
        self._closed = False

    def fill(self, source: Source, scratch: Path) -> ShardReport:
        try:
            process = self._process or self._start()
            process.send((source, scratch))
            while isinstance((answer := process.receive()).result, Done):
                self._progress.reached(answer.result)
            process.rest()
        except (Loss, OSError) as loss:
            self.discard()
            raise _Undone(str(loss)) from loss
        if answer.error:
            raise _Undone(f"{answer.error}: {answer.detail}")
        report: ShardReport = answer.result
        return report

    def kill_if_overdue(self, now: float) -> None:
        if process := self._process:
            process.kill_if_overdue(now)

    def kill(self) -> None:
        self._closed = True
        if process := self._process:
            process.kill()

    def _start(self) -> WorkerProcess:
        self._process = WorkerProcess(self._limits)
        if self._closed:
            self._process.kill()
        self._process.load(self._service)
        return self._process

    def discard(self) -> None:
        process, self._process = self._process, None
        if process:
            process.close()
