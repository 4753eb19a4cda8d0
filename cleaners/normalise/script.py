"""Which script a text is in, and its conversion to Simplified."""

import re
from typing import NamedTuple

from cleaners.normalise.conversion import Converter, converter
from schemas import Script

_FEW = 3
"""Fewer telling characters than this do not outweigh the rest of the text: a name, a quoted word."""
_MIXED_SHARE = 0.1
"""Share of the rarer script among the telling characters from which a text counts as mixed."""
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_KANA_SHARE = 0.1
"""Share of kana among all characters from which a line is Japanese; Chinese text quotes a の at most."""
_QUOTES = str.maketrans("「」『』﹁﹂﹃﹄", "“”‘’“”‘’")


class _Evidence(NamedTuple):
    """Telling characters of a line: those that occur in one script only."""

    traditional: int
    simplified: int


def detect_script(text: str) -> Script | None:
    """The script of a paragraph, or of a text of several (one a line).

    None for text without Han characters, for Japanese, and where all characters are common to both scripts.
    """
    dictionary = converter()
    lines = [_weigh(line, dictionary) for line in text.split("\n")]
    traditional, simplified = sum(e.traditional for e in lines), sum(e.simplified for e in lines)
    if not traditional and not simplified:
        return None
    rarer = min(traditional, simplified)
    if rarer >= max(_FEW, _MIXED_SHARE * (traditional + simplified)):
        return Script.MIXED
    return Script.HANT if traditional > simplified else Script.HANS


def to_simplified(text: str) -> str:
    """The text with its Traditional paragraphs (one a line) in Simplified, corner brackets turned to “” and ‘’.

    Simplified and Japanese paragraphs come back as they are. A paragraph with fewer than three telling characters
    follows the rest of the text. Idempotent; never fails.
    """
    dictionary = converter()
    if dictionary.traditional_only.isdisjoint(text):
        return text
    lines = text.split("\n")
    evidence = [_weigh(line, dictionary) for line in lines]
    mostly_traditional = sum(e.traditional - e.simplified for e in evidence) > 0
    return "\n".join(
        dictionary.convert(line).translate(_QUOTES)
        if _is_traditional(found, mostly_traditional) and not _is_japanese(line)
        else line
        for line, found in zip(lines, evidence, strict=True)
    )


def _weigh(line: str, dictionary: Converter) -> _Evidence:
    if _is_japanese(line):
        return _Evidence(0, 0)
    present = set(line)
    return _Evidence(
        sum(map(line.count, present & dictionary.traditional_only)),
        sum(map(line.count, present & dictionary.simplified_only)),
    )


def _is_traditional(found: _Evidence, mostly_traditional: bool) -> bool:
    traditional, simplified = found
    if traditional + simplified >= _FEW:
        return traditional > simplified
    return mostly_traditional and traditional >= simplified


def _is_japanese(line: str) -> bool:
    return len(_KANA.findall(line)) > _KANA_SHARE * len(line)
