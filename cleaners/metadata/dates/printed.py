"""Dates in the lines near an article, each with what its line says about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING

from cleaners.lexicon import filled, words
from cleaners.metadata.byline.parts import pieces
from cleaners.metadata.dates.found import FoundDate
from cleaners.metadata.dates.reading import find_dates
from cleaners.metadata.dates.zones import PLACE_NAMES
from schemas import Precision

if TYPE_CHECKING:
    from cleaners.metadata.lines import Line


class Meaning(Enum):
    """What the words around a date make of it."""

    PUBLISHED = "published"
    WRITTEN = "written"
    """When it was signed or put in: the publication, where no date is called that."""
    NAMED = "named"
    """A time of something that no list knows: believed only where something else on the page says the same."""
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


_KIND = r"(?:<dates.kind>)?\s?[:：/／|｜丨@]?\s?[【\[(（]?\s?$"
_UPDATE = re.compile(filled(rf"<dates.update>{_KIND}"))
_UPDATED_AFTER = re.compile(filled(r"^\s?<dates.update>(?![\u4e00-\u9fff:：/]|\s?(?:19|20)\d\d)"))
_PUBLISHED_AFTER = re.compile(r"^\s?(?:首次发[布表]|首发|发[布表])(?![\u4e00-\u9fff:：/]|\s?(?:19|20)\d\d)")
_OTHER = re.compile(
    filled(rf"<dates.other>(?:的)?(?:<dates.other>)?{_KIND}|[至~～到]\s?$|(?<=[\d日号)）])\s?[-—–]\s?$")
)
_PUBLISH = re.compile(filled(rf"<dates.publish>{_KIND}|[【\[(（]\s?$"))
_WRITTEN = re.compile(filled(rf"<dates.written>{_KIND}"))
_NAMED_TIME = re.compile(
    r"(?:^\s{0,3}|[^:：\s]\s{1,4}|[|｜丨·•、，,;；(（【\[])(?P<label>[\u4e00-\u9fff]{2,6}(?:时间|日期))\s?[:：]\s?$"
)
_OF_PUBLICATION = (
    *(word for word in words("dates.publish") if word not in ("时间", "日期")),
    *PLACE_NAMES,
)
"""How the name of a time ends that is the publication's, or a clock's; 时间 alone is, but not behind another word."""
_PLACE_AFTER = re.compile(r"\W{0,4}\w{0,4}地\s?[点址]\W")
_TIME = re.compile(r"(?<![\u4e00-\u9fff])(?:时\s?间|日\s?期)\W{0,3}$")
_OPENERS = ("(", "（", "[", "【")
BELOW = "line below the text"
_RANGE_AFTER = re.compile(
    r"^\s?(?:[至~～到—]|起|前[，,。截])|^[^，,。；;)）\s]{0,30}(?:审议|会议|表决|予以)?(?:通过|批准|施行|实施)(?=\W|$)"
)
_CALENDAR = re.compile(filled("^<dates.calendar>"))
_SIGNED = re.compile(filled("<dates.signed>"))
_TIME_LINE = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?")
_LABEL = 16
"""Characters before a date that may be its label."""
_MOST_LABEL = 12
"""Characters of a label alone on its line."""
_CAPTIONS = ("figcaption", "caption")


def printed_dates(lines: Sequence[Line], where: str) -> Iterator[Printed]:
    """Dates in byline-like lines."""
    previous, above = "", None
    for line, following in zip_longest(lines, lines[1:]):
        text = line.text
        calendar = following is not None and bool(_CALENDAR.match(following.folded))
        linked = line.run.link_chars * 2 > len(text) + 20
        if line.is_dateline and not calendar and not linked and not _is_caption(line):
            yield from _in_line(line, where, previous, (following, above))
        above = line
        previous = line.folded if _is_label(line.folded.strip()) else ""


def _is_label(folded: str) -> bool:
    """A line that says what the date below it is, with a mark or as the cell of a table: `发布日期`."""
    if len(folded) > _MOST_LABEL:
        return False
    named = folded.endswith(("时间", "日期")) and meaning_of(folded, "") is not Meaning.UNSAID
    return named or folded.endswith((":", "：", "/", "／"))


def _is_caption(line: Line) -> bool:
    box = line.run.box
    for _ in range(3):
        if box is None:
            return False
        if box.tag in _CAPTIONS:
            return True
        box = box.parent
    return False


def _in_line(
    line: Line, where: str, previous: str, beside: tuple[Line | None, Line | None]
) -> Iterator[Printed]:
    """Its dates; `previous` is the label above, `beside` are the lines below and above."""
    following = beside[0]
    signed = bool(_SIGNED.search(line.folded))
    for date in line.dates:
        if date.relative and not _alone(line, date, signed):
            continue
        before = (previous + line.folded[: date.start]).replace(" ", "")[-_LABEL:]  # 发 布 日 期
        meaning = meaning_of(before, line.folded[date.end :])
        if meaning is Meaning.PUBLISHED and _is_of_something(previous + line.folded[: date.start]):
            meaning = Meaning.NAMED
        if meaning is Meaning.PUBLISHED and _is_event(
            line.folded[: date.start], line.folded[date.end :], following
        ):
            meaning = Meaning.OTHER
        opened = line.folded[: date.start].rstrip()
        if where == BELOW and opened.endswith(_OPENERS) and len(opened) > 1:
            meaning = Meaning.UNSAID
        if date is line.dates[-1]:
            date = _with_time(date, beside)
        yield Printed(date, line, where, meaning, signed)


def _is_of_something(before: str) -> bool:
    """`听证时间：`, `体检日期：`: a time of something, which no list names as the publication's."""
    named = _NAMED_TIME.search(before)
    return named is not None and not named["label"].endswith(_OF_PUBLICATION)


def _with_time(date: FoundDate, beside: Iterable[Line | None]) -> FoundDate:
    """A day whose time stands on the line below it, or above."""
    times = (line.text for line in beside if line is not None and _TIME_LINE.fullmatch(line.text))
    time = next(times, None)
    if date.precision is not Precision.DAY or time is None:
        return date
    timed = next(iter(find_dates(f"{date.value:%Y-%m-%d} {time}")), date)
    return replace(timed, raw=f"{date.raw} {time}", start=date.start, end=date.end)


def _is_event(before: str, after: str, following: Line | None) -> bool:
    """`时间：…` where the next thing is a place: of what happens there."""
    below = following.folded if following is not None and not after.strip() else ""
    return bool(_TIME.search(before)) and bool(_PLACE_AFTER.match(after) or _PLACE_AFTER.match(below))


def meaning_of(before: str, after: str) -> Meaning:
    """What the folded text before and after a date makes of it."""
    if _UPDATE.search(before) or _UPDATED_AFTER.search(after):
        return Meaning.UPDATED
    if _OTHER.search(before) or _RANGE_AFTER.search(after):
        return Meaning.OTHER
    if _WRITTEN.search(before):
        return Meaning.WRITTEN
    published = _PUBLISH.search(before) or _PUBLISHED_AFTER.search(after)
    return Meaning.PUBLISHED if published else Meaning.UNSAID


def _alone(line: Line, date: FoundDate, signed: bool) -> bool:
    """Whether a relative date stands in a byline, not in a headline (`今日 …`) or sentence."""
    return len(line.text) - (date.end - date.start) <= 30 and (
        date.precision is not Precision.DAY or signed or date.raw in (line.text.strip(), *pieces(line))
    )


_PIECE = re.compile(r"[\d\s/.:：年月日-]{1,12}")
_YEAR, _DAY = r"(?P<year>20\d\d)\s?年?", r"(?P<day>\d{1,2})\s?日?"
_SPLIT = (
    re.compile(rf"{_YEAR}\s(?P<month>\d{{1,2}})\s?[/.月-]\s?{_DAY}(?:\s(?P<time>\d{{1,2}}:\d\d(?::\d\d)?))?"),
    re.compile(rf"{_DAY}\s{_YEAR}\s?[/.-]?\s?(?P<month>\d{{1,2}})\s?月?"),
    re.compile(rf"{_DAY}\s(?P<month>\d{{1,2}})\s?[月]?\s{_YEAR}"),
    re.compile(rf"(?P<month>\d{{1,2}})\s?(?:[/.月-]\s?|月\s){_DAY}\s{_YEAR}"),
)
"""Boxes of a date, one a line: 2026 | 05/09 | 14:05:33; 09 | 2026/05; 9 | 5月 | 2026; 05-09 | 2026; 5月 | 9 | 2026."""
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
