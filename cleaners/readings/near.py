"""The box that begins right below the title: a short article among longer texts has no other sign of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaners.document import Box
from cleaners.readings.boxes import whole_box
from cleaners.readings.view import View

_LINES = 30
"""Lines below the title among which the text begins; dates, names and buttons stand between."""


def near_boxes(view: View, marks: Sequence[str], title: int) -> list[Box]:
    """The smallest box around the first running text below the title, and the largest one that does not hold the title."""
    first = _first(view, marks, title)
    if first is None:
        return []
    boxes = list(_below(view.runs[first].box, title))
    return boxes[:1] + boxes[-1:]


def proposed_near(view: View, marks: Sequence[str], title: int) -> list[Box]:
    """The same as boxes of a text: a paragraph alone is none."""
    whole = (whole_box(view, box) for box in near_boxes(view, marks, title))
    return [box for box in whole if box is not None]


def _first(view: View, marks: Sequence[str], title: int) -> int | None:
    """The first line of running text below the title that is no byline and its like."""
    lines = range(title + 1, min(len(view.runs), title + 1 + _LINES))
    return next(
        (at for at in lines if view.good[at] and not marks[at] and not view.noise(at, edge=True)), None
    )


def _below(box: Box | None, title: int) -> Iterator[Box]:
    """The boxes around a line that begin below the title."""
    while box is not None and box.start > title:
        yield box
        box = box.parent
