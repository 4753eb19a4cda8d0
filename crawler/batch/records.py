"""Reading JSONL, and rows of other tables: one raw page, or one extracted text, a row.

Columns: `url`, `status`, `headers` (an object or [name, value] pairs), `fetched_at` (a time without zone is UTC), and
one of `body` (bytes, in JSON as base64), `html` (text) and `text` (extracted text). Other columns are passed over.
"""

from __future__ import annotations

import base64
import gzip
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import IO, Any, cast

from pydantic import TypeAdapter

from crawler.batch.pages import ExtractedText
from schemas import Page

COLUMNS = ("url", "status", "headers", "fetched_at", "body", "html", "text")
_TIME = TypeAdapter(datetime)
_MAX_LINE = 64 * 2**20
_URLSAFE = str.maketrans("-_", "+/")


def read_jsonl(
    file: IO[bytes], note: Callable[[str], None], start: int = 0, end: int | None = None
) -> Iterator[Page]:
    """The pages of a JSONL file whose lines begin in [start, end); of a gzip file, which is read from its beginning,
    all. `note` hears of lines that hold none."""
    number, behind = 0, f" behind byte {start}" if start else ""
    try:
        for number, line in enumerate(_lines(file, start, end), start=1):
            if line.strip():
                yield from read_row(f"line {number}{behind}", line, note)
    except (EOFError, OSError, zlib.error) as error:
        note(f"after line {number}{behind}: {error}")


def _lines(file: IO[bytes], start: int, end: int | None) -> Iterator[bytes]:
    """The lines, unzipped; of a longer one than any page needs only the beginning, which cannot be parsed."""
    file.seek(0)
    if file.read(2) == b"\x1f\x8b":
        file.seek(0)
        unzipped = cast(IO[bytes], gzip.GzipFile(fileobj=file))
        yield from () if start else (line for line, _ in _measured(unzipped))
        return
    at = file.seek(max(0, start - 1))
    lines = _measured(file)
    if start:  # up to the end of the line before
        at += next(lines, (b"", 0))[1]
    while (end is None or at < end) and (found := next(lines, None)):
        line, size = found
        yield line
        at += size


def _measured(text: IO[bytes]) -> Iterator[tuple[bytes, int]]:
    """(line or its beginning, its size)."""
    while line := text.readline(_MAX_LINE):
        size, part = len(line), line
        while len(part) == _MAX_LINE and not part.endswith(b"\n"):
            part = text.readline(_MAX_LINE)
            size += len(part)
        yield line, size


def read_row(place: str, row: bytes | Mapping[str, Any], note: Callable[[str], None]) -> Iterator[Page]:
    """The page of one row; none, and a note, when the row is not understood."""
    try:
        yield page_of(json.loads(row) if isinstance(row, bytes) else row)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        note(f"{place}: {str(error).partition(chr(10))[0]}")


def page_of(row: Mapping[str, Any]) -> Page:
    """The page in a row. Raises ValueError, TypeError or AttributeError when the row is not understood."""
    known = {name: row[name] for name in ("url", "status") if row.get(name) is not None}
    if (headers := row.get("headers")) is not None:
        known["headers"] = tuple(headers.items() if isinstance(headers, Mapping) else headers)
    if (fetched_at := row.get("fetched_at")) is not None:
        time = _TIME.validate_python(fetched_at)
        known["fetched_at"] = time if time.tzinfo else time.replace(tzinfo=UTC)
    if row.get("text") is not None:
        return ExtractedText(**known, body=row["text"].encode("utf-8", "replace"))
    return Page(**known, body=_body(row))


def _body(row: Mapping[str, Any]) -> bytes:
    body, html = row.get("body"), row.get("html")
    if isinstance(body, str):
        return base64.b64decode(body.translate(_URLSAFE), validate=True)
    if isinstance(body, bytes):
        return body
    if isinstance(html, str):
        return html.encode("utf-8", "replace")
    raise ValueError("none of body, html and text is there")
