"""Reading Parquet: the same columns as in JSONL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO

from pyarrow import ArrowException, parquet

from crawler.batch.records import COLUMNS, read_row
from schemas import Page

_ROWS = 64


def read_parquet(file: IO[bytes], note: Callable[[str], None]) -> Iterator[Page]:
    """The pages of a Parquet file. `note` hears of rows that hold none and of what cannot be read."""
    number = 0
    try:
        table = parquet.ParquetFile(file)
        columns = [name for name in COLUMNS if name in table.schema_arrow.names]
        for batch in table.iter_batches(_ROWS, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield from read_row(f"row {number}", row, note)
    except MemoryError:  # says nothing of the file, although Arrow's is an ArrowException too
        raise
    except (ArrowException, OSError) as error:
        note(f"after row {number}: {error}")
