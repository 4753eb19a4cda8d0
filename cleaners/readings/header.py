"""Where the header of a text without boxes ends: title, names, dates and buttons stand above the article as lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaners.readings.scope import Scope

_HEADS = frozenset(["dateline", "byline", "tool", "share"])
"""Rules of the lines that a header ends with."""
_LINES, _SOON = 24, 3
"""Lines of a header, and above a lead that stands over its end."""
_PICTURE = re.compile(r"\W{0,3}图片?\s?[|｜/／:：]")
"""Whose a picture in the text is, or what it shows."""
_LEADS = 3
"""Running lines that may stand above the end of a header: a lead, captions."""


def header_end(scope: Scope, goods: Sequence[int]) -> int:
    """In text without boxes, where the last date, byline or button above the text stands: what is short above that is
    of the page's header. A lead may stand above it alone."""
    if scope.box is not None or not goods:
        return scope.start
    lead = goods[min(_LEADS, len(goods) // 2)]
    for at in range(min(lead, scope.start + _LINES) - 1, scope.start - 1, -1):
        if _ends_header(scope, at, above=at < goods[0]):
            return at if at < goods[0] or goods[0] - scope.start <= _SOON else scope.start
    return scope.start


def _ends_header(scope: Scope, at: int, *, above: bool) -> bool:
    rule = "" if scope.view.good[at] else scope.view.noise(at, edge=True)
    if rule not in _HEADS or scope.is_speaker(at):
        return False
    return above or not (_may_sign(scope, at, rule) or _PICTURE.match(scope.view.folded(at)))


def _may_sign(scope: Scope, at: int, rule: str) -> bool:
    """A date with a short line above it that is no byline: an office and the day."""
    short = not scope.view.good[at - 1] and not scope.view.noise(at - 1, edge=True)
    return rule == "dateline" and short
