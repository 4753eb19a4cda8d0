"""Whether a page shows the habits of a machine that inserts readings, and which readings it inserted."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from cleaners.normalise.pinyin.table import READINGS

TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
SYLLABLE = f"[a-z{TONES}ü]{{1,6}}"
BRACKET = re.compile(rf"\(({SYLLABLE})( ?)\)")
"""A reading: its syllable, and the blank by which the second generator is known."""
PILE = re.compile(rf"(?:\({SYLLABLE} ?\))+")
"""All readings behind one character: both generators may have visited it."""

_MIN_PAIRS = 3
"""Distinct pairs of the table that make a page suspect; a gloss is one word, once or twice a page."""
_ODD_PAIRS = 5
"""One pair in so many may be plain more often than annotated: in a script or a head that the machine left alone."""
_SIMPLE_SHARE = 0.2
"""Share of annotated GB2312 characters from which the readings are an author's: the machine annotates none."""
_MIN_SPACED = 3
"""Readings with a blank that make a page suspect of the second generator."""
_MIN_LEARNT = 2
"""Occurrences, all with one reading, from which a pair that is not in the table is believed."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What a machine did to a page. Empty for an honest page."""

    inserted: dict[str, str] = field(default_factory=dict)
    """Character to the reading that always stands behind it: the first generator."""
    spaced: bool = False
    """Readings with a blank before the bracket stand behind any character: the second generator."""

    def is_inserted(self, char: str, syllable: str, blank: str) -> bool:
        """Whether the machine put `(syllable)` behind the character."""
        if blank:
            return self.spaced and is_han(char)
        return self.inserted.get(char) == syllable


def find_habits(text: str) -> Habits:
    """The habits a page shows: many pairs of the table, every occurrence of a character annotated, and no others."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    spaced = 0
    for pile in PILE.finditer(text):
        char = text[pile.start() - 1 : pile.start()]
        if not is_han(char):
            continue
        for syllable, blank in BRACKET.findall(pile[0]):
            if blank:
                spaced += 1
            else:
                seen[char][syllable] += 1
    return Habits(inserted=_inserted(text, seen), spaced=spaced >= _MIN_SPACED)


def is_han(char: str) -> bool:
    """Whether it is a Han character (and not the empty string before a text's first character)."""
    return "\u3400" <= char <= "\u9fff"


def _inserted(text: str, seen: dict[str, Counter[str]]) -> dict[str, str]:
    known = {char: READINGS[char] for char in seen if char in READINGS and seen[char][READINGS[char]]}
    if len(known) < _MIN_PAIRS:
        return {}
    simple = sum(readings.total() for char, readings in seen.items() if _in_gb2312(char))
    if simple > _SIMPLE_SHARE * sum(readings.total() for readings in seen.values()):
        return {}
    occurrences = Counter(text)
    mostly_plain = [char for char, reading in known.items() if 2 * seen[char][reading] < occurrences[char]]
    if len(mostly_plain) > len(known) // _ODD_PAIRS:
        return {}
    return known | {
        char: next(iter(readings))
        for char, readings in seen.items()
        if char not in READINGS
        and len(readings) == 1
        and occurrences[char] == readings.total() >= _MIN_LEARNT
        and not _in_gb2312(char)
    }


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
