"""Readings of a page: under a title line, through a box, each a whole result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from cleaners.document import Box, Document
from cleaners.dom import select
from cleaners.metadata.byline.names import is_outlet
from cleaners.metadata.title import Title
from cleaners.metadata.title.strings import key
from cleaners.readings.above import line_above
from cleaners.readings.anchor import repeats_title
from cleaners.readings.boxes import propose, values
from cleaners.readings.forms import find_forms
from cleaners.readings.leads import doubled_summary, find_leads
from cleaners.readings.marks import TEASER, marks_of, void_around_title, void_inside
from cleaners.readings.near import proposed_near
from cleaners.readings.stretches import stretches_of
from cleaners.readings.subject import Subject
from cleaners.readings.teasers import find_teasers
from cleaners.readings.unlikely import unlikely
from cleaners.readings.verdicts import judge_lines
from cleaners.readings.view import HEADINGS, View


@dataclass(frozen=True, slots=True)
class Reading:
    """What of a page is the article, if this title line is the title and this box its box."""

    title: Title
    box: Box | None
    """None in text mode."""
    start: int
    """Index of the first run of the article."""
    end: int
    """Index one past its last run."""
    rules: list[str]
    """The verdict on each run of the page; '' outside of start and end."""
    kept: tuple[int, ...]
    """Indexes of the runs that are its text."""
    number: int = 0
    """Its place among the readings, the most expected first."""


def read_all(doc: Document, subject: Subject, titles: list[Title]) -> list[Reading]:
    """Every reading with a text of its own, the most expected first."""
    found: dict[tuple[int, ...], Reading] = {}
    for reading in _readings(doc, subject, titles):
        found.setdefault(reading.kept, reading)
    return [replace(reading, number=number) for number, reading in enumerate(found.values())]


def _readings(doc: Document, subject: Subject, titles: list[Title]) -> Iterator[Reading]:
    view = subject.view
    told = _of_site(doc, view)
    page = _Page(doc, subject)
    for number, title in enumerate(titles):
        void = void_around_title(view, title.run)
        seen = page.seen(void, page.teasers(void))
        below = subject.head if title.run is None else title.run
        boxes = [told] if told else propose(view, seen.marks, seen.worths, title.run)
        if boxes and not told and below is not None:
            boxes = list(dict.fromkeys([*boxes, *proposed_near(view, seen.marks, below)]))
        if not boxes:
            for lines in stretches_of(view, title):
                yield page.reading(title, seen.marks, None, lines)
        for box in boxes if number == 0 or title.run is None else boxes[:1]:
            yield page.reading(title, page.marks_inside(seen, box), box, range(box.start, box.end))


@dataclass(frozen=True, slots=True)
class _Seen:
    """The lines under one title; most titles of a page agree in them."""

    void: frozenset[Box]
    listed: Mapping[int, str]
    marks: Sequence[str]
    worths: Sequence[float]


class _Page:
    """What readings of a page have in common, found out once."""

    def __init__(self, doc: Document, subject: Subject) -> None:
        self._doc, self._view, self._headed = doc, subject.view, subject.headed
        view = subject.view
        self._forms = dict.fromkeys(find_forms(view, doc.tree), "comment") if doc.tree is not None else {}
        self._teasers: dict[frozenset[Box], frozenset[int]] = {}
        self._seen: dict[tuple[frozenset[Box], frozenset[int]], _Seen] = {}
        self._inside: dict[tuple[int, Box], tuple[str, ...]] = {}
        self._rules: dict[object, list[str]] = {}

    def teasers(self, void: frozenset[Box]) -> frozenset[int]:
        """The snippets in lists of other stories."""
        if void not in self._teasers:
            self._teasers[void] = find_teasers(self._view, marks_of(self._view, void, self._forms))
        return self._teasers[void]

    def seen(self, void: frozenset[Box], teasers: frozenset[int]) -> _Seen:
        """The lines where the names of some boxes are void, and some lines are of lists."""
        pair = void, teasers
        if pair not in self._seen:
            listed = {**self._forms, **dict.fromkeys(teasers, TEASER)}
            marks = marks_of(self._view, void, listed | self._below_headings(void))
            self._seen[pair] = _Seen(void, listed, marks, values(self._view, marks))
        return self._seen[pair]

    def marks_inside(self, seen: _Seen, box: Box) -> tuple[str, ...]:
        """The marks of the lines where a box is the article's."""
        place = id(seen), box
        if place not in self._inside:
            void = seen.void | void_inside(self._view, box)
            self._inside[place] = tuple(marks_of(self._view, void, seen.listed))
        return self._inside[place]

    def _below_headings(self, void: Set[Box]) -> dict[int, str]:
        """The lines in boxes that a heading of something else opens, but for those that are void."""
        held = ((box, rule) for box, rule in self._headed.items() if box not in void)
        return {at: rule for box, rule in held for at in range(box.start, box.end)}

    def reading(self, title: Title, marks: Sequence[str], box: Box | None, lines: range) -> Reading:
        """The lines through a box, or of a stretch, under a title."""
        view, at = self._view, title.run
        if at is not None and at in lines:
            lines = range(at + 1, lines.stop)
        rules = self._judged(title, marks, box, lines)
        kept = [index for index in lines if rules[index] == "body"]
        for double in doubled_summary(view, kept):
            rules[double] = "repeat"
            kept.remove(double)
        if self._doc.tree is None:
            for at in unlikely(view, kept, lines.start, title.text):
                rules[at] = "unlikely"
                kept.remove(at)
        leads = find_leads(view, marks, at, lines.start, kept) if box is not None else []
        for lead in leads:
            rules[lead] = "body"
        if kept and _names_site(title, kept[-1]):
            title = line_above(view, marks, kept[0]) or title
        return Reading(title, box, lines.start, lines.stop, rules, (*leads, *kept))

    def _judged(self, title: Title, marks: Sequence[str], box: Box | None, lines: range) -> list[str]:
        """The rules of the lines. Titles are told apart by what prints them and what looks like them, no further."""
        view, wanted = self._view, key(title.text)
        heading = view.runs[title.run].box if title.run is not None else None
        form = (heading.tag, heading.name) if heading is not None else None
        if form is None or not any(at in lines for at in view.forms.get(form, ())):
            heading = form = None
        prints = tuple(at for at in lines if repeats_title(view.runs[at], wanted))
        asked = tuple(marks), box, lines, prints, form
        if asked not in self._rules:
            self._rules[asked] = judge_lines(view, self._doc.site, marks, box, lines, wanted, heading)
        return self._rules[asked].copy()


def _of_site(doc: Document, view: View) -> Box | None:
    """The box that the site's file names, where it holds text."""
    if not doc.site.body or doc.tree is None:
        return None
    wanted = select(doc.tree, doc.site.body)
    held = [box for box in view.boxes if box.element in wanted and view.good_chars(box.start, box.end)]
    return max(held, key=lambda box: box.end - box.start, default=None)


def _names_site(title: Title, last: int) -> bool:
    """What the head states is printed behind the text, in no heading, or nowhere and is a paper's name."""
    if title.run is None:
        return is_outlet(title.text)
    return title.run > last and title.where not in HEADINGS
