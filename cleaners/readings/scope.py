"""The lines through one box under one title, and where their running text stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby
from typing import NamedTuple

from cleaners.document import Box
from cleaners.readings.noise.calls import turns_to_reader
from cleaners.readings.view import View, ends_sentence

_MAIN = 0.1
"""Share of the running text that makes the shape of a line one of the article's."""

_SPEAKER = re.compile(r"([^\s:：]{1,8})[:：]\s?\S")
_SPOKEN = 2
"""Lines that begin with one label and make it a speaker."""


_LONG, _ROW = 40, 3
"""Characters of a sentence that is no call, whatever its words, and sentences in a row that are a text."""


class Rows(NamedTuple):
    """Where rows of sentences begin, and the characters of each and of all below it."""

    starts: list[int]
    chars: list[int]


@dataclass
class Scope:
    """One box under one title."""

    view: View
    marks: Sequence[str]
    box: Box | None
    """None in text mode."""
    start: int
    end: int

    def __post_init__(self) -> None:
        chars = (
            len(run.text) if good and not mark else 0
            for run, good, mark in zip(
                self.view.runs[self.start : self.end],
                self.view.good[self.start : self.end],
                self.marks[self.start : self.end],
                strict=True,
            )
        )
        self.sums = [0, *accumulate(chars)]

    def good(self, start: int, end: int) -> int:
        """Characters of running text in a range."""
        return self.sums[end - self.start] - self.sums[start - self.start]

    @cached_property
    def trunk(self) -> Box | None:
        """The box right around most of the running text."""
        chars: Counter[Box] = Counter()
        for at in range(self.start, self.end):
            box = self.view.runs[at].box
            if self.view.good[at] and not self.marks[at] and box is not None and box.parent is not None:
                chars[box.parent] += len(self.view.runs[at].text)
        trunk, most = max(chars.items(), key=lambda found: found[1], default=(None, 0))
        return trunk if most * 2 > self.sums[-1] else None

    @cached_property
    def shapes(self) -> frozenset[tuple[str, ...]]:
        """Shapes of the lines that hold a tenth of the running text or more."""
        chars: Counter[tuple[str, ...]] = Counter()
        for at in range(self.start, self.end):
            if self.view.good[at] and not self.marks[at]:
                chars[self.view.shape(at)] += len(self.view.runs[at].text)
        least = _MAIN * sum(chars.values())
        return frozenset(shape for shape, count in chars.items() if count >= least)

    def is_told(self, index: int) -> bool:
        """A sentence of the article's, which does not turn to its reader."""
        view = self.view
        if index >= self.end or not view.good[index] or self.marks[index] or view.noise(index, edge=True):
            return False
        text = view.runs[index].text
        return ends_sentence(text) and (len(text) >= _LONG or not turns_to_reader(view.folded(index)))

    @cached_property
    def rows(self) -> Rows:
        """The rows of such sentences."""
        told = [at for at in range(self.start, self.end) if self.is_told(at)]
        grouped = groupby(enumerate(told), lambda one: one[1] - one[0])
        rows = [row for _, group in grouped if len(row := [at for _, at in group]) >= _ROW]
        sums = accumulate(self.good(row[0], row[-1] + 1) for row in reversed(rows))
        return Rows([row[0] for row in rows], list(sums)[::-1])

    def is_speaker(self, index: int) -> bool:
        """Its label begins other lines as well: an interview."""
        found = _SPEAKER.match(self.view.folded(index))
        return found is not None and self._speakers[found.group(1)] >= _SPOKEN

    @cached_property
    def _speakers(self) -> Counter[str]:
        """Labels, and how many sentences they begin."""
        lines = (
            at
            for at in range(self.start, self.end)
            if not self.marks[at] and ends_sentence(self.view.runs[at].text)
        )
        found = (_SPEAKER.match(self.view.folded(at)) for at in lines)
        return Counter(match.group(1) for match in found if match)
