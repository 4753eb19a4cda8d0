"""Lists of other stories: a linked headline and a snippet, again and again."""

from __future__ import annotations

import re

from cleaners.body.scoring import is_good, is_link
from cleaners.document import Run

_CUT = re.compile(r"(?:\.{3}|…|[\[【(]?(?:详细|詳細|详情|全文|阅读全文|查看全文|更多|閱讀全文)[\]】)]?>*)$")
_LEAST = 3
"""Snippets that make a list; one may be a quotation."""


def mark_teasers(runs: list[Run]) -> None:
    """Mark snippets as junk where at least three of one shape follow headlines that are links."""
    groups: dict[tuple[object, ...], list[int]] = {}
    alike: dict[tuple[object, ...], int] = {}
    for index in range(1, len(runs)):
        run, before = runs[index], runs[index - 1]
        if run.junk or not is_good(run) or run.box is None:
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


def _shape(run: Run) -> tuple[object, ...]:
    """Tags and names of the two boxes around a run: items of one list agree in them."""
    box = run.box
    outer = box.parent if box is not None else None
    return (box and box.tag, box and box.name, outer and outer.tag, outer and outer.name)
