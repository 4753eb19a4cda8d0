"""From the files of a job into a sink. The ledger says how much of each file counts, the sink how much it has."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from crawler.job.errors import JobError
from crawler.job.look import look_into
from crawler.job.shards import Kind
from crawler.sinks.sink import Sink, SinkError, Stored
from schemas import Article

_ARTICLES = f"{Kind.ARTICLES}-"
_BATCH = 200
"""Articles of one transaction."""


def catch_up(job: Path, sink: Sink) -> int:
    """Put what the sink lacks of a job's articles into it; gives how many versions that were. May run while the job
    is crawled, any number of times: an interruption costs at most the batch at hand, which is written anew. Raises
    SinkError, or OSError where the job cannot be read."""
    try:
        name, lengths = _committed(job)
    except JobError as error:
        raise SinkError(str(error)) from error
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
    look = look_into(job)
    if look is not None:
        with closing(look):
            lengths = {name: length for name, length in look.lengths().items() if name.startswith(_ARTICLES)}
            return f"{job.resolve()} {look.begun() or ''}", lengths
    files = sorted(job.glob(f"*/{_ARTICLES}*{Kind.ARTICLES.suffix}"))
    if not files:
        raise SinkError(f"{job} is not a job folder")
    return str(job.resolve()), {str(path.relative_to(job)): _whole_lines(path) for path in files}


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
            batch.append(_stored(file.readline(), f"{path}:{place}"))
    yield batch, length


def _stored(line: bytes, place: str) -> Stored:
    try:
        return Stored.of(Article.model_validate_json(line))
    except ValueError as error:
        raise SinkError(
            f"{place} does not hold what a crawl writes: {' '.join(str(error).split())}"
        ) from error
