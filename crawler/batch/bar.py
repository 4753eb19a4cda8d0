"""Showing how far a run is. Apart from the rest, so that workers need not load what draws it."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from crawler.batch.progress import Done, Silent
from crawler.batch.report import ShardReport
from crawler.words import _


class Bar(Silent):
    """A bar over the bytes of all inputs, with pages, pages a second and the time left."""

    def __init__(self, size: int, console: Console) -> None:
        self._at_work: dict[str, Done] = {}
        self._finished = Done("")
        self._lock = threading.Lock()
        self._bar = Progress(
            TextColumn(_("cleaning")),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn(_("{task.fields[pages]} pages, {task.fields[rate]:.0f}/s")),
            TimeElapsedColumn(),
            TextColumn(_("left")),
            TimeRemainingColumn(),
            console=console,
        )
        self._task = self._bar.add_task("", total=size, pages=0, rate=0.0)

    def reached(self, done: Done) -> None:
        with self._lock:
            self._at_work[done.shard] = done
            self._show()

    def finished(self, report: ShardReport) -> None:
        with self._lock:
            self._at_work.pop(report.name, None)
            self._finished.pages += report.pages
            self._finished.bytes += report.input_bytes
            self._show()

    def _show(self) -> None:
        all_done = (self._finished, *self._at_work.values())
        pages, size = sum(done.pages for done in all_done), sum(done.bytes for done in all_done)
        elapsed = self._bar.tasks[0].elapsed or 0
        self._bar.update(self._task, completed=size, pages=pages, rate=pages / elapsed if elapsed else 0)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()
