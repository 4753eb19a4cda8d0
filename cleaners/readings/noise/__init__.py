"""Whole lines that are not the article. Patterns are written in Simplified, with words of the lexicon; lines are folded
before they are matched."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from cleaners.lexicon import furniture
from cleaners.readings.noise.addressed import is_addressed
from cleaners.readings.noise.buttons import BUTTONS, READERS, RECORDS
from cleaners.readings.noise.bylines import BYLINES, SIGNED
from cleaners.readings.noise.calls import CALLS, is_call
from cleaners.readings.noise.closings import GIFTS, closing
from cleaners.readings.noise.line import Line
from cleaners.readings.noise.offers import OFFERS
from cleaners.readings.noise.pleas import PLEAS
from cleaners.readings.noise.sentences import is_reported, is_sentence
from cleaners.readings.noise.terms import TERMS

LINES: tuple[Line, ...] = (
    *BYLINES,
    *BUTTONS,
    *TERMS,
    *CALLS,
    *GIFTS,
    *PLEAS,
    *OFFERS,
    *READERS,
    *SIGNED,
    *RECORDS,
)
"""In the order in which they are tried."""
_LONGEST = max(max(line.inside, line.edge) for line in LINES) + 1
_BRIEF, _OPENING = 160, 40
"""A sentence longer than the first is a statement of the site's only if the words stand in its opening."""
_SOMEBODY = re.compile("(?<!其)他(?!人)|她")
_GOES_ON = 4
"""Characters behind a quotation that go on with the sentence, its end included."""
_SENTENCES = re.compile("[。！？](?!.{0,60}[您你]).{4,120}[。！？…]")
"""Two sentences: they may begin as a call does and tell something, `扫描二维码就能领红包？法院…`, unless they turn to the
reader."""


def noise(folded: str, edge: bool) -> str:
    """The rule that takes a whole line out, or ''. `edge`: it stands before the first paragraph or after the last."""
    sentence = is_sentence(folded)
    if sentence and is_reported(folded):
        return ""
    for rule, search in _fitting(min(len(folded), _LONGEST), edge, sentence):
        if (found := search(folded)) and not (sentence and (_is_told(folded, found) or _tells(rule, folded))):
            return rule
    if (rule := furniture(folded, inside=not edge)) and not (
        rule == "promotion" and _SENTENCES.search(folded)
    ):
        return rule
    if is_addressed(folded, edge):
        return "promotion"
    if not edge:
        return ""
    return closing(folded) or ("promotion" if sentence and is_call(folded) else "")


def _tells(rule: str, sentence: str) -> bool:
    """What a site says of its rights and duties speaks of nobody."""
    return rule == "disclaimer" and _SOMEBODY.search(sentence) is not None


def _is_told(sentence: str, found: re.Match[str]) -> bool:
    """The words stand deep in a sentence, or in quotation marks behind which it goes on: it speaks of them."""
    if len(sentence) > _BRIEF and found.start() > _OPENING:
        return True
    opened, closed = sentence.rfind("“", 0, found.start() + 1), sentence.find("”", found.end())
    quoted = opened >= 0 and "”" not in sentence[opened : found.start()] and closed >= 0
    return quoted and "“" not in sentence[found.start() + 1 : closed] and len(sentence) - closed > _GOES_ON


@cache
def _fitting(
    size: int, edge: bool, sentence: bool
) -> tuple[tuple[str, Callable[[str], re.Match[str] | None]], ...]:
    """Rule and search of the lines that take so many characters."""
    return tuple(
        (line.rule, line.pattern.search)
        for line in LINES
        if size <= (line.edge if edge else line.inside) and (line.sentence or not sentence)
    )
