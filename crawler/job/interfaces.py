"""What a session needs of the place where its job is kept: one SQLite file, or Redis for several machines."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Protocol

from crawler.job.rows import Link, Row, Settled


class JobLedger(Protocol):
    """The state of a job."""

    folder: Path
    """Where this process writes."""
    run: int

    def begin_run(self) -> None:
        """Go on with the run under way, else begin one."""

    def commit(self, group: Collection[Settled], started: Iterable[Link] = ()) -> list[Link]:
        """Write what some rows gave, and queue requests that no page led to. Gives the links that are new. Raises
        JobUnwritable."""

    def note_death(self, rows: Mapping[int, bool]) -> None:
        """The last process in this folder died with these rows in work; whether their pages had arrived."""

    def knows(self, fingerprint: bytes) -> bool:
        """Whether a page was ever queued."""

    def states(self) -> dict[str, int]:
        """Number of queued URLs by state."""

    def tally(self, run: int) -> list[tuple[str, str, str, int]]:
        """Site, what became of its pages, reason or stage, and how often, in one run."""

    def times(self, run: int) -> tuple[float, float, str]:
        """When a run began and when its last process ended (Unix time), and why."""

    def end_process(self, reason: str) -> None:
        """Note why the process ends."""

    def close(self) -> None:
        """Close the files and let the next process in."""


class Queue(Protocol):
    """Gives out the rows that wait, each once."""

    def take(self) -> Row | None:
        """The next row. None when there is none right now."""

    def __bool__(self) -> bool:
        """Whether something may wait, now or later."""

    def added(self, links: Iterable[Link]) -> None:
        """New rows wait."""

    def left(self, row: Row) -> None:
        """The row's downloads have ended."""

    def returned(self, row: Row) -> None:
        """The row's group is committed."""
