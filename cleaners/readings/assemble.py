"""Kept runs to paragraphs."""

from __future__ import annotations

import re

from cleaners.document import Box, Run
from cleaners.readings.view import row_of

_GLUED = re.compile(r"\s?返回[^，。]{1,8}(?:[，,]\s?查看更多|首[页頁][>＞»\s]{0,4})$")
"""A link back that a platform glues to the last sentence."""


def assemble(runs: list[Run]) -> list[str]:
    """One line a run; the cells of one table row make one line."""
    lines: list[str] = []
    last: Box | None = None
    for run in runs:
        row, text = row_of(run), _GLUED.sub("", run.text)
        if row is not None and row is last:
            lines[-1] += f" {text}"
        else:
            lines.append(text)
        last = row
    return lines
