"""Which script a text is in, and its conversion to Simplified."""

import re
from functools import cache
from itertools import compress, repeat
from typing import NamedTuple

from cleaners.normalise.conversion import converter
from schemas import Script

_FEW = 3
"""Fewer telling characters than this do not outweigh the rest of the text: a name, a quoted word."""
_MIXED_SHARE = 0.1
"""Share of the rarer script among the telling characters from which a text counts as mixed."""
_KANA = [*range(0x3041, 0x3097), *range(0x30A1, 0x30FB)]
_ANY_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_KANA_SHARE = 0.1
"""Share of kana among all characters from which a line is Japanese; Chinese text quotes a の at most."""
_FIELD = 1 << 32
"""Three counts are kept in one number, so that one pass makes them."""
_QUOTES = list(zip("「」『』﹁﹂﹃﹄", "“”‘’“”‘’", strict=True))

_PARTICLE = re.compile(
    "(?<![显原土专编巨卓昭名遗译拙撰所论])著(?![名作称述者录有于]|书立)|(?<=[讨议谈争辩评]论)著",
)
"""著 as Taiwan writes the particle 着 (抱著, 隨著), and not the word for writing and fame (著名, 名著): OpenCC's `t2s`
leaves both, and its `tw2s`, which knows the particle, spoils 什么."""


class _Evidence(NamedTuple):
    """Telling characters of a line: those that occur in one script only."""

    traditional: int
    simplified: int
    japanese: bool = False


def detect_script(text: str) -> Script | None:
    """The script of a paragraph, or of a text of several (one a line).

    None for text without Han characters, for Japanese, and where all characters are common to both scripts.
    """
    if not _any_traditional().search(text) and not _ANY_KANA.search(text):
        return None if converter().simplified_only.isdisjoint(text) else Script.HANS
    lines = [_weigh(line) for line in text.split("\n")]
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
    if not _any_traditional().search(text):
        return text
    lines = text.split("\n")
    evidence = [_weigh(line) for line in lines]
    mostly_traditional = sum(e.traditional - e.simplified for e in evidence) > 0
    chosen = [_is_traditional(found, mostly_traditional) for found in evidence]
    if not any(chosen):
        return text
    converted = iter(_converted("\n".join(compress(lines, chosen))).split("\n"))
    return "\n".join(next(converted) if picked else line for line, picked in zip(lines, chosen, strict=True))


def _converted(text: str) -> str:
    text = converter().convert(text)
    if "著" in text:
        text = _PARTICLE.sub("着", text)
    for corner, curly in _QUOTES:
        text = text.replace(corner, curly)
    return text


@cache
def _any_traditional() -> re.Pattern[str]:
    """Finds the first character that no Simplified text has, or a rare one (beyond the basic plane, where listing
    them would make it slow); five times as fast as a set."""
    usual = sorted(char for char in converter().traditional_only if char <= "\uffff")
    return re.compile(f"[{''.join(usual)}\U00020000-\U0003ffff]")


@cache
def _weights() -> dict[str, int]:
    """Telling character to what it adds: 1 for Traditional, a field for Simplified, a field squared for kana."""
    dictionary = converter()
    return (
        dict.fromkeys(dictionary.traditional_only, 1)
        | dict.fromkeys(dictionary.simplified_only, _FIELD)
        | dict.fromkeys(map(chr, _KANA), _FIELD * _FIELD)
    )


def _weigh(line: str) -> _Evidence:
    rest, traditional = divmod(sum(map(_weights().get, line, repeat(0))), _FIELD)
    kana, simplified = divmod(rest, _FIELD)
    if kana > _KANA_SHARE * len(line):
        return _Evidence(0, 0, japanese=True)
    return _Evidence(traditional, simplified)


def _is_traditional(found: _Evidence, mostly_traditional: bool) -> bool:
    if found.japanese:
        return False
    if found.traditional + found.simplified >= _FEW:
        return found.traditional > found.simplified
    return mostly_traditional and found.traditional >= found.simplified
