"""Kept runs to paragraphs."""

from __future__ import annotations

from cleaners.document import Box, Run

_CELL = frozenset(["td", "th"])


def assemble(runs: list[Run]) -> list[str]:
    """One line a run; the cells of one table row make one line."""
    lines: list[str] = []
    last: Box | None = None
    for run in runs:
        row = row_of(run)
        if row is not None and row is last:
            lines[-1] += f" {run.text}"
        else:
            lines.append(run.text)
        last = row
    return lines


def row_of(run: Run) -> Box | None:
    """The table row around a run that has its cell to itself; cells with more in them are layout."""
    box = run.box
    if box is not None and box.tag not in _CELL:
        box = box.parent
    if box is None or box.tag not in _CELL or box.end - box.start != 1:
        return None
    return box.parent
