"""Numbers about each line of a page, by which a line model tells text of the article from everything else.

No words, no names of classes, no verdicts of the rules: those are fitted to the pages they were made on. A name counts only
as far as text in a box that is named like furniture is not running text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from math import exp, log1p
from operator import mul

from cleaners.document import Box
from cleaners.readings.boxes import values
from cleaners.readings.view import View
from cleaners.tags import HEADINGS

NAMES = (
    "bias", "length", "log length", "links", "punctuation", "sentence", "digits and letters", "running", "hidden", "paragraph",
    "item", "heading", "cell", "own share", "share around", "share two around", "links around", "links two around", "text around",
    "near 2", "near 5", "near 12", "links near", "since", "until", "before", "place", "in best", "near best", "shape",
    "repeated", "running in shape", "short near", "running in best", "short in shape",
)  # fmt: skip  # laid out for reading
MARKS = re.compile(r"[，。！？；：、“”「」…,!?;]")
_NOT_LATIN = bytes(set(range(128)) - set(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))
ENDS = frozenset("。！？…；”」』.!?")
_LONG = 400
_FAR = 30
_STEPS = [log1p(gap) / 3.5 for gap in range(_FAR + 1)]
_ITEMS = frozenset(["li", "dd", "dt"])
_CELLS = frozenset(["td", "th"])


def line_features(view: View) -> Iterator[Sequence[float]]:
    """One row a run, in the order of NAMES; one at a time, for a row takes a kilobyte."""
    runs = view.runs
    count = len(runs)
    if not count:
        return
    sizes = [len(run.text) for run in runs]
    running = [1.0 if good and not run.junk else 0.0 for good, run in zip(view.good, runs, strict=True)]
    chars = [0, *accumulate(sizes)]
    links = [0, *accumulate(run.link_chars for run in runs)]
    good = [0, *accumulate(size if g else 0 for size, g in zip(sizes, running, strict=True))]
    total = good[-1] or 1
    start, end, outer_start, outer_end = _best(view)
    shapes: dict[object, int] = {}
    keys = [_shape(run.box) for run in runs]
    for key, size, runs_on in zip(keys, sizes, running, strict=True):
        if runs_on:
            shapes[key] = shapes.get(key, 0) + size
    texts = Counter([run.text for run in runs])
    held = _Held(chars, links, good, total)
    around: dict[Box | None, tuple[float, ...]] = {None: (0.0,) * 10}
    columns = zip(
        runs, sizes, keys, running, *(_near(running, reach) for reach in (2, 5, 12)), _shares(links, chars),
        *_distances(running), strict=True,
    )  # fmt: skip  # laid out as NAMES
    for i, (run, size, key, g, near2, near5, near12, near_links, since, until) in enumerate(columns):
        text, box = run.text, run.box
        known = around.get(box)
        if known is None:
            known = around[box] = (*_tag(box.tag), *_around(box, held))
        in_best = 1.0 if start <= i < end else 0.0
        shape = shapes.get(key, 0) / total
        short = 1.0 - g
        sample = text[:_LONG]
        long = len(sample)
        yield (
            1.0, long / _LONG, log1p(size) / 6, run.link_chars / size,
            min(0.2, len(MARKS.findall(sample)) / long) * 5, 1.0 if text[-1] in ENDS else 0.0,
            len(sample.encode("ascii", "ignore").translate(None, _NOT_LATIN)) / long, g,
            1.0 if run.junk == "hidden" else 0.0, *known, near2, near5, near12, near_links,
            since, until, good[i] / total, i / count, in_best, 1.0 if outer_start <= i < outer_end else 0.0, shape,
            1.0 if texts[text] > 1 else 0.0, g * shape, short * near2, g * in_best, short * shape,
        )  # fmt: skip  # laid out as NAMES


def probability(weights: Sequence[float], row: Sequence[float]) -> float:
    """Of a line with such figures, that it belongs to the article."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, sum(map(mul, weights, row))))))


def _near(running: Sequence[float], reach: int) -> Iterator[float]:
    """Share of running text among so many lines before and behind each."""
    count = len(running)
    sums = [0.0, *accumulate(running)]
    ahead = [*sums[reach + 1 :], *[sums[-1]] * min(reach, count)]
    behind = [*[0.0] * min(reach, count), *sums]
    return (
        (after - before - g) / (2 * reach) for after, before, g in zip(ahead, behind, running, strict=False)
    )


def _shares(links: Sequence[int], chars: Sequence[int]) -> Iterator[float]:
    """Share of links among three lines before and behind each."""
    last = len(chars) - 1
    for low, high in zip(range(-3, last - 3), range(4, last + 4), strict=True):
        low, high = (low if low > 0 else 0), (high if high < last else last)
        linked = links[high] - links[low]
        yield linked / (chars[high] - chars[low]) if linked else 0.0


@lru_cache(maxsize=256)
def _tag(tag: str) -> tuple[float, ...]:
    """Whether an element is a paragraph, an item, a heading, a cell."""
    return float(tag == "p"), float(tag in _ITEMS), float(tag in HEADINGS), float(tag in _CELLS)


def _shape(box: Box | None) -> object:
    if box is None:
        return None
    outer = box.parent
    return (box.tag, box.name, outer and outer.tag, outer and outer.name)


def _best(view: View) -> tuple[int, int, int, int]:
    """Range of the box with the best sum of running text less links and scraps, and of the one around it."""
    sums = [0.0, *accumulate(values(view, [run.junk for run in view.runs]))]
    scores = [sums[end] - sums[start] for start, end in view.spans]
    if not scores:
        return 0, len(view.runs), 0, len(view.runs)
    best = view.boxes[scores.index(max(scores))]
    outer = best.parent or best
    return best.start, best.end, outer.start, outer.end


class _Held(dict[Box, tuple[float, float, float]]):
    """Of each box its share of the page's running text, and the shares of links and of running text in it."""

    def __init__(self, chars: Sequence[int], links: Sequence[int], good: Sequence[int], total: int) -> None:
        self._chars, self._links, self._good, self._total = chars, links, good, total

    def __missing__(self, box: Box) -> tuple[float, float, float]:
        start, end = box.start, box.end
        size = (self._chars[end] - self._chars[start]) or 1
        running = self._good[end] - self._good[start]
        self[box] = found = (
            running / self._total,
            (self._links[end] - self._links[start]) / size,
            running / size,
        )
        return found


def _around(box: Box, held: _Held) -> tuple[float, ...]:
    """Shares of the page's running text in a box and the two around it; links of those; running text in the first."""
    outer = box.parent or box
    share, linked, textual = held[outer]
    last, linked_last, _ = held[outer.parent or box]
    return held[box][0], share, last, linked, linked_last, textual


def _distances(running: Sequence[float]) -> tuple[list[float], list[float]]:
    """Lines since the last running text and until the next, as logarithms."""
    return _since(running), _since(running[::-1])[::-1]


def _since(running: Sequence[float]) -> list[float]:
    since, gap = [], _FAR
    for g in running:
        since.append(_STEPS[gap])
        gap = 0 if g else min(_FAR, gap + 1)
    return since
