"""Files into shards of a sensible size: small ones together, large ones in ranges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crawler.batch.files import File, Kind

SHARD_SIZE = 100.0
"""Megabytes of output that a shard gives, about."""
_MB = 1_000_000
_SHARES = {".wet.gz": 0.9, ".wet": 0.5, ".txt": 0.5, ".gz": 0.07, ".parquet": 0.07}
"""Bytes of output for a byte of input, by suffix: .067 and .017 on 374 raw pages of news sites, as gzip WARC and plain."""
_OTHERS = 0.02
_LEAST_RANGE = 2**20
"""Bytes below which a range is not worth the search for its beginning."""


def divide(files: Sequence[File], kind: Kind, shard_size: float) -> Iterator[tuple[File, ...]]:
    """The files of each shard, in order. It depends on the files and the size alone.

    Files are put together until their output should be of `shard_size` megabytes. One that should give more stands
    alone, in ranges if it can be read from the middle: WARC, JSONL that is not compressed, Parquet.
    """
    together: list[File] = []
    weight = 0.0
    for file in files:
        share = _weight(file) / (shard_size * _MB)
        if together and weight + share > 1:
            yield tuple(together)
            together, weight = [], 0.0
        if share > 1:
            count = round(share) if _can_be_split(file, kind) else 1
            yield from ((part,) for part in _ranges(file, min(count, file.size // _LEAST_RANGE)))
        else:
            together.append(file)
            weight += share
    if together:
        yield tuple(together)


def _weight(file: File) -> float:
    """Bytes of output that a file should give."""
    name = file.url.lower()
    return file.size * next((share for suffix, share in _SHARES.items() if name.endswith(suffix)), _OTHERS)


def _can_be_split(file: File, kind: Kind) -> bool:
    return kind in (Kind.WARC, Kind.PARQUET) or (kind is Kind.JSONL and not file.url.lower().endswith(".gz"))


def _ranges(file: File, count: int) -> Iterator[File]:
    if count < 2:
        yield file
        return
    edges = [file.size * number // count for number in range(count)]
    for start, end in zip(edges, [*edges[1:], None], strict=True):
        yield File(file.url, file.size, start, end)
