"""Writing records to a file whose bytes depend on the records alone."""

from __future__ import annotations

import gzip
import hashlib
import io
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from crawler.output import Format

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetWriter

_ROWS_PER_GROUP = 1000
_BUFFER = 2**18
"""Bytes compressed at once: between two cleanings, zlib finds none of its tables in the processor's cache."""


class Writer(ABC):
    """Appends records of one model to a new file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rows = 0

    @abstractmethod
    def write(self, record: BaseModel) -> None:
        """Append a record."""

    @abstractmethod
    def close(self) -> None:
        """Finish the file."""


class JsonLines(Writer):
    """One JSON object a line, gzip without a time stamp or a name."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._raw = path.open("wb")
        packed = gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=self._raw, mtime=0)
        self._file = io.BufferedWriter(packed, _BUFFER)

    def write(self, record: BaseModel) -> None:
        self._file.write(record.model_dump_json().encode() + b"\n")
        self.rows += 1

    def close(self) -> None:
        self._file.close()
        self._raw.close()


class Parquet(Writer):
    """Parquet with the schema of the model, in row groups of a fixed number of rows."""

    def __init__(self, path: Path, model: type[BaseModel]) -> None:
        from pyarrow.parquet import ParquetWriter

        from crawler.batch.arrow import schema_of

        super().__init__(path)
        self._schema = schema_of(model)
        self._file: ParquetWriter = ParquetWriter(path, self._schema, compression="zstd")
        self._group: list[dict[str, Any]] = []

    def write(self, record: BaseModel) -> None:
        from crawler.batch.arrow import row_of

        self._group.append(row_of(record))
        self.rows += 1
        if len(self._group) == _ROWS_PER_GROUP:
            self._flush()

    def close(self) -> None:
        if self._group:
            self._flush()
        self._file.close()

    def _flush(self) -> None:
        import pyarrow as pa

        self._file.write_table(pa.Table.from_pylist(self._group, schema=self._schema))
        self._group = []


WRITERS: Mapping[Format, Callable[[Path, type[BaseModel]], Writer]] = {
    Format.JSONL: lambda path, model: JsonLines(path),
    Format.PARQUET: Parquet,
}
"""What writes each format."""


def digest(path: Path) -> str:
    """SHA-256 of a file, hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
