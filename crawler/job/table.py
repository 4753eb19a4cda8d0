"""What settling asks of the place where the rows live, and SQLite's answer."""

import sqlite3
from collections import Counter
from typing import NamedTuple, Protocol


class Known(NamedTuple):
    """What is known of a row before its group is written."""

    since: float
    """When its outcome was last a new one, Unix time."""
    record: str | None
    """Where its outcome stands."""
    article: str | None
    """Where its article's last version stands."""


class Table(Protocol):
    """The rows of a job while a group is written: all that is changed here counts together, or not at all."""

    def known(self, row: int) -> Known:
        """The row's last outcome."""

    def owner(self, fingerprint: bytes) -> tuple[int, str] | None:
        """Id and state of the row that has, or will have, the page's outcome."""

    def update(self, row: int, **columns: object) -> None:
        """Change columns of a row."""

    def alias(self, fingerprint: bytes, row: int) -> None:
        """A page that is part of a row's outcome, under another URL. The first row keeps it."""

    def count(self, site: str, what: str, detail: str, by: int = 1) -> None:
        """So many more in the run's tally."""


class SqlTable:
    """The rows in SQLite, inside the ledger's transaction."""

    def __init__(self, db: sqlite3.Connection, run: int) -> None:
        self._db = db
        self._run = run
        self._tally: Counter[tuple[str, str, str]] = Counter()

    def known(self, row: int) -> Known:
        """The row's last outcome."""
        return Known(
            *self._db.execute("SELECT since, record, article FROM url WHERE id = ?", (row,)).fetchone()
        )

    def owner(self, fingerprint: bytes) -> tuple[int, str] | None:
        """Id and state of the row that has, or will have, the page's outcome."""
        found: tuple[int, str] | None = self._db.execute(
            "SELECT id, state FROM url WHERE fingerprint = ?1 UNION ALL "
            "SELECT alias.id, state FROM alias JOIN url ON url.id = alias.id WHERE alias.fingerprint = ?1",
            (fingerprint,),
        ).fetchone()
        return found

    def update(self, row: int, **columns: object) -> None:
        """Change columns of a row."""
        changes = ", ".join(f"{name} = ?" for name in columns)
        self._db.execute(f"UPDATE url SET {changes} WHERE id = ?", (*columns.values(), row))

    def alias(self, fingerprint: bytes, row: int) -> None:
        """A page that is part of a row's outcome, under another URL. The first row keeps it."""
        self._db.execute("INSERT OR IGNORE INTO alias VALUES (?, ?)", (fingerprint, row))

    def count(self, site: str, what: str, detail: str, by: int = 1) -> None:
        """So many more in the run's tally."""
        self._tally[site, what, detail] += by

    def save_counts(self) -> None:
        """Add the counts of the group to the run's tally: the last thing of a group."""
        self._db.executemany(
            "INSERT INTO tally VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (run, site, what, detail) DO UPDATE SET count = count + excluded.count",
            [(self._run, *key, by) for key, by in self._tally.items()],
        )
