"""Reading Parquet: the same columns as in JSONL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO

from pyarrow import ArrowException, parquet

from crawler.batch.records import COLUMNS, read_row
from schemas import Page

_ROWS = 64


def read_parquet(
    file: IO[bytes], note: Callable[[str], None], start: int = 0, end: int | None = None
) -> Iterator[Page]:
    """The pages of a Parquet file whose row groups begin in [start, end). `note` hears of rows that hold none and of
    what cannot be read."""
    number = 0
    try:
        table = parquet.ParquetFile(file)
        columns = [name for name in COLUMNS if name in table.schema_arrow.names]
        number, groups = _groups(table.metadata, start, end)
        for batch in table.iter_batches(_ROWS, row_groups=groups, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield from read_row(f"row {number}", row, note)
    except MemoryError:  # says nothing of the file, although Arrow's is an ArrowException too
        raise
    except (ArrowException, OSError) as error:
        note(f"after row {number}: {error}")


def _groups(metadata: parquet.FileMetaData, start: int, end: int | None) -> tuple[int, list[int]]:
    """Rows before those row groups that begin in [start, end), and the numbers of the groups."""
    groups = [metadata.row_group(number) for number in range(metadata.num_row_groups)]
    begins = [_begin(group) if group.num_columns else 0 for group in groups]
    inside = [number for number, at in enumerate(begins) if start <= at and (end is None or at < end)]
    return sum(group.num_rows for group in groups[: inside[0] if inside else 0]), inside


def _begin(group: parquet.RowGroupMetaData) -> int:
    column = group.column(0)
    return int(column.dictionary_page_offset or column.data_page_offset)
