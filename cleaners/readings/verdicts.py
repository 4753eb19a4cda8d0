"""Line by line through one box under one title: what is kept, and what is dropped by which rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cleaners.document import Box
from cleaners.metadata.byline.labels import tells_field
from cleaners.metadata.byline.names import names_alone
from cleaners.metadata.people.credits import line_credits
from cleaners.metadata.title.shapes import is_of_amounts
from cleaners.readings.anchor import repeats_title
from cleaners.readings.author import tells_of_author
from cleaners.readings.exceptions import Exceptions
from cleaners.readings.noise.terms import is_statement
from cleaners.readings.parts import ENOUGH, Parts
from cleaners.readings.places import Met, Places
from cleaners.readings.resumed import FINAL, resumed, tells_more
from cleaners.readings.scope import Scope
from cleaners.readings.view import HEADINGS, View, row_of
from cleaners.sites.site import Site

_LEAVES = frozenset(["comment", "neighbour", "title_note"])
"""Those behind which text without markup is somebody else's where no more of it follows than stands above."""
_FILED = frozenset(["keyword", "end", "title_note"])
"""Those that may stand below an abstract or a lead, too, or below a part."""
_HEADER_RULES = frozenset(["byline", "counter", "dateline"])
_LISTS = frozenset(["link", "related"])
"""What the lines of a list of other stories are dropped for."""
_STRAY = 24
"""Longest line that may be a stray one."""
_PANELS = frozenset(["div", "span", "button", "label", "time", "address"])
"""Elements of what may stray above the text; headings, captions and paragraphs there belong to it."""
_HEADER = 12
"""Lines that a byline and its like may have above the text; more are a text of short lines."""
_BELOW_LEAD, _SIGNATURE = 8, 40
"""Lines from the first paragraph within which a byline may stand, and the characters of one."""
_STAMP, _OFTEN = 30, 3
"""Longest line that is repeated again and again, and how often."""
_LABEL = 16
"""Longest line that may be a label."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_PLAYS = re.compile(r"\bplay\b|播放|全长|全長", re.IGNORECASE)
"""A button that starts a player, and does not open the text below it."""
_MARKS = re.compile(r"[\W_①-⑳]+")
"""Bullets and rules, with nothing behind them."""


def judge_lines(
    view: View,
    site: Site,
    marks: Sequence[str],
    box: Box | None,
    lines: range,
    title: str,
    heading: Box | None,
) -> list[str]:
    """The rule of each run of the page: `body`, the rule that drops it, or '' outside of the range."""
    scope, rules = Scope(view, marks, box, lines.start, lines.stop), [""] * len(view.runs)
    parts = Parts(scope, site, _form(heading), rules)
    parts.drop_appeals()
    parts.drop_sections()
    parts.drop_cards()
    parts.drop_panel()
    parts.drop_tail()
    places = Places(scope, _paragraphs(scope, rules))
    verdicts = _Verdicts(scope, parts.met, places, Exceptions(scope, places, rules), title, rules)
    verdicts.drop_lines()
    verdicts.drop_last_labels()
    verdicts.drop_orphans()
    return rules


def _form(heading: Box | None) -> tuple[str, str] | None:
    return (heading.tag, heading.name) if heading is not None and heading.tag in HEADINGS else None


def _paragraphs(scope: Scope, rules: Sequence[str]) -> list[int]:
    """What is left of the running text, without the disclaimers and the like at either end."""
    left = [i for i in range(scope.start, scope.end) if not rules[i]]
    goods = [i for i in left if scope.view.good[i]]
    if not goods:  # verse, tables, captions
        short = [i for i in left if not scope.view.link[i] and not scope.view.noise(i, edge=True)]
        signed = len(short) > 1 and scope.box is None and names_alone(scope.view.runs[short[0]].text)
        return short[1:] if signed else short
    while len(goods) > 1 and _is_closing(scope, goods[-1], goods[-2]):
        goods.pop()
    first = 0
    while first < len(goods) - 1 and _is_above(scope, goods[first]):
        first += 1
    return goods[first:]


def _is_above(scope: Scope, index: int) -> bool:
    """A line by its words, or the caption of a picture above the text."""
    box = scope.view.runs[index].box
    return bool(scope.view.noise(index, edge=True)) or (box is not None and box.tag == "figcaption")


def _is_closing(scope: Scope, index: int, before: int) -> bool:
    """A line by its words, or a statement of the site's among others."""
    if scope.view.noise(index, edge=True) or tells_of_author(scope.view, scope.start, index):
        return True
    beside = scope.view.noise(before, edge=True) == "disclaimer" or any(
        scope.view.noise(at, edge=True) == "disclaimer" for at in range(index + 1, min(index + 3, scope.end))
    )
    return beside and is_statement(scope.view.folded(index))


@dataclass
class _Verdicts:
    scope: Scope
    met: Met
    places: Places
    exceptions: Exceptions
    title: str
    """Letters of the title."""
    rules: list[str]
    """Of each run of the page; written here."""

    def drop_lines(self) -> None:
        """Lines told by their words, place and form; all others are the article."""
        index = self.scope.start
        while index < self.scope.end:
            if not self.rules[index]:
                rule = self._line_rule(index)
                self.rules[index] = rule or "body"
                plain = self.scope.box is None
                if (rule in FINAL and (plain or self.places.is_edge(index))) or (
                    plain and rule == "title_note"
                ):
                    index = self._close(index, rule)
                    continue
            index += 1

    def drop_last_labels(self) -> None:
        """A label at the end, with nothing left behind it."""
        for at in range(self.scope.end - 1, self.scope.start - 1, -1):
            if self.rules[at] == "body":
                text = self.scope.view.runs[at].text
                if self.scope.view.good[at] or len(text) > _LABEL or text[-1] not in ":：":
                    return
                self.rules[at] = "label"

    def drop_orphans(self) -> None:
        """A short line behind the text in a box whose other lines were dropped: the heading of a list."""
        view, goods = self.scope.view, self.places.goods
        held: dict[Box, Counter[str]] = {}  # of each box once: it may hold thousands of lines
        for at in range(goods[-1] + 1 if goods else self.scope.end, self.scope.end):
            box = view.runs[at].box
            if self.rules[at] != "body" or box is None or box.parent is None:
                continue
            outer = box.parent
            if outer not in held:
                held[outer] = Counter(self.rules[outer.start : outer.end])
            listed = any(held[outer][rule] for rule in _LISTS)
            if (
                listed
                and held[outer]["body"] == 1
                and not held[outer][""]
                and len(view.runs[at].text) <= _STRAY
            ):
                self.rules[at] = "related"

    def _close(self, index: int, rule: str) -> int:
        """Drop the scraps behind a line that ends the article; returns where they end."""
        stop = index + 1
        if self.scope.box is None and self._is_over(index, rule):
            for at in range(stop, self.scope.end):
                self.rules[at] = self.rules[at] or rule
            return self.scope.end
        if not self.places.goods or index > self.places.goods[-1]:
            while stop < self.scope.end and not (
                self.met.is_own(stop) or self.rules[stop] or self.places.is_cell(stop)
            ):
                self.rules[stop] = self._line_rule(stop) or rule
                stop += 1
        return stop

    def _is_over(self, index: int, rule: str) -> bool:
        """Of text without boxes, that little or nothing of it follows; what stands there again is a button of each part."""
        above, below = self.scope.good(self.scope.start, index), self.scope.good(index, self.scope.end)
        if rule in _LEAVES and above >= below:
            return True
        once = self.scope.view.repeats[self.scope.view.runs[index].text] == 1
        closes = once and rule not in _FILED and above >= min(ENOUGH, below)
        return (
            closes and resumed(self.scope, index + 1) == self.scope.end and not tells_more(self.scope, index)
        )

    def _line_rule(self, index: int) -> str:
        """The rule that drops a line, or ''."""
        run, edge = self.scope.view.runs[index], self.places.is_edge(index)
        rule = self.scope.view.noise(index, edge) or ("byline" if self._signs(index) else "")
        if rule and not self.exceptions.keeps(index, rule):
            return rule
        if edge and self._is_of_author(index):
            return "byline"
        if edge and run.text.isdigit() and self._is_labelled_above(index):
            return self.rules[index - 1]
        if index < self.places.header and not self.scope.view.good[index]:
            return "byline" if names_alone(run.text) else "stray"
        if self._names_above(index) or self._is_field_above(index):
            return "byline"
        if self.scope.view.link[index] and not self.exceptions.keeps_link(index):
            return "link"
        if repeats_title(run, self.title):
            return "title"
        code = run.box is not None and run.box.tag == "pre"
        if edge and len(run.text) <= _STRAY and _MARKS.fullmatch(run.text) and not code:
            return "stray"
        if (
            self.places.goods
            and index > self.places.goods[-1]
            and is_statement(self.scope.view.folded(index))
            and "disclaimer" in self.rules[index - 2 : index]
        ):
            return "disclaimer"
        before = self.scope.view.runs[index - 1]
        if (
            index > self.scope.start
            and not self.scope.view.good[index]
            and run.text == before.text
            and run.box is not before.box
            and not self.places.is_cell(index)
            and not self.places.is_paragraph(index)
        ):
            return "repeat"
        if index in self._stamps:
            return "repeat"
        if self._is_button(index):
            return "tool"
        return "stray" if self._is_stray(index) and not self.exceptions.is_told(index) else ""

    @cached_property
    def _stamps(self) -> frozenset[int]:
        """Short lines that stand again and again, in boxes of a form that hold nothing else: the words of a button under
        each picture."""
        view, lines = self.scope.view, range(self.scope.start, self.scope.end)
        texts = Counter(
            view.runs[at].text for at in lines if not view.good[at] and len(view.runs[at].text) <= _STAMP
        )
        often = {text for text, count in texts.items() if count >= _OFTEN and not _MARKS.fullmatch(text)}
        if not often:
            return frozenset()
        held: dict[tuple[str, ...], set[str]] = {}
        for at in lines:
            held.setdefault(view.shape(at), set()).add(view.runs[at].text)
        alone = {shape for shape, own in held.items() if len(own) == 1 and own <= often}
        return frozenset(at for at in lines if view.shape(at) in alone and row_of(view.runs[at]) is None)

    def _signs(self, index: int) -> bool:
        """Who reported, on a line of its own below a lead: `本报记者 王小明`."""
        goods, run = self.places.goods, self.scope.view.runs[index]
        if not goods or not goods[0] < index <= goods[0] + _BELOW_LEAD or len(run.text) > _SIGNATURE:
            return False
        return self.scope.view.noise(index, edge=True) == "byline" and bool(line_credits(run.text))

    def _names_above(self, index: int) -> bool:
        """Names above the text of a dump; what has an amount right below it is no person."""
        run, goods = self.scope.view.runs[index], self.places.goods
        if run.box is not None or not goods or index >= goods[0] or not names_alone(run.text):
            return False
        return not is_of_amounts(self.scope.view.runs[index + 1].text)

    def _is_field_above(self, index: int) -> bool:
        """A field of the byline above the text of a dump: the house, a counter, who wrote, behind the work's name."""
        run, goods = self.scope.view.runs[index], self.places.goods
        if run.box is not None or not goods or index >= goods[0] or self.scope.view.good[index]:
            return False
        return tells_field(run.text) and not self.scope.is_speaker(index)

    def _is_of_author(self, index: int) -> bool:
        """Who wrote the text, below it: the name, or what is said of its bearer."""
        goods, view = self.places.goods, self.scope.view
        if not goods or index <= goods[-1]:
            return False
        named = index + 1 < self.scope.end and tells_of_author(view, self.scope.start, index + 1)
        return named or tells_of_author(view, self.scope.start, index)

    def _is_labelled_above(self, index: int) -> bool:
        """The line above it is a label of the byline that has its value here: `浏览次数：`."""
        above = index - 1
        dropped = above >= self.scope.start and self.rules[above] in _HEADER_RULES
        return dropped and self.scope.view.runs[above].text[-1] in ":："

    def _is_button(self, index: int) -> bool:
        """A button, unless running text stands behind it: a question that opens its answer."""
        run, good = self.scope.view.runs[index], self.scope.view.good
        if run.box is None or run.box.tag != "button":
            return False
        if _PLAYS.search(run.text):
            return True
        opens = index + 1 < self.scope.end and good[index + 1]
        return not good[index] and not (opens and _HAN.search(run.text))

    def _is_stray(self, index: int) -> bool:
        """A short line before the first paragraph or after the last, in a panel that no paragraph shares."""
        run, goods = self.scope.view.runs[index], self.places.goods
        if not goods or self.scope.view.good[index] or len(run.text) > _STRAY or self.places.is_cell(index):
            return False
        if index < goods[0]:
            few = goods[0] - self.scope.start <= _HEADER
            panel = (
                few and run.box is not None and run.box.tag in _PANELS and run.text[-1] not in "，。！？；"
            )
            return panel and not self.places.is_beside(index, panels=False)
        return index > goods[-1] and not self.places.is_beside(index)
