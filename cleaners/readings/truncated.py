"""Signs that the page shows only a part of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaners.lexicon import expression

if TYPE_CHECKING:
    from cleaners.readings.proposals import Reading
    from cleaners.readings.view import View


_FOLDED = expression(
    r"<paywall.rest>\s?\d{1,3}\s?%"
    r"|<paywall.condition>(?:后|即可|可|之后)?.{0,8}<paywall.go_on>.{0,4}<paywall.whole>"
    r"|<paywall.offer><paywall.offered>.{0,8}(?:请|需要?|须).{0,6}<paywall.asked>"
    r"|<paywall.withheld>.{0,10}<paywall.member>.{0,6}<paywall.only>"
    r"|<paywall.sample>|打开.{0,12}<paywall.application>.{0,6}<paywall.opens>全文"
    r"|[您你]已?.{0,8}免费<paywall.free>.{0,8}<paywall.spent>",
    needs="paywall.rest paywall.condition paywall.offer paywall.withheld paywall.sample paywall.opens paywall.spent",
)
_LONGEST = 80
"""Characters of the longest line that is one."""
_REACH = 8
"""Runs after the last paragraph that may hold the fold."""


def is_truncated(view: View, reading: Reading) -> bool:
    """True when a fold or paywall stands in the article's tail or right after it."""
    last = max((at for at in reading.kept if view.good[at]), default=reading.end)
    return any(tells_fold(view.folded(at)) for at in range(last, min(last + _REACH, len(view.runs))))


def tells_fold(folded: str) -> bool:
    """The line says that the rest is for subscribers, members or an application."""
    return len(folded) <= _LONGEST and _FOLDED.search(folded) is not None
