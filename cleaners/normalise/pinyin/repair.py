"""Finds the shifted runs of a page and puts what they were in their place."""

import re
from dataclasses import dataclass

from cleaners.normalise.pinyin.evidence import Habits, is_han
from cleaners.normalise.pinyin.restore import Restorer
from cleaners.normalise.pinyin.runs import SHIFT, RunReader
from cleaners.normalise.pinyin.table import READINGS

_MOST_RUNS = 1000
"""Runs of one page that are read; the rest stands as it was served."""
_READINGS = frozenset(READINGS.values())


@dataclass(slots=True)
class Mended:
    """A text after repair."""

    text: str
    readings: int = 0
    """Readings that stood in restored runs."""
    repaired: int = 0
    """Runs restored whole."""
    garbled: bool = False
    """A run could not be restored, or not whole."""


def repair_runs(text: str, habits: Habits) -> Mended:
    """The text with its shifted runs restored.

    A run is restored when its bytes make whole characters and no other reading of the place is nearly as likely;
    `?` takes the place of single characters that stay open. Every other run stays as it was served.
    """
    if not _first_shift(text, habits, 0):
        return Mended(text)
    mended = Mended("")
    reader, restorer = RunReader(text, habits.inserted), Restorer(text)
    pieces: list[str] = []
    done = 0
    for _ in range(_MOST_RUNS):
        shift = _first_shift(text, habits, done)
        if not shift:
            break
        run = reader.read(shift)
        restored = restorer.restore(run) if run and run.start >= done else None
        if run is None or restored is None:
            pieces.append(text[done : shift.end()])
            done = shift.end()
            mended.garbled = True
            continue
        pieces += [text[done : run.start], restored.text]
        done = run.end
        mended.repaired += restored.whole
        mended.garbled |= not restored.whole
        mended.readings += run.readings
    else:
        mended.garbled = True
    mended.text = "".join([*pieces, text[done:]])
    return mended


def _first_shift(text: str, habits: Habits, start: int) -> re.Match[str] | None:
    for found in SHIFT.finditer(text, start):
        before = text[found.start() - 1 : found.start()]
        if (before == ")" or is_han(before)) and (found[1] in _READINGS or (habits.spaced and found[2])):
            return found
    return None
