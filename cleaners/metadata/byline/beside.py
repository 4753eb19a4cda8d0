"""What stands beside the date without a label: an outlet, a person, an account, or a word that is none of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cleaners.lexicon import fold
from cleaners.metadata.byline.links import hrefs, is_personal, leads_off, leads_up
from cleaners.metadata.byline.names import PLACES, is_person
from cleaners.metadata.byline.outlets import Beside, beside_date, has_outlet_form
from cleaners.metadata.byline.parts import pieces
from cleaners.metadata.byline.site import is_own
from cleaners.metadata.byline.unlabelled import (
    FOREIGN_LINK,
    FORM,
    LETTER,
    OPENING,
    OTHER_WORDS,
    WORD,
    Unlabelled,
)

if TYPE_CHECKING:
    from cleaners.document import Document
    from cleaners.metadata.lines import Line

_FOLLOWED = re.compile(r"(?:^|[\s·|+])(?:已)?关注$")
"""The button at the end of a line that opens with an account's name."""
_ORIGINAL = re.compile(
    r"\s*原[创創]\s?[:：]?\s+(?P<author>[^\W\d]\w{1,15})\s+(?P<account>[^\W\d]\w{1,19})\s+"
)
_CLAUSE = re.compile("[:：,，。]")
_COUNT = re.compile(r"\d{2}")
_NO_ACCOUNT = OTHER_WORDS | PLACES
"""Platforms print from where an account posted: `2023-07-17 18:58 ·河南`."""
_SURE_NAME = 3
"""Characters of a name that words seldom look like; a shorter one must be a link."""


def beside_dates(doc: Document, lines: Sequence[Line]) -> Iterator[Unlabelled]:
    """Who is named beside the dates in the lines above the text."""
    for line in lines:
        if line.is_dateline:
            beside = beside_date(line.text, line.dates[0])
            found = [*_original(line), *(_beside(doc, line, _own_element(line, one)) for one in beside)]
            yield from [one for one in found if _is_believed(one)][:1] or found[:1]


def _original(line: Line) -> Iterator[Unlabelled]:
    """`原创 王小明 某某号 2021-05-08`, as WeChat heads what the account's own author wrote."""
    if match := _ORIGINAL.fullmatch(line.text[: line.dates[0].start]):
        yield Unlabelled(person=match["author"], account=match["account"], weight=FORM)


def _is_believed(one: Unlabelled) -> bool:
    """It is more than a word beside the date."""
    return bool(one.person or one.account) or one.weight > WORD


def _own_element(line: Line, beside: Beside) -> Beside:
    """The name alone where what stands before the date is a column and a name, each in an element of its own."""
    if beside.before and line.run.block is not None:
        for piece in pieces(line)[1:]:
            if len(piece) >= 2 and beside.name != piece and beside.name.endswith(piece):
                return beside._replace(name=piece)
    return beside


def _beside(doc: Document, line: Line, beside: Beside) -> Unlabelled:
    """A person beside the date wrote. After a middle dot, as self-media platforms set it, stands the account that
    wrote; so does, on blogs, a linked name before the date, unless it leads to a column."""
    name = beside.name
    linked = next(hrefs(line, name), None) is not None
    column = linked and leads_up(line, name, doc.url)
    own = is_own(doc, name)
    if own or has_outlet_form(name):
        writer = beside.then if is_person(beside.then) and fold(beside.then) not in OTHER_WORDS else None
        return Unlabelled(outlet=name, person=writer, weight=WORD if own or column else FORM)
    if is_person(name) and (len(name) >= _SURE_NAME or linked):
        return Unlabelled(
            outlet=beside.then if has_outlet_form(beside.then) else None, person=name, weight=FORM
        )
    if column:
        return Unlabelled(outlet=name, weight=WORD)
    followed = beside.before and _FOLLOWED.search(line.folded)
    dotted = beside.dotted and not line.fields
    account = dotted or followed or (beside.before and not beside.opens and is_personal(line, name))
    if account and LETTER.search(name) and not _COUNT.search(name) and fold(name) not in _NO_ACCOUNT:
        return Unlabelled(account=name, weight=FORM if dotted or followed else WORD)
    if beside.opens and not line.fields and not _CLAUSE.search(name):
        return Unlabelled(outlet=name, weight=OPENING)
    return Unlabelled(outlet=name, weight=WORD + (FOREIGN_LINK if leads_off(line, name, doc.url) else 0))
