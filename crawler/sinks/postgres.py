"""PostgreSQL, from version 12."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from crawler.sinks.sink import SinkError, Stored, told

try:
    import psycopg
except ImportError as error:
    raise SinkError("PostgreSQL needs the package psycopg[binary], the extra `postgres`") from error

_PATIENCE = 10  # seconds for a connection
_LOCK = 0x71696E67  # "qing": two processes do not make the tables at once
_TABLES = """
CREATE TABLE IF NOT EXISTS articles (
    url text NOT NULL, version text NOT NULL, title text NOT NULL, text text NOT NULL, published_at timestamptz,
    source text, authors text[] NOT NULL, site text, fetched_at timestamptz, record jsonb NOT NULL,
    PRIMARY KEY (url, version)
);
CREATE TABLE IF NOT EXISTS qingwen_exports (
    job text NOT NULL, file text NOT NULL, bytes bigint NOT NULL, PRIMARY KEY (job, file)
)
"""
_ARTICLE = """
INSERT INTO articles (url, version, title, text, published_at, source, authors, site, fetched_at, record)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (url, version) DO UPDATE SET
    title = excluded.title, text = excluded.text, published_at = excluded.published_at, source = excluded.source,
    authors = excluded.authors, site = excluded.site, fetched_at = excluded.fetched_at, record = excluded.record
"""
_POSITION = """
INSERT INTO qingwen_exports VALUES (%s, %s, %s) ON CONFLICT (job, file) DO UPDATE SET bytes = excluded.bytes
"""


class PostgresSink:
    """`postgresql://user:password@host:port/database`, as libpq reads it. A batch is one transaction."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._name = f"{parts.scheme}://{parts.hostname or ''}{parts.path}"  # never the password
        with told(self._name, psycopg.Error):
            self._db = psycopg.connect(url, connect_timeout=_PATIENCE)
            with self._db.transaction():
                self._db.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
                self._db.execute(_TABLES)

    def positions(self, job: str) -> Mapping[str, int]:
        """As Sink says."""
        with told(self._name, psycopg.Error), self._db.transaction():
            rows = self._db.execute("SELECT file, bytes FROM qingwen_exports WHERE job = %s", (job,))
            return dict(rows.fetchall())

    def write(self, articles: Sequence[Stored], job: str, file: str, end: int) -> None:
        """As Sink says."""
        with told(self._name, psycopg.Error), self._db.transaction(), self._db.cursor() as cursor:
            cursor.executemany(_ARTICLE, list(map(_row, articles)))
            cursor.execute(_POSITION, (job, file, end))

    def close(self) -> None:
        """As Sink says."""
        self._db.close()


def _row(stored: Stored) -> list[Any]:
    return list(map(_plain, stored.columns))


def _plain(value: Any) -> Any:
    """PostgreSQL holds no NUL, neither as a character nor escaped in jsonb; its arrays are lists."""
    if isinstance(value, tuple):
        return list(value)
    return value.replace("\0", "\ufffd").replace("\\u0000", "\\ufffd") if isinstance(value, str) else value
