"""A printed date without its year, where the head states the rest: `10-08 12:00`, `<meta itemprop=dateUpdate>`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from cleaners.metadata.dates.reading import find_dates
from schemas import Precision

if TYPE_CHECKING:
    from cleaners.metadata.dates.found import FoundDate
    from cleaners.metadata.dates.stated import Stated
    from cleaners.metadata.lines import Line

_LINES, _LONGEST = 6, 60
_TIME = re.compile(r"\d{1,2}[-./月]\d{1,2}日?\s?\d{1,2}:\d\d")


def yearless_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines with a date that lacks its year."""
    return [
        line
        for line in lines[:_LINES]
        if len(line.text) <= _LONGEST and _TIME.search(line.text) and not line.dates
    ]


def yearless_dates(lines: Sequence[Line], stated: Sequence[Stated]) -> Iterator[FoundDate]:
    """Dates of such lines that are the day and minute of a moment which the head states, of a change for instance."""
    for line in lines:
        for one in stated:
            moment = one.date.value
            for date in find_dates(line.text, fetched_at=moment + timedelta(days=1)):
                if date.precision is not Precision.DAY and abs(date.value - moment) < timedelta(minutes=1):
                    yield date
