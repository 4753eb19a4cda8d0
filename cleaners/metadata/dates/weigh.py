"""What makes of a date a publication: the words of its line, its place, who else says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from cleaners.lexicon import fold, words
from cleaners.metadata.byline.names import PLACES
from cleaners.metadata.dates.found import FoundDate
from cleaners.metadata.dates.printed import BELOW, Meaning, Printed
from cleaners.metadata.found import Found
from cleaners.metadata.lines import names_sheet

if TYPE_CHECKING:
    from cleaners.metadata.dates.stated import Stated
    from cleaners.metadata.lines import Line
    from cleaners.metadata.near import Near

Dated = Found[FoundDate]
"""A date that may be the publication."""
LABELLED, _SIGNED, PRINTED, _BELOW = 1.0, 0.9, 0.8, 0.6
"""A printed date by what its line says; below the text only with a label or a name beside it."""
_BY_MEANING = {Meaning.PUBLISHED: LABELLED, Meaning.WRITTEN: 0.95, Meaning.NAMED: 0.4}
_ABOVE_TITLE = 0.4
"""A bare date above the headline: a page's header prints the day of the visit there."""
_ALONE = 0.12
"""What is added where it has its line for itself, in no box of the page's frame, without a weekday."""
SITE = 1.2
"""Where the site's file finds the date."""
ELEMENT, LD, META, LOOSELY, ADDRESS = 0.85, 0.7, 0.65, 0.5, 0.5
_BESIDE = frozenset(words("titles.channel"))
_RELATIVE = -0.1
"""3天前 is less exact than what an attribute of its element says."""
_CONFIRMED, CONTRADICTED = 0.2, -0.2
ORDER = 0.001
"""Of equals the first printed."""


def weighed(printed: Sequence[Printed], issue: bool) -> Iterator[Dated]:
    """What the words of its line make of each date that may be the publication; on a page of a paper's `issue` the
    day above the headline is the issue's."""
    for index, item in enumerate(printed):
        if item.meaning in (Meaning.UPDATED, Meaning.OTHER):
            continue
        labelled = item.meaning in (Meaning.PUBLISHED, Meaning.WRITTEN)
        weight = _BY_MEANING.get(item.meaning, _SIGNED if item.signed else PRINTED)
        if item.where == BELOW:
            weight = _BELOW
        elif item.where == "line above the title" and not labelled and not item.signed:
            weight = _ABOVE_TITLE + (_CONFIRMED if _is_in_header(item.line) else 0)
            weight += _ALONE if _is_alone(item) else 0
        if issue and item.where == "line above the title":
            weight += _CONFIRMED
        weight += (_RELATIVE if item.date.relative else 0) - index * ORDER
        yield Found(item.date, item.where, weight, item.date.raw)


def is_issue(near: Near) -> bool:
    """The page names its sheet of a paper, or leads to the next one; or it is a blog that heads each day's posts with it."""
    return any(names_sheet(line.text) for line in [*near.zones.above, *near.zones.header, *near.zones.tail])


def _is_in_header(line: Line) -> bool:
    """Whether a line stands in the `<header>` of an article."""
    box = line.run.box
    for _ in range(4):
        if box is None:
            return False
        if (
            box.tag == "header"
            and box.parent is not None
            and box.parent.tag in ("article", "main", "section")
        ):
            return True
        box = box.parent
    return False


def _is_alone(item: Printed) -> bool:
    """Whether a full date has its line for itself in the content of the page, or shares it with the name of a channel and
    a zone; calendars print the weekday, too."""
    rest = fold(item.line.text.replace(item.date.raw, "")).strip(" |｜/·").removesuffix("时间").strip()
    channel = rest[:-2].strip() if rest[-2:] in PLACES else rest
    alone = not channel or channel in _BESIDE
    return alone and not (item.line.run.junk or item.date.relative or "期" in item.date.raw)


def as_found(stated: Iterable[Stated], weight: float) -> Iterator[Dated]:
    for index, one in enumerate(stated):
        yield Found(one.date, one.where, weight - index * ORDER, one.date.raw)


def confirmed(found: Sequence[Dated], url_days: set[object]) -> list[Dated]:
    """The candidates, those confirmed by a witness of another kind believed more. Where the head contradicts itself
    and there are witnesses, what none of them confirms is not believed."""
    printed = {one.value.day for one in found if is_printed(one)}
    stated = {one.value.day for one in found if not is_printed(one)}
    weighed = []
    for one in found:
        witnesses = url_days | (stated if is_printed(one) else printed)
        if one.value.day in witnesses:
            one = replace(one, weight=one.weight + _CONFIRMED)
        elif not is_printed(one) and witnesses and len(stated) > 1:
            one = replace(one, weight=one.weight + CONTRADICTED)
        weighed.append(one)
    return weighed


def is_printed(one: Dated) -> bool:
    return one.where.startswith(("line", "boxes", "dateline"))


def as_values(found: Iterable[Dated]) -> tuple[Found[datetime], ...]:
    return tuple(Found(one.value.value, one.where, one.weight, one.value.raw) for one in found)
