"""Rows of JSONL and Parquet become pages; a row that does not is named."""

import base64
import gzip
import io
import json
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from crawler.batch import records
from crawler.batch.pages import ExtractedText
from crawler.batch.parquet import read_parquet
from crawler.batch.records import page_of, read_jsonl
from schemas import Page

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("row", "page"),
    [
        ({"html": "<p>字"}, Page(body="<p>字".encode())),
        ({"body": base64.b64encode(b"\xff\xfe?").decode()}, Page(body=b"\xff\xfe?")),
        ({"body": base64.urlsafe_b64encode(b"\xff\xfe?").decode()}, Page(body=b"\xff\xfe?")),
        ({"body": b"\xff"}, Page(body=b"\xff")),
        ({"text": "正文"}, ExtractedText(body="正文".encode())),
        (
            {"url": "http://x.test/", "status": 404, "html": "", "text": None, "extra": 1},
            Page(url="http://x.test/", status=404, body=b""),
        ),
        ({"html": "", "headers": {"A": "1"}}, Page(body=b"", headers=(("A", "1"),))),
        ({"html": "", "headers": [["A", "1"], ["A", "2"]]}, Page(body=b"", headers=(("A", "1"), ("A", "2")))),
        ({"html": "", "fetched_at": "2026-11-22T12:00:00"}, Page(body=b"", fetched_at=NOON)),
        ({"html": "", "fetched_at": "2026-11-22T20:00:00+08:00"}, Page(body=b"", fetched_at=NOON)),
        ({"html": "a\ud800b"}, Page(body=b"a?b")),
    ],
)
def test_a_row_becomes_a_page(row: dict[str, Any], page: Page) -> None:
    assert page_of(row) == page


def test_a_page_as_this_project_writes_it_is_read_back() -> None:
    page = Page(url="http://x.test/", headers=(("Set-Cookie", "a"),), body=b"\xfb\xff", fetched_at=NOON)
    assert list(read_jsonl(io.BytesIO(page.model_dump_json().encode()), print)) == [page]


LINES = [json.dumps({"html": str(n)}).encode() + b"\n" for n in range(4)]


@pytest.mark.parametrize(
    ("data", "bodies", "notes"),
    [
        (b"".join(LINES), "0123", []),
        (b"\n".join(LINES), "0123", []),
        (gzip.compress(b"".join(LINES), mtime=0), "0123", []),
        (b"", "", []),
        (LINES[0] + b"not json\n" + LINES[1], "01", ["line 2: "]),
        (LINES[0] + LINES[1][:-5], "0", ["line 2: "]),
        (
            LINES[0] + b'[1]\n{"url": "x"}\n"a"\n' + LINES[1],
            "01",
            ["line 2: ", "line 3: none of", "line 4: "],
        ),
        (
            LINES[0] + b'{"html": 1}\n{"body": "%%%"}\n{"html": "", "status": 9999}\n',
            "0",
            ["line 2: ", "line 3: ", "line 4: "],
        ),
        (LINES[0] + b"[" * 100_000 + b"\n" + LINES[1], "01", ["line 2: "]),
        (b"\xff\xfe\n" + LINES[0], "0", ["line 1: "]),
        (gzip.compress(b"".join(LINES), compresslevel=0, mtime=0)[:-20], "012", ["after line 3: "]),
        (gzip.compress(b"".join(LINES), mtime=0) + b"tail", "0123", ["after line 4: "]),
    ],
)
def test_a_bad_line_costs_only_itself(data: bytes, bodies: str, notes: list[str]) -> None:
    damage: list[str] = []
    pages = list(read_jsonl(io.BytesIO(data), damage.append))
    assert "".join(page.body.decode() for page in pages) == bodies
    assert len(damage) == len(notes)
    assert all(found.startswith(note) for found, note in zip(damage, notes, strict=True))


def test_a_line_without_end_is_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "_MAX_LINE", 1000)
    damage: list[str] = []
    long = json.dumps({"html": "x" * 5000}).encode() + b"\n"
    pages = list(read_jsonl(io.BytesIO(LINES[0] + long + LINES[1]), damage.append))
    assert [page.body for page in pages] == [b"0", b"1"]
    assert [note.partition(":")[0] for note in damage] == ["line 2"]


def as_parquet(columns: dict[str, list[Any]]) -> bytes:
    buffer = io.BytesIO()
    parquet.write_table(pa.table(columns), buffer)
    return buffer.getvalue()


def test_parquet_holds_bytes_and_times_as_they_are() -> None:
    data = as_parquet({"url": ["http://x.test/"], "body": [b"\xff"], "fetched_at": [NOON], "more": [1]})
    assert list(read_parquet(io.BytesIO(data), print)) == [
        Page(url="http://x.test/", body=b"\xff", fetched_at=NOON)
    ]


def test_a_bad_row_and_a_bad_file_are_named() -> None:
    damage: list[str] = []
    data = as_parquet({"html": ["0", None, "2"]})
    assert [page.body for page in read_parquet(io.BytesIO(data), damage.append)] == [b"0", b"2"]
    assert list(read_parquet(io.BytesIO(data[:-9]), damage.append)) == []
    assert damage[0].startswith("row 2: none of body, html and text")
    assert damage[1].startswith("after row 0: ")
