"""Which box holds the article."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from cleaners.body.scoring import unhidden_value, value, verse_value
from cleaners.document import Box, Run

_LEAF = frozenset(
    [
        "p",
        "pre",
        "li",
        "dd",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "figcaption",
        "caption",
        "center",
    ]
)
"""Never the article alone."""
_BEFORE = 0.3
"""Weight of text before the title."""
_HALF = 300
"""Link characters behind which text counts half: the article stands together, other stories between links."""
_LEAST = 0.15
"""Weight of text behind any number of links."""
_WEAK = 60
"""A sum this small may be a footer's sentence."""


def boxes_of(runs: list[Run]) -> list[Box]:
    """Every box around a run, each once, inner before outer."""
    boxes: list[Box] = []
    seen: set[Box] = set()
    for run in runs:
        box = run.box
        while box is not None and box not in seen:
            seen.add(box)
            boxes.append(box)
            box = box.parent
    return boxes


def choose(runs: list[Run], boxes: list[Box], title: int | None) -> Box | None:
    """The box with the best sum of good minus weak text; of hidden text or of short lines where there is no other."""
    best, top = _best(runs, boxes, title, value)
    if top < _WEAK:
        for other in (unhidden_value, verse_value):
            box, score = _best(runs, boxes, title, other)
            if score >= max(_WEAK, 2 * top):
                best, top = box, score
                break
    while best is not None and best.tag in _LEAF and best.parent is not None:
        best = best.parent
    return best


def _best(
    runs: list[Run], boxes: list[Box], title: int | None, worth: Callable[[Run], float]
) -> tuple[Box | None, float]:
    sums = [0.0, *accumulate(_weighed(runs, title, worth))]
    best, top = None, 0.0
    for box in boxes:
        score = sums[box.end] - sums[box.start]
        if score > top:
            best, top = box, score
    return best, top


def _weighed(runs: list[Run], title: int | None, worth: Callable[[Run], float]) -> list[float]:
    """The value of each run, by its place: before the title, near it, or behind links and other headings."""
    values = [worth(run) for run in runs]
    if title is None:
        return values
    for index in range(title):
        if values[index] > 0:
            values[index] *= _BEFORE
    gap, met = 0, False
    for index in range(title, len(runs)):
        if values[index] > 0:
            met = True
            values[index] *= max(_LEAST, 0.5 ** (gap / _HALF))
        elif met:
            gap += runs[index].link_chars
    return values
