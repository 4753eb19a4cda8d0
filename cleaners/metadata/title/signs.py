"""What speaks for a line of a dump as its headline, and against it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cleaners.lexicon import expression, fold, furniture
from cleaners.metadata.byline.names import is_outlet, names_alone
from cleaners.metadata.follow import is_followed
from cleaners.metadata.lines import names_original
from cleaners.metadata.title.shapes import COMMA, is_byline, is_dated, is_furniture, is_of_amounts, is_running
from cleaners.metadata.title.strings import key

HEADER = 24
"""Lines above the text that may be its header."""
_MOST = 100
"""Letters of a headline at most."""
_FEW, _SOME = 4, 8
"""Letters of a line that may be a word, and beyond which one is hardly a label."""
_JAM = 44
"""Letters of a line without a comma that are several headlines."""
_OF_NAMES = 16
"""Letters of a line of names at most."""
_CHAPTER = re.compile(r"第[\d〇零一二三四五六七八九十百千两]{1,7}[章回节節卷](?:\W|$)")
_MARKED = frozenset(["original", "原创", "原創", "[复制链接]", "[複製鏈接]"])
"""What stands right below a title: above its author's name, beside it on a forum."""
_HEADED = 8
"""Lines between a headline and its date: who wrote, edited, took the pictures."""
_PEN_NAME = 6
"""Letters of a short line above the date that may be an author."""
_DAY = re.compile(r"\d{4}\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}\s?日?\s?(?:星期|周|週)[一二三四五六日天]")
_NAME = r"(?:[\u3400-\u9fff]{2,4}|[\u3400-\u9fff] [\u3400-\u9fff])"
_NAMES = re.compile(rf"{_NAME}(?:[,，、;； +·/]{{1,3}}{_NAME})*")
_EMPTY_LABEL = re.compile(r"\W{0,2}[\u3400-\u9fff][\u3400-\u9fff \u3000]{1,8}[:：]")
TITLE_LABEL = expression(r"\W{0,2}<~titles.label>\s?[:：]", needs="titles.label")
_SUBTITLE = re.compile(r"^\W{0,2}(?:——|--|—)")
_LETTERHEAD = expression(
    r"\W{0,2}[^，。：]{0,16}?(?:<titles.release>|(?<=[府局委办部厅处院司学会]) ?<titles.paper>)\W{0,2}",
    needs="titles.release titles.paper",
)
_STEPS = expression(r"的?<titles.steps>$", needs="titles.steps")
QUOTED = re.compile(r"^《([^《》]+)》$")


def before_steps(bare: str) -> str:
    """The letters of what a heading says the way to: `梅干菜烧肉` of `梅干菜烧肉的做法`; '' for another heading."""
    found = _STEPS.search(fold(bare))
    return bare[: found.start()] if found else ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line above the text, and what stands around it."""

    lines: Sequence[str]
    prints: Sequence[str]
    """The letters of each line."""
    index: int
    start: int
    """Where the text begins."""

    @property
    def line(self) -> str:
        return self.lines[self.index]

    @property
    def bare(self) -> str:
        return self.prints[self.index]

    @property
    def above(self) -> str:
        """'' where it is the first."""
        return self.lines[self.index - 1] if self.index else ""

    @property
    def below(self) -> str:
        """'' where it is the last."""
        return next(iter(self.lines[self.index + 1 : self.index + 2]), "")

    def score(self) -> float:
        """The likelier the higher; a line that is none has a negative one."""
        if self._is_none():
            return -1.0
        nearness = 1.0 - (self.start - self.index) / HEADER
        weight = sum(weight for weight, holds in _SIGNS if holds(self))
        return round(nearness + weight, 6)  # of two that weigh the same the nearer is taken

    def _is_none(self) -> bool:
        sized = 2 <= len(self.bare) <= _MOST
        return (
            not sized
            or is_furniture(self.line)
            or is_running(self.line)
            or is_followed(self.lines, self.index)
            or self._is_value()
            or names_original(self.line) is not None
        )

    def _is_value(self) -> bool:
        """One of several values, each under its label: `索引号：`, `发文机关：`. That of a title's is a headline."""
        near = (self.index + 1, self.index - 3)
        others = (_EMPTY_LABEL.fullmatch(self.lines[at]) for at in near if 0 <= at < len(self.lines))
        return _EMPTY_LABEL.fullmatch(self.above) is not None and any(others) and not self.is_called_title()

    def is_called_title(self) -> bool:
        """It stands under the label of a title."""
        return TITLE_LABEL.fullmatch(fold(self.above)) is not None

    def is_a_word(self) -> bool:
        return len(self.bare) < _FEW

    def is_of_some_length(self) -> bool:
        return len(self.bare) > _SOME

    def is_held_by_another(self) -> bool:
        """A longer line holds it: a breadcrumb, the page's <title>."""
        others = zip(self.prints[: self.start], self.lines, strict=False)
        return not self.is_a_word() and any(
            self.bare in other and other != self.bare and furniture(fold(line)) != "promotion"
            for other, line in others
        )

    def is_printed_again(self) -> bool:
        return not self.is_a_word() and self.prints.count(self.bare) > 1

    def is_over_date(self) -> bool:
        """A date follows within three lines, or behind bylines."""
        near = self.lines[self.index + 1 : self.index + 4]
        if any(map(is_dated, near)):
            return True
        behind = itertools.dropwhile(is_byline, self.lines[self.index + 1 : self.index + 1 + _HEADED])
        return all(map(is_byline, near)) and is_dated(next(behind, ""))

    def is_under_date(self) -> bool:
        """It stands within two lines behind a date, and over none."""
        return not self.is_over_date() and any(map(is_dated, self.lines[max(0, self.index - 2) : self.index]))

    def is_jam(self) -> bool:
        """Several headlines in one line."""
        return len(self.bare) > _JAM and not COMMA.search(self.line)

    def is_outlet(self) -> bool:
        return is_outlet(self.line)

    def is_pen_name(self) -> bool:
        """A short line under one that may be the title over its author's name."""
        longer = 2 * len(self.bare) <= len(key(self.above)) <= _JAM
        other = is_outlet(self.above) or is_furniture(self.above) or is_running(self.above)
        return 3 <= len(self.bare) <= _PEN_NAME and longer and not other

    def is_chapter(self) -> bool:
        return _CHAPTER.match(self.line) is not None

    def is_marked(self) -> bool:
        """A forum or an account marks what stands above the mark."""
        return self.below.strip().lower() in _MARKED

    def is_under_day(self) -> bool:
        """The day stands over the title of a diary, and the text follows."""
        return self.index + 1 == self.start and _DAY.fullmatch(self.above.strip()) is not None

    def is_of_names(self) -> bool:
        """Names of people; of more than four letters with something between them."""
        parted = " " in self.line or re.search(r"[,，、]", self.line) is not None
        short = len(self.bare) <= _FEW or (parted and len(self.bare) <= _OF_NAMES)
        return short and _NAMES.fullmatch(self.line) is not None

    def is_over_account(self) -> bool:
        """It stands over the name of an account and the button to follow it."""
        return is_followed(self.lines, self.index + 1)

    def is_of_amounts(self) -> bool:
        """Numbers and what they count, over no date: `24小时` may be a title there."""
        return is_of_amounts(self.line) and not self.is_over_date()

    def is_over_byline(self) -> bool:
        return self._is_over_header() and (is_byline(self.below) or bool(names_alone(self.below)))

    def is_over_furniture(self) -> bool:
        """The text follows, or a label, a counter."""
        return self._is_over_header() and not self.is_over_byline()

    def _is_over_header(self) -> bool:
        last = self.index + 1 >= len(self.lines)
        return not last and (is_furniture(self.below) or self.index + 1 == self.start)

    def is_a_later_print(self) -> bool:
        return self.bare in self.prints[max(0, self.start - HEADER) : self.index]

    def is_below_another_print(self) -> bool:
        """A subtitle: what stands above it is printed as often."""
        above = key(self.above)
        again = self.prints.count(self.bare) > 1 and self.prints.count(above) > 1
        return again and above != self.bare and bool(self.index) and not is_furniture(self.above)

    def is_subtitle(self) -> bool:
        return _SUBTITLE.match(self.line) is not None

    def is_letterhead(self) -> bool:
        """What a house writes over each of its papers: `石桥县政府新闻稿`."""
        return _LETTERHEAD.fullmatch(fold(self.line)) is not None

    def is_head_of_steps(self) -> bool:
        """It repeats a line above it and says that the way to do it follows: `梅干菜烧肉的做法`."""
        dish = before_steps(self.bare)
        return bool(dish) and dish in self.prints[: self.index]

    def is_in_book_marks(self) -> bool:
        return QUOTED.match(self.line) is not None


_SIGNS: tuple[tuple[float, Callable[[Candidate], bool]], ...] = (
    (-0.4, Candidate.is_a_word),
    (0.6, Candidate.is_of_some_length),
    (1.0, Candidate.is_held_by_another),
    (1.0, Candidate.is_printed_again),
    (1.2, Candidate.is_over_date),
    (0.4, Candidate.is_under_date),
    (-1.5, Candidate.is_jam),
    (-0.8, Candidate.is_outlet),
    (-1.2, Candidate.is_pen_name),
    (1.0, Candidate.is_chapter),
    (1.5, Candidate.is_marked),
    (1.8, Candidate.is_under_day),
    (1.0, Candidate.is_over_account),
    (-1.5, Candidate.is_of_amounts),
    (2.0, Candidate.is_called_title),
    (-0.8, Candidate.is_of_names),
    (1.2, Candidate.is_over_byline),
    (0.5, Candidate.is_over_furniture),
    (-0.1, Candidate.is_a_later_print),
    (-1.2, Candidate.is_below_another_print),
    (-1.5, Candidate.is_subtitle),
    (-1.6, Candidate.is_letterhead),
    (-2.5, Candidate.is_head_of_steps),
    (0.8, Candidate.is_in_book_marks),
)
"""What each sign weighs."""
