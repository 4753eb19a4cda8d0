"""Looking into a job, also one that runs: nothing is locked, nothing is written."""

import sqlite3
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from crawler.job.committed import SOURCE, Committed, source_of
from crawler.job.database import VERSION
from crawler.job.errors import JobDamaged
from crawler.job.ledger import LEDGER
from crawler.job.rows import Source

_ASKED = 500


class Look(Committed):
    """The committed state of a job. Every method may raise JobDamaged: the ledger cannot be read."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LEDGER
        super().__init__(_open(self._path))

    def begun(self) -> float | None:
        """When the first run began, Unix time. None before that."""
        return next(
            (started for (started,) in self._ask("SELECT started FROM run ORDER BY id LIMIT 1")), None
        )

    def running(self) -> int | None:
        """The run that has begun and is not over. None when all are."""
        found: int | None = self._ask("SELECT max(id) FROM run WHERE NOT over")[0][0]
        return found

    def waiting(self) -> int:
        """Number of pages that wait."""
        found: int = self._ask("SELECT count(*) FROM url WHERE state = 'pending'")[0][0]
        return found

    def sources(self, places: Collection[str]) -> Iterator[Source]:
        """The archived pages of outcomes that stand at some places (`file:offset`), where they are the page's last."""
        asked = list(places)
        for start in range(0, len(asked), _ASKED):
            some = asked[start : start + _ASKED]
            marks = ",".join("?" * len(some))
            query = f"SELECT {SOURCE} FROM url WHERE record IN ({marks}) AND parts != '[]'"
            yield from map(source_of, self._ask(query, *some))

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def _ask(self, query: str, *values: object) -> list[Any]:
        try:
            return super()._ask(query, *values)
        except sqlite3.Error as error:
            raise JobDamaged(f"{self._path}: {error}") from error


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
