"""What all readings of one page share: signs of each line, asked once."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import accumulate

from cleaners.document import Box, Run
from cleaners.lexicon import fold, is_prose
from cleaners.readings.noise import noise
from cleaners.readings.sections import Section, section

_SENTENCE = re.compile(r"[，。！？；…”」』]|[,;!?](?=\s|$)|\.(?=\s|$)")
_WIDE = re.compile("[０-９]")
_NARROW = str.maketrans("０１２３４５６７８９：／－．", "0123456789:/-.")
"""Full-width digits and marks of a date to their narrow twins; a text that has none is left as it is."""
_ENDS = re.compile(r"[。！？…；.!?][”」』’）)\]】]{0,2}$")
LEAST = 16
"""Characters of the shortest run that counts as running text; shorter ones are subheads, labels, menu items."""
GIANT = 20_000
"""Characters that no paragraph has; spam and data dumps do."""
_PATTERNED = 400
"""Longer runs are paragraphs; no pattern is tried on them."""
HEADINGS = frozenset(["h1", "h2", "h3"])
_CELL = frozenset(["td", "th"])


def is_link(run: Run) -> bool:
    """More than half of it stands inside links."""
    return run.link_chars * 2 > len(run.text)


def is_good(run: Run) -> bool:
    """Running text: long enough, punctuated, mostly outside links."""
    if not LEAST <= len(run.text) <= GIANT or is_link(run):
        return False
    return _SENTENCE.search(run.text) is not None or is_prose(run.text)


_HALF = re.compile(r"(?<=[\u3400-\u9fff”」》）])[,;!?](?=[\u3400-\u9fff“「《]|\d|$)")
"""Half-width punctuation of a Chinese sentence."""
_LABELS = 32
"""Characters of a line whose commas may stand between labels."""


def _full(mark: re.Match[str]) -> str:
    return chr(ord(mark[0]) + 0xFEE0)


class View:
    """The runs of a page and their signs. Nothing here depends on a reading, nothing is written into the runs."""

    def __init__(self, runs: list[Run]) -> None:
        self.runs = runs
        self.link = [run.link_chars * 2 > len(run.text) for run in runs]
        self.good = [not link and is_good(run) for link, run in zip(self.link, runs, strict=True)]
        self._folded: list[str | None] = [None] * len(runs)
        self._noise: tuple[dict[int, str], dict[int, str]] = ({}, {})
        self._sections: dict[int, Section | None] = {}

    @cached_property
    def good_sums(self) -> list[int]:
        """Characters of running text before each run; one more than runs."""
        return [
            0,
            *accumulate(len(run.text) if good else 0 for run, good in zip(self.runs, self.good, strict=True)),
        ]

    @cached_property
    def repeats(self) -> Counter[str]:
        """How often each line stands there."""
        return Counter(run.text for run in self.runs)

    @cached_property
    def boxes(self) -> list[Box]:
        """Every box around a run, each once, inner before outer."""
        boxes: list[Box] = []
        seen: set[Box] = set()
        for run in self.runs:
            box = run.box
            while box is not None and box not in seen:
                seen.add(box)
                boxes.append(box)
                box = box.parent
        return boxes

    @cached_property
    def opened(self) -> dict[int, list[Box]]:
        """Of each line the boxes that it opens, innermost first."""
        opened: dict[int, list[Box]] = {}
        for box in self.boxes:
            opened.setdefault(box.start, []).append(box)
        return opened

    @cached_property
    def named(self) -> list[Box]:
        """Those that bear a mark of their own."""
        return [box for box in self.boxes if box.junk]

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each box starts and ends."""
        return [(box.start, box.end) for box in self.boxes]

    @cached_property
    def forms(self) -> dict[tuple[str, str], list[int]]:
        """The lines in headings of each tag and class."""
        forms: dict[tuple[str, str], list[int]] = {}
        for index, run in enumerate(self.runs):
            if run.box is not None and run.box.tag in HEADINGS:
                forms.setdefault((run.box.tag, run.box.name), []).append(index)
        return forms

    def folded(self, index: int) -> str:
        """The run's text in Simplified; '' for one too long for any pattern, and for code."""
        text = self._folded[index]
        if text is None:
            run = self.runs[index]
            plain = len(run.text) <= _PATTERNED and (run.box is None or run.box.tag != "pre")
            text = fold(run.text) if plain else ""
            text = text.translate(_NARROW) if _WIDE.search(text) else text
            text = self._folded[index] = _HALF.sub(_full, text) if len(text) > _LABELS else text
        return text

    def noise(self, index: int, edge: bool) -> str:
        """The word rule that takes the line, or ''. `edge`: it stands before the first paragraph or after the last."""
        known = self._noise[edge]
        if index not in known:
            known[index] = noise(self.folded(index), edge)
        return known[index]

    def section(self, index: int) -> Section | None:
        """The heading of something else that the line is, or None."""
        if index not in self._sections:
            self._sections[index] = section(self.folded(index))
        return self._sections[index]

    def shape(self, index: int) -> tuple[str, ...]:
        """Tag and class of the box around a line, and of the one around that: lines of one kind agree in them."""
        box = self.runs[index].box
        if box is None:
            return ()
        outer = box.parent
        return (box.tag, box.name, outer.tag, outer.name) if outer is not None else (box.tag, box.name)

    @cached_property
    def _sums(self) -> list[int]:
        return [0, *accumulate(len(run.text) for run in self.runs)]

    def chars(self, start: int, end: int) -> int:
        """Characters in a range."""
        return self._sums[end] - self._sums[start]

    def good_chars(self, start: int, end: int) -> int:
        """Characters of running text in a range."""
        return self.good_sums[end] - self.good_sums[start]


def ends_sentence(text: str) -> bool:
    """It closes like a sentence."""
    return _ENDS.search(text) is not None


def row_of(run: Run) -> Box | None:
    """The table row around a run that has its cell to itself, beside others; cells with more in them are layout."""
    box = run.box
    while box is not None and box.tag not in _CELL and box.end - box.start == 1:
        box = box.parent
    if box is None or box.tag not in _CELL or box.end - box.start != 1:
        return None
    row = box.parent
    return row if row is not None and row.end - row.start > 1 else None
