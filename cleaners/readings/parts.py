"""What of a box is not the article: marked boxes, headings of something else with what stands under them, panels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from cleaners.lexicon import fold
from cleaners.readings.appeals import find_appeals
from cleaners.readings.cards import Cards
from cleaners.readings.noise.calls import turns_to_reader
from cleaners.readings.noise.facts import is_event, is_fact
from cleaners.readings.noise.line import COUNTED
from cleaners.readings.places import Met
from cleaners.readings.resumed import FINAL, resumed
from cleaners.readings.scope import Scope
from cleaners.readings.sections import Section, is_telling
from cleaners.readings.view import ends_sentence, row_of
from cleaners.sites.site import Site

_CLOSING = FINAL - {"editor", "keyword"}
"""Those behind which a paragraph of another shape is no longer the article's either; an editor may have the last word."""
_LITTLE = 3
"""Where so many times the running text behind a telling heading stands above it, the article is over."""
ENOUGH = 60
"""Characters of running text that are an article in text mode, where no box tells other stories."""
_BRACKETED = re.compile(r"^[（(【\[〔][^（）()【】\[\]〔〕]{1,24}[）)】\]〕]\s?")
_CUT = re.compile(r"(?:\.{3}|…|继续阅读|繼續閱讀|阅读全文)\W*$")
"""How a teaser ends."""
_HEADLINE, _LONGEST, _LISTED = 6, 40, 8
"""Characters of a headline, and lines of a list of them, behind which a text without boxes may go on."""
_BOX, _PARAGRAPHS, _GOOD = 2, 3, 2
"""Headlines of such a list within a text, sentences in a row behind it, and those among them of some length."""
_OPENING, _NEAR = 3, 40
"""Characters at the head of a paragraph that name of whom it speaks, and lines above the list that may have named it."""
_TOLD, _PANEL = 3, 3
"""Links or teasers behind the text that make a panel, and how many times its running text the text has."""


@dataclass
class Parts:
    """Drops what is no part of the article, and meets the paragraphs on the way."""

    scope: Scope
    site: Site
    heading: tuple[str, str] | None
    """Tag and class of the title's element, where it is a heading."""
    rules: list[str]
    """Of each run of the page; written here."""

    def __post_init__(self) -> None:
        self.met = Met(self.scope)

    def drop_appeals(self) -> None:
        """What asks the reader for a deed, in boxes of its own."""
        for at, rule in find_appeals(self.scope).items():
            self.rules[at] = rule

    def drop_sections(self) -> None:
        """Marked boxes, and headings of something else with what stands under them."""
        index = self.scope.start
        while index < self.scope.end:
            rule, stop = (self.rules[index], index + 1) if self.rules[index] else self._section_at(index)
            if not rule and self.scope.view.good[index] and not self.scope.view.noise(index, edge=True):
                self.met.add(index)
            for at in range(index, stop):
                self.rules[at] = self.rules[at] or rule
            index = stop

    def drop_cards(self) -> None:
        """Small boxes between the paragraphs that lead to another story or quote a price."""
        for card, rule in Cards(self.scope).found():
            for at in range(card.start, card.end):
                self.rules[at] = self.rules[at] or rule

    def drop_panel(self) -> None:
        """What stands in the container behind the box of the text, where it has links or teasers and little to say."""
        if self.scope.trunk is None or self.scope.trunk.end >= self.scope.end:
            return
        behind = range(self.scope.trunk.end, self.scope.end)
        told = sum(
            self.scope.view.runs[at].link_chars > 0 or _CUT.search(self.scope.view.runs[at].text) is not None
            for at in behind
        )
        good = self.scope.good(behind.start, behind.stop)
        if told >= _TOLD and good * _PANEL < self.scope.sums[-1]:
            for at in behind:
                self.rules[at] = self.rules[at] or "aside"

    def drop_tail(self) -> None:
        """A little running text of other shapes behind a line that ends the article: a reader's word, a card."""
        view = self.scope.view
        goods = [at for at in range(self.scope.start, self.scope.end) if view.good[at] and not self.rules[at]]
        last = {view.shape(at): at for at in goods}
        reach = 0
        for at, behind in pairwise(goods):
            reach = max(reach, last[view.shape(at)])
            if reach == at and (close := self._close_between(at, behind)):
                for line in range(close, self.scope.end):
                    self.rules[line] = self.rules[line] or view.noise(close, edge=True)
                return

    def _close_between(self, at: int, behind: int) -> int:
        """The line between two that ends the article, with little running text behind it; 0 where there is none."""
        view, box = self.scope.view, self.scope.view.runs[behind].box
        if box is None or box.parent is self.scope.trunk:
            return 0
        if self.scope.good(self.scope.start, behind) < _LITTLE * self.scope.good(behind, self.scope.end):
            return 0
        between = (line for line in range(at + 1, behind) if not self._is_of_notice(line))
        return next((line for line in between if view.noise(line, edge=True) in _CLOSING), 0)

    def _is_of_notice(self, index: int) -> bool:
        """An item of several, or a line beside a fact of an event: where works are to be sent."""
        view = self.scope.view
        beside = (view.folded(at) for at in (index - 1, index + 1) if self.scope.start <= at < self.scope.end)
        counted = COUNTED.match(view.runs[index].text) is not None
        return counted or any(is_fact(line) or is_event(line) for line in beside)

    def _section_at(self, index: int) -> tuple[str, int]:
        """The rule for what begins at a line ('' for the article) and where it ends."""
        if mark := self.scope.marks[index]:
            return mark, index + 1
        if not self.scope.view.folded(index):
            return "", index + 1
        if rule := self._by_site(index):
            return rule, self.scope.end if rule == "end" else index + 1
        if self._opens_next(index):
            return "next article", self.scope.end
        if (heading := self.scope.view.section(index)) is not None and row_of(
            self.scope.view.runs[index]
        ) is None:
            return self._section_end(index, heading)
        return "", index + 1

    def _section_end(self, index: int, heading: Section) -> tuple[str, int]:
        """What follows a heading goes as far as it shows signs of its own; where it shows none, the heading is a subhead."""
        stop = self._own_box_end(index)
        if stop > index + 1:
            if not self._is_own_range(index + 1, stop) or self._is_below_verse(index, stop, heading):
                return heading.rule, stop
        elif heading.button or self._is_above(index):
            stop = index + 1
            while stop < self.scope.end and (self.scope.marks[stop] or self.scope.view.link[stop]):
                stop += 1
            return heading.rule, stop
        elif self._closes(index, heading):
            return heading.rule, self._links_end(index + 1, heading)
        else:
            stop = self._scraps_end(index + 1, index)
            if stop > index + 1 or stop == self.scope.end:
                return heading.rule, stop
        return (heading.rule if is_telling(self.scope.view.folded(index)) else ""), index + 1

    def _is_above(self, index: int) -> bool:
        """Of text without boxes, above the first running line: 评论 is a button there."""
        return self.scope.box is None and not self.scope.good(self.scope.start, index)

    def _closes(self, index: int, heading: Section) -> bool:
        """A telling heading far down: what follows is little beside what stands above. Without boxes the comments' tells;
        an author's word may be all there is."""
        above, below = self.scope.good(self.scope.start, index), self.scope.good(index, self.scope.end)
        plain = self.scope.box is None and heading.rule != "aside"
        little = above >= min(ENOUGH, below) if plain else above >= _LITTLE * below
        comments = self.scope.box is None and heading.rule == "comment"
        return little and (comments or heading.rule == "aside" or is_telling(self.scope.view.folded(index)))

    def _links_end(self, index: int, heading: Section) -> int:
        """Where the links below a heading end, if the article goes on right behind them as it did above; else its end."""
        view, stop, plain = self.scope.view, index, self.scope.box is None
        most = index + _LISTED if plain else self.scope.end
        while stop < min(most, self.scope.end) and (
            view.link[stop] or self.scope.marks[stop] or (plain and self._is_headline(stop))
        ):
            stop += 1
        goes_on = index < stop and self.scope.is_told(stop) and self.met.is_own(stop)
        goes_on = goes_on and not turns_to_reader(view.folded(stop))
        if goes_on and (not plain or self._speaks_on(index - 1, stop) or self._runs_on(index, stop)):
            return stop
        return resumed(self.scope, index) if plain and heading.rule != "comment" else self.scope.end

    def _is_headline(self, index: int) -> bool:
        """Of text without boxes, a line that may be a link to another story."""
        view, text = self.scope.view, self.scope.view.runs[index].text
        told = ends_sentence(text) or view.section(index) is not None or view.noise(index, edge=True)
        return _HEADLINE <= len(text) <= _LONGEST and not told

    def _speaks_on(self, heading: int, index: int) -> bool:
        """It opens, behind the agency's name, with somebody or something of whom the text above speaks, and is not the first of
        several snippets."""
        view, runs = self.scope.view, self.scope.view.runs
        opening = _BRACKETED.sub("", runs[index].text)[:_OPENING]
        near = range(max(self.scope.start, heading - _NEAR), heading)
        above = bool(opening) and any(opening in runs[at].text for at in near if view.good[at])
        below = range(index + 1, min(index + 3, self.scope.end))
        snippets = len(below) == 2 and self._is_headline(below[0]) and view.good[below[1]]
        return above and not snippets

    def _runs_on(self, start: int, index: int) -> bool:
        """Next to no headlines stand above it, and one paragraph after the other follows, or two down to the end: a box within
        the text."""
        view, stop, most = self.scope.view, index, min(index + _PARAGRAPHS, self.scope.end)
        while stop < most and ends_sentence(view.runs[stop].text) and not view.noise(stop, edge=True):
            stop += 1
        last = stop == self.scope.end or view.section(stop) is not None or bool(view.noise(stop, edge=True))
        good = sum(view.good[index:stop])
        return index - start <= _BOX and stop - index >= _PARAGRAPHS - last and good >= _GOOD

    def _own_box_end(self, index: int) -> int:
        """Where the box ends that a heading opens; the next line where it opens none."""
        box, stop = self.scope.view.runs[index].box, index + 1
        while (
            box is not None and box is not self.scope.box and box.start == index and box.end <= self.scope.end
        ):
            stop = max(stop, box.end)
            box = box.parent
        return stop

    def _is_own_range(self, start: int, stop: int) -> bool:
        """More than half of the lines' characters are running text in the article's shapes."""
        own = sum(len(self.scope.view.runs[at].text) for at in range(start, stop) if self.met.is_own(at))
        return own * 2 > sum(len(run.text) for run in self.scope.view.runs[start:stop])

    def _is_below_verse(self, index: int, stop: int, heading: Section) -> bool:
        """Comments in a box of their own, below more text in lines too short to be running text."""
        if heading.rule != "comment" or self.met.any:
            return False
        view = self.scope.view
        short = (at for at in range(self.scope.start, index) if not (self.rules[at] or view.link[at]))
        inside = sum(len(run.text) for run in view.runs[index:stop])
        return sum(len(view.runs[at].text) for at in short) > inside

    def _scraps_end(self, index: int, heading: int) -> int:
        """Where the links, scraps and texts of other shapes end that begin at a line."""
        form = self.scope.view.shape(heading)
        while index < self.scope.end and not self.met.is_own(index):
            box = self.scope.view.runs[index].box
            if (
                box is not None
                and box.tag[:1] == "h"
                and self.scope.view.shape(index) == form
                and not self.scope.marks[index]
            ):
                break
            index += 1
        return index

    def _by_site(self, index: int) -> str:
        """The rule of the site's file that takes a line, whichever script the file and the page are written in."""
        if not (self.site.end or self.site.noise):
            return ""
        text = self.scope.view.runs[index].text
        forms = {text, fold(text)}
        if self.site.end and any(re.fullmatch(self.site.end, form) for form in forms):
            return "end"
        return (
            "noise" if self.site.noise and any(re.fullmatch(self.site.noise, form) for form in forms) else ""
        )

    def _opens_next(self, index: int) -> bool:
        """A heading of the title's form above a dateline, in a box of its own: the next article of an endless page."""
        box = self.scope.view.runs[index].box
        if self.heading is None or box is None or (box.tag, box.name) != self.heading or box.parent is None:
            return False
        if not self.scope.good(self.scope.start, index) or self.scope.good(
            max(self.scope.start, box.parent.start), index
        ):
            return False
        below = range(index + 1, min(index + 4, self.scope.end))
        return any(self.scope.view.noise(at, edge=True) in ("dateline", "byline", "editor") for at in below)
