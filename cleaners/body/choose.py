"""Which box holds the article."""

from __future__ import annotations

import re
from itertools import accumulate

from cleaners.body.scoring import is_good, value
from cleaners.document import Box, Document, Run

_LEAF = frozenset("p pre li dd dt td h1 h2 h3 h4 h5 h6 blockquote figcaption caption center".split())
"""Never the article alone, while their parent holds nothing else of weight."""


def boxes_of(runs: list[Run]) -> list[Box]:
    """Every box around a run, each once, inner before outer."""
    seen: dict[int, Box] = {}
    for run in runs:
        box = run.box
        while box is not None and id(box) not in seen:
            seen[id(box)] = box
            box = box.parent
    return list(seen.values())


def lift_marks(runs: list[Run], boxes: list[Box], title: int | None) -> None:
    """Take back the junk mark of boxes that hold the article: most of the good text, or the title and text.

    A theme may put a share class on the article itself.
    """
    good = [0, *accumulate(len(run.text) if is_good(run) else 0 for run in runs)]
    total = good[-1]
    wrong = set()
    for box in boxes:
        if not box.junk or box.junk == "profile":
            continue
        inside = good[box.end] - good[box.start]
        if inside * 2 > total or (
            title is not None and box.start <= title < box.end and good[box.end] - good[title] > 60
        ):
            wrong.add(id(box))
            box.junk = ""
    if not wrong:
        return
    for run in runs:
        if run.junk:
            run.junk = _mark(run.box)


def _mark(box: Box | None) -> str:
    mark = ""
    while box is not None:
        mark = box.junk or mark
        box = box.parent
    return mark


def choose(runs: list[Run], boxes: list[Box], title: int | None) -> Box | None:
    """The box with the best sum of good minus weak text."""
    values = [value(run) for run in runs]
    if title is not None:
        values[:title] = [v * 0.3 if v > 0 else v for v in values[:title]]
    sums = [0.0, *accumulate(values)]
    best, top = None, 0.0
    for box in boxes:
        score = sums[box.end] - sums[box.start]
        if score > top or (score == top and best is not None and best.tag in _LEAF):
            best, top = box, score
    while best is not None and best.tag in _LEAF and best.parent is not None:
        best = best.parent
    return best


_LETTERS = re.compile(r"[\W_]+")


def title_run(runs: list[Run], title: str) -> int | None:
    """Index of the run that prints the title: a heading rather than a crumb, the last before the text."""
    wanted = _LETTERS.sub("", title).lower()
    if len(wanted) < 4:
        return None
    found = None
    for index, run in enumerate(runs):
        if len(run.text) > len(title) + 30 or len(run.text) < len(title) - 6:
            continue
        if _LETTERS.sub("", run.text).lower() == wanted:
            if run.box is not None and run.box.tag in ("h1", "h2"):
                return index
            if found is None:
                found = index
    return found
