"""Texts that are not Chinese, or whose characters are lost."""

from __future__ import annotations

import re

_SAMPLE = 1000
"""Characters by which the language is judged."""
_LOST = "?\ufffd"
"""What stands for a character that was lost."""
_HAN = re.compile(r"[\u3400-\u9fff]+")
_KANA = re.compile(r"[\u3041-\u30fa]+")
_LETTER = re.compile(r"[^\W\d_]+")


def garbled(text: str) -> str:
    """How many characters are lost, where that is most of them; '' for a readable text."""
    lost = sum(map(text.count, _LOST))
    return f"{lost} characters are lost" if lost >= 20 and lost * 4 > _count(_LETTER, text) else ""


def foreign(text: str) -> str:
    """The figure that shows another language; '' for Chinese."""
    sample = text[:_SAMPLE]
    han, kana = _count(_HAN, sample), _count(_KANA, sample)
    if not kana and han * 5 >= len(sample):
        return ""
    letters = _count(_LETTER, sample)
    if kana * 5 > letters:
        return f"{kana} of {letters} letters are kana"
    return f"{han} of {letters} letters are Han" if not han or han * 5 < letters else ""


def _count(kind: re.Pattern[str], text: str) -> int:
    """Characters of a kind; found by the stretch, because one by one takes ten times as long."""
    return sum(map(len, kind.findall(text)))
