"""Which boxes may hold the article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from cleaners.document import Box
from cleaners.readings.marks import TEASER
from cleaners.readings.view import GIANT, View

LEAF = frozenset(
    "p pre li dd dt h1 h2 h3 h4 h5 h6 blockquote figcaption caption center".split()  # noqa: SIM905 - a list of words reads best
)
"""Never the article alone."""
_BEFORE = 0.3
"""Weight of text before the title."""
_HALF = 300
"""Link characters behind which text counts half: the article stands together, other stories between links."""
_LEAST = 0.15
"""Weight of text behind any number of links."""
_WEAK = 60
"""A sum this small may be a footer's sentence."""
_BRIEF = 20
"""The sum of a quatrain, where nothing else is on the page."""
_CAP = 400
"""One run counts at most this much: a page had one spam run of 174,217 characters."""
_NAMED = 0.2
"""Weight of text in a box that is named like junk: a theme may put a share class on the article itself."""
_NEVER = frozenset(["hidden", "site", TEASER])
"""Marks that rest on more than a name."""
_MORE, _MOST = 1.05, 0.6
"""An outer box is another reading where it holds so much more text, an inner one where it holds so much of it."""

Worth = Callable[[View, int, str], float]


def propose(view: View, marks: Sequence[str], worths: Sequence[float], title: int | None) -> list[Box]:
    """The best box first, then the nearest outer one with more text, the smallest inner one with most of it, and the best
    one apart from it. `worths` are the values of the lines."""
    scores = _scores(view, worths, title)
    best = _best(view, marks, title, scores)
    if best is None:
        return []
    others = (_outer(view, best), _inner(view, best), _apart(view, best, scores))
    return list(dict.fromkeys(box for box in (best, *others) if box is not None))


def values(view: View, marks: Sequence[str], worth: Worth | None = None) -> list[float]:
    """The value of each line."""
    return [(worth or value)(view, index, mark) for index, mark in enumerate(marks)]


def value(view: View, index: int, mark: str) -> float:
    """Positive for running text, negative for links, junk and scraps."""
    run = view.runs[index]
    size = len(run.text)
    if view.good[index] and mark not in _NEVER:
        worth = float(min(size - run.link_chars, _CAP))
        return worth * _NAMED if mark else worth
    if mark:
        return -4 - 0.3 * min(size, 60)
    if view.link[index]:
        return -4 - 0.4 * min(run.link_chars, 40)
    return -float(_CAP) if size > GIANT else -2.0


def _unhidden_value(view: View, index: int, mark: str) -> float:
    """The same where the article itself seems to be hidden until a script runs."""
    if view.good[index] and mark == "hidden":
        return float(min(len(view.runs[index].text), _CAP))
    return value(view, index, mark)


def _verse_value(view: View, index: int, mark: str) -> float:
    """The same for pages whose text is short lines: poems, tables, captions."""
    return -4.0 if mark or view.link[index] else float(min(len(view.runs[index].text), _CAP))


def _best(view: View, marks: Sequence[str], title: int | None, scores: Sequence[float]) -> Box | None:
    """The box with the best sum of good minus weak text; of hidden text or of short lines where there is no other."""
    top, best = _top(view, scores)
    if top < _WEAK:
        for other in (_unhidden_value, _verse_value):
            score, box = _top(view, _scores(view, values(view, marks, other), title))
            if score >= max(_BRIEF, 2 * top):
                top, best = score, box
                break
    return whole_box(view, best) if top > 0 else None


def _top(view: View, scores: Sequence[float]) -> tuple[float, Box | None]:
    if not scores:
        return 0.0, None
    top = max(scores)
    return top, view.boxes[scores.index(top)]


def _scores(view: View, worths: Sequence[float], title: int | None) -> list[float]:
    """The sum of each box."""
    sums = [0.0, *accumulate(worths if title is None else _weighed(view, worths, title))]
    return [sums[end] - sums[start] for start, end in view.spans]


def _weighed(view: View, worths: Sequence[float], title: int) -> list[float]:
    """The value of each run, by its place: before the title, near it, or behind links and other headings."""
    weighed = [worth * _BEFORE if worth > 0 else worth for worth in worths[:title]]
    gap, met = 0, False
    for index in range(title, len(worths)):
        worth = worths[index]
        if worth > 0:
            met = True
            worth *= max(_LEAST, 0.5 ** (gap / _HALF))
        elif met:
            gap += view.runs[index].link_chars
        weighed.append(worth)
    return weighed


def whole_box(view: View, box: Box | None) -> Box | None:
    """The box around paragraphs, where one of them is the best: a notice has one long line among short ones."""
    while box is not None and box.parent is not None and (box.tag in LEAF or _is_line(view, box)):
        box = box.parent
    return box


def _is_line(view: View, box: Box) -> bool:
    """It holds one line, as the element before or behind it does: a `div` for each paragraph."""
    beside = (view.runs[at].box for at in (box.start - 1, box.end) if 0 <= at < len(view.runs))
    return box.end - box.start == 1 and any(
        other is not None and (other.parent, other.tag, other.name) == (box.parent, box.tag, box.name)
        for other in beside
    )


def _good(view: View, box: Box) -> int:
    return view.good_chars(box.start, box.end)


def _outer(view: View, best: Box) -> Box | None:
    held = _good(view, best)
    box = best.parent
    while box is not None and _good(view, box) <= held * _MORE:
        box = box.parent
    return box


def _inner(view: View, best: Box) -> Box | None:
    held = _good(view, best)
    inner = (
        box for box in view.boxes if best.start <= box.start and box.end <= best.end and box.tag not in LEAF
    )
    most = [box for box in inner if _good(view, box) >= held * _MOST]
    return min(most, key=lambda box: box.end - box.start, default=None)


def _apart(view: View, best: Box, scores: Sequence[float]) -> Box | None:
    start, end = best.start, best.end
    apart = [
        (score, box)
        for score, box in zip(scores, view.boxes, strict=True)
        if score > _WEAK and (box.end <= start or box.start >= end)
    ]
    return whole_box(view, max(apart, key=lambda found: found[0])[1]) if apart else None
