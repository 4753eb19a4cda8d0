"""What settling asks of the place where the rows live, and SQLite's answer."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection
from typing import NamedTuple, Protocol

from crawler.discovery.forms import Counts


class Known(NamedTuple):
    """What is known of a row before its group is written."""

    since: float
    """When its outcome was last a new one, Unix time."""
    record: str | None
    """Where its outcome stands."""
    article: str | None
    """Where its article's last version stands."""
    revisit: bool
    """It was a list, or not asked for."""

    @property
    def counted(self) -> bool:
        """Whether its form knows of it: each page counts once, however often it is asked for."""
        rejected = (self.record or "").rpartition("/")[2].startswith("rejections")
        return self.revisit or rejected or self.article is not None


class Owner(NamedTuple):
    """The row that has, or will have, a page's outcome."""

    id: int
    state: str
    is_list: bool
    """It is fetched again in each run that finds it."""


class Table(Protocol):
    """The rows of a job while a group is written: all that is changed here counts together, or not at all."""

    def known(self, row: int) -> Known:
        """The row's last outcome."""

    def owner(self, fingerprint: bytes) -> Owner | None:
        """The row that has, or will have, the page's outcome."""

    def update(self, row: int, **columns: object) -> None:
        """Change columns of a row."""

    def alias(self, fingerprint: bytes, row: int) -> None:
        """A page that is part of a row's outcome, under another URL. The first row keeps it."""

    def has_twin(self, fingerprints: Collection[bytes], row: int, content_hash: str) -> bool:
        """Whether another row has an article of the same text, and claimed one of the fingerprints."""

    def claim(self, fingerprints: Collection[bytes], row: int) -> None:
        """The article is the row's under these fingerprints, too. The first row keeps them."""

    def learn(self, form: str, **counts: int) -> None:
        """So much more is known of a form of URLs. What a form led to counts only where the form is known."""

    def count(self, site: str, what: str, detail: str, by: int = 1) -> None:
        """So many more in the run's tally."""


class SqlTable:
    """The rows in SQLite, inside the ledger's transaction."""

    def __init__(self, db: sqlite3.Connection, run: int) -> None:
        self._db = db
        self._run = run
        self._tally: Counter[tuple[str, str, str]] = Counter()
        self._forms: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def known(self, row: int) -> Known:
        """The row's last outcome."""
        query = "SELECT since, record, article, revisit FROM url WHERE id = ?"
        since, record, article, revisit = self._db.execute(query, (row,)).fetchone()
        return Known(since, record, article, bool(revisit))

    def owner(self, fingerprint: bytes) -> Owner | None:
        """The row that has, or will have, the page's outcome."""
        found = self._db.execute(
            "SELECT id, state, revisit FROM url WHERE fingerprint = ?1 UNION ALL "
            "SELECT alias.id, state, revisit FROM alias JOIN url ON url.id = alias.id WHERE alias.fingerprint = ?1",
            (fingerprint,),
        ).fetchone()
        return Owner(found[0], found[1], bool(found[2])) if found else None

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

    def has_twin(self, fingerprints: Collection[bytes], row: int, content_hash: str) -> bool:
        """Whether another row has an article of the same text, and claimed one of the fingerprints."""
        query = (
            "SELECT 1 FROM twin JOIN url ON url.id = twin.id"
            " WHERE twin.fingerprint = ? AND url.id != ? AND state = 'article' AND content_hash = ?"
        )
        return any(self._db.execute(query, (twin, row, content_hash)).fetchone() for twin in fingerprints)

    def claim(self, fingerprints: Collection[bytes], row: int) -> None:
        """The article is the row's under these fingerprints, too. The first row keeps them."""
        self._db.executemany(
            "INSERT OR IGNORE INTO twin VALUES (?, ?)", [(twin, row) for twin in fingerprints]
        )

    def learn(self, form: str, **counts: int) -> None:
        """So much more is known of a form of URLs. What a form led to counts only where the form is known."""
        self._forms[form].update(counts)

    def save_counts(self) -> None:
        """Add the counts of the group to those of the forms and the run's tally: the last thing of a group."""
        columns = Counts._fields
        self._db.executemany(
            f"INSERT INTO form VALUES (?, {', '.join('?' * len(columns))}) ON CONFLICT (form) DO UPDATE SET "
            + ", ".join(f"{name} = {name} + excluded.{name}" for name in columns),
            [(form, *(counts[name] for name in columns)) for form, counts in self._forms.items()],
        )
        self._db.executemany(
            "INSERT INTO tally VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (run, site, what, detail) DO UPDATE SET count = count + excluded.count",
            [(self._run, *key, by) for key, by in self._tally.items()],
        )
