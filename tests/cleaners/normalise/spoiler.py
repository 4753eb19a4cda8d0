"""The mechanism of the mirrors, forwards: spoils Traditional text as they do. A tool for tests and benchmarks."""

import re
from collections.abc import Iterable

from cleaners.normalise.pinyin.table import READINGS

_USER_AREA = re.compile(
    rb"[\xaa-\xaf\xf8-\xfe][\xa1-\xfe]|[\xa1-\xa7][\x40-\x7e\x80-\xa0]",
)


def spoil(text: str, table: Iterable[str], *, keep_user_area: bool = False) -> str:
    """What a mirror serves for `text`.

    The text is held as GBK; after each character of `table`, in that order, the reading is put in by a plain
    replacement of bytes, which also hits where two characters meet. Decoding takes a lead byte together with
    whatever follows it: `?` where both are no character. Pairs of GBK's user area vanish, or become private-use
    characters.
    """
    data = text.encode("gbk", "replace")
    for char in table:
        code = char.encode("gbk")
        data = data.replace(code, code + b"(" + READINGS[char].encode("gbk") + b")")
    return "".join(_decoded(data, keep_user_area))


def _decoded(data: bytes, keep_user_area: bool) -> Iterable[str]:
    at = 0
    while at < len(data):
        if data[at] < 0x80:
            yield chr(data[at])
            at += 1
            continue
        if data[at] in (0x80, 0xFF):
            yield "?"
            at += 1
            continue
        yield _pair(data[at : at + 2], keep_user_area)
        at += 2


def _pair(pair: bytes, keep_user_area: bool) -> str:
    if _USER_AREA.fullmatch(pair):
        return chr(_private_use(pair)) if keep_user_area else ""
    return pair.decode("gbk", "replace").replace("\ufffd", "?")[:1]


def _private_use(pair: bytes) -> int:
    lead, trail = pair
    if lead >= 0xF8:
        return 0xE234 + (lead - 0xF8) * 94 + trail - 0xA1
    if lead >= 0xAA:
        return 0xE000 + (lead - 0xAA) * 94 + trail - 0xA1
    return 0xE4C6 + (lead - 0xA1) * 96 + trail - 0x40 - (trail > 0x7F)
