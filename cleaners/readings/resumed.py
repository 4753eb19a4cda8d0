"""Whether a text without markup goes on behind what seems to end it: a list of other stories, an editor, comments."""

from __future__ import annotations

from bisect import bisect_left

from cleaners.lexicon import expression
from cleaners.readings.scope import Scope

FINAL = frozenset(["editor", "disclaimer", "keyword", "comment", "end", "neighbour", "fold"])
"""Rules of lines behind which scraps are no longer the article's."""
_SCRAPS, _MUCH, _EACH = 24, 200, 30
"""Lines without sentences behind which paragraphs of so many characters, and so many on the mean, are the text again, as far as
as many lines show."""
AFTERWORD = expression(r"\W{0,3}<headings.afterword>(?:\W|$)", needs="headings.afterword")
_CAPTIONS = 2
"""Paragraphs for each line between them."""


def resumed(scope: Scope, index: int) -> int:
    """Where the scraps end that begin at a line, if a text of some length follows, or an afterword; not that of one other story,
    which stands under its date. The end of the scope where none does."""
    view, stop, dates = scope.view, index, 0
    if index < scope.end and AFTERWORD.match(view.folded(index)):
        return index
    while stop < min(index + _SCRAPS, scope.end) and not scope.is_told(stop):
        rule = view.noise(stop, edge=True)
        if rule in FINAL or view.section(stop) is not None:
            return scope.end
        dates += rule == "dateline"
        stop += 1
    goes_on = dates != 1 and scope.is_told(stop) and _tells_much(scope, stop)
    return stop if goes_on else scope.end


def tells_more(scope: Scope, index: int) -> bool:
    """Paragraphs in a row below a line have more to say than what stands above it, and are not another story under its date:
    what is above is a lead or a notice."""
    row = bisect_left(scope.rows.starts, index)
    if row == len(scope.rows.starts):
        return False
    scraps = range(index, min(scope.rows.starts[row], index + _SCRAPS))
    dates = sum(scope.view.noise(at, edge=True) == "dateline" for at in scraps)
    return scope.rows.chars[row] > scope.good(scope.start, index) and dates != 1


def _tells_much(scope: Scope, index: int) -> bool:
    """Paragraphs begin here, one after the other or here and there with a caption between two; snippets stand each under a
    headline."""
    told, between, stop = index, 0, index
    while stop < min(scope.end, index + _SCRAPS) and stop - told <= 1:
        if scope.is_told(stop):
            between, told = between + (stop - told), stop + 1
        stop += 1
    paragraphs = told - index - between
    return paragraphs >= _CAPTIONS * between and scope.good(index, told) >= max(_MUCH, _EACH * (told - index))
