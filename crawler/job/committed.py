"""What a ledger says has happened: the part of it that is also read while another process writes."""

import json
import sqlite3
import time
from collections.abc import Callable, Sequence
from typing import Any

from crawler.job.rows import Row, Source, State

ROW = "id, fingerprint, url, host, site, priority, request, attempts, content_hash, version, etag, modified"
"""The columns of a Row."""
SOURCE = f"{ROW}, state, record, parts, whole"
"""Those of a Source."""
RUNNING = "running"
"""What stands in place of the reason while a process is at work on the run."""


class Committed:
    """The committed state of a job."""

    def __init__(self, db: sqlite3.Connection, clock: Callable[[], float] = time.time) -> None:
        self._db = db
        self._clock = clock

    def lengths(self) -> dict[str, int]:
        """Committed length of each output file, in bytes: what stands beyond may be torn."""
        return dict(self._ask("SELECT name, length FROM file"))

    def times(self, run: int) -> tuple[float, float, str]:
        """When a run began and when its last process ended (Unix time), and why; now and RUNNING before that."""
        [(started, ended, reason)] = self._ask("SELECT started, ended, reason FROM run WHERE id = ?", run)
        return started, ended or self._clock(), reason or RUNNING

    def tally(self, run: int) -> list[tuple[str, str, str, int]]:
        """Site, what became of its pages, reason or stage, and how often, in one run."""
        query = "SELECT site, what, detail, count FROM tally WHERE run = ? ORDER BY site, what, detail"
        return self._ask(query, run)

    def _ask(self, query: str, *values: object) -> list[Any]:
        return self._db.execute(query, values).fetchall()


def source_of(values: Sequence[Any]) -> Source:
    """What stands in the columns SOURCE."""
    *row, state, record, parts, whole = values
    return Source(Row(*row), State(state), record, tuple(json.loads(parts)), bool(whole))
