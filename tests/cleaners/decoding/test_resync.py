"""Damaged bytes: only what was hit is lost."""

import time

import pytest

from cleaners.decoding import decode
from cleaners.decoding.resync import read
from tests.cleaners.decoding.samples import HANS, HANT, page


@pytest.mark.parametrize(
    ("text", "codec"), [(HANS, "gb18030"), (HANT, "big5hkscs"), (HANT, "gb18030"), (HANS, "utf-8")]
)
@pytest.mark.parametrize("offset", range(46, 86, 3))
@pytest.mark.parametrize("stray", [b"\xff", b"\x81", b"\xc4", b""])
def test_one_stray_byte_costs_at_most_four_characters(
    text: str, codec: str, offset: int, stray: bytes
) -> None:
    body = page(text).encode(codec)
    damaged = body[:offset] + stray + body[offset + (not stray) :]
    read_back = decode(damaged).text
    kept = _common_ends(page(text), read_back)
    assert kept >= len(page(text)) - 4


def _common_ends(one: str, other: str) -> int:
    """How many characters agree from the start and from the end."""
    shorter = min(len(one), len(other))
    start = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    end = next((i for i in range(shorter - start) if one[-1 - i] != other[-1 - i]), shorter - start)
    return start + end


def test_a_shift_that_ends_without_an_error() -> None:
    """Every shifted pair is valid, and the last one swallows a letter."""
    body = page(HANS + "A").encode("gbk").replace(b"<p>", b"<p>\xb0", 1)
    decoded = decode(body)
    assert decoded.text.replace("\ufffd", "") == page(HANS + "A")
    assert decoded.replaced == 1


def test_euro_sign() -> None:
    body = page(HANS).encode("gbk").replace(b"</p>", b"100\x80</p>")
    assert decode(body).text == page(HANS + "100€")


def test_utf8_include_in_a_gbk_page() -> None:
    body = page(HANS).encode("gbk") + "<div>合成的页脚，京公网安备</div>".encode()
    decoded = decode(body)
    assert (decoded.text, decoded.encoding) == (page(HANS) + "<div>合成的页脚，京公网安备</div>", "gb18030")


def test_gbk_include_in_a_utf8_page() -> None:
    body = page(HANS).encode() + "<div>合成的页脚，京公网安备</div>".encode("gbk")
    decoded = decode(body)
    assert (decoded.text, decoded.encoding) == (page(HANS) + "<div>合成的页脚，京公网安备</div>", "utf-8")


def test_text_cut_inside_its_first_and_last_character() -> None:
    assert decode(HANS.encode("gbk")[1:-1]).text == f"\ufffd{HANS[1:-1]}\ufffd"


def test_rare_names_are_left_alone() -> None:
    text = page(HANS + "魑魅魍魉，囧囧。")
    assert decode(text.encode("gbk")).text == text


@pytest.mark.parametrize("codec", ["gb18030", "big5hkscs", "utf-8"])
@pytest.mark.parametrize("body", [b"\xff<", b"\x81", HANS.encode("gbk") + b"\xff<", b"\xa4\x40\xff"])
def test_cost_is_bounded(body: bytes, codec: str) -> None:
    started = time.process_time()
    read(body * (300_000 // len(body)), codec)
    assert time.process_time() - started < 30
