"""Where the article stands in text without markup: the lines of a dump."""

from __future__ import annotations

import re
from itertools import accumulate

from cleaners.document import Run

_RUNNING = re.compile(r"。|[！？；…”」』]\W?$|[，,][^，,]{4,200}[，,]|[a-z][.!?]$")
"""What headlines, which lists of other stories consist of, seldom have: a full stop, several commas."""
_LEAST, _CAP = 16, 400
"""Shortest running text, and the most that one line counts."""
_HALF = 300
"""Characters of scraps behind which text counts half: what follows a list of headlines is another story."""
_SIGNATURE = 2
"""So many short lines after the last paragraph may be the name and date under a notice."""


def span_of(runs: list[Run], title: int | None) -> tuple[int, int]:
    """The stretch of lines with the most running text and the fewest scraps; everything where there is no text.

    It begins under the title where that is printed, since the line after it may be a subhead or a salutation.
    """
    first = 0 if title is None else title + 1
    sums = [0.0, *accumulate(_worths(runs[first:]))]
    start, end, top, low = 0, 0, 0.0, 0
    for index, total in enumerate(sums):
        if total < sums[low]:
            low = index
        if total - sums[low] > top:
            start, end, top = low, index, total - sums[low]
    if not end:
        return first, len(runs)
    if len(sums) - 1 - end <= _SIGNATURE:
        end = len(sums) - 1
    return first if title is not None else first + start, first + end


def _worths(runs: list[Run]) -> list[float]:
    """Positive for running text, less so behind scraps; negative for scraps."""
    worths: list[float] = []
    met, gap = False, 0
    for run in runs:
        size = len(run.text)
        if size >= _LEAST and _RUNNING.search(run.text):
            met = True
            worths.append(min(size, _CAP) * 0.5 ** (gap / _HALF))
        else:
            gap += size if met else 0
            worths.append(-2 - 0.3 * min(size, 40))
    return worths
