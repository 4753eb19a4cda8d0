"""The child process of the local engine: it reads, cleans and writes whole shards, so that its parent has nothing to do.

A page that costs it its life is not looked for here: the parent does that shard again, page by page under the Guard.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from importlib import import_module
from itertools import islice
from multiprocessing.connection import Connection

from crawler.batch.pages import Task
from crawler.batch.progress import Done, Silent
from crawler.batch.settings import Settings
from crawler.batch.shard import Outcome, fill
from crawler.guard import Limits
from crawler.guard.answer import OUT_OF_MEMORY, Answer, outcome_of, pack
from crawler.guard.limits import too_large
from crawler.guard.memory import limit_memory
from crawler.guard.serving import attempt
from schemas import Page

_GROUP = 16
"""Pages read at once: between two cleanings, reading finds none of its code and data in the processor's caches and
takes three times as long."""


class _Told(Silent):
    """Sends how far the shard is to the parent."""

    def __init__(self, channel: Connection) -> None:
        self._channel = channel

    def reached(self, done: Done) -> None:
        self._channel.send_bytes(pack(Answer(done)))


def serve_shards(task: Task, settings: Settings, arrow: bool, channel: Connection) -> None:
    """Answer each (source, scratch folder) with its ShardReport; until then, with how much is Done.

    `arrow`: Parquet is read or written. Its libraries, which take memory for every core, are none of a page's memory.
    """
    if arrow:
        with suppress(ImportError):
            import_module("pyarrow.parquet")
    limit_memory(settings.limits.memory)
    channel.send_bytes(pack(Answer()))
    clean = partial(_outcomes, task, settings.limits)
    while True:
        source, scratch = pickle.loads(channel.recv_bytes())
        answer = attempt(partial(fill, source, scratch, settings, clean), _Told(channel))
        channel.send_bytes(pack(answer))
        if answer.error == OUT_OF_MEMORY:
            return


def _outcomes(task: Task, limits: Limits, pages: Iterable[Page]) -> Iterator[Outcome]:
    unread = iter(pages)
    while group := list(islice(unread, _GROUP)):
        for page in group:
            yield _outcome(task, limits, page)


def _outcome(task: Task, limits: Limits, page: Page) -> Outcome:
    """What the Guard would give for the page. Raises MemoryError when that ran out."""
    if len(page.body) > limits.body:
        return too_large(page)
    answer = attempt(task, page)
    if answer.error == OUT_OF_MEMORY:
        raise MemoryError
    outcome: Outcome = outcome_of(page, answer)
    return outcome
