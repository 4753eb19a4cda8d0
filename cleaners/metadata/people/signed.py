"""The lines around an article with the fields and names in them, read once for source and people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from cleaners.lexicon import filled, fold, words
from cleaners.metadata.byline.alone import editions, lines_alone
from cleaners.metadata.byline.beside import beside_dates
from cleaners.metadata.byline.labels import Field, Kind, fields
from cleaners.metadata.byline.names import is_person, names_alone
from cleaners.metadata.byline.site import is_own
from cleaners.metadata.byline.under_title import under_title
from cleaners.metadata.byline.unlabelled import Unlabelled
from cleaners.metadata.head import head_names
from schemas import Role

if TYPE_CHECKING:
    from cleaners.metadata.lines import Line
    from cleaners.metadata.near import Near

Fields = tuple["Line", list[Field]]
"""A line and the labelled fields in it."""
_NO_VALUE = re.compile(filled(r"[\d:：。，,]|<around.no_value>"))
_CELLS = frozenset(words("fields.source", "fields.cell"))
_FIRST = 2
"""Paragraphs among which an author's name may stand alone."""


@dataclass(frozen=True, slots=True)
class Signed:
    """What the lines of each zone say of who made the article."""

    above: list[Fields]
    header: list[Fields]
    tail: list[Fields]
    unlabelled: list[Unlabelled]
    """Who the lines above the text name without a label."""


def read_signed(near: Near) -> Signed:
    """The fields and names of all zones."""
    zones = near.zones
    above, header, tail, late = map(_with_values, (zones.above, zones.header, zones.tail, zones.late))
    return Signed(
        above, header, [*tail, *((line, _of_page(found)) for line, found in late)], _unlabelled(near)
    )


def _unlabelled(near: Near) -> list[Unlabelled]:
    """Who the lines above the text name without a label, those beside the date first. A person of two characters, which
    may be a word, must stand once more; where persons are named, an account is no author."""
    header = near.zones.header
    own = partial(is_own, near.doc)
    titled = near.title.run is not None
    first = under_title(header, head_names(near.doc), near.doc.url) if titled else []
    first = [
        replace(one, outlet=None, writes=False) if one.outlet and own(one.outlet) else one for one in first
    ]
    named = [*first, *beside_dates(near.doc, header), *lines_alone(header, own), *editions(near.zones.above)]
    again = {*head_names(near.doc), *near.body.paragraphs[:_FIRST]}
    named = [
        Unlabelled(person=one.outlet) if one.outlet in again and is_person(one.outlet or "") else one
        for one in named
        if one != Unlabelled()
    ]
    if any(one.person for one in named):
        return [replace(one, writes=False) for one in named]
    return named


def _with_values(lines: Sequence[Line]) -> list[Fields]:
    """The fields of each line. A label at the end of a line takes its value from the next, if that is short and is no
    field itself; that of others than authors, who may have any name, if it is names."""
    read = [(line, list(line.fields) or cell_label(line.text)) for line in lines]
    for index, (_, found) in enumerate(read[:-1]):
        following, theirs = read[index + 1]
        is_open = found and found[-1].marked and not found[-1].value and not theirs
        if is_open and _is_value(found[-1], following):
            found[-1] = replace(found[-1], value=following.text)
    return read


def cell_label(text: str) -> list[Field]:
    """The label of a table or a list of terms, whose value has a cell of its own: `来源`, `责任编辑`."""
    return fields(f"{text}：") if fold(text).strip() in _CELLS else []


def _is_value(field: Field, line: Line) -> bool:
    named = isinstance(field.kind, Kind) or field.kind is Role.AUTHOR or names_alone(line.text)
    return bool(named) and len(line.text) <= 16 and not _NO_VALUE.search(line.folded)


def _of_page(found: list[Field]) -> list[Field]:
    """The fields of a line below the related stories that still speak of the page: its editors."""
    return [f for f in found if f.marked and f.kind in (Role.EDITOR, Role.PROOFREADER, Role.REVIEWER)]
