"""Entries of lists: a linked headline with what stands around it, again and again."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from cleaners.kinds.repeats import boxes_of, groups_of

if TYPE_CHECKING:
    from cleaners.document import Box, Document, Run

_HEADLINE, _NAME = 6, 4
_MOST = 600
"""An entry has no more characters than this."""
_LEAST = 3
_LONGEST = 60
"""Characters of a headline."""
_COLUMNS, _COLUMN = 3, 8
"""Columns of a table that has a head without cells of their own for it, and characters of their names."""
_DIGIT = re.compile(r"\d")
_STAMP = re.compile(
    r"(?:(?:19|20)\d\d[-/.年]|(?<!\d))\d{1,2}[-/.月]\d{1,2}日?(?:\s\d{1,2}:\d\d)?(?!\d)|\d{1,9}\s?(?:分钟|小时|天|分鐘|小時|个?月|年)前"
)
_STOP = re.compile(r"[。！？!?；;：:”」』…]\W{0,3}$|\.{3}$")


def entries_of(doc: Document) -> tuple[set[int], int]:
    """Indexes of the runs inside entries, and the length of the longest list."""
    return _entries(doc, _is_entry)


def dated_entries_of(doc: Document) -> tuple[set[int], int]:
    """The same of entries whose headlines are no links, each with its date. Rows below a head are a table of data."""
    return _entries(doc, _is_dated, headed=False)


def _entries(
    doc: Document, is_entry: Callable[[list[Run], int, int], bool], headed: bool = True
) -> tuple[set[int], int]:
    inside: set[int] = set()
    longest = 0
    for group in groups_of(boxes_of(doc.runs)):
        if not headed and group.boxes[0].tag == "tr" and _is_head(doc.runs, group.boxes[0]):
            continue
        entries = [box for box in group.boxes if is_entry(doc.runs, box.start, box.end)]
        if len(entries) >= _LEAST and len(entries) * 2 >= len(group.boxes):
            longest = max(longest, len(entries))
            for box in entries:
                inside.update(range(box.start, box.end))
    return inside, longest


def _is_head(runs: list[Run], row: Box) -> bool:
    """Nothing but the names of columns: in cells for them, or several words without a number."""
    cells = runs[row.start : row.end]
    named = len(cells) >= _COLUMNS and all(
        len(run.text) <= _COLUMN and not run.link_chars and not _DIGIT.search(run.text) for run in cells
    )
    return named or all(run.box is not None and run.box.tag == "th" for run in cells)


def _is_entry(runs: list[Run], start: int, end: int) -> bool:
    chars, headed = 0, False
    for run in runs[start:end]:
        chars += len(run.text)
        if chars > _MOST or run.junk == "hidden":
            return False
        headed = headed or (run.link_chars * 2 > len(run.text) and _is_headline(run))
    return headed


def _is_headline(run: Run) -> bool:
    """A link of more characters than a name and a date have."""
    named = run.link_chars - sum(map(len, _STAMP.findall(run.text)))
    return run.link_chars >= _HEADLINE and named >= _NAME


def _is_dated(runs: list[Run], start: int, end: int) -> bool:
    """A short line that is no sentence, and a date beside it or behind it."""
    chars, headed, dated = 0, False, False
    for run in runs[start:end]:
        chars += len(run.text)
        if chars > _MOST or run.junk == "hidden":
            return False
        if len(run.text) > _LONGEST:
            continue
        found = _STAMP.search(run.text)
        dated = dated or found is not None
        rest = run.text if found is None else run.text[: found.start()].rstrip()
        headed = headed or (len(rest) >= _HEADLINE and not _STOP.search(rest))
    return headed and dated
