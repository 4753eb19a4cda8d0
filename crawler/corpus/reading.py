"""The articles of job folders, batch output and single files, in every form they are stored in."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from schemas import Article

_PATTERNS = ("articles*.jsonl", "articles/*.jsonl", "articles/*.jsonl.gz", "articles/*.parquet")
_ROWS = 1000


def article_files(paths: Iterable[Path]) -> list[Path]:
    """The article files of files and folders. Raises FileNotFoundError where a folder has none."""
    return [file for path in paths for file in _files_of(path)]


def _files_of(path: Path) -> list[Path]:
    files = [path] if path.is_file() else sorted({file for p in _PATTERNS for file in path.glob(p)})
    if not files:
        raise FileNotFoundError(f"{path} holds no articles")
    return files


def read_rows(
    files: Iterable[Path], columns: tuple[str, ...] = ()
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """(place, row) of every article; of Parquet, only the columns named. Raises ValueError where a row is none."""
    for file in files:
        rows = _parquet_rows(file, columns) if file.suffix == ".parquet" else _json_rows(file)
        for number, row in enumerate(rows, start=1):
            if not isinstance(row, dict) or not isinstance(row.get("text"), str):
                raise ValueError(f"{file}:{number} is not an article")
            yield f"{file}:{number}", row


def read_articles(files: Iterable[Path]) -> Iterator[tuple[str, Article]]:
    """(place, article). Raises ValueError where a row is none."""
    for place, row in read_rows(files):
        try:
            yield place, Article.model_validate(row)
        except ValueError as error:
            raise ValueError(f"{place} is not an article of this version: {error}") from error


def _json_rows(file: Path) -> Iterator[Any]:
    with gzip.open(file, "rb") if file.suffix == ".gz" else file.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                yield json.loads(line)
            except ValueError as error:
                raise ValueError(f"{file}:{number} is not JSON: {error}") from error


def _parquet_rows(file: Path, columns: tuple[str, ...]) -> Iterator[Any]:
    from pyarrow import ArrowInvalid, parquet  # an extra

    try:
        table = parquet.ParquetFile(file)
        named = [name for name in columns if name in table.schema_arrow.names] or None
        for batch in table.iter_batches(_ROWS, columns=named):
            for row in batch.to_pylist():
                yield _unfolded(row)
    except ArrowInvalid as error:
        raise ValueError(f"{file} is not a Parquet file: {error}") from error


def _unfolded(row: dict[str, Any]) -> dict[str, Any]:
    """A row as it was before it became columns: maps from lists of (key, value), blocks from JSON."""
    if row.get("provenance"):
        row["provenance"] = {entry["key"]: entry["value"] for entry in row["provenance"]}
    if row.get("blocks"):
        row["blocks"] = [json.loads(block) for block in row["blocks"]]
    return row
