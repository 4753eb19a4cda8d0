"""The line right under the headline that holds a name and no label: a person and who that is, an account and its kind."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from cleaners.lexicon import filled, fold
from cleaners.metadata.byline.links import leads_up
from cleaners.metadata.byline.names import is_nobody, is_outlet, is_person
from cleaners.metadata.byline.outlets import has_outlet_form
from cleaners.metadata.byline.parts import parts_of
from cleaners.metadata.byline.unlabelled import FORM, OTHER_WORDS, Unlabelled
from cleaners.metadata.follow import is_follow

if TYPE_CHECKING:
    from cleaners.metadata.lines import Line

_REACH = 4
"""Lines in which the date must follow: between them stand buttons."""
_MOST = 24
"""Characters of a name."""
_SHORT_DATE = re.compile(r"^(?:\d{1,2}[-./月]\d{1,2}日?\s?)?\d{1,2}:\d\d(?:\D.{0,12})?$")
"""`05.18 08:29`: a date that lacks its year."""
_OF_ACCOUNT = re.compile(filled(r"<outlets.of_account>$"))
_NO_NAME_IN = re.compile(r"[。！？!?，；：:@#…《》]")
_NUMBER = re.compile(r"\d{3}")
_BETWEEN = re.compile(r"[、,，\s]+")
_LATIN = re.compile(r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]*){1,3}", re.ASCII)
_SIGNED = 0.9


def under_title(lines: Sequence[Line], stated: Collection[str], url: str | None) -> list[Unlabelled]:
    """Who the first line under the headline names, where a date follows it: `王小明 某某研究院院长`, `王小明、李大为／某某网`,
    `某某周刊 某某周刊官方账号`, an account above its 关注 button, an outlet, or a name that the head states, too."""
    if not lines or not _is_followed(lines):
        return []
    name, about = parts_of(lines[0])
    if not _may_be_name(name, lines[0], stated) or leads_up(lines[0], name, url):
        return []
    if _has_button(lines):
        return [_account(name)]
    if people := _people(name):
        return people
    if _OF_ACCOUNT.search(fold(about)) or (about and _is_link(lines[0])):
        return [Unlabelled(outlet=name, account=name, weight=_SIGNED)]
    if name in stated:
        return [Unlabelled(person=name) if _LATIN.fullmatch(name) else _account(name)]
    return [Unlabelled(outlet=name, weight=FORM)] if has_outlet_form(name) and not about else []


def _is_followed(lines: Sequence[Line]) -> bool:
    if lines[0].dates:
        return False
    return any(map(_is_date, lines[1 : _REACH + 1]))


def _is_date(line: Line) -> bool:
    return line.is_dateline or bool(_SHORT_DATE.match(line.text))


def _has_button(lines: Sequence[Line]) -> bool:
    """Whether a 关注 button follows, or dates and then a button."""
    after = next((line for line in lines[1:] if not _is_date(line)), None)
    return after is not None and is_follow(after.text)


def _may_be_name(name: str, line: Line, stated: Collection[str]) -> bool:
    if not 2 <= len(name) <= _MOST or line.fields or is_nobody(name) or fold(name) in OTHER_WORDS:
        return False
    return name in stated or not (_NO_NAME_IN.search(name) or _NUMBER.search(name))


def _account(name: str) -> Unlabelled:
    """An account, which is also who wrote, or the outlet if it is named like one."""
    return Unlabelled(outlet=name if has_outlet_form(name) else None, account=name, weight=_SIGNED)


def _is_link(line: Line) -> bool:
    """Whether all of a line is a link: the name of an account and what it is lead to its page."""
    return line.run.link_chars >= len(line.text.replace(" ", ""))


def _people(text: str) -> list[Unlabelled]:
    """`王小明`, `王小明、李大为`, `王小明、李大为／某某网`; [] where one of the names is no person's."""
    signed, _, outlet = (part.strip() for part in re.sub("[／╱∕]", "/", text).partition("/"))
    names = [name for name in _BETWEEN.split(signed) if name]
    if not names or not all(map(is_person, names)) or (outlet and not is_outlet(outlet)):
        return []
    people = [Unlabelled(person=name) for name in names]
    return [*people, Unlabelled(outlet=outlet, weight=_SIGNED)] if outlet else people
