"""An archive that ends early, lies about a length or lost a byte: what is lost is named, what is whole is read."""

import gzip
import io
import random
from itertools import pairwise

import pytest

from crawler.batch.warc import read_warc
from tests.crawler.batch.archives import response

BODY = b"<html>" + random.Random(1).randbytes(120).hex().encode()
PLAIN = [response(BODY, f"http://x.test/{n}", compressed=False) for n in range(3)]
MEMBERS = [gzip.compress(record, mtime=0) for record in PLAIN]
FORMS = {
    "members": (b"".join(MEMBERS), len(MEMBERS[0]) + len(MEMBERS[1])),
    "plain": (b"".join(PLAIN), len(PLAIN[0]) + len(PLAIN[1])),
}


def read(data: bytes) -> tuple[list[int], list[str]]:
    """The numbers of the records that were read, and the notes."""
    notes: list[str] = []
    pages = list(read_warc(io.BytesIO(data), notes.append))
    assert all(page.body == BODY for page in pages)
    return [int((page.url or "").rpartition("/")[2]) for page in pages], notes


@pytest.mark.parametrize("form", FORMS)
def test_a_cut_at_any_byte_of_a_record_is_named(form: str) -> None:
    data, third = FORMS[form]
    for cut in range(third + 1, len(data)):
        read_before, notes = read(data[:cut])
        assert read_before[:2] == [0, 1]
        assert len(notes) == 1, (cut - third, notes)
        block_ends = len(PLAIN[2]) - 4 if form == "plain" else len(MEMBERS[2]) - 20
        assert read_before == [0, 1] or cut - third >= block_ends


def test_a_cut_at_any_byte_of_one_gzip_stream_is_named() -> None:
    data = gzip.compress(b"".join(PLAIN), mtime=0)
    for cut in range(1, len(data)):
        assert len(read(data[:cut])[1]) == 1, cut


def test_a_cut_between_two_records_is_a_whole_file() -> None:
    for data, third in FORMS.values():
        assert read(data[:third]) == ([0, 1], [])


def with_length(record: bytes, length: int) -> bytes:
    before, _, rest = record.partition(b"Content-Length: ")
    return before + b"Content-Length: %d" % length + rest[rest.index(b"\r") :]


@pytest.mark.parametrize("form", ["plain", "members", "stream"])
@pytest.mark.parametrize("length", [10**5, 10**9, 999, 1])
def test_records_behind_a_length_that_lies_are_found(form: str, length: int) -> None:
    records = [response(BODY, f"http://x.test/{n}", compressed=False) for n in range(200)]
    records[0] = with_length(records[0], length)
    data = b"".join(map(gzip.compress, records)) if form == "members" else b"".join(records)
    numbers, notes = read(gzip.compress(data) if form == "stream" else data)
    assert numbers[-199:] == list(range(1, 200))
    assert len(notes) == 1 and "byte 0: the record" in notes[0]


def test_records_behind_a_length_beyond_any_page_are_found() -> None:
    data = with_length(PLAIN[0], 10**9) + bytes(40 * 2**20) + b"".join(PLAIN[1:])
    numbers, notes = read(data)
    assert numbers == [1, 2]
    assert len(notes) == 1 and "cut off" in notes[0]


def test_a_page_that_quotes_an_archive_is_one_page() -> None:
    quoting = response(b"".join(PLAIN), "http://x.test/9", compressed=False)
    for data in (quoting + PLAIN[0], gzip.compress(quoting) + MEMBERS[0], gzip.compress(quoting + PLAIN[0])):
        pages = list(read_warc(io.BytesIO(data), pytest.fail))
        assert [page.url for page in pages] == ["http://x.test/9", "http://x.test/0"]


def test_a_flipped_bit_loses_no_record_in_silence() -> None:
    """In the names and numbers by which records are found; other fields have no checksum and are taken as they are."""
    data, chance = b"".join(PLAIN), random.Random(7)
    for _ in range(2000):
        at = chance.randrange(len(data))
        flipped = data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
        notes: list[str] = []
        pages = list(read_warc(io.BytesIO(flipped), notes.append))
        assert len(pages) == 3 or notes, (at, data[at : at + 20])


def test_the_archive_of_the_finding_is_no_whole_one() -> None:
    records = [response(BODY, f"http://x.test/{n}") for n in range(2)]
    header = gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n", mtime=0)[:-8]
    numbers, notes = read(b"".join(records) + header)
    assert numbers == [0, 1]
    assert len(notes) == 1


@pytest.mark.parametrize("form", ["plain", "members", "blocks", "stream"])
@pytest.mark.parametrize("parts", [2, 3, 7])
def test_ranges_that_meet_give_each_record_once(form: str, parts: int) -> None:
    records = [response(BODY[: n + 9], f"http://x.test/{n}", compressed=False) for n in range(40)]
    whole = b"".join(records)
    data = {
        "plain": whole,
        "members": b"".join(map(gzip.compress, records)),
        "blocks": b"".join(gzip.compress(whole[at : at + 1000]) for at in range(0, len(whole), 1000)),
        "stream": gzip.compress(whole),
    }[form]
    bounds = [len(data) * n // parts for n in range(parts)] + [None]
    for shift in range(0, 400, 7):
        edges = [0, *(edge + shift for edge in bounds[1:-1] if edge is not None), None]
        urls = [
            page.url
            for start, end in pairwise(edges)
            for page in read_warc(io.BytesIO(data), pytest.fail, start or 0, end)
        ]
        assert urls == [f"http://x.test/{n}" for n in range(40)]
