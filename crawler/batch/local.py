"""The local engine: whole shards side by side, each in a worker process; what does not go well there, page by page.

Many shards        each worker makes whole shards: nothing passes between processes but their names
A large one        page by page, so that every worker has a part of it
A lost worker      its shard is done again page by page: the Guard finds the page that did it, and goes on behind it
Both ways give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from crawler.batch.files import Kind
from crawler.batch.pages import Task
from crawler.batch.progress import Silent
from crawler.batch.report import InputFailed, ShardReport
from crawler.batch.settings import Settings
from crawler.batch.shard import clean_shard, fill
from crawler.batch.sources import Source
from crawler.batch.store import Store
from crawler.batch.whole import ShardWorkers, Undone
from crawler.guard import Guard

_LARGE = 0.6
"""With shards of half a share two workers end together, whatever the shards differ by."""


def clean_locally(
    sources: Sequence[Source], store: Store, settings: Settings, task: Task, *, workers: int, progress: Silent
) -> Iterator[ShardReport | InputFailed]:
    """Clean shards with `workers` processes, and give the report of each, or why it could not be read."""
    whole, large = divided(sources, workers)
    again = dict.fromkeys(large, "")
    arrow = settings.format.package == "pyarrow" or any(source.kind is Kind.PARQUET for source in sources)
    with ShardWorkers(task, settings, workers, progress, arrow=arrow) as shard_workers:
        for result in shard_workers.clean(whole, store):
            if isinstance(result, Undone):
                again[result.source] = result.why
            else:
                progress.finished(result)
                yield result
    yield from _by_pages(again, store, settings, task, workers, progress)


def divided(sources: Sequence[Source], workers: int) -> tuple[list[Source], list[Source]]:
    """Shards for one worker each, the largest first, and those that are for all together: at their end the others
    would wait long, as each is more than `_LARGE` of a worker's share of the bytes."""
    by_size = sorted(sources, key=lambda source: source.size, reverse=True)
    share = sum(source.size for source in sources) / workers
    large = [source for source in by_size if workers > 1 and source.size > _LARGE * share]
    return by_size[len(large) :], large


def _by_pages(
    sources: Mapping[Source, str],
    store: Store,
    settings: Settings,
    task: Task,
    workers: int,
    progress: Silent,
) -> Iterator[ShardReport | InputFailed]:
    """The report of each shard, or why it could not be read. `sources` says why one could not be made whole."""
    with Guard(task, workers=workers, limits=settings.limits) as guard:
        for source, why in sources.items():
            filling = partial(fill, settings=settings, clean=guard.map, progress=progress, redone=why)
            try:
                report = clean_shard(source, store, filling)
                progress.finished(report)
                yield report
            except InputFailed as error:
                yield error
