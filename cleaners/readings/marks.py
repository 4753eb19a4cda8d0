"""Marks of the runs under one reading: what the walk saw, less what the reading makes void, plus lists of teasers.

A mark is evidence. A name is void where the article itself stands inside the box that bears it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set

from cleaners.document import Box, boxes_around
from cleaners.junk import junk_mark
from cleaners.readings.view import View, row_of

FIRM = frozenset(["site", "hidden"])
"""Marks that rest on more than a name."""
TEASER = "teaser"
_LISTS = frozenset(["related", "tags"])
"""Names of tables of data, too: `rank-table`, `top10`."""
_ROWS = 2
_ASKS = "form", "input", "button"
_PULLED = re.compile(r"pull|quote|highlight", re.IGNORECASE)
"""Names of what repeats a sentence of the text in large letters."""


def void_around_title(view: View, title: int | None) -> frozenset[Box]:
    """Boxes whose names do not count: they hold the title and text below it."""
    if title is None:
        return frozenset()
    return frozenset(
        box
        for box in boxes_around(view.runs[title].box)
        if box.junk and box.junk not in FIRM and view.good_chars(title, box.end)
    )


def void_inside(view: View, container: Box) -> frozenset[Box]:
    """Boxes whose names do not count once the container is known: itself, those around it, one in it that holds most
    of its text, tables of data (`tb-rank`), listings (`print-function`) and notes (`<aside>`)."""
    total = view.good_chars(container.start, container.end)
    inner = (
        box
        for box in view.named
        if box.junk not in FIRM
        and container.start <= box.start
        and box.end <= container.end
        and (
            view.good_chars(box.start, box.end) * 2 > total
            or _is_data(view, box)
            or _is_listing(view, box)
            or _is_note(view, box, container)
        )
    )
    return frozenset([*boxes_around(container), *inner])


def _is_data(view: View, box: Box) -> bool:
    """A table named like a list of stories, none of which is linked, with rows of several cells."""
    if box.tag != "table" or box.junk not in _LISTS:
        return False
    runs = view.runs[box.start : box.end]
    rows = {row for run in runs if (row := row_of(run)) is not None}
    return len(rows) >= _ROWS and not any(run.link_chars for run in runs)


def _is_listing(view: View, box: Box) -> bool:
    """A box named like a bar of tools, most of whose lines are code."""
    if box.junk != "share":
        return False
    runs = view.runs[box.start : box.end]
    code = sum(run.box is not None and run.box.tag == "pre" for run in runs)
    return code * 2 > len(runs)


def _is_note(view: View, box: Box, container: Box) -> bool:
    """An `<aside>` of sentences without links or buttons, which stands beside paragraphs as one of them."""
    if box.tag != "aside" or _PULLED.search(box.name) or junk_mark("div", box.name):
        return False
    if not (container.start < box.start and box.end < container.end):
        return False
    above, below = view.runs[box.start - 1].box, view.runs[box.end].box
    among = all(run is not None and run.parent is box.parent for run in (above, below))
    told = view.good_chars(box.start, box.end) and view.good[box.start - 1]
    linked = any(run.link_chars for run in view.runs[box.start : box.end])
    return bool(among and told) and not linked and next(box.element.iter(*_ASKS), None) is None


def marks_of(view: View, void: Set[Box], told: Mapping[int, str]) -> list[str]:
    """The mark of each run, '' for none; `told` are those that rest on the shape of the page."""
    marks = [run.junk for run in view.runs]
    known: dict[Box | None, str] = {None: ""}
    done = 0
    for start, end in sorted((box.start, box.end) for box in void if box.junk):
        for index in range(max(start, done), end):
            if marks[index]:
                marks[index] = _mark(view.runs[index].box, void, known)
        done = max(done, end)
    for index, mark in told.items():
        marks[index] = marks[index] or mark
    return marks


def _mark(box: Box | None, void: Set[Box], known: dict[Box | None, str]) -> str:
    """The mark of the outermost box that has a valid one."""
    chain = []
    while box is not None and box not in known:
        chain.append(box)
        box = box.parent
    mark = known[box]
    for inner in reversed(chain):
        mark = known[inner] = mark or ("" if inner in void else inner.junk)
    return mark
