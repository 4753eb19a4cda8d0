"""The line above a text that may be its headline, for pages whose head names none."""

from __future__ import annotations

from collections.abc import Sequence

from cleaners.metadata.byline.names import is_outlet
from cleaners.metadata.title import Title
from cleaners.metadata.title.strings import key, tidy_title
from cleaners.readings.view import View, ends_sentence

_LINES = 8
"""Lines above the text among which a headline stands; dates, bylines and buttons stand between."""
_LEAST, _MOST = 6, 80
"""Letters of a headline."""
_WEIGHT = 0.2


def line_above(view: View, marks: Sequence[str], first: int) -> Title | None:
    """The headline above the first line of a text, or None."""
    for at in range(first - 1, max(-1, first - 1 - _LINES), -1):
        if not (marks[at] or view.noise(at, edge=True)) and _may_head(view, at):
            return Title(tidy_title(view.runs[at].text), "line above the text", at, weight=_WEIGHT)
    return None


def _may_head(view: View, at: int) -> bool:
    text = view.runs[at].text
    if view.link[at] or not _LEAST <= len(key(text)) <= _MOST:
        return False
    return not (ends_sentence(text) and view.good[at]) and not is_outlet(text)
