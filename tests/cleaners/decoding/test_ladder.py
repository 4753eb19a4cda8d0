"""Which codec wins, and what the report says."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.decoding import decode
from schemas import DeclaredBy, DecodeMethod
from tests.cleaners.decoding.samples import FRENCH, HANS, HANT, JAPANESE, KOREAN, RUSSIAN, page

CHINESE = [(HANS, "utf-8"), (HANS, "gb18030"), (HANT, "gb18030"), (HANT, "big5hkscs"), (HANT, "utf-8")]
LABELS = ["utf-8", "gbk", "big5", "iso-8859-1", "euc-kr", "shift_jis", "windows-1251", "no-such-charset"]


@pytest.mark.parametrize(("text", "codec"), CHINESE)
@pytest.mark.parametrize("label", LABELS)
def test_a_label_never_spoils_chinese(text: str, codec: str, label: str) -> None:
    meta = f'<meta charset="{label}">' + page(text)
    for body, headers in ((meta, None), (page(text), {"content-type": f"text/html; charset={label}"})):
        decoded = decode(body.encode(codec), headers=headers)
        assert (decoded.text, decoded.encoding, decoded.declared) == (body, codec, label)


@pytest.mark.parametrize(("text", "codec"), CHINESE)
def test_unlabelled(text: str, codec: str) -> None:
    decoded = decode(page(text).encode(codec))
    assert (decoded.text, decoded.encoding, decoded.replaced) == (page(text), codec, 0)
    assert (decoded.declared, decoded.declared_by) == (None, None)


@pytest.mark.parametrize(
    ("bom", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_mark(bom: bytes, codec: str) -> None:
    decoded = decode(bom + page(HANS).encode(codec))
    assert (decoded.text, decoded.encoding, decoded.report.method) == (page(HANS), codec, DecodeMethod.BOM)


def test_utf8_mark_on_a_gbk_page() -> None:
    decoded = decode(codecs.BOM_UTF8 + page(HANS).encode("gbk"))
    assert (decoded.text, decoded.encoding) == (page(HANS), "gb18030")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(codec: str) -> None:
    assert decode(page(HANS).encode(codec)).text == page(HANS)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "cp949"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (FRENCH, "cp1252"),
    ],
)
@pytest.mark.parametrize("label", [None, "gbk", "big5"])
def test_other_languages_are_not_read_as_chinese(text: str, codec: str, label: str | None) -> None:
    headers = {"Content-Type": f"text/html; charset={label}"} if label else None
    decoded = decode(page(text).encode(codec), headers=headers)
    assert (decoded.text, decoded.report.method) == (page(text), DecodeMethod.DETECTED)


@pytest.mark.parametrize(
    ("text", "label", "codec"),
    [(KOREAN, "euc-kr", "cp949"), (JAPANESE, "Shift_JIS", "cp932"), (FRENCH, "latin1", "cp1252")],
)
def test_other_languages_with_a_label(text: str, label: str, codec: str) -> None:
    decoded = decode(page(text).encode(codec), headers=[("Content-Type", f"text/html; charset={label}")])
    assert (decoded.text, decoded.encoding, decoded.report.method) == (
        page(text),
        codec,
        DecodeMethod.DECLARED,
    )


def test_utf8_of_another_language_with_a_stray_byte() -> None:
    body = page(FRENCH).encode()
    assert decode(body[:60] + b"\xe9" + body[60:]).text.replace("\ufffd", "") == page(FRENCH)


def test_the_label_that_fits_is_reported() -> None:
    body = '<meta charset="gbk">' + page(HANS)
    decoded = decode(body.encode("gbk"), headers={"Content-Type": "text/html; charset=utf-8"})
    assert (decoded.declared, decoded.declared_by) == ("gbk", DeclaredBy.META)
    assert decoded.report.method is DecodeMethod.DECLARED


@pytest.mark.parametrize(
    ("character", "codec", "label"),
    [("喆", "gbk", "gb2312"), ("𠮷", "gb18030", "gbk"), ("啲", "big5hkscs", "big5"), ("碁", "cp950", "big5")],
)
def test_labels_are_widened(character: str, codec: str, label: str) -> None:
    body = page(f"這個人叫做{character}，" + HANT if "5" in label else f"这个人叫做{character}，" + HANS)
    headers = {"Content-Type": f"text/html; charset={label}"}
    decoded = decode(body.encode(codec), headers=headers)
    assert (decoded.text, decoded.replaced) == (body, 0)


def test_nul_bytes_are_dropped() -> None:
    body = page(HANS).encode("gbk").replace(b"<p>", b"<p>\0")
    assert decode(body).text == page(HANS)


@pytest.mark.parametrize(
    "body", [b"", b"\0", b"\xff", b"\x81", b"plain", b"<meta charset=", b"<!--", b"\xff\xfe\0"]
)
def test_degenerate_input(body: bytes) -> None:
    assert isinstance(decode(body).text, str)


def test_brief_text() -> None:
    assert decode("<title>合成标题</title>".encode("gbk")).text == "<title>合成标题</title>"
    assert decode("<title>合成標題</title>".encode("big5")).text == "<title>合成標題</title>"


@given(st.binary(), st.text(max_size=30))
def test_never_raises(body: bytes, label: str) -> None:
    decoded = decode(body, headers={"Content-Type": f"text/html; charset={label}"})
    assert "\0" not in decoded.text
    assert decode(body, headers={"Content-Type": f"text/html; charset={label}"}) == decoded


@given(
    st.lists(
        st.sampled_from(
            [HANS.encode("gbk"), HANT.encode("big5"), HANS.encode(), b"<", b"\xff", b"\x81", b"1"]
        )
    )
)
def test_mixtures_never_raise(pieces: list[bytes]) -> None:
    assert decode(b"".join(pieces)).replaced >= 0
