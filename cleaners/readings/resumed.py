"""Whether a text without markup goes on behind what seems to end it: a list of other stories, an editor, comments."""

from __future__ import annotations

from cleaners.readings.noise.calls import turns_to_reader
from cleaners.readings.scope import Scope
from cleaners.readings.view import ends_sentence

FINAL = frozenset(["editor", "disclaimer", "keyword", "comment", "end", "neighbour", "fold"])
"""Rules of lines behind which scraps are no longer the article's."""
_SCRAPS, _MUCH, _EACH, _LONG = 24, 200, 30, 40
"""Lines without sentences behind which paragraphs of so many characters, and so many on the mean, are the text again; and the
characters of one that is no call, whatever its words."""
_CAPTIONS = 2
"""Paragraphs for each line between them."""
_ROW = 3
"""Paragraphs in a row that are a text."""


def resumed(scope: Scope, index: int) -> int:
    """Where the scraps end that begin at a line, if a text of some length follows; not that of one other story, which stands
    under its date. The end of the scope where none does."""
    view, stop, dates = scope.view, index, 0
    while stop < min(index + _SCRAPS, scope.end) and not is_told(scope, stop):
        rule = view.noise(stop, edge=True)
        if rule in FINAL or view.section(stop) is not None:
            return scope.end
        dates += rule == "dateline"
        stop += 1
    goes_on = dates != 1 and is_told(scope, stop) and _tells_much(scope, stop)
    return stop if goes_on else scope.end


def tells_more(scope: Scope, index: int) -> bool:
    """Paragraphs in a row below a line have more to say than what stands above it, and are not another story under its date:
    what is above is a lead or a notice."""
    above, below, dates = scope.good(scope.start, index), 0, 0
    stop = index
    while stop < scope.end:
        start = stop
        dates += not below and scope.view.noise(stop, edge=True) == "dateline"
        while stop < scope.end and is_told(scope, stop):
            stop += 1
        below += scope.good(start, stop) if stop - start >= _ROW else 0
        stop += 1
    return below > above and dates != 1


def is_told(scope: Scope, index: int) -> bool:
    """A sentence of the article's, which does not turn to its reader."""
    view = scope.view
    if index >= scope.end or not view.good[index] or scope.marks[index] or view.noise(index, edge=True):
        return False
    text = view.runs[index].text
    return ends_sentence(text) and (len(text) >= _LONG or not turns_to_reader(view.folded(index)))


def _tells_much(scope: Scope, index: int) -> bool:
    """Paragraphs begin here, one after the other or here and there with a caption between two; snippets stand each under a
    headline."""
    told, between, stop = index, 0, index
    while stop < scope.end and stop - told <= 1:
        if is_told(scope, stop):
            between, told = between + (stop - told), stop + 1
        stop += 1
    paragraphs = told - index - between
    return paragraphs >= _CAPTIONS * between and scope.good(index, told) >= max(_MUCH, _EACH * (told - index))
