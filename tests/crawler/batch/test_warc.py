"""Every whole record of a WARC file is read, and what is not there is named."""

import gzip
import io
import random
import zlib
from datetime import UTC, datetime

import pytest

from crawler.batch.pages import MAX_BODY, ExtractedText
from crawler.batch.warc import read_warc
from crawler.job.warc import write_page
from schemas import Page
from tests.crawler.batch.archives import conversion, response

HTML = b"<html>" + random.Random(1).randbytes(2000).hex().encode()
RECORDS = [response(HTML, f"http://x.test/{n}") for n in range(5)]
PLAIN = [response(HTML, f"http://x.test/{n}", compressed=False) for n in range(5)]
STARTS = [sum(map(len, RECORDS[:n])) for n in range(5)]


def numbers(data: bytes) -> tuple[list[int], list[str]]:
    """Which of the records were read, and the notes on damage."""
    damage: list[str] = []
    read = list(read_warc(io.BytesIO(data), damage.append))
    assert all(page.body == HTML for page in read)
    return [int((page.url or "").rpartition("/")[2]) for page in read], damage


def bad_checksum(record: bytes) -> bytes:
    """The record with one letter changed, which the deflate stream itself does not notice."""
    content = bytearray(zlib.decompress(record, 31))
    content[-20] ^= 1
    return gzip.compress(bytes(content), mtime=0)[:-8] + record[-8:]


def hole(record: bytes) -> bytes:
    middle = len(record) // 2
    return record[:middle] + bytes(40) + record[middle + 40 :]


@pytest.mark.parametrize(
    ("data", "whole", "notes"),
    [
        (b"".join(RECORDS), [0, 1, 2, 3, 4], []),
        (b"".join(PLAIN), [0, 1, 2, 3, 4], []),
        (gzip.compress(b"".join(PLAIN), mtime=0), [0, 1, 2, 3, 4], []),
        (b"", [], []),
        (b"".join([*RECORDS[:2], bad_checksum(RECORDS[2]), *RECORDS[3:]]), [0, 1, 3, 4], ["lost"]),
        (b"".join([*RECORDS[:2], hole(RECORDS[2]), *RECORDS[3:]]), [0, 1, 3, 4], ["lost"]),
        (
            b"".join([RECORDS[0], hole(RECORDS[1]), RECORDS[2], hole(RECORDS[3]), RECORDS[4]]),
            [0, 2, 4],
            ["lost"] * 2,
        ),
        (b"".join([hole(RECORDS[0]), *RECORDS[1:]]), [1, 2, 3, 4], ["lost"]),
        (b"".join([*RECORDS[:2], b"junk" * 99, *RECORDS[2:]]), [0, 1, 2, 3, 4], ["lost"]),
        (b"".join([*PLAIN[:2], b"junk" * 99, *PLAIN[2:]]), [0, 1, 2, 3, 4], ["lost"]),
        (b"".join([*RECORDS[:4], RECORDS[4][:-60]]), [0, 1, 2, 3], ["cut off"]),
        (b"".join([*PLAIN[:4], PLAIN[4][:-60]]), [0, 1, 2, 3], ["cut off"]),
        (b"".join([*RECORDS, bytes(100)]), [0, 1, 2, 3, 4], ["up to the end"]),
        (b"<html>no archive</html>", [], ["up to the end"]),
    ],
)
def test_damage_costs_only_what_it_hit(data: bytes, whole: list[int], notes: list[str]) -> None:
    read, damage = numbers(data)
    assert read == whole
    assert len(damage) == len(notes)
    assert all(word in note for word, note in zip(notes, damage, strict=True))


def test_a_note_says_where_to_look() -> None:
    _, damage = numbers(b"".join([*RECORDS[:2], hole(RECORDS[2]), *RECORDS[3:]]))
    assert f"after the record at byte {STARTS[1]}:" in damage[0]
    assert f"up to byte {STARTS[3]}" in damage[0]


CHUNKED = b"4\r\n" + HTML[:4] + b"\r\n" + b"%x\r\n" % (len(HTML) - 4) + HTML[4:] + b"\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    ("headers", "payload"),
    [
        ([], HTML),
        ([("Content-Encoding", "gzip")], gzip.compress(HTML, mtime=0)),
        ([("Transfer-Encoding", "chunked")], CHUNKED),
        ([("Content-Encoding", "gzip")], HTML),
        ([("Transfer-Encoding", "chunked")], HTML),
        ([("Content-Encoding", "x-unknown")], HTML),
    ],
    ids=["as is", "gzip", "chunked", "gzip undone before", "chunks undone before", "unknown coding"],
)
def test_transfer_and_content_encodings_are_undone(headers: list[tuple[str, str]], payload: bytes) -> None:
    [page] = read_warc(
        io.BytesIO(response(payload, "http://x.test/文", headers, status="404 Not Found")), print
    )
    assert (page.body, page.status, page.url) == (HTML, 404, "http://x.test/文")
    assert page.headers == tuple(headers)
    assert page.fetched_at == datetime(2026, 11, 22, 4, 5, 6, tzinfo=UTC)


def test_the_archive_of_a_crawl_is_read() -> None:
    page = Page(
        url="http://x.test/文.html",
        status=404,
        headers=(
            ("Content-Type", "text/html; charset=gbk"),
            ("Content-Encoding", "gzip"),
            ("X-Name", "\xd6\xd0"),
        ),
        body=HTML,
        fetched_at=datetime(2026, 11, 22, 4, 5, 6, tzinfo=UTC),
    )
    [read] = read_warc(io.BytesIO(write_page(page)), print)
    assert (read.url, read.status, read.body, read.fetched_at) == (page.url, 404, HTML, page.fetched_at)
    assert (read.header("Content-Type"), read.header("X-Name")) == ("text/html; charset=gbk", "\xd6\xd0")


def test_extracted_text_is_told_from_pages() -> None:
    [text] = read_warc(io.BytesIO(conversion("第一段。\n第二段。", "http://x.test/1")), print)
    assert isinstance(text, ExtractedText)
    assert text.body.decode() == "第一段。\n第二段。"


def test_a_block_that_is_none_of_http_is_kept_as_the_body() -> None:
    record = response(b"x" * 20, compressed=False)
    block = record.index(b"HTTP/1.1")
    mangled = record[:block] + record[block:].replace(b"HTTP/1.1", b"ABCD/1.1", 1)
    [page] = read_warc(io.BytesIO(mangled), print)
    assert page.status == 200
    assert page.body.startswith(b"ABCD/1.1")


def test_a_bomb_is_not_unpacked_whole() -> None:
    bomb = gzip.compress(bytes(3 * MAX_BODY))
    [page] = read_warc(io.BytesIO(response(bomb, headers=[("Content-Encoding", "gzip")])), print)
    assert len(page.body) == MAX_BODY
