"""Line by line through the chosen box: what is dropped, and by which rule."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from cleaners.body.anchor import letters, repeats_title
from cleaners.body.assemble import row_of
from cleaners.body.lines import DATE, noise
from cleaners.body.scoring import is_link
from cleaners.body.script import fold
from cleaners.body.sections import Section, section
from cleaners.document import Box, Document, Run

_HEADINGS = frozenset(["h1", "h2", "h3"])
_FINAL = frozenset(["editor", "disclaimer", "keyword", "comment", "end", "neighbour"])
"""Rules of lines that nothing of the article follows."""
_SHORT = 400
"""Longer runs are paragraphs; no pattern is tried on them."""
_ENOUGH_TITLED, _ENOUGH = 60, 150
"""Characters of running text, under a known title and otherwise."""
_SENTENCE = 30
"""A link this long that ends a sentence is a linked paragraph."""
_DAY = re.compile(DATE)
_SIGNED = re.compile(r"[局会府院部委司办室组厅处社校队站署行团]$|中心$|集团$|大学$|医院$")
"""Ends of the names of those who sign notices."""


def filter_lines(
    doc: Document, start: int, end: int, container: Box | None, title: str, title_run: int | None
) -> None:
    """Give every run of the range its verdict: `body`, or the rule that drops it."""
    runs = doc.runs
    box = runs[title_run].box if title_run is not None else None
    heading = (box.tag, box.name) if box is not None and box.tag in _HEADINGS else None
    goods = [i for i in range(start, end) if runs[i].good and not runs[i].junk]
    sums = [0, *accumulate(len(run.text) if run.good and not run.junk else 0 for run in runs[start:end])]
    _Filter(doc, start, end, container, letters(title), heading, goods, sums).run()


@dataclass(slots=True)
class _Filter:
    doc: Document
    start: int
    end: int
    container: Box | None
    title: str
    heading: tuple[str, str] | None
    """Tag and class of the title's element, where it is a heading."""
    goods: list[int]
    """Indexes of the running text."""
    sums: list[int]
    """Its characters up to each run of the range."""

    def run(self) -> None:
        runs, index = self.doc.runs, self.start
        while index < self.end:
            rule, stop = self.verdict(index)
            for at in range(index, stop):
                runs[at].verdict = rule or "body"
            index = stop

    def verdict(self, index: int) -> tuple[str, int]:
        """The rule for a run ('' to keep it) and where the next one to look at stands."""
        run = self.doc.runs[index]
        if run.junk:
            return run.junk, index + 1
        if len(run.text) > _SHORT or (run.box is not None and run.box.tag == "pre"):
            return "", index + 1
        if rule := self.profiled(run):
            return rule, self.end if rule == "end" else index + 1
        folded = fold(run.text)
        if self.opens_next(index):
            return "next article", self.end
        if (heading := section(folded)) is not None:
            return heading.rule, self.section_end(index, heading)
        edge = not self.goods or not self.goods[0] < index < self.goods[-1]
        rule = "" if self.is_cell(index) else noise(folded, edge)
        if rule in _FINAL:
            before = self.good(self.start, index)
            if self.good(index, self.end) * 4 <= before or (rule == "comment" and self.is_enough(before)):
                return rule, self.end
        if rule == "dateline" and self.is_signature(index):
            rule = ""
        return rule or self.shape(index, folded, edge), index + 1

    def is_enough(self, chars: int) -> bool:
        """Text mode, where no box tells other stories: so much text above a heading is the article."""
        return self.container is None and chars >= (_ENOUGH_TITLED if self.title else _ENOUGH)

    def profiled(self, run: Run) -> str:
        profile = self.doc.profile
        if profile.end and re.fullmatch(profile.end, run.text):
            return "end"
        return "noise" if profile.noise and re.fullmatch(profile.noise, run.text) else ""

    def shape(self, index: int, folded: str, edge: bool) -> str:
        """Rules that look at a run's place and form rather than at its words."""
        runs = self.doc.runs
        run = runs[index]
        if is_link(run) and (edge or len(folded) < _SENTENCE or "。" not in folded):
            return "link"
        if repeats_title(run, self.title):
            return "title"
        if index > self.start and not run.good and run.text == runs[index - 1].text:
            return "repeat"
        return "stray" if self.is_stray(index) else ""

    def opens_next(self, index: int) -> bool:
        """A heading of the title's form above a dateline: the next article of an endless page."""
        runs = self.doc.runs
        box = runs[index].box
        if (
            self.heading is None
            or box is None
            or (box.tag, box.name) != self.heading
            or not self.good(self.start, index)
        ):
            return False
        below = (fold(run.text) for run in runs[index + 1 : index + 4] if len(run.text) <= _SHORT)
        return any(noise(line, edge=True) in ("dateline", "byline", "editor") for line in below)

    def is_cell(self, index: int) -> bool:
        """A cell of a table of data below the first paragraph; above it, tables hold bylines."""
        row = row_of(self.doc.runs[index])
        return row is not None and row.end - row.start > 1 and bool(self.goods) and index > self.goods[0]

    def is_stray(self, index: int) -> bool:
        """A short line after the last paragraph, in a box that no paragraph shares."""
        run = self.doc.runs[index]
        if not self.goods or index < self.goods[-1] or run.good or len(run.text) > 24:
            return False
        if self.is_cell(index):
            return False
        around = run.box.parent if run.box is not None else None
        return around is not None and bisect_left(self.goods, around.start) == bisect_left(
            self.goods, around.end
        )

    def is_signature(self, index: int) -> bool:
        """The date under the name of the office that signs a notice."""
        before = self.doc.runs[index - 1]
        return (
            _DAY.fullmatch(self.doc.runs[index].text) is not None
            and bool(self.goods)
            and index > self.goods[-1]
            and before.verdict == "body"
            and len(before.text) <= 24
            and _SIGNED.search(before.text) is not None
        )

    def section_end(self, index: int, heading: Section) -> int:
        """One past the last run of the section that a heading opens."""
        runs = self.doc.runs
        box, stop = runs[index].box, index + 1
        while box is not None and box is not self.container and box.start == index and box.end <= self.end:
            stop = max(stop, box.end)
            box = box.parent
        if stop > index + 1:
            return stop
        before, after = self.good(self.start, index), self.good(index, self.end)
        sure = before >= after or self.is_enough(before)
        if before >= 4 * after or (heading.final and sure):
            return self.end
        while stop < self.end and (runs[stop].junk or is_link(runs[stop])):
            stop += 1
        return stop

    def good(self, start: int, end: int) -> int:
        """Characters of running text in a range."""
        return self.sums[end - self.start] - self.sums[start - self.start]
