"""SQLite: a file that every language reads."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import unquote, urlsplit

from crawler.sinks.sink import Stored, told

_TABLES = """
CREATE TABLE IF NOT EXISTS articles (
    url TEXT NOT NULL, version TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, published_at TEXT, source TEXT,
    authors TEXT NOT NULL, site TEXT, fetched_at TEXT, record TEXT NOT NULL, PRIMARY KEY (url, version)
);
CREATE TABLE IF NOT EXISTS qingwen_exports (
    job TEXT NOT NULL, file TEXT NOT NULL, bytes INTEGER NOT NULL, PRIMARY KEY (job, file)
)
"""


class SqliteSink:
    """`sqlite:///articles.db` is relative, `sqlite:////data/articles.db` absolute. Times are ISO 8601, authors JSON."""

    def __init__(self, url: str) -> None:
        self._path = unquote(urlsplit(url).path.removeprefix("/"))
        with told(self._path, sqlite3.Error):
            self._db = sqlite3.connect(self._path, timeout=30)
            self._db.executescript(_TABLES)

    def positions(self, job: str) -> Mapping[str, int]:
        """As Sink says."""
        with told(self._path, sqlite3.Error):
            return dict(self._db.execute("SELECT file, bytes FROM qingwen_exports WHERE job = ?", (job,)))

    def write(self, articles: Sequence[Stored], job: str, file: str, end: int) -> None:
        """As Sink says."""
        with told(self._path, sqlite3.Error), self._db:
            rows = "INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            self._db.executemany(rows, map(_row, articles))
            self._db.execute("INSERT OR REPLACE INTO qingwen_exports VALUES (?, ?, ?)", (job, file, end))

    def close(self) -> None:
        """As Sink says."""
        self._db.close()


def _row(stored: Stored) -> list[str | None]:
    return list(map(_plain, stored.columns))


def _plain(value: Any) -> str | None:
    if isinstance(value, datetime):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value
