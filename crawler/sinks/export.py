"""From the files of a job into a sink. The ledger says how much of each file counts, the sink how much it has."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from crawler.job.ledger import LEDGER
from crawler.job.shards import Kind
from crawler.sinks.sink import Sink, SinkError, Stored
from schemas import Article

_BATCH = 200
"""Articles of one transaction."""


def catch_up(job: Path, sink: Sink) -> int:
    """Put what the sink lacks of a job's articles into it; gives how many versions that were. May run while the job
    is crawled, any number of times: an interruption costs at most the batch at hand, which is written anew. Raises
    SinkError, or OSError where the job cannot be read."""
    name, lengths = _committed(job)
    known, written = sink.positions(name), 0
    for file, length in sorted(lengths.items()):
        begin = known.get(file, 0)
        for batch, end in _batches(job / file, begin if begin <= length else 0, length):
            sink.write(batch, name, file, end)
            written += len(batch)
    return written


def _committed(job: Path) -> tuple[str, dict[str, int]]:
    """What to call the job, and the bytes of its article files that count: those that the ledger has committed; of a
    job that several machines share, whole lines."""
    if (job / LEDGER).is_file():
        return _of_ledger(job)
    files = sorted(job.glob(f"*/{Kind.ARTICLES}-*{Kind.ARTICLES.suffix}"))
    if not files:
        raise SinkError(f"{job} is not a job folder")
    return str(job.resolve()), {str(path.relative_to(job)): _whole_lines(path) for path in files}


def _of_ledger(job: Path) -> tuple[str, dict[str, int]]:
    try:
        with closing(
            sqlite3.connect(f"{(job / LEDGER).resolve().as_uri()}?mode=ro", uri=True, timeout=30)
        ) as db:
            begun = db.execute("SELECT started FROM run ORDER BY id LIMIT 1").fetchone()
            files = db.execute("SELECT name, length FROM file WHERE name LIKE ?", (f"{Kind.ARTICLES}-%",))
            return f"{job.resolve()} {begun[0] if begun else ''}", dict(files.fetchall())
    except sqlite3.Error as error:
        raise SinkError(f"{job / LEDGER}: {error}") from error


def _whole_lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(len(line) for line in file if line.endswith(b"\n"))


def _batches(path: Path, begin: int, length: int) -> Iterator[tuple[list[Stored], int]]:
    """The articles between two places in a file, and the place behind each batch."""
    if begin == length:
        return
    batch: list[Stored] = []
    with path.open("rb") as file:
        file.seek(begin)
        while (place := file.tell()) < length:
            if len(batch) == _BATCH:
                yield batch, place
                batch = []
            batch.append(Stored.of(Article.model_validate_json(file.readline())))
    yield batch, length
