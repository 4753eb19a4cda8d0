"""The child process of the local engine: it reads, cleans and writes whole shards, so that its parent has nothing to do.

A page that costs it its life is not looked for here: the parent does that shard again, page by page under the Guard.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

from crawler.batch.pages import Task
from crawler.batch.progress import Done, Silent
from crawler.batch.report import ShardReport
from crawler.batch.settings import Settings
from crawler.batch.shard import fill
from crawler.batch.sources import Source
from crawler.guard import Limits
from crawler.guard.answer import Answer, pack
from crawler.guard.serving import guarded_here, serve
from schemas import Page, Record

_GROUP = 16
"""Pages read at once: between two cleanings, reading finds none of its code and data in the processor's caches and
takes three times as long."""


def load_arrow() -> None:
    """Import Arrow, and have it write and read a table, before memory is limited: neither its threads nor what they
    reserve of the address space may count against a page. mimalloc, which Arrow's C++ takes unless its environment
    says otherwise, reserves 1 GiB at its first allocation: all that a page may take.

    Raises ImportError when the extra is not installed.
    """
    os.environ["ARROW_DEFAULT_MEMORY_POOL"] = "system"
    import pyarrow as pa
    from pyarrow import parquet

    pa.set_memory_pool(pa.system_memory_pool())  # a task may have imported it already
    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)
    written = pa.BufferOutputStream()
    parquet.write_table(pa.table({"text": [""]}), written)
    parquet.ParquetFile(pa.BufferReader(written.getvalue())).read()


class _Told(Silent):
    """Sends how far the shard is to the parent."""

    def __init__(self, channel: Connection) -> None:
        self._channel = channel

    def reached(self, done: Done) -> None:
        self._channel.send_bytes(pack(Answer(done, unfinished=True)))


def serve_shards(task: Task, settings: Settings, arrow: bool, channel: Connection) -> None:
    """Answer each (source, scratch folder) with its ShardReport; until then, with how much is Done.

    `arrow`: Parquet is read or written.
    """
    if arrow:
        with suppress(ImportError):
            load_arrow()
    clean, told = partial(_outcomes, task, settings.limits), _Told(channel)

    def filled(work: tuple[Source, Path]) -> ShardReport:
        source, scratch = work
        return fill(source, scratch, settings, clean, told)

    serve(filled, settings.limits.memory, channel)


def _outcomes(task: Task, limits: Limits, pages: Iterable[Page]) -> Iterator[Record]:
    unread = iter(pages)
    while group := list(islice(unread, _GROUP)):
        for page in group:
            yield guarded_here(task, limits, page)
