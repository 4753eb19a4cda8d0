"""Dates in the lines near an article, each with what its line says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING

from cleaners.lexicon import filled
from cleaners.metadata.byline.parts import pieces
from cleaners.metadata.dates.found import FoundDate
from cleaners.metadata.dates.reading import find_dates
from schemas import Precision

if TYPE_CHECKING:
    from cleaners.metadata.lines import Line


class Meaning(Enum):
    """What the words around a date make of it."""

    PUBLISHED = "published"
    UPDATED = "updated"
    OTHER = "other"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Printed:
    """A date in a line of the page."""

    date: FoundDate
    line: Line
    where: str
    meaning: Meaning
    signed: bool = False
    """The same line names source, author or editor."""


_KIND = r"(?:<dates.kind>)?\s?[:：/／|｜丨]?\s?[【\[]?\s?$"
_UPDATE = re.compile(filled(rf"<dates.update>{_KIND}"))
_UPDATED_AFTER = re.compile(filled(r"^\s?<dates.update>(?![\u4e00-\u9fff:：/])"))
_OTHER = re.compile(
    filled(rf"<dates.other>(?:的)?(?:<dates.other>)?{_KIND}|[至~～到]\s?$|(?<=[\d日号)）])\s?[-—–]\s?$")
)
_PUBLISH = re.compile(filled(rf"<dates.publish>{_KIND}|[【\[(（]\s?$"))
_RANGE_AFTER = re.compile(r"^\s?(?:[至~～到—]|起|前[，,。截])")
_CALENDAR = re.compile(filled("^<dates.calendar>"))
_SIGNED = re.compile(filled("<dates.signed>"))
_TIME_LINE = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?")
_LABEL = 16
"""Characters before a date that may be its label."""
_CAPTIONS = ("figcaption", "caption")


def printed_dates(lines: Sequence[Line], where: str) -> Iterator[Printed]:
    """Dates in byline-like lines."""
    previous = ""
    for line, following in zip_longest(lines, lines[1:]):
        text = line.text
        calendar = following is not None and bool(_CALENDAR.match(following.folded))
        linked = line.run.link_chars * 2 > len(text) + 20
        if line.is_dateline and not calendar and not linked and not _is_caption(line):
            yield from _in_line(line, where, previous, following)
        previous = line.folded if len(text) <= 12 and text.endswith((":", "：", "/", "／")) else ""


def _is_caption(line: Line) -> bool:
    box = line.run.box
    for _ in range(3):
        if box is None:
            return False
        if box.tag in _CAPTIONS:
            return True
        box = box.parent
    return False


def _in_line(line: Line, where: str, previous: str, following: Line | None) -> Iterator[Printed]:
    signed = bool(_SIGNED.search(line.folded))
    for date in line.dates:
        if date.relative and not _alone(line, date, signed):
            continue
        before = (previous + line.folded[: date.start]).replace(" ", "")[-_LABEL:]  # 发 布 日 期
        meaning = meaning_of(before, line.folded[date.end :])
        if date is line.dates[-1] and following is not None:
            date = _with_time(date, following)
        yield Printed(date, line, where, meaning, signed)


def _with_time(date: FoundDate, following: Line) -> FoundDate:
    """A day whose time stands on the line below it."""
    if date.precision is not Precision.DAY or not _TIME_LINE.fullmatch(following.text):
        return date
    timed = next(iter(find_dates(f"{date.value:%Y-%m-%d} {following.text}")), date)
    return replace(timed, raw=f"{date.raw} {following.text}", start=date.start, end=date.end)


def meaning_of(before: str, after: str) -> Meaning:
    """What the folded text before and after a date makes of it."""
    if _UPDATE.search(before) or _UPDATED_AFTER.search(after):
        return Meaning.UPDATED
    if _OTHER.search(before) or _RANGE_AFTER.search(after):
        return Meaning.OTHER
    return Meaning.PUBLISHED if _PUBLISH.search(before) else Meaning.UNSAID


def _alone(line: Line, date: FoundDate, signed: bool) -> bool:
    """Whether a relative date stands in a byline, not in a headline (`今日 …`) or sentence."""
    return len(line.text) - (date.end - date.start) <= 30 and (
        date.precision is not Precision.DAY or len(date.raw) == len(line.text.strip()) or signed
    )


_PIECE = re.compile(r"[\d\s/.:：年月日-]{1,12}")
_YEAR, _DAY = r"(?P<year>20\d\d)\s?年?", r"(?P<day>\d{1,2})\s?日?"
_SPLIT = (
    re.compile(rf"{_YEAR}\s(?P<month>\d{{1,2}})\s?[/.月-]\s?{_DAY}(?:\s(?P<time>\d{{1,2}}:\d\d(?::\d\d)?))?"),
    re.compile(rf"{_DAY}\s{_YEAR}\s?[/.-]?\s?(?P<month>\d{{1,2}})\s?月?"),
    re.compile(rf"{_DAY}\s(?P<month>\d{{1,2}})\s?[月]?\s{_YEAR}"),
)
"""Boxes of a date, one a line: 2026 | 05/09 | 14:05:33; 09 | 2026/05; 9 | 5月 | 2026."""
_MOST_PIECES = 4
_PIECE_LINE = re.compile(r"[\d\s/.:：年月日-]{6,32}")


def split_date(lines: Sequence[Line]) -> str:
    """The date that boxes print in pieces, put together as year-month-day; '' where there is none."""
    for printed in _in_pieces(lines):
        for count in range(len(printed), 1, -1):
            whole = " ".join(printed[:count])
            for form in _SPLIT:
                if (match := form.fullmatch(whole)) and 1 <= int(match["month"]) <= 12:
                    time = match.groupdict().get("time") or ""
                    return f"{match['year']}-{match['month']}-{match['day']} {time}".strip()
    return ""


def _in_pieces(lines: Sequence[Line]) -> Iterator[list[str]]:
    """Pieces of a date that may be one: lines that follow one another, elements of a line."""
    for first, line in enumerate(lines):
        several = [line.folded.strip() for line in lines[first : first + _MOST_PIECES]]
        yield list(takewhile(_PIECE.fullmatch, several))
        yield list(takewhile(_PIECE.fullmatch, pieces(line))) if _PIECE_LINE.fullmatch(line.text) else []
