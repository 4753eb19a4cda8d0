"""The local engine: one reader, a guarded pool of cleaners, one shard after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crawler.batch.pages import Task
from crawler.batch.progress import Silent
from crawler.batch.report import InputFailed, ShardReport
from crawler.batch.settings import Settings
from crawler.batch.shard import clean_shard
from crawler.batch.sources import Source
from crawler.batch.store import Store
from crawler.guard import Guard


def clean_locally(
    sources: Sequence[Source], store: Store, settings: Settings, task: Task, *, workers: int, progress: Silent
) -> Iterator[ShardReport | InputFailed]:
    """Clean shards with `workers` processes, and give the report of each, or why it could not be read."""
    with Guard(task, workers=workers, limits=settings.limits) as guard:
        for source in sources:
            try:
                yield clean_shard(source, store, settings, guard, progress)
            except InputFailed as error:
                yield error
