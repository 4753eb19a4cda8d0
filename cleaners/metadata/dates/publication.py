"""Choosing the publication date among everything on the page that looks like one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from cleaners.metadata.dates.changes import last_change, repost_of
from cleaners.metadata.dates.exact import exact_time
from cleaners.metadata.dates.found import FoundDate
from cleaners.metadata.dates.printed import BELOW, Meaning, Printed, printed_dates, split_date
from cleaners.metadata.dates.stamps import dates_in_url, day_in_url, parse_stamp
from cleaners.metadata.dates.stated import (
    LOOSE,
    PUBLISHED,
    UPDATED,
    Stated,
    for_baidu,
    in_elements,
    in_json_ld,
    in_metas,
    in_site,
)
from cleaners.metadata.dates.weigh import (
    ADDRESS,
    CONTRADICTED,
    ELEMENT,
    LD,
    LOOSELY,
    META,
    PRINTED,
    SITE,
    Dated,
    as_found,
    as_values,
    confirmed,
    is_issue,
    is_printed,
    weighed,
)
from cleaners.metadata.dates.yearless import yearless_dates, yearless_lines
from cleaners.metadata.found import Choice, Found, best
from schemas import Precision

if TYPE_CHECKING:
    from cleaners.metadata.lines import Line
    from cleaners.metadata.near import Near


OF_ADDRESS = "address"
"""Where the day of the URL stands."""
_EIGHT = timedelta(hours=8)


def find_publication(near: Near) -> Iterator[Choice]:
    """The publication: the printed line, checked against head and URL; and the last change named."""
    printed = _printed(near)
    elements = list(in_elements(near.zones.header, near.doc.fetched_at))
    stated = _stated(near, elements)
    dated = [*weighed(printed, is_issue(near)), *_yearless(near), *stated]
    found = confirmed(dated, _days_in_url(near)) + ([] if stated else list(_of_address(near)))
    outer, repost = repost_of(printed)
    if repost:
        found.insert(0, repost)
    chosen = _of_beijing(best(found), found)
    labelled = [item.date for item in printed if item.meaning is Meaning.PUBLISHED]
    date = _finer(chosen.value, [*(one.value for one in stated), *labelled]) if chosen else None
    if date and (exact := exact_time(near.doc, date)):
        date = replace(date, value=exact.value, precision=exact.precision)
    values = as_values(found)
    if chosen and date:
        yield Choice("published_at", values, Found(date.value, chosen.where, chosen.weight, date.raw))
        yield Choice("published_precision", (), Found(date.precision, chosen.where, chosen.weight))
        yield Choice("published_raw", (), Found(date.raw, chosen.where, chosen.weight))
    else:
        yield Choice("published_at", values, None)
    yield last_change(near.doc, elements, printed, outer, date)


def _printed(near: Near) -> list[Printed]:
    """Every date printed near the article, in the order of trust."""
    zones = near.zones
    header = list(printed_dates(zones.header, "line under the title"))
    above = list(printed_dates(zones.above, "line above the title"))
    header += [*_split(near, zones.header), *_split(near, zones.above)]
    tail = [
        item
        for item in printed_dates(zones.tail, BELOW)
        if item.meaning is not Meaning.NAMED and (item.meaning is not Meaning.UNSAID or item.signed)
    ]
    return [*header, *above, *tail]


def _split(near: Near, lines: Sequence[Line]) -> Iterator[Printed]:
    if (split := split_date(lines)) and (date := parse_stamp(split, fetched_at=near.doc.fetched_at)):
        yield Printed(date, lines[0], "boxes at the title", Meaning.UNSAID)


def _yearless(near: Near) -> Iterator[Dated]:
    doc, lines = near.doc, yearless_lines(near.zones.header)
    if not lines:
        return
    stated = [*in_metas(doc, (*PUBLISHED, *UPDATED)), *in_json_ld(doc, "datePublished", "dateModified")]
    for date in yearless_dates(lines, stated):
        yield Found(date, "line under the title", PRINTED, date.raw)


def _stated(near: Near, elements: Sequence[Stated]) -> list[Dated]:
    doc, zones = near.doc, near.zones
    header = [one for one in elements if not one.updated]
    above = [one for one in in_elements(zones.above, doc.fetched_at) if one.published and not one.updated]
    loose = list(in_metas(doc, LOOSE))
    return [
        *as_found([*header, *above], ELEMENT),
        *as_found(in_site(doc), SITE),
        *as_found(for_baidu(doc), ELEMENT),
        *as_found(in_json_ld(doc, "datePublished", "pubDate"), LD),
        *as_found(in_metas(doc, PUBLISHED), META),
        *as_found(loose, LOOSELY if len({one.date.day for one in loose}) == 1 else LOOSELY + CONTRADICTED),
    ]


def _of_address(near: Near) -> Iterator[Dated]:
    """The day of the address: all there is where the page prints none that is believed and its head states none."""
    if date := day_in_url(near.doc.url or "", fetched_at=near.doc.fetched_at):
        yield Found(date, OF_ADDRESS, ADDRESS, date.raw)


def _days_in_url(near: Near) -> set[object]:
    return {at.date() for at in dates_in_url(near.doc.url or "")}


def _of_beijing(chosen: Dated | None, found: Sequence[Dated]) -> Dated | None:
    """The date, or where the page prints another clock's time of the same moment, too, Beijing's."""
    if chosen is None or chosen.value.value.utcoffset() == _EIGHT:
        return chosen
    same = (one for one in found if one.value.value == chosen.value.value and is_printed(one))
    return next((one for one in same if one.value.value.utcoffset() == _EIGHT), chosen)


def _shown(date: FoundDate) -> datetime:
    """What its clock shows, to the minute."""
    return date.value.replace(second=0, microsecond=0, tzinfo=None)


def _finer(date: FoundDate, others: Sequence[FoundDate]) -> FoundDate:
    """A date printed without a time, with the time that the head or a labelled line states for the same day; one printed
    without a zone or seconds, as the head states it where its clock shows the same."""
    if date.precision is Precision.DAY:
        same = (one for one in others if one.day == date.day and one.precision is not Precision.DAY)
    else:
        same = (one for one in others if _shown(one) == _shown(date) and one.value != date.value)
    finer = next(same, None) if date.precision is not Precision.SECOND else None
    return date if finer is None else replace(date, value=finer.value, precision=finer.precision)
