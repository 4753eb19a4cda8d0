"""Takes inserted readings out of a page, where the page as a whole shows that a machine put them in."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from cleaners.normalise.pinyin.table import READINGS

_SYLLABLE = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}"
_BRACKET = re.compile(rf"\(({_SYLLABLE})( ?)\)")
_SHIFTED = re.compile(rf"\?({_SYLLABLE})\)")
_MIN_PAIRS = 3
"""Distinct pairs of the table that make a page suspect; a gloss is one word, once or twice a page."""
_MIN_SPACED = 3
"""Readings with a blank before the bracket (the second generator) that make a page suspect."""
_MIN_LEARNT = 2
"""Occurrences, all with one reading, from which a pair that is not in the table is believed."""


@dataclass(frozen=True, slots=True)
class PinyinResult:
    """What became of the text."""

    text: str
    """The text without inserted readings; the very same object where there were none."""
    removed: int = 0
    """Readings taken out."""
    repaired: int = 0
    """Shifted runs (`當?shù)馗噢`) whose characters were restored."""
    garbled: bool = False
    """A shifted run could not be restored and stands as it was served."""


def strip_pinyin(text: str) -> PinyinResult:
    """Text, or the source of a page, without the readings that a mirror inserted.

    Glosses that an author wrote stay byte for byte: nothing is done unless the whole page shows the machine's habits.
    Costs next to nothing where there is no reading. Never fails.
    """
    if not _BRACKET.search(text):
        return PinyinResult(text)
    inserted = _first_generator(text)
    spaced = _second_generator(text)
    if not inserted and not spaced:
        return PinyinResult(text)
    text, removed = _without(text, inserted, spaced)
    return PinyinResult(text, removed=removed, garbled=bool(inserted) and bool(_SHIFTED.search(text)))


def _first_generator(text: str) -> dict[str, str]:
    """Character to reading for all pairs that the machine inserted on this page; empty for an honest page."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for found in _BRACKET.finditer(text):
        if not found[2]:
            seen[text[found.start() - 1 : found.start()]][found[1]] += 1
    known = {char: seen[char][reading] for char, reading in READINGS.items() if seen[char][reading]}
    if len(known) < _MIN_PAIRS:
        return {}
    often = [char for char in known if text.count(char) >= 2]
    if any(2 * known[char] < text.count(char) for char in often):
        return {}
    learnt = {
        char: next(iter(readings))
        for char, readings in seen.items()
        if char not in READINGS and len(readings) == 1 and _is_learnt(text, char, readings.total())
    }
    return {**{char: READINGS[char] for char in known}, **learnt}


def _is_learnt(text: str, char: str, times: int) -> bool:
    return times >= _MIN_LEARNT and text.count(char) == times and _beyond_gb2312(char)


def _beyond_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return char >= "\u3400"
    return False


def _second_generator(text: str) -> bool:
    """Whether a page has the habit of the second generator: a blank before the closing bracket."""
    return sum(1 for found in _BRACKET.finditer(text) if found[2]) >= _MIN_SPACED


def _without(text: str, inserted: dict[str, str], spaced: bool) -> tuple[str, int]:
    removed = 0

    def drop(found: re.Match[str]) -> str:
        nonlocal removed
        char = text[found.start() - 1 : found.start()]
        if (found[2] and spaced) or (not found[2] and inserted.get(char) == found[1]):
            removed += 1
            return ""
        return found[0]

    return _BRACKET.sub(drop, text), removed
