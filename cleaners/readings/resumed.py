"""Whether a text without markup goes on behind what seems to end it: a list of other stories, an editor, comments."""

from __future__ import annotations

from cleaners.readings.noise.calls import turns_to_reader
from cleaners.readings.scope import Scope
from cleaners.readings.view import ends_sentence

FINAL = frozenset(["editor", "disclaimer", "keyword", "comment", "end", "neighbour", "fold"])
"""Rules of lines behind which scraps are no longer the article's."""
_SCRAPS, _MUCH, _EACH = 24, 200, 50
"""Lines without sentences behind which paragraphs in a row of so many characters, and so many on the mean, are the text
again: snippets are shorter."""


def resumed(scope: Scope, index: int) -> int:
    """Where the scraps end that begin at a line, if long paragraphs in a row follow; not those of one other story, which
    stand under its date. The end of the scope where none do."""
    view, stop, dates = scope.view, index, 0
    while stop < min(index + _SCRAPS, scope.end) and not is_told(scope, stop):
        rule = view.noise(stop, edge=True)
        if rule in FINAL or view.section(stop) is not None:
            return scope.end
        dates += rule == "dateline"
        stop += 1
    return stop if dates != 1 and _tells_much(scope, stop) else scope.end


def is_told(scope: Scope, index: int) -> bool:
    """A sentence of the article's, which does not turn to its reader."""
    view = scope.view
    if index >= scope.end or not view.good[index] or scope.marks[index] or view.noise(index, edge=True):
        return False
    return ends_sentence(view.runs[index].text) and not turns_to_reader(view.folded(index))


def _tells_much(scope: Scope, index: int) -> bool:
    """Long paragraphs in a row begin here."""
    stop = index
    while stop < scope.end and is_told(scope, stop):
        stop += 1
    return scope.good(index, stop) >= max(_MUCH, _EACH * (stop - index))
