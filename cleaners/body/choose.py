"""Which box holds the article."""

from __future__ import annotations

from itertools import accumulate

from cleaners.body.scoring import value
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
_FADE = 300
"""Link characters after which text counts half: the article stands together, other stories stand between links."""
_LEAST = 0.15


def boxes_of(runs: list[Run]) -> list[Box]:
    """Every box around a run, each once, inner before outer."""
    seen: dict[int, Box] = {}
    for run in runs:
        box = run.box
        while box is not None and id(box) not in seen:
            seen[id(box)] = box
            box = box.parent
    return list(seen.values())


def choose(runs: list[Run], boxes: list[Box], title: int | None) -> Box | None:
    """The box with the best sum of good minus weak text."""
    sums = [0.0, *accumulate(weighed(runs, title))]
    best, top = None, 0.0
    for box in boxes:
        score = sums[box.end] - sums[box.start]
        if score > top:
            best, top = box, score
    while best is not None and best.tag in _LEAF and best.parent is not None:
        best = best.parent
    return best


def weighed(runs: list[Run], title: int | None) -> list[float]:
    """The value of each run, by its place: before the title, near it, or behind links and other headings."""
    values = []
    gap, met = 0.0, False
    for index, run in enumerate(runs):
        worth = value(run)
        if title is not None:
            if index < title:
                worth = worth * _BEFORE if worth > 0 else worth
            elif worth > 0:
                met = True
                worth *= max(_LEAST, 0.5 ** (gap / _FADE))
            elif met:
                gap += run.link_chars
                if run.box is not None and run.box.tag == "h1":
                    gap += _FADE
        values.append(worth)
    return values
