"""Boxes of one shape side by side: the items of a list, the posts of a thread."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from cleaners.document import Box, Run

LEAST = 3
"""So many of one shape are a group: two may be a pair of columns."""
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Group:
    """Sibling boxes with the same tag and the same first class, in document order."""

    boxes: tuple[Box, ...]
    start: int
    """Index of the first run of the first box."""
    end: int
    """Index one past the last run of the last box."""


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


def groups_of(boxes: list[Box], *, least: int = LEAST) -> list[Group]:
    """The groups of a page; paragraphs, table rows and list items are groups, too."""
    found: dict[tuple[Box, str, str], list[Box]] = {}
    for box in boxes:
        if box.parent is not None:
            found.setdefault((box.parent, box.tag, shape_of(box.name)), []).append(box)
    groups = []
    for alike in found.values():
        if len(alike) >= least:
            alike.sort(key=lambda box: box.start)
            groups.append(Group(tuple(alike), alike[0].start, alike[-1].end))
    return groups


@lru_cache(maxsize=4096)
def shape_of(name: str) -> str:
    """First class without digits: `post-17 first` and `post-18` are one shape."""
    first = next(iter(name.split(maxsplit=1)), "")
    return _DIGITS.sub("", first)
