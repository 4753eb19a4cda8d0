"""Which junk marks are void, because the article stands inside the marked box."""

from __future__ import annotations

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
    total = _good(runs, container.start, container.end)
    for box in boxes:
        if box.junk and box.junk not in _FIRM and container.start <= box.start and box.end <= container.end:
            if _good(runs, box.start, box.end) * 2 > total:
                box.junk = ""
    _remark(runs, container)


def _good(runs: list[Run], start: int, end: int) -> int:
    return sum(len(run.text) for run in runs[start:end] if run.good)


def _remark(runs: list[Run], box: Box) -> None:
    for run in runs[box.start : box.end]:
        if run.junk and run.junk != "teaser":
            run.junk = _mark(run.box)


def _mark(box: Box | None) -> str:
    mark = ""
    while box is not None:
        mark = box.junk or mark
        box = box.parent
    return mark
