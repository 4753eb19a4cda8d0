"""Dumps on one line: several blanks, or the indent of a paragraph, stand where its lines ended."""

from __future__ import annotations

import re

LONG = 120
"""Characters of a line that may be a whole page."""
_FEW = 3
"""Lines of such a dump at most; places where it can be split at least."""
_GAP = re.compile(r"[ \t\u3000\xa0]{2,}|\t|\u3000")


def split_at_blanks(text: str) -> str:
    """The text with a line end at each gap, where it has next to no lines and several gaps."""
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines or len(lines) > _FEW or max(map(len, lines)) < LONG:
        return text
    return _GAP.sub("\n", text) if len(_GAP.findall(text.strip())) >= _FEW else text
