"""The form of a pattern for whole lines, and what several of them share."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaners.brackets import CLOSING
from cleaners.lexicon import filled, words
from cleaners.metadata.dates.numbers import NUMERAL


class Line(NamedTuple):
    rule: str
    inside: int
    """Longest line it takes between the first paragraph and the last, where it may be a subhead, a caption or a
    sentence that happens to use the words; 0 for none."""
    edge: int
    """Longest line it takes before the first paragraph and after the last."""
    pattern: re.Pattern[str]
    sentence: bool = False
    """It may take a sentence: the words can hardly mean anything else."""


DATE = r"(?:(?:19|20)\d\d|民国 ?\d{2,3}) ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2} ?日?"
SIGNED_ON = re.compile(rf"\D{{0,8}}{DATE}[\w\s]{{0,12}}")
"""Date, and perhaps place, under a text."""
CLOCK = r"(?:[01]?\d|2[0-3]) ?[:：时] ?[0-5]\d(?: ?[:：分] ?[0-5]\d)?"
COUNTED = re.compile(rf"[(（]?(\d{{1,2}}|[{NUMERAL}]{{1,3}})(?:[、)）]|[.．](?!\d))")
"""How a line begins that is an item of several, and its number."""
TOLD_AT = re.compile(r"(?:\d{1,2}月\d{1,2}日\s?)?(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?")
"""The time over an entry of a live report."""
NAME = r"(?:[\u3400-\u9fff·]{2,4}|[\u3400-\u9fff] [\u3400-\u9fff])"
END = rf"[\s.。{CLOSING}>]*$"


def line(rule: str, inside: int, edge: int, template: str, sentence: bool = False) -> Line:
    """A line whose pattern is a template with words of the lexicon (`<list.name>`)."""
    return Line(rule, inside, edge, re.compile(filled(template)), sentence)


def each(name: str, rest: str) -> str:
    """The words of a list, each with what follows it: an expression that begins with a group is searched several times as
    slowly as one whose alternatives begin with characters."""
    return "|".join(f"{re.escape(word)}{rest}" for word in words(name))
