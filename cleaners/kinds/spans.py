"""How far a post reaches: the largest box around one stamp alone."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaners.document import Box, Run


def spans_of(runs: list[Run], stamps: list[int]) -> list[tuple[int, int, int]]:
    """(stamp, start, end) of each post: the largest box around one stamp alone, widened to the next one's start where
    its text stands outside that box."""
    tops = [_top(runs[i].box, stamps) for i in stamps]
    spans = []
    for n, (stamp, top) in enumerate(zip(stamps, tops, strict=True)):
        start = top.start
        end = max(top.end, stamp + 1)
        if n + 1 < len(stamps):
            following = tops[n + 1].start
            end = following if end <= following else end
        spans.append((stamp, start, end))
    return _unmixed(spans)


def _top(box: Box | None, stamps: list[int]) -> Box:
    assert box is not None
    while box.parent is not None and _held(box.parent, stamps) == 1:
        box = box.parent
    return box


def _held(box: Box, stamps: list[int]) -> int:
    return bisect_left(stamps, box.end) - bisect_left(stamps, box.start)


def _unmixed(spans: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Spans without two stamps of one post: of spans that start at the same run, the first."""
    kept: list[tuple[int, int, int]] = []
    for stamp, start, end in spans:
        if kept and start < kept[-1][2]:
            start = kept[-1][2]
        if start < end:
            kept.append((stamp, start, end))
    return kept
