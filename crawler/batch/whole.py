"""Shards made whole in worker processes: the fast way of the local engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from crawler.batch.pages import Task
from crawler.batch.progress import Silent
from crawler.batch.report import ShardReport
from crawler.batch.settings import Settings
from crawler.batch.shard import clean_shard
from crawler.batch.sources import Source
from crawler.batch.store import Store
from crawler.batch.worker import serve_shards
from crawler.guard import Loss
from crawler.guard.answer import Answer
from crawler.guard.pool import Pool


@dataclass(frozen=True, slots=True)
class Undone:
    """A shard that no worker could make whole."""

    source: Source
    why: str


class ShardWorkers(Pool[tuple[Source, Path], ShardReport]):
    """Worker processes that make whole shards, and threads that bring them to the disk."""

    def __init__(
        self, task: Task, settings: Settings, workers: int, progress: Silent, *, arrow: bool
    ) -> None:
        """`arrow`: Parquet is read or written."""
        service = partial(serve_shards, task, settings, arrow)
        super().__init__(service, workers=workers, limits=replace(settings.limits, attempts=1), at_once=1)
        self._progress = progress
        # One more than workers: while a shard is brought to the disk, its worker makes the next.
        self._threads = ThreadPoolExecutor(workers + 1)

    def clean(self, sources: Iterable[Source], store: Store) -> Iterator[ShardReport | Undone]:
        """The report of each shard, or that no worker could make it, as they come.

        Raises GuardError when no worker can be started, or none can load the task.
        """
        futures = {self._threads.submit(clean_shard, source, store, self._fill): source for source in sources}
        for future in as_completed(futures):
            source = futures.pop(future)  # of many shards, only those at work are held
            try:
                yield future.result()
            except _Lost as lost:
                yield Undone(source, str(lost))

    def concluded(self, work: tuple[Source, Path], answer: Answer) -> ShardReport:
        """The report of a shard. Raises what says that it could not be made."""
        if answer.error:
            raise _Lost(f"{answer.error}: {answer.detail}")
        report: ShardReport = answer.result
        return report

    def lost(self, work: tuple[Source, Path], loss: Loss, attempts: int) -> ShardReport:
        """Raises what says that the worker was lost."""
        raise _Lost(str(loss))

    def close(self) -> None:
        """Kill the workers; no shard is begun after that."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        super().close()
        self._threads.shutdown()

    def _fill(self, source: Source, scratch: Path) -> ShardReport:
        return self.put((source, scratch), source.size, self._progress.reached).result()


class _Lost(Exception):
    """A worker could not finish a shard: it was lost, or it raised."""
