"""The articles of a job in an index of their own: found by words, site and time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path

from crawler.job.errors import JobDamaged, JobUnwritable
from crawler.report.job import committed_length, lines, shards
from crawler.serve.segments import query_of, words_of
from schemas import Article

FILE = "search.sqlite"
VERSION = 1
_TOGETHER = 500
"""Articles that become findable at once."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which articles are asked for."""

    words: str = ""
    """What their title or text holds. '' for any."""
    site: str = ""
    """Name of their site. '' for any."""
    since: float = 0.0
    """When they were fetched at the earliest, Unix time."""
    after: int = 0
    """Only those that came into the index after this one."""
    limit: int = 100
    """Most of them."""


class Index:
    """The index of one job. It grows with the job's files and is made anew where it is missing or of another version.
    Raises JobDamaged for a job that cannot be read, JobUnwritable for an index that cannot be written or read."""

    def __init__(self, job: Path, file: Path) -> None:
        self._job = job
        self._file = file
        with self._open() as db:
            if db.execute("PRAGMA user_version").fetchone()[0] != VERSION:
                _make(db)

    def grow(self) -> int:
        """Take in what the job wrote since the last time. Gives the number of articles that are new."""
        committed = committed_length(self._job)
        with self._open() as db:
            if self._is_of_another_job(db):
                _make(db)
            return sum(self._take(db, path, committed(path.name)) for path in shards(self._job, "articles"))

    def found(self, asked: Asked) -> list[tuple[int, str]]:
        """Number and place of the articles asked for, each in its last version: by words the best first, else those
        that came first."""
        query, values = _query(asked)
        with self._open() as db:
            return db.execute(query, values).fetchall()

    def newest(self, limit: int, site: str = "") -> list[str]:
        """Places of the articles that were fetched last."""
        query = "SELECT place FROM article WHERE last AND (?1 = '' OR site = ?1) ORDER BY fetched DESC, id DESC LIMIT ?2"
        with self._open() as db:
            return [place for (place,) in db.execute(query, (site, limit))]

    def size(self) -> int:
        """Number of articles in it."""
        with self._open() as db:
            count: int = db.execute("SELECT count(*) FROM article WHERE last").fetchone()[0]
            return count

    def _is_of_another_job(self, db: sqlite3.Connection) -> bool:
        """Whether a file is gone, cut or another one than was read."""
        files = db.execute("SELECT name, read, head FROM file").fetchall()
        return any(
            read > _size(path := self._job / name) or head != _head(path) for name, read, head in files
        )

    def _take(self, db: sqlite3.Connection, path: Path, length: int | None) -> int:
        row = db.execute("SELECT read FROM file WHERE name = ?", (path.name,)).fetchone()
        taken, start = 0, row[0] if row else 0
        new = lines(path, length, start)
        while some := list(islice(new, _TOGETHER)):
            with db:
                for offset, line in some:
                    _add(db, f"{path.name}:{offset}", _article(line, path))
                end = some[-1][0] + len(some[-1][1])
                db.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?)", (path.name, end, _head(path)))
            taken += len(some)
        return taken

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self._file, timeout=30)) as db:
                db.execute("PRAGMA synchronous = NORMAL")  # what a power cut takes is read again
                yield db
        except sqlite3.Error as error:
            raise JobUnwritable(f"{self._file}: {error}") from error


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _head(path: Path) -> bytes:
    """Digest of its first line, which holds the time of its fetch."""
    with path.open("rb") as file:
        return sha256(file.readline()).digest()


def _make(db: sqlite3.Connection) -> None:
    """In one transaction: a half of it would be taken for the whole."""
    db.execute("PRAGMA journal_mode = WAL")
    gone = "".join(f"DROP TABLE IF EXISTS {name}; " for name in ("words", "article", "file"))
    schema = Path(__file__).with_name("index.sql").read_text(encoding="utf-8")
    db.executescript(f"BEGIN IMMEDIATE; {gone} {schema} PRAGMA user_version = {VERSION}; COMMIT;")


def _add(db: sqlite3.Connection, place: str, article: Article) -> None:
    fetched = article.fetched_at.timestamp() if article.fetched_at else 0.0
    if article.url:
        db.execute("UPDATE article SET last = 0 WHERE url = ? AND last", (article.url,))
    query = "INSERT INTO article (place, url, site, fetched) VALUES (?, ?, ?, ?)"
    row = db.execute(query, (place, article.url, article.site, fetched)).lastrowid
    words = (row, words_of(article.title), words_of(article.text))
    db.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", words)


def _query(asked: Asked) -> tuple[str, tuple[object, ...]]:
    wanted = "last AND (?1 = '' OR site = ?1) AND fetched >= ?2 AND id > ?3"
    values = (asked.site, asked.since, asked.after, asked.limit)
    if not asked.words:
        return f"SELECT id, place FROM article WHERE {wanted} ORDER BY id LIMIT ?4", values
    query = query_of(asked.words)
    if not query:
        return "SELECT 0, '' WHERE 0", ()
    by_words = f"""SELECT id, place FROM words JOIN article ON article.id = words.rowid
        WHERE words MATCH ?5 AND {wanted} ORDER BY bm25(words, 5.0, 1.0), id LIMIT ?4"""
    return by_words, (*values, query)


def _article(line: bytes, path: Path) -> Article:
    try:
        return Article.model_validate_json(line)
    except ValueError as error:
        raise JobDamaged(f"{path} does not hold what a crawl writes: {error}") from error
