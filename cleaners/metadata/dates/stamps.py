"""Dates in machine-written fields and in URLs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from cleaners.metadata.dates.found import BEIJING, FoundDate
from cleaners.metadata.dates.reading import checked, find_dates, moment
from cleaners.sites import parts_of
from schemas import Precision

_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?")
_YEAR_LAST = re.compile(r"^[A-Z][a-z]{2} ([A-Z][a-z]{2} \d\d) (\d\d:\d\d:\d\d) ([+-]\d{4}) (\d{4})$")
"""`Wed Mar 04 10:20:00 +0800 2026`, as microblogs write it."""
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_/.]?(0[1-9]|1[0-2])(?:[-_/.]?(0[1-9]|[12]\d|3[01]))?(?!\d)")

_FOLDER_DAY = re.compile(
    r"(?<=/)(?:(?P<year>20\d\d)[-/_]?(?P<month>0[1-9]|1[0-2])[-/_]?(?P<day>0[1-9]|[12]\d|3[01])(?=/)"
    r"|t(?P<year2>20\d\d)(?P<month2>0[1-9]|1[0-2])(?P<day2>0[1-9]|[12]\d|3[01])(?=_\d))"
)
"""A day that is all of a folder or two, or opens the name of a file as TRS has it; other digits may be any number."""


def parse_stamp(value: str, *, fetched_at: datetime | None = None) -> FoundDate | None:
    """The date in a machine-written field: any form of `find_dates`, 20190907, 20190907134345, epoch seconds or
    milliseconds. Midnight in such a field means that only the day is known."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return _from_digits(value, fetched_at)
    value = _YEAR_LAST.sub(r"\1, \4 \2 \3", value)
    date = next(iter(find_dates(value, fetched_at=fetched_at)), None)
    if date is None:
        return None
    if date.value.timetz().replace(tzinfo=None).isoformat() == "00:00:00":
        return replace(date, precision=Precision.DAY)
    if date.value.utcoffset() == timedelta(0):  # how software writes any moment: no zone of the page's
        return replace(date, value=date.value.astimezone(BEIJING))
    return date


def _from_digits(value: str, fetched_at: datetime | None) -> FoundDate | None:
    if len(value) in (10, 13):
        seconds = datetime.fromtimestamp(int(value[:10]), BEIJING)
        return checked(FoundDate(seconds, Precision.SECOND, value, 0, len(value)), fetched_at)
    if not (match := _COMPACT.fullmatch(value)):
        return None
    numbers = [int(group) for group in match.groups() if group]
    precision = {3: Precision.DAY, 5: Precision.MINUTE, 6: Precision.SECOND}[len(numbers)]
    at = moment(*numbers[:3], time=(*numbers[3:], 0, 0, 0)[:3])
    return checked(FoundDate(at, precision, value, 0, len(value)), fetched_at) if at else None


def dates_in_url(url: str) -> list[datetime]:
    """Days named in a URL's path: /2019-11/25/, /20191125/, /2019/1125/, /201911/. Midnight, +08:00; the last form
    gives the first of the month."""
    days = []
    for match in _URL_DAY.finditer(url):
        year, month, day = match.groups()
        if at := moment(int(year), int(month), int(day or 1)):
            days.append(at)
    return days


def day_in_url(url: str, *, fetched_at: datetime | None = None) -> FoundDate | None:
    """The one day in the folders of an address: `/2019-11/25/`, `/2019/1125/`, `/20191125/`, `/201911/t20191125_1.html`;
    None where there is none, or several."""
    found = {}
    for match in _FOLDER_DAY.finditer(parts_of(url).path):
        numbers = (
            match.group("year", "month", "day") if match["year"] else match.group("year2", "month2", "day2")
        )
        if at := moment(*map(int, numbers)):
            found[at] = FoundDate(at, Precision.DAY, match[0], match.start(), match.end())
    date = next(iter(found.values())) if len(found) == 1 else None
    return checked(date, fetched_at) if date else None
