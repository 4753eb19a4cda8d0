"""Who took the pictures, by their captions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from cleaners.lexicon import filled, fold
from cleaners.metadata.byline.names import is_person
from cleaners.metadata.found import Choice, Found
from cleaners.metadata.people.credits import line_credits, merged
from schemas import Credit, Place, Role

if TYPE_CHECKING:
    from cleaners.metadata.pictures import Picture

_TAKEN = re.compile(
    r"(?:^|[。！？”…（(【\[\s|｜])(?P<who>[^。！？…（(）)【\[]{2,40}?)\s?[/／]?\s?(?:拍?摄影?)\s?[）)】\]。]?$"
)
"""`（记者 王小明 摄）` at the end of a caption."""
_ROLES = re.compile(
    filled(r"(?:<roles.rank>){0,2}(?:<roles.reporter>|<roles.correspondent>|<roles.photographer>)")
)
_WORD = re.compile(r"[^\s,，、;；/／:：]+")
_SIGNS = "摄攝图圖拍"
"""One of them stands in every form."""
_TAIL, _WEIGHT = 60, 0.8


def with_photographers(credits: Choice, pictures: Iterable[Picture]) -> Choice:
    """The credits of an article, and behind them whoever the captions of its pictures name."""
    names = dict.fromkeys(name for one in pictures if one.caption for name in photographers(one.caption))
    if not names:
        return credits
    found = [
        Found(Credit(name=n, role=Role.PHOTOGRAPHER, place=Place.CAPTION), "caption", _WEIGHT) for n in names
    ]
    known = credits.chosen.value if credits.chosen and isinstance(credits.chosen.value, tuple) else ()
    others = (one for one in known if one.role is not Role.PHOTOGRAPHER or one.name not in names)
    everybody = merged([*others, *(one.value for one in found)])
    where = credits.chosen.where if credits.chosen else "caption"
    return Choice("credits", (*credits.candidates, *found), Found(everybody, where, 1.0))


def _blanked(text: str) -> str:
    """A text with blanks instead of the roles in it."""
    return _ROLES.sub(lambda role: " " * len(role[0]), text)


def photographers(caption: str) -> Iterator[str]:
    """The persons that a caption says took the picture: `… 新华社记者 王小明 摄`, `摄影：王小明`."""
    ending = caption[-_TAIL:]
    if not any(sign in ending for sign in _SIGNS):
        return
    if taken := _TAKEN.search(fold(ending)):
        who = fold(ending[slice(*taken.span("who"))])
        start = taken.start("who")
        words = [ending[slice(start + w.start(), start + w.end())] for w in _WORD.finditer(_blanked(who))]
        yield from reversed(list(takewhile(is_person, reversed(words))))
        return
    yield from (credit.name for credit in line_credits(ending) if credit.role is Role.PHOTOGRAPHER)
