"""How far a post reaches: the largest box around one stamp alone, without the posts inside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaners.kinds.alike import top_of
from cleaners.kinds.stamps import POSTS, told

if TYPE_CHECKING:
    from cleaners.document import Box, Run

_GROUPS = 6
"""Places of stamps that are looked at for posts inside posts."""
_INSIDE = 0.9
"""Share of the stamps of a place that stand in the posts of another: answers to them."""


@dataclass(frozen=True, slots=True)
class Span:
    """One post: its stamp, and the runs that are its own."""

    stamp: int
    start: int
    """Index of its first run."""
    end: int
    own: tuple[int, ...]
    """Its runs without those of the posts inside it."""


def spans_of(runs: list[Run], groups: list[list[int]]) -> list[Span]:
    """The posts around stamps, in printed order; a group is what stands in one place.

    A post is the largest box around one stamp alone, widened to the next one's start where its text stands outside
    that box. Answers inside a post are posts, too.
    """
    tops = _tops(runs, groups)
    found = sorted(
        (start, -end, stamp) for group in _reaches(runs, tops, groups) for stamp, start, end in group
    )
    return _parted([(stamp, start, -end) for start, end, stamp in found])


def _tops(runs: list[Run], groups: list[list[int]]) -> list[list[Box]]:
    """The largest box around each stamp and no other, those of answers inside it aside."""
    alone = [[top_of(runs[i].box, group) for i in group] for group in groups]
    every = sorted(i for group in groups for i in group)
    tops = []
    for n, group in enumerate(groups):
        inner = {i for k in _inside(n, groups, alone) for i in groups[k]}
        stamps = [i for i in every if i not in inner] if inner else every
        tops.append([top_of(runs[i].box, stamps) for i in group])
    return tops


def _inside(outer: int, groups: list[list[int]], tops: list[list[Box]]) -> list[int]:
    """The groups whose stamps stand in the posts of another."""
    if outer >= _GROUPS or len(groups[outer]) < POSTS:
        return []
    others = (k for k in range(min(_GROUPS, len(groups))) if k != outer)
    return [k for k in others if _is_inside(k, outer, groups, tops)]


def _is_inside(inner: int, outer: int, groups: list[list[int]], tops: list[list[Box]]) -> bool:
    """The stamps of one group stand in the posts of another, which they answer."""
    inside, around = _share(groups[inner], tops[outer]), _share(groups[outer], tops[inner])
    if inside < _INSIDE or around > inside:
        return False
    return around < inside or groups[outer][0] < groups[inner][0]


def _share(stamps: Sequence[int], tops: Sequence[Box]) -> float:
    """Share of the stamps that stand in boxes that are in document order."""
    starts = [top.start for top in tops]
    held = 0
    for stamp in stamps:
        at = bisect_left(starts, stamp + 1) - 1
        held += at >= 0 and stamp < tops[at].end
    return held / len(stamps)


def _reaches(
    runs: list[Run], tops: list[list[Box]], groups: list[list[int]]
) -> list[list[tuple[int, int, int]]]:
    starts = sorted({top.start for group in tops for top in group})
    return [
        [_reach(runs, stamp, own, n, starts) for n, stamp in enumerate(group)]
        for group, own in zip(groups, tops, strict=True)
    ]


def _reach(runs: list[Run], stamp: int, tops: list[Box], n: int, starts: list[int]) -> tuple[int, int, int]:
    top = tops[n]
    end = max(top.end, stamp + 1)
    at = bisect_left(starts, end)
    following = starts[at] if at < len(starts) else len(runs)
    if n + 1 < len(tops):
        return stamp, top.start, max(end, min(following, tops[n + 1].start))
    outside = n > 0 and any(map(told, runs[tops[n - 1].end : top.start]))
    around = top.parent if outside and top.parent is tops[n - 1].parent else None
    return stamp, top.start, _foot(runs, end, min(following, around.end)) if around else end


def _foot(runs: list[Run], start: int, end: int) -> int:
    """Where a page's foot begins, or what stands beside its posts."""
    return next((at for at in range(start, end) if runs[at].junk != runs[start - 1].junk), max(start, end))


def _parted(spans: list[tuple[int, int, int]]) -> list[Span]:
    """Each run belongs to the innermost post; of spans that start at the same run and end there, the first."""
    runs: dict[int, list[int]] = {}
    free = list(range(max((end for *_, end in spans), default=0) + 1))
    for n in sorted(range(len(spans)), key=lambda n: spans[n][2] - spans[n][1]):
        _, start, end = spans[n]
        while (start := _first_free(free, start)) < end:
            runs.setdefault(n, []).append(start)
            free[start] = start + 1
    return [Span(*spans[n], tuple(own)) for n, own in sorted(runs.items())]


def _first_free(free: list[int], run: int) -> int:
    """The first run from here on that belongs to no post; the way to it is shorter the next time."""
    while free[run] != run:
        free[run] = free[free[run]]
        run = free[run]
    return run
