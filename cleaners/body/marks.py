"""Which junk marks are void, because the article stands inside the marked box."""

from __future__ import annotations

from itertools import accumulate

from cleaners.document import Box, Run

_FIRM = frozenset(["profile", "hidden"])
"""Marks that rest on more than a name."""


def clear_around_title(runs: list[Run], title: int | None) -> None:
    """Void the names of the boxes that hold the title and text below it."""
    box = runs[title].box if title is not None else None
    cleared: Box | None = None
    while box is not None and title is not None:
        if box.junk and box.junk not in _FIRM and any(run.good for run in runs[title : box.end]):
            box.junk = ""
            cleared = box
        box = box.parent
    if cleared is not None:
        _remark(runs, cleared)


def clear_marks(runs: list[Run], boxes: list[Box], container: Box) -> None:
    """Void the marks of the container, of the boxes around it, and of a box in it that holds most of its text."""
    outer: Box | None = container
    while outer is not None:
        outer.junk = ""
        outer = outer.parent
    good = [0, *accumulate(len(run.text) if run.good else 0 for run in runs)]
    total = good[container.end] - good[container.start]
    for box in boxes:
        inside = container.start <= box.start and box.end <= container.end
        if inside and box.junk and box.junk not in _FIRM and (good[box.end] - good[box.start]) * 2 > total:
            box.junk = ""
    _remark(runs, container)


def _remark(runs: list[Run], box: Box) -> None:
    """Marks of the runs anew, from the boxes around them."""
    known: dict[int, str] = {}
    for run in runs[box.start : box.end]:
        if run.junk and run.junk != "teaser":
            run.junk = _mark(run.box, known)


def _mark(box: Box | None, known: dict[int, str]) -> str:
    chain = []
    while box is not None and id(box) not in known:
        chain.append(box)
        box = box.parent
    mark = known[id(box)] if box is not None else ""
    for inner in reversed(chain):
        mark = mark or inner.junk
        known[id(inner)] = mark
    return mark
