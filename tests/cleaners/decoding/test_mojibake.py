"""Pages decoded wrongly before they were stored."""

import pytest

from cleaners.decoding import decode
from tests.cleaners.decoding.samples import FRENCH, HANS, HANT, page


def _misread(text: str, codec: str, western: str) -> str:
    return "".join(bytes([byte]).decode(western, "ignore") or chr(byte) for byte in text.encode(codec))


@pytest.mark.parametrize(("text", "codec"), [(HANS, "gb18030"), (HANT, "big5hkscs"), (HANS, "utf-8")])
@pytest.mark.parametrize("western", ["latin-1", "cp1252", "iso8859_15"])
def test_read_as_western(text: str, codec: str, western: str) -> None:
    decoded = decode(_misread(page(text), codec, western).encode())
    assert decoded.text == page(text)
    assert decoded.report.mended is not None
    assert decoded.report.mended.endswith(f">{codec}")


def test_read_as_western_twice() -> None:
    once = _misread(page(HANS), "gb18030", "iso8859_15")
    decoded = decode(_misread(once, "utf-8", "latin-1").encode())
    assert (decoded.text, decoded.report.mended) == (page(HANS), "latin-1>utf-8, iso8859_15>gb18030")


def test_characters_put_in_later_stay() -> None:
    spoiled = _misread(page(HANS), "gb18030", "latin-1") + "<p>后加的字</p>"
    assert decode(spoiled.encode()).text == page(HANS) + "<p>后加的字</p>"


def test_utf8_read_as_gbk() -> None:
    text = page("合成的句子，我们生活在这里")
    decoded = decode(text.encode().decode("gb18030", "replace").encode())
    assert decoded.report.mended == "gb18030>utf-8"
    assert decoded.text.replace("\ufffd", "") in text or decoded.replaced > 0


def test_lost_for_good_is_counted() -> None:
    decoded = decode(page("锟斤拷锟斤拷").encode())
    assert (decoded.replaced, decoded.report.mended) == (12, None)


@pytest.mark.parametrize("text", [page(HANS), page(HANT), page(FRENCH), "plain", ""])
def test_sound_text_is_left_alone(text: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, decoded.report.mended) == (text, None)
