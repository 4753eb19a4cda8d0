"""Where the article stands in text without markup: the lines of a dump."""

from __future__ import annotations

import re
from itertools import accumulate

from cleaners.body.anchor import letters, repeats_title
from cleaners.document import Run

_RUNNING = re.compile(r"。|[！？；…”」』]\W?$|[，,][^，,]{4,200}[，,]|[a-z][.!?]$")
"""What headlines, which lists of other stories consist of, seldom have: a full stop, several commas."""
_LEAST, _CAP = 16, 400
"""Shortest running text, and the most that one line counts."""
_HALF = 300
"""Characters of scraps behind which text counts half: what follows a list of headlines is another story."""
_REGAIN = 4
"""So many characters of text make up for one of scraps: a long article has subheads and captions."""
_PRINTS, _SAME = 8, 0.9
"""Prints of the title that are tried, and the share of the best sum that counts as the same text."""
_SIGNATURE = 2
"""So many short lines before or after the text may be the address and the signature of a notice."""


def span_of(runs: list[Run], title: str) -> tuple[int, int]:
    """The stretch of lines with the most running text and the fewest scraps; everything where there is no text.

    It begins under the title where that is printed, since the line after it may be a subhead or a salutation. A dump
    prints it several times, as the page's <title> and in a breadcrumb: the last one that has the text below it counts.
    """
    wanted = letters(title)
    under = [i + 1 for i, run in enumerate(runs) if repeats_title(run, wanted)][:_PRINTS]
    tried = [(first, *_stretch(runs[first:])) for first in under or [0]]
    most = max(top for *_, top in tried)
    first, start, end, _ = [found for found in tried if found[-1] >= most * _SAME][-1]
    if not end or len(runs) - first - end <= _SIGNATURE:
        end = len(runs) - first
    if under or start <= _SIGNATURE:
        start = 0
    return first + start, first + end


def _stretch(runs: list[Run]) -> tuple[int, int, float]:
    """Start, end and sum of the best stretch; (0, 0, 0.0) where there is none."""
    sums = [0.0, *accumulate(_worths(runs))]
    start, end, top, low = 0, 0, 0.0, 0
    for index, total in enumerate(sums):
        if total < sums[low]:
            low = index
        if total - sums[low] > top:
            start, end, top = low, index, total - sums[low]
    return start, end, top


def _worths(runs: list[Run]) -> list[float]:
    """Positive for running text, less so behind scraps; negative for scraps."""
    worths: list[float] = []
    met, gap = False, 0
    for run in runs:
        size = len(run.text)
        if size >= _LEAST and _RUNNING.search(run.text):
            met = True
            worths.append(min(size, _CAP) * 0.5 ** (gap / _HALF))
            gap = max(0, gap - size // _REGAIN)
        else:
            gap += size if met else 0
            worths.append(-2 - 0.3 * min(size, 40))
    return worths
