"""Boxes that a heading of something else opens: 相关新闻 or 精彩评论 says of the box what a class would."""

from __future__ import annotations

from collections.abc import Mapping

from cleaners.document import Box
from cleaners.readings.sections import is_telling
from cleaners.readings.view import View

RULES = frozenset(["related", "comment"])
"""Rules of the headings that name a box."""


def headed_boxes(view: View, titles: frozenset[int]) -> Mapping[Box, str]:
    """The box that each such heading opens, where no line that may be the title is in it, with the heading's rule."""
    found: dict[Box, str] = {}
    for index, run in enumerate(view.runs):
        box = run.box
        if box is None or box.start != index or view.good[index]:
            continue
        opened = _opened(box, index, titles)  # most lines open none, and to read them costs more
        if opened is not None and (rule := _rule(view, index)):
            found[opened] = rule
    return found


def _rule(view: View, index: int) -> str:
    section = view.section(index)
    telling = section is not None and section.rule in RULES and is_telling(view.folded(index))
    return section.rule if section is not None and telling else ""


def _opened(box: Box | None, index: int, titles: frozenset[int]) -> Box | None:
    """The smallest box that begins at a line and holds others, without a line that may be the title."""
    while box is not None and box.start == index and box.end == index + 1:
        box = box.parent
    if box is None or box.start != index or box.parent is None:
        return None
    return None if any(box.start <= title < box.end for title in titles) else box
