"""Lists of other stories: a linked headline and a snippet, again and again."""

from __future__ import annotations

import itertools
import re

from cleaners.body.scoring import is_link
from cleaners.document import Run

_LEAST = 3
"""Snippets that make a list; one may be a quotation."""


def mark_teasers(runs: list[Run]) -> None:
    """Mark snippets as junk where at least three of one shape follow headlines that are links."""
    groups: dict[tuple[object, ...], list[int]] = {}
    alike: dict[tuple[object, ...], int] = {}
    for index in range(1, len(runs)):
        run, before = runs[index], runs[index - 1]
        if run.junk or not run.good or run.box is None:
            continue
        shape = _shape(run)
        alike[shape] = alike.get(shape, 0) + 1
        if is_link(before) and len(before.text) >= 6 and before.box is not run.box:
            groups.setdefault(shape, []).append(index)
    for shape, indexes in groups.items():
        if len(indexes) < _LEAST or len(indexes) * 3 < alike[shape] * 2:
            continue
        for index in indexes:
            runs[index].junk = "teaser"


_STAMP = re.compile(
    r"(?:(?:19|20)\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:\s?\d{1,2}:\d\d(?::\d\d)?)?$|\d{1,2}(?:分钟|小时|天|分鐘|小時)前$"
)
_STRIDE = 6


def mark_dated_lists(runs: list[Run], title: int | None) -> None:
    """Mark headline, snippet, date, again and again: a date on a line of its own after every few lines.

    A date near the title is the article's own. Most of the good text of a page is never such a list.
    """
    stamps = [
        i for i, run in enumerate(runs) if len(run.text) <= 24 and not run.junk and _STAMP.match(run.text)
    ]
    if title is not None:
        stamps = [i for i in stamps if not title <= i <= title + 3]
    total = sum(len(run.text) for run in runs if run.good)
    group: list[int] = []
    for stamp in [*stamps, len(runs) + _STRIDE + 1]:
        if group and stamp - group[-1] > _STRIDE:
            _mark_group(runs, group, total)
            group = []
        group.append(stamp)


def _mark_group(runs: list[Run], group: list[int], total: int) -> None:
    if len(group) < _LEAST:
        return
    stride = min(after - before for before, after in itertools.pairwise(group))
    listed = runs[max(0, group[0] - stride + 1) : group[-1] + 1]
    if sum(len(run.text) for run in listed if run.good) * 2 > total:
        return
    for run in listed:
        run.junk = run.junk or "teaser"


def _shape(run: Run) -> tuple[object, ...]:
    """Tags and names of the two boxes around a run: items of one list agree in them."""
    box = run.box
    outer = box.parent if box is not None else None
    return (box and box.tag, box and box.name, outer and outer.tag, outer and outer.name)
