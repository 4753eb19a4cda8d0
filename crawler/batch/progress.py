"""Showing how far a run is."""

from __future__ import annotations

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


class Silent:
    """Told of everything, shows nothing; the base of what does."""

    def read(self, count: int) -> None:
        """Bytes of input were read."""

    def cleaned(self) -> None:
        """A page has its outcome."""

    def finished(self, size: int) -> None:
        """A shard with `size` bytes of input is finished."""


class Bar(Silent):
    """A bar over the bytes of all inputs, with pages, pages a second and the time left."""

    def __init__(self, size: int, console: Console) -> None:
        self._pages = 0
        self._done = 0
        self._bar = Progress(
            TextColumn("cleaning"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[pages]} pages, {task.fields[rate]:.0f}/s"),
            TimeElapsedColumn(),
            TextColumn("left"),
            TimeRemainingColumn(),
            console=console,
        )
        self._task = self._bar.add_task("", total=size, pages=0, rate=0.0)

    def read(self, count: int) -> None:
        self._bar.advance(self._task, count)

    def cleaned(self) -> None:
        self._pages += 1
        if self._pages % 16 == 0:
            self._show()

    def finished(self, size: int) -> None:
        self._done += size
        self._bar.update(self._task, completed=self._done)
        self._show()

    def _show(self) -> None:
        elapsed = self._bar.tasks[0].elapsed or 0
        self._bar.update(self._task, pages=self._pages, rate=self._pages / elapsed if elapsed else 0)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()
