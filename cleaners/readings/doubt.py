"""When a text may not be the article, or not all of it."""

from __future__ import annotations

from cleaners.dumps.blanks import LONG
from cleaners.readings.judge import Judged
from cleaners.readings.rules import Rule, Strength
from cleaners.readings.view import View

UNSURE = 0.6
"""Expected F1 under which a text is doubtful; by a cross-validation by site 12 of 477 labelled pages are, whose mean is .716."""
_MUCH = 300
"""Characters of running text, dropped by words alone, that are too many to drop without a word."""


def _one_line(view: View) -> str:
    """A dump that lost its line ends: a title, a menu or a paragraph cannot be told from the next."""
    if len(view.runs) != 1 or view.runs[0].box is not None or len(view.runs[0].text) < LONG:
        return ""
    return f"one line of {len(view.runs[0].text)} characters: no title, menu or paragraph can be told in it"


def doubt(view: View, judged: Judged) -> str:
    """Why the text of a reading is doubtful, for people; '' where nothing speaks against it."""
    if judged.confidence < UNSURE:
        return f"expected F1 {judged.confidence:.2f}"
    if one_line := _one_line(view):
        return one_line
    reading = judged.reading
    dropped = [
        at
        for at in range(reading.start, reading.end)
        if view.good[at] and not view.runs[at].junk and Rule(reading.rules[at]).strength is Strength.WORD
    ]
    chars = sum(len(view.runs[at].text) for at in dropped)
    if chars <= _MUCH:
        return ""
    return (
        f"{chars} characters of running text dropped as {reading.rules[dropped[0]]}, from line {dropped[0]}"
    )
