"""Takes inserted readings out of a page and mends what their insertion broke."""

import re
from dataclasses import dataclass

from cleaners.normalise.pinyin.evidence import BRACKET, PILE, TONES, Habits, find_habits
from cleaners.normalise.pinyin.repair import repair_runs
from cleaners.normalise.pinyin.runs import annotated

_READING = re.compile(rf"\([a-z]{{0,3}}[{TONES}][a-z]{{0,3}} ?\)")
"""A reading with a tone mark. Programs are full of `(name)`, but not of these: the quick check."""


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
    """A shifted run could not be restored for certain and stands as it was served, at least in part."""


def strip_pinyin(text: str) -> PinyinResult:
    """Text, or the source of a page, without the readings that a mirror inserted.

    Glosses that an author wrote stay byte for byte: nothing is done unless the whole page shows the machine's habits.
    Costs next to nothing where there is no reading. Never fails.
    """
    if not _READING.search(text):
        return PinyinResult(text)
    habits = find_habits(text)
    if not habits.inserted and not habits.spaced:
        return PinyinResult(text)
    mended = repair_runs(text, habits)
    stripped, removed = _without_readings(mended.text, habits)
    return PinyinResult(stripped, removed + mended.readings, mended.repaired, mended.garbled)


def _without_readings(text: str, habits: Habits) -> tuple[str, int]:
    removed = 0

    def keep_honest(pile: re.Match[str]) -> str:
        nonlocal removed
        char = annotated(text, pile.start())
        readings = BRACKET.findall(pile[0])
        honest = [
            (syllable, blank) for syllable, blank in readings if not habits.is_inserted(char, syllable, blank)
        ]
        removed += len(readings) - len(honest)
        return "".join(f"({syllable}{blank})" for syllable, blank in honest)

    return PILE.sub(keep_honest, text), removed
