"""Stamps of one shape: where a page prints the same mark of a post again and again, with something said between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Callable, Mapping, Set
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from cleaners.kinds.quotes import in_quote
from cleaners.kinds.stamps import (
    MOST,
    NUMBER_BEHIND,
    POSTS,
    SOME,
    WORDY,
    acted,
    names_text,
    place_of,
    storey_of,
    timed,
    told,
)

if TYPE_CHECKING:
    from cleaners.document import Box, Run

_WORDS, _REACH = 2, 300
"""Letters of a remark at least, and lines between two stamps that are looked through."""
_OPENS = ("楼主", "樓主")
"""Who opened a thread."""
_LEVELS = 6
"""Boxes around a stamp that may hold what it stamps."""


def alike(runs: list[Run], mark: Callable[[str], str]) -> list[list[int]]:
    """Runs that mark a post, in a place where another post has the same; those of one place together.

    A place whose stamps mostly follow each other without a word between is one of a list.
    """
    stamps = _Stamps(runs)
    groups = sorted(_groups(runs, mark), key=lambda group: (-len(group), group))
    taken = ((group, stamps.take(group)) for group in groups)
    return [own for group, own in taken if len(own) * POSTS >= len(group)]


def top_of(box: Box | None, stamps: list[int]) -> Box:
    """The largest box around one stamp alone."""
    assert box is not None
    while box.parent is not None and _held(box.parent, stamps) == 1:
        box = box.parent
    return box


def _held(box: Box, stamps: list[int]) -> int:
    return bisect_left(stamps, box.end) - bisect_left(stamps, box.start)


class _Stamps:
    """The stamps of a page that were taken so far."""

    def __init__(self, runs: list[Run]) -> None:
        self._runs = runs
        self._all: list[int] = []
        self._posts: dict[int, list[Box]] = {}
        """Stamp to the posts of those in its place, in document order."""

    @cached_property
    def _speaks(self) -> Callable[[int], bool]:
        return _speaks(self._runs)  # of most pages nothing asks it

    def take(self, group: list[int]) -> list[int]:
        """Those of one place that mark a post of their own."""
        own = []
        for index in group:
            if self._is_apart(index):
                insort(self._all, index)
                own.append(index)
        posts = [top_of(self._runs[i].box, own) for i in own]
        self._posts.update((i, posts) for i in own)
        return own

    def _is_apart(self, index: int) -> bool:
        """Something is said between it and the stamps before and behind it: a post may print its time twice. The last
        answer inside a post says it before its stamp."""
        at = bisect_left(self._all, index)
        above = self._all[at - 1] if at else -1
        if at and not self._says(range(above + 1, index)):
            return False
        if at == len(self._all) or self._says(range(index + 1, self._all[at])):
            return True
        return self._is_elsewhere(index, self._all[at]) and self._says_itself(index, above)

    def _says(self, lines: range) -> bool:
        return any(map(self._speaks, lines[:_REACH]))

    def _is_elsewhere(self, index: int, stamp: int) -> bool:
        """It stands in another post than a stamp."""
        posts = self._posts.get(stamp, [])
        at = bisect_right(posts, index, key=lambda box: box.start) - 1
        return at >= 0 and index < posts[at].end and not posts[at].start <= stamp < posts[at].end

    def _says_itself(self, index: int, above: int) -> bool:
        """It leaves something of what is said to the stamp above it, in whose post it stands."""
        if above not in self._posts:
            return True
        box = self._runs[index].box
        for _ in range(_LEVELS):
            if box is None or self._says(range(box.start, index)):
                break
            box = box.parent
        return box is not None and self._says(range(above + 1, box.start))


def _groups(runs: list[Run], mark: Callable[[str], str]) -> list[list[int]]:
    places: dict[tuple[str, ...], list[int]] = {}
    for index, run in enumerate(runs):
        if (
            run.box is not None
            and run.junk != "hidden"
            and len(run.text) <= MOST
            and (kind := mark(run.text))
            and not in_quote(run.box)
        ):
            places.setdefault((kind, *place_of(run.box)), []).append(index)
    return [
        group
        for (kind, *_), group in places.items()
        if len(group) >= POSTS
        and (kind != "floor" or _rises([runs[i].text for i in group]))
        and (kind != "storey" or _climbs(runs, group))
    ]


def _rises(lines: list[str]) -> bool:
    """The numbers at their ends go up: floors of a thread, not of flats."""
    floors = [int(found.group(1)) for line in lines if (found := NUMBER_BEHIND.search(line))]
    return all(above < below for above, below in pairwise(floors))


def _climbs(runs: list[Run], group: list[int]) -> bool:
    """They name each floor but the first one of a thread once, that of who opened it perhaps in a place of its own."""
    floors = [storey_of(runs[i].text) for i in group]
    opens = any(run.text.startswith(_OPENS) for run in runs[: group[0] + 1])
    return opens and floors in (list(range(1, len(group) + 1)), list(range(2, len(group) + 2)))


def _speaks(runs: list[Run]) -> Callable[[int], bool]:
    """Whether a run says something: a sentence, or a word or two in a place where others say one."""
    times = Counter(run.text for run in runs)
    stamped = {run.box for run in runs if timed(run.text)}
    telling = {run.box for run in runs if told(run)}
    places = {place_of(box) for box in telling if not in_quote(box)} - {place_of(box) for box in stamped}

    @cache
    def speaks(index: int) -> bool:
        return told(runs[index]) or _said(runs[index], times, places)

    return speaks


def _said(run: Run, times: Mapping[str, int], places: Set[tuple[str, ...]]) -> bool:
    """A word or two that are no button of the template: 哈哈, 为啥."""
    if run.link_chars or times[run.text] >= SOME or timed(run.text) or acted(run.text):
        return False
    where = place_of(run.box)
    return (names_text(run.box) or where in places) and len(WORDY.findall(run.text)) >= _WORDS
