"""The charset labels a page declares, and the codecs they stand for."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from schemas import DeclaredBy

Headers = Mapping[str, str] | Iterable[tuple[str, str]]

_LONGEST_HEADER = 1000
"""Characters of a Content-Type that are read; real ones have some forty."""
_SEARCHED = 16 * 1024
"""Bytes searched for a declaration. Browsers read 1,024; real pages put scripts and styles before it."""

_CHARSET = re.compile(r"charset\s*+=\s*+[\"']?+\s*+([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(
    rb"\s{0,64}<\?xml\b[^>]{0,200}?\bencoding\s*+=\s*+[\"']?+\s*+([\w.:-]{1,40})", re.IGNORECASE
)
_TAG = re.compile(rb"<(?:(!--)|(script|style)\b|meta\b([^>]{0,1000}))", re.IGNORECASE)
_CLOSE = {
    b"!--": re.compile(rb"-->"),
    b"script": re.compile(rb"</script", re.IGNORECASE),
    b"style": re.compile(rb"</style", re.IGNORECASE),
}

# Label, letters and digits only -> Python codec. Widened to the superset that browsers use (WHATWG Encoding
# Standard, table of names and labels); the labels it does not know were seen on pages and in tools.
_CODECS = {
    "utf-8": "utf8 utf unicode11utf8 unicode20utf8 xunicode20utf8 utf8mb4 utf8bom utf8sig",
    "gb18030": "gb18030 gbk xgbk gb2312 gb231280 csgb2312 csiso58gb231280 chinese isoir58 euccn cngb cngb231280 cp936 "
    "windows936 ms936 936 zhcn gb",
    "big5hkscs": "big5 big5hkscs cnbig5 csbig5 xxbig5 xbig5 big5eten big5tw cp950 windows950 ms950 950 zhtw hkscs",
    "utf-16": "utf16 unicode ucs2 iso10646ucs2 csunicode",
    "utf-16-le": "utf16le",
    "utf-16-be": "utf16be",
    "cp932": "shiftjis sjis xsjis mskanji windows31j cp932 ms932 csshiftjis",
    "euc_jp": "eucjp xeucjp cseucpkdfmtjapanese",
    "iso2022_jp": "iso2022jp csiso2022jp",
    "cp949": "euckr cp949 uhc windows949 ksc56011987 ksc5601 ksc56011989 korean cseuckr ms949",
    "cp1252": "iso88591 latin1 windows1252 cp1252 xcp1252 ascii usascii ansi l1 88591",
    "cp1250": "windows1250 cp1250 xcp1250",
    "cp1251": "windows1251 cp1251 xcp1251",
    "koi8_r": "koi8r koi8 koi cskoi8r",
    "koi8_u": "koi8u",
    "iso8859_2": "iso88592 latin2 l2",
    "iso8859_5": "iso88595 cyrillic",
    "iso8859_15": "iso885915 latin9 l9",
    "cp1253": "windows1253 cp1253 iso88597 greek",
    "cp1254": "windows1254 cp1254 iso88599 latin5",
    "cp1255": "windows1255 cp1255 iso88598 hebrew",
    "cp1256": "windows1256 cp1256 iso88596 arabic",
    "cp874": "cp874 windows874 tis620 iso885911",
    "cp1258": "windows1258 cp1258",
}
_BY_LABEL = {label: codec for codec, labels in _CODECS.items() for label in labels.split()}


@dataclass(frozen=True, slots=True)
class Label:
    """A declared charset."""

    printed: str
    """As printed, lower case."""
    by: DeclaredBy
    codec: str | None
    """Python codec it stands for, widened to its superset. None for a label nobody knows."""


def find_labels(body: bytes, headers: Headers | None) -> list[Label]:
    """Every charset the page declares, in order of precedence: HTTP header, XML declaration, `<meta>` tags."""
    start = body[:_SEARCHED]
    found = [*_in_headers(headers), *_in_xml(start), *_in_metas(start)]
    return [Label(label, by, codec_of(label)) for label, by in found]


def codec_of(label: str) -> str | None:
    """The Python codec of a charset label; None when nobody knows it."""
    return _BY_LABEL.get(re.sub(r"[^0-9a-z]", "", label.lower()))


def _in_headers(headers: Headers | None) -> Iterator[tuple[str, DeclaredBy]]:
    pairs = headers.items() if isinstance(headers, Mapping) else headers or ()
    for name, value in pairs:
        if name.lower() == "content-type" and (match := _CHARSET.search(value[:_LONGEST_HEADER])):
            yield match[1].lower(), DeclaredBy.HEADER


def _in_xml(start: bytes) -> Iterator[tuple[str, DeclaredBy]]:
    if match := _XML.match(start.removeprefix(b"\xef\xbb\xbf")):
        yield match[1].decode("ascii", "replace").lower(), DeclaredBy.XML


def _in_metas(start: bytes) -> Iterator[tuple[str, DeclaredBy]]:
    """Labels in `<meta …charset=…>`, however the tag is spelt; comments, scripts and styles are passed over."""
    position = 0
    while tag := _TAG.search(start, position):
        position = tag.end()
        if raw := tag[1] or tag[2]:
            closing = _CLOSE[raw.lower()].search(start, position)
            position = closing.end() if closing else len(start)
        elif match := _CHARSET.search(tag[3].decode("ascii", "replace")):
            yield match[1].lower(), DeclaredBy.META
