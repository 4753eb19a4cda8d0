"""Entries of lists: a linked headline with what stands around it, again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaners.kinds.repeats import boxes_of, groups_of

if TYPE_CHECKING:
    from cleaners.document import Document, Run

_HEADLINE = 6
_MOST = 600
"""An entry has no more characters than this."""
_LEAST = 3


def entries_of(doc: Document) -> tuple[set[int], int]:
    """Indexes of the runs inside entries, and the length of the longest list."""
    inside: set[int] = set()
    longest = 0
    for group in groups_of(boxes_of(doc.runs)):
        entries = [box for box in group.boxes if _is_entry(doc.runs, box.start, box.end)]
        if len(entries) >= _LEAST and len(entries) * 2 >= len(group.boxes):
            longest = max(longest, len(entries))
            for box in entries:
                inside.update(range(box.start, box.end))
    return inside, longest


def _is_entry(runs: list[Run], start: int, end: int) -> bool:
    chars, headed = 0, False
    for run in runs[start:end]:
        chars += len(run.text)
        if chars > _MOST or run.junk == "hidden":
            return False
        headed = headed or (run.link_chars >= _HEADLINE and run.link_chars * 2 > len(run.text))
    return headed
