"""Reading WARC files: every whole record, and a note on each stretch that is damaged.

The records are framed here and not by a library: the two that were tried (fastwarc, warcio) stop in silence where a
file ends inside a header, and follow a length that lies to the end of the file. fastwarc parses the HTTP in a record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import IO, Literal

from fastwarc.warc import WarcRecord, WarcRecordType
from pydantic import TypeAdapter

from crawler.batch.packing import Gzip, Plain, find_member, is_gzip
from crawler.batch.pages import MAX_BODY, ExtractedText
from crawler.batch.warc_records import Record, find_record, read_records
from schemas import Page

_OTHERS = frozenset(("warcinfo", "request", "metadata", "revisit"))
"""Types of records that hold no page."""
_TIME = TypeAdapter(datetime)
_DECODINGS: tuple[Literal["all", "transfer", "content", "none"], ...] = ("all", "transfer", "content", "none")


def read_warc(
    file: IO[bytes], note: Callable[[str], None], start: int = 0, end: int | None = None
) -> Iterator[Page]:
    """The pages of a seekable WARC file, plain or gzip, whose records begin in [start, end).

    Ranges that meet give each record once. A gzip file is read from `start` where a record begins with a member, as
    WARC prescribes; otherwise the range from 0 holds all. `note` hears of damaged stretches.
    """
    for record in _records(file, note, start, end):
        if (page := _page(record, note)) is not None:
            yield page


def _records(file: IO[bytes], note: Callable[[str], None], start: int, end: int | None) -> Iterator[Record]:
    find, packing = (find_member, Gzip) if is_gzip(file) else (find_record, Plain)
    first = find(file, start, end) if start else 0
    if first is not None:
        yield from read_records(packing(file, first), note, end)


def _page(record: Record, note: Callable[[str], None]) -> Page | None:
    """The page in a record, or None when it holds none."""
    kind, headers, block = record.headers.get("warc-type", ""), record.headers, record.block
    url = headers.get("warc-target-uri", "").strip("<>") or None
    fetched_at = _date(headers.get("warc-date", ""))
    content_type = headers.get("content-type", "")
    if kind == "conversion":
        return ExtractedText(url=url, body=block, fetched_at=fetched_at)
    is_http = content_type.lower().startswith("application/http")
    if (is_http and kind == "resource") or (kind == "response" and (is_http or block.startswith(b"HTTP/"))):
        return _response(block, url, fetched_at)
    if kind == "resource":
        return Page(url=url, headers=(("Content-Type", content_type),), body=block, fetched_at=fetched_at)
    if kind not in _OTHERS and not content_type.startswith("text/dns"):
        note(
            f"byte {record.place}: a record of the type {kind[:40]!r} with {content_type[:40]!r} is not read"
        )
    return None


def _response(block: bytes, url: str | None, fetched_at: datetime | None) -> Page:
    """The page in an HTTP response. A block that is none of HTTP's is taken for the body."""
    record, body = _decoded(block)
    http = record.http_headers
    if http is None or http.status_code is None:
        return Page(url=url, body=block, fetched_at=fetched_at)
    status = min(max(http.status_code, 100), 999)
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in http.items_bytes())
    return Page(url=url, status=status, headers=headers, body=body, fetched_at=fetched_at)


def _decoded(block: bytes) -> tuple[WarcRecord, bytes]:
    """The parsed response and its body without transfer and content encoding, as far as the headers tell the truth:
    archives often keep the headers of a body that they have already decoded."""
    for decoding in _DECODINGS:
        record = WarcRecord()
        record.init_headers(WarcRecordType.response)
        record.set_bytes_content(block)
        record.is_http = True
        with suppress(OSError):
            record.parse_http(auto_decode=decoding, quirks_mode=True)
            if body := record.reader.read(MAX_BODY):
                return record, body
    return record, b""


def _date(printed: str) -> datetime | None:
    """When the record was made, or None where its date cannot be read."""
    try:
        date = _TIME.validate_python(printed)
    except ValueError:
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
