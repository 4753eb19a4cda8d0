"""Looking into a job, also one that runs: nothing is locked, nothing is written."""

import json
import sqlite3
import time
from collections.abc import Collection, Iterator
from pathlib import Path

from crawler.job.database import VERSION
from crawler.job.errors import JobDamaged
from crawler.job.ledger import LEDGER, RUNNING
from crawler.job.rows import Row, Source, State

_ASKED = 500
_ROW = "id, fingerprint, url, host, site, priority, request, attempts, content_hash, version, etag, modified"


class Look:
    """The committed state of a job. Raises JobDamaged for a ledger that cannot be read."""

    def __init__(self, folder: Path) -> None:
        self._db = _open(folder / LEDGER)

    def lengths(self) -> dict[str, int]:
        """Committed length of each output file, in bytes: what stands beyond may be torn."""
        return dict(self._db.execute("SELECT name, length FROM file"))

    def running(self) -> int | None:
        """The run that has begun and is not over. None when all are."""
        found: int | None = self._db.execute("SELECT max(id) FROM run WHERE NOT over").fetchone()[0]
        return found

    def times(self, run: int) -> tuple[float, float, str]:
        """When a run began and when its last process ended (Unix time), and why; now and RUNNING before that."""
        query = "SELECT started, ended, reason FROM run WHERE id = ?"
        started, ended, reason = self._db.execute(query, (run,)).fetchone()
        return started, ended or time.time(), reason or RUNNING

    def tally(self, run: int) -> list[tuple[str, str, str, int]]:
        """Site, what became of its pages, reason or stage, and how often, in one run."""
        query = "SELECT site, what, detail, count FROM tally WHERE run = ? ORDER BY site, what, detail"
        return self._db.execute(query, (run,)).fetchall()

    def waiting(self) -> int:
        """Number of pages that wait."""
        found: int = self._db.execute("SELECT count(*) FROM url WHERE state = 'pending'").fetchone()[0]
        return found

    def sources(self, places: Collection[str]) -> Iterator[Source]:
        """The archived pages of outcomes that stand at some places (`file:offset`), where they are the page's last."""
        asked = list(places)
        for start in range(0, len(asked), _ASKED):
            some = asked[start : start + _ASKED]
            query = f"""SELECT {_ROW}, state, record, parts, whole FROM url
                WHERE record IN ({",".join("?" * len(some))}) AND parts != '[]'"""
            for *row, state, record, parts, whole in self._db.execute(query, some).fetchall():
                yield Source(Row(*row), State(state), record, tuple(json.loads(parts)), bool(whole))

    def close(self) -> None:
        """Close the file."""
        self._db.close()


def look_into(folder: Path) -> Look | None:
    """The state of a job; None for a folder without a ledger: results of `qingwen demo`, of a worker, a copy."""
    return Look(folder) if (folder / LEDGER).is_file() else None


def _open(path: Path) -> sqlite3.Connection:
    """Read-only; a database that nobody writes may lie in a folder that cannot be written."""
    error: sqlite3.Error | None = None
    for mode in ("mode=ro", "mode=ro&immutable=1"):
        try:
            db = sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, check_same_thread=False)
            version = db.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.Error as why:
            error = why
            continue
        if version != VERSION:
            raise JobDamaged(
                f"{path}: written by another version (format {version}, this one reads {VERSION})"
            )
        return db
    raise JobDamaged(f"{path}: {error}") from error
