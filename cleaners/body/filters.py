"""Line by line through the chosen box: what is dropped, and by which rule."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate

from cleaners.body.anchor import letters, repeats_title
from cleaners.body.assemble import row_of
from cleaners.body.lines import DATE, noise
from cleaners.body.scoring import is_link
from cleaners.body.script import fold
from cleaners.body.sections import Section, section
from cleaners.document import Box, Document

_HEADINGS = frozenset(["h1", "h2", "h3"])
_FINAL = frozenset(["editor", "disclaimer", "keyword", "comment", "end", "neighbour"])
"""Rules of lines that nothing of the article follows."""
_SHORT = 400
"""Longer runs are paragraphs; no pattern is tried on them."""
_ENOUGH_TITLED, _ENOUGH = 60, 150
"""Characters of running text, under a known title and otherwise."""
_SENTENCE = 30
"""A link this long that ends a sentence is a linked paragraph."""
_STRAY = 24
"""Longest line that may be a stray one."""
_DAY = re.compile(DATE)
_SIGNED = re.compile(r"[局会府院部委司办室组厅处社校队站署行团]$|中心$|集团$|大学$|医院$")
"""Ends of the names of those who sign notices."""


def filter_lines(
    doc: Document, start: int, end: int, container: Box | None, title: str, title_run: int | None
) -> None:
    """Give every run of the range its verdict: `body`, or the rule that drops it."""
    box = doc.runs[title_run].box if title_run is not None else None
    heading = (box.tag, box.name) if box is not None and box.tag in _HEADINGS else None
    lines = _Filter(doc, start, end, container, letters(title), heading)
    lines.drop_sections()
    lines.find_paragraphs()
    lines.drop_lines()


@dataclass(slots=True)
class _Filter:
    doc: Document
    start: int
    end: int
    container: Box | None
    title: str
    heading: tuple[str, str] | None
    """Tag and class of the title's element, where it is a heading."""
    folded: dict[int, str] = field(init=False)
    """Text of the runs short enough for the patterns, in Simplified."""
    sums: list[int] = field(init=False)
    """Characters of running text up to each run of the range."""
    goods: list[int] = field(init=False, default_factory=list)
    """Indexes of the paragraphs."""

    def __post_init__(self) -> None:
        runs = self.doc.runs[self.start : self.end]
        self.folded = {
            self.start + at: fold(run.text)
            for at, run in enumerate(runs)
            if not run.junk and len(run.text) <= _SHORT and (run.box is None or run.box.tag != "pre")
        }
        self.sums = [0, *accumulate(len(run.text) if run.good and not run.junk else 0 for run in runs)]

    def drop_sections(self) -> None:
        """Junk boxes, and headings of something else with what stands under them."""
        index = self.start
        while index < self.end:
            rule, stop = self.section_at(index)
            self.drop(index, stop, rule)
            index = stop

    def section_at(self, index: int) -> tuple[str, int]:
        """The rule for the section that opens at a run ('' when none does) and where it ends."""
        run = self.doc.runs[index]
        if run.junk:
            return run.junk, index + 1
        if index not in self.folded:
            return "", index + 1
        if rule := self.profiled(index):
            return rule, self.end if rule == "end" else index + 1
        if self.opens_next(index):
            return "next article", self.end
        if (heading := section(self.folded[index])) is not None:
            return heading.rule, self.section_end(index, heading)
        return "", index + 1

    def find_paragraphs(self) -> None:
        """What is left of the running text, without the disclaimers and the like at either end."""
        runs = self.doc.runs
        goods = [i for i in range(self.start, self.end) if runs[i].good and not runs[i].verdict]
        while len(goods) > 1 and noise(self.folded.get(goods[-1], ""), edge=True):
            goods.pop()
        first = 0
        while first < len(goods) - 1 and noise(self.folded.get(goods[first], ""), edge=True):
            first += 1
        self.goods = goods[first:]

    def drop_lines(self) -> None:
        """Lines told by their words, place and form; all others are the article."""
        for index in range(self.start, self.end):
            run = self.doc.runs[index]
            if run.verdict:
                continue
            rule = self.line_rule(index) if index in self.folded else ""
            if rule in _FINAL and self.ends_article(index, rule):
                self.drop(index, self.end, rule)
            run.verdict = rule or "body"

    def line_rule(self, index: int) -> str:
        """The rule that drops a line, or ''."""
        run, folded = self.doc.runs[index], self.folded[index]
        edge = not self.goods or not self.goods[0] < index < self.goods[-1]
        rule = "" if self.is_cell(index) else noise(folded, edge)
        if rule and not (rule == "dateline" and self.is_signature(index)):
            return rule
        if is_link(run) and (edge or len(folded) < _SENTENCE or "。" not in folded):
            return "link"
        if repeats_title(run, self.title):
            return "title"
        if index > self.start and not run.good and run.text == self.doc.runs[index - 1].text:
            return "repeat"
        return "stray" if self.is_stray(index) else ""

    def drop(self, start: int, stop: int, rule: str) -> None:
        for run in self.doc.runs[start:stop]:
            run.verdict = run.verdict or rule

    def profiled(self, index: int) -> str:
        profile, text = self.doc.profile, self.doc.runs[index].text
        if profile.end and re.fullmatch(profile.end, text):
            return "end"
        return "noise" if profile.noise and re.fullmatch(profile.noise, text) else ""

    def opens_next(self, index: int) -> bool:
        """A heading of the title's form above a dateline: the next article of an endless page."""
        box = self.doc.runs[index].box
        if self.heading is None or box is None or (box.tag, box.name) != self.heading:
            return False
        below = (self.folded.get(at, "") for at in range(index + 1, index + 4))
        return self.good(self.start, index) > 0 and any(
            noise(line, edge=True) in ("dateline", "byline", "editor") for line in below
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

    def ends_article(self, index: int, rule: str) -> bool:
        before = self.good(self.start, index)
        return before >= 4 * self.good(index, self.end) or (rule == "comment" and self.is_enough(before))

    def is_enough(self, chars: int) -> bool:
        """Text mode, where no box tells other stories: so much text above a heading is the article."""
        return self.container is None and chars >= (_ENOUGH_TITLED if self.title else _ENOUGH)

    def is_cell(self, index: int) -> bool:
        """A cell of a table of data below the first paragraph; above it, tables hold bylines."""
        row = row_of(self.doc.runs[index])
        return row is not None and row.end - row.start > 1 and bool(self.goods) and index > self.goods[0]

    def is_stray(self, index: int) -> bool:
        """A short line after the last paragraph, in a box that no paragraph shares."""
        run = self.doc.runs[index]
        if (
            not self.goods
            or index < self.goods[-1]
            or run.good
            or len(run.text) > _STRAY
            or self.is_cell(index)
        ):
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
            and len(before.text) <= _STRAY
            and _SIGNED.search(before.text) is not None
        )

    def good(self, start: int, end: int) -> int:
        """Characters of running text in a range."""
        return self.sums[end - self.start] - self.sums[start - self.start]
