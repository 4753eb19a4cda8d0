"""Names of any shape that the page marks as its author's: elements called so, a person in its data, a name of the head that
is printed, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from cleaners.lexicon import fold, furniture, words
from cleaners.metadata.byline.labels import fields
from cleaners.metadata.byline.links import is_personal
from cleaners.metadata.byline.names import is_nobody, is_outlet
from cleaners.metadata.byline.parts import pieces
from cleaners.metadata.byline.site import is_site
from cleaners.metadata.byline.unlabelled import OTHER_WORDS
from cleaners.metadata.elements import text_of
from cleaners.metadata.head import ld_persons

if TYPE_CHECKING:
    from lxml import etree

    from cleaners.document import Document
    from cleaners.metadata.lines import Line
    from cleaners.metadata.near import Near

_BOXES = "div", "span", "p", "section", "address", "a"
_META = ("author", "article:author", "og:article:author")
_CALLED = re.compile(
    r"(?:^|[_-])(?:author|writer|byline)(?:$|[_-]?(?:name|info|link|box)?$)|^(?:nick|user)[_-]?name$", re.I
)
_NAME_IN = re.compile(r"^(?:nick|user)?[_-]?name$", re.I)
_PEN_NAME = re.compile(r"[^\W\d][\w·.’'-]{0,14}[\w.]|[A-Za-z][A-Za-z.’'-]{0,15}(?: [A-Za-z.’'-]{1,16}){1,3}")
_LATIN = re.compile(r"[A-Z][A-Za-z.’'-]{0,15}(?: [A-Z][A-Za-z.’'-]{0,16}){1,3}")
_NUMBER = re.compile(r"\d{3}|(?:19|20)\d\d|\d[:：]\d")
_LABEL = "作者"
_SHARING = words("names.button")
_BETWEEN = re.compile(r"[\s|｜·•/／,，]+")
_ELEMENTS = 50
"""Elements of a line that are looked at."""
_LEVELS = 2
"""Boxes around a name in which the author's is called so."""


def marked_names(near: Near) -> list[str]:
    """The one name that elements above the text mark, or a person of the page's data, or a name of the head that stands
    there, too, or all persons of the data; [] where they differ."""
    header, doc = near.zones.header, near.doc
    stated = _pen_names(list(ld_persons(doc.json_ld)), doc)
    names = _pen_names([*_in_elements(header), *_cards(doc), *stated, *_of_head(doc, header)], doc)
    return names if len(names) == 1 or (names and set(names) == set(stated)) else []


def _pen_names(found: Sequence[str], doc: Document) -> list[str]:
    return list(dict.fromkeys(name for name in map(str.strip, found) if is_pen_name(name, doc)))


def _in_elements(header: Sequence[Line]) -> Iterator[str]:
    blocks = dict.fromkeys(line.run.block for line in header if line.run.block is not None)
    for block in blocks:
        yield from (text_of(element) for element in islice(block.iter(), _ELEMENTS) if _is_marked(element))
    for line in header:
        if line.run.block is None:
            continue
        parts = pieces(line)
        if _is_name_in_box(line.run.block) or (len(parts) == 1 and is_personal(line, parts[0])):
            yield line.text
        yield from (after for label, after in pairwise(parts) if fold(label) == _LABEL)


def _is_marked(element: etree._Element) -> bool:
    if not isinstance(element.tag, str):
        return False
    if element.tag == "address":
        return _LATIN.fullmatch(text_of(element)) is not None
    named = any(map(_CALLED.search, (element.get("class") or "").split()))
    return named or element.get("rel") == "author" or element.get("itemprop") == "author"


def _is_name_in_box(element: etree._Element) -> bool:
    """It is called a name, in a box that is called the author's."""
    if not any(map(_NAME_IN.search, (element.get("class") or "").split())):
        return False
    around = [box for box, _ in zip(element.iterancestors(), range(_LEVELS), strict=False)]
    return any(map(_is_marked, around))


def _cards(doc: Document) -> list[str]:
    """Whom the page's author cards name: an hCard in a byline, as WordPress prints it, or a person in microdata."""
    if doc.tree is None:
        return []
    cards = doc.tree.iter("span", "address", "div")
    named = [text_of(card) for card in cards if {"author", "vcard"} <= set((card.get("class") or "").split())]
    return [*named, *_in_microdata(doc.tree)]


def _in_microdata(tree: etree._Element) -> Iterator[str]:
    """The first person whom the page's elements state as an author; others wrote comments."""
    persons = (element for element in tree.iter(*_BOXES) if element.get("itemprop") == "author")
    for person in islice(persons, 1):
        names = (element for element in person.iter() if element.get("itemprop") == "name")
        yield from (element.get("content") or text_of(element) for element in islice(names, 1))


def _of_head(doc: Document, header: Sequence[Line]) -> Iterator[str]:
    printed = {part for line in header for part in (*_BETWEEN.split(line.text), *pieces(line))}
    yield from (name for key in _META if (name := doc.metas.get(key, "").strip()) in printed)


def is_pen_name(name: str, doc: Document) -> bool:
    """It may be the name of a person or an account, and is no outlet, label, button, number or site."""
    folded = fold(name)
    unlike = is_nobody(name) or is_outlet(name) or folded in OTHER_WORDS or bool(fields(name))
    unlike = unlike or bool(furniture(folded)) or folded.startswith(_SHARING)
    return bool(_PEN_NAME.fullmatch(name)) and not (unlike or _NUMBER.search(name) or is_site(doc, name))
