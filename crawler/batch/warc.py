"""Reading WARC files: every whole record, and a note on each stretch that is damaged.

fastwarc was chosen over warcio: the same records, read 1.7 to 4 times as fast, and files that were compressed as one
stream are read too. It checks the checksum of a record before it gives it out; a record that was cut off comes short.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from typing import IO, Literal

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from crawler.batch.pages import MAX_BODY, ExtractedText
from schemas import Page

_WANTED = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_MAX_BLOCK = MAX_BODY + 2**16
_GZIP, _PLAIN = b"\x1f\x8b\x08", b"WARC/1."
_CHUNK = 2**20
_DECODINGS: tuple[Literal["all", "transfer", "content", "none"], ...] = ("all", "transfer", "content", "none")


def read_warc(file: IO[bytes], note: Callable[[str], None]) -> Iterator[Page]:
    """The pages of a seekable WARC file, plain or gzip. `note` hears of damaged stretches."""
    mark = _GZIP if file.read(2) == _GZIP[:2] else _PLAIN
    start: int | None = 0
    lost = ""
    while start is not None:
        reached, inside = start, 1
        try:
            file.seek(start)
            for record in ArchiveIterator(file, record_types=WarcRecordType.any_type, parse_http=False):
                reached = record.stream_pos
                inside = record.content_length if mark is _PLAIN else 1
                if lost:
                    note(f"{lost}, up to byte {reached}")
                    lost = ""
                page = _page(record, reached, note)
                if page:
                    yield page
            return
        except OSError as error:
            lost = lost or f"lost after the record at byte {reached}: {error}"
            start = _find(file, mark, reached + max(1, inside))
    note(f"{lost}, up to the end")


def _page(record: WarcRecord, position: int, note: Callable[[str], None]) -> Page | None:
    """The page in a record, or None when it holds none or is cut off."""
    if not record.record_type & _WANTED:
        return None
    length = record.content_length
    block = record.reader.read(_MAX_BLOCK)
    if len(block) < min(length, _MAX_BLOCK):
        note(f"byte {position}: the record is cut off, {len(block)} of {length} bytes are there")
        return None
    url = record.headers.get("WARC-Target-URI")
    fetched_at = _date(record)
    if record.record_type == WarcRecordType.conversion:
        return ExtractedText(url=url, body=block, fetched_at=fetched_at)
    if record.is_http:
        return _response(block, url, fetched_at)
    if record.record_type == WarcRecordType.resource:
        headers = (("Content-Type", record.headers.get("Content-Type") or ""),)
        return Page(url=url, headers=headers, body=block, fetched_at=fetched_at)
    return None


def _response(block: bytes, url: str | None, fetched_at: datetime | None) -> Page:
    """The page in an HTTP response. A block that is none of HTTP's is taken for the body."""
    record, body = _decoded(block)
    http = record.http_headers
    if http is None or http.status_code is None:
        return Page(url=url, body=block, fetched_at=fetched_at)
    status = min(max(http.status_code, 100), 599)
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


def _date(record: WarcRecord) -> datetime | None:
    """When the record was made, or None where its date cannot be read."""
    try:
        return record.record_date
    except (ValueError, OSError):
        return None


def _find(file: IO[bytes], mark: bytes, start: int) -> int | None:
    """Position of the next `mark` at or after `start`, or None."""
    file.seek(start)
    tail = b""
    while chunk := file.read(_CHUNK):
        at = (tail + chunk).find(mark)
        if at >= 0:
            return start - len(tail) + at
        start += len(chunk)
        tail = (tail + chunk)[-len(mark) + 1 :]
    return None
