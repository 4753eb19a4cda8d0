"""Where a charset label may stand, and how it may be spelt."""

import pytest

from cleaners.decoding.declared import codec_of, find_labels
from schemas import DeclaredBy


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "gb2312"),
        ('<meta httpequiv="ContentType" content="text/html;charset=GBK" />', "gbk"),
        ('<META CONTENT="text/html; CharSet = Big5" HTTP-EQUIV=content-type>', "big5"),
        ("<meta charset=utf-8>", "utf-8"),
        ("<meta charset='gb18030'/>", "gb18030"),
        ('<meta content="text/html; charset="gb2312"" http-equiv="Content-Type">', "gb2312"),
        ('<meta\n  charset="gbk"\n>', "gbk"),
        ("<!-- <meta charset=big5> --><meta charset=gbk>", "gbk"),
        ("<script>x='<meta charset=big5>'</script><meta charset=gbk>", "gbk"),
        ("<style>a{}</style>" + " " * 9000 + "<meta charset=gbk>", "gbk"),
        ("<!-- <meta charset=big5>", None),
        ("<metadata charset=big5>", None),
        ('<script src="a.js" charset="utf-8"></script>', None),
        ("<p>charset=gbk</p>", None),
    ],
)
def test_meta(head: str, label: str | None) -> None:
    found = find_labels(head.encode(), None)
    assert [(each.printed, each.by) for each in found[:1]] == ([(label, DeclaredBy.META)] if label else [])


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/html; charset=GBK"},
        {"content-type": 'text/html;charset="gbk"'},
        [("Server", "nginx"), ("CONTENT-TYPE", "text/html; Charset=gbk; x=y")],
    ],
)
def test_header(headers: dict[str, str] | list[tuple[str, str]]) -> None:
    (label,) = find_labels(b"", headers)
    assert (label.printed, label.by, label.codec) == ("gbk", DeclaredBy.HEADER, "gb18030")


def test_xml_declaration() -> None:
    (label,) = find_labels(b"\xef\xbb\xbf<?xml version='1.0' encoding='GB2312'?>", None)
    assert (label.printed, label.by) == ("gb2312", DeclaredBy.XML)


def test_precedence() -> None:
    body = b'<?xml version="1.0" encoding="big5"?><meta charset="gbk">'
    found = find_labels(body, {"Content-Type": "text/html; charset=utf-8"})
    assert [each.by for each in found] == [DeclaredBy.HEADER, DeclaredBy.XML, DeclaredBy.META]


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("GB_2312-80", "gb18030"),
        ("x-gbk", "gb18030"),
        ("Big5-HKSCS", "big5hkscs"),
        ("UTF8", "utf-8"),
        ("windows-1252", "cp1252"),
        ("ks_c_5601-1987", "cp949"),
        ("idna", None),
        ("base64", None),
        ("", None),
    ],
)
def test_codec_of(label: str, codec: str | None) -> None:
    assert codec_of(label) == codec
