"""A batch run: find the inputs, skip what is finished, clean the rest with an engine, conclude."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence

from cleaners import Cleaner
from crawler.batch.pages import CleanTask, Task
from crawler.batch.report import BatchReport, InputFailed, ShardReport
from crawler.batch.settings import Settings
from crawler.batch.sources import Source
from crawler.batch.store import Store

Engine = Callable[[Sequence[Source], Store, Settings, Task], Iterable[ShardReport | InputFailed]]
"""Cleans shards in any order and reports each."""


def run_batch(sources: Sequence[Source], store: Store, settings: Settings, engine: Engine) -> BatchReport:
    """Clean every source that is not finished yet and write the manifest.

    Running it again after an interruption, at any moment, ends with the same bytes. `_SUCCESS` is written when every
    input of the run could be read. Raises BatchError when another batch works in the folder, BatchError or GuardError
    when the run cannot go on.
    """
    with store.locked():
        return _run(sources, store, settings, engine)


def _run(sources: Sequence[Source], store: Store, settings: Settings, engine: Engine) -> BatchReport:
    task = CleanTask(Cleaner(script=settings.script, formats=settings.formats, sites=settings.sites))
    started = time.monotonic()
    store.supersede(sources)
    todo = [source for source in sources if not store.is_finished(source, settings)]
    unreadable = [
        str(result) for result in engine(todo, store, settings, task) if isinstance(result, InputFailed)
    ]
    manifest = store.conclude(complete=not unreadable)
    return BatchReport(
        cleaned=len(todo) - len(unreadable),
        skipped=len(sources) - len(todo),
        unreadable=tuple(unreadable),
        totals=manifest.totals,
        seconds=round(time.monotonic() - started, 3),
    )
