"""Reading dates as Chinese pages print them. Pure: text in, dates out; the clock is a parameter."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from cleaners.lexicon import fold
from cleaners.metadata.dates.forms import FORMS, MONTH_STEMS, RELATIVE
from cleaners.metadata.dates.found import BEIJING, FoundDate
from cleaners.metadata.dates.numbers import number
from cleaners.metadata.dates.zones import PLACE_NAMES, PLACE_TIMES, zone_of
from schemas import Precision

_EARLIEST_YEAR = 1990
_LATEST_YEAR = 2099
_MAX_TEXT = 2_000
"""Characters of a line that are searched: bylines are short."""

NARROW = str.maketrans("０１２３４５６７８９：／－．　\xa0–—", "0123456789:/-.  --")
_WIDE = re.compile("[０-９：／－．　\xa0–—]")
"""Full-width digits and marks to their narrow twins: same length, so that positions hold in the original."""
_HINT = re.compile(
    r"\d|[年月前][一二三四五六七八九十]|[一二三四五六七八九十半两兩]\s?[月个小天周分星]|[刚剛]|[今昨前][天日]|年"
)
_NAMED_ZONE = re.compile(PLACE_TIMES)

_IS_DATE = re.compile(r"\s{0,3}[:：]?\s{0,3}(?:\d{4}\s?[年/.-]|\d{1,2}\s?[月/.-]\s?\d|\d{1,2}:\d\d)")
_ZONE_OPENS = re.compile(rf"(?<!\d)(?<!\d\s)(?:{PLACE_TIMES})\s?[:：]?\s?$")
_OPENS = 16
"""Characters before a date that may be the name of its zone."""
_ZONE_BEFORE = 8
"""Characters before a date in which its zone is looked for."""
_Groups = dict[str, str | None]


def find_dates(text: str, *, fetched_at: datetime | None = None) -> list[FoundDate]:
    """The dates in a line, in printed order, never overlapping.

    Forms without a year and relative ones are resolved against `fetched_at` and left out without it; where a date of
    the same line has a year, those without one take it. With `fetched_at`, nothing later is returned: a page cannot
    have been published after it was fetched.
    """
    if not _HINT.search(text, 0, _MAX_TEXT):
        return []
    narrow = fold(text[:_MAX_TEXT])
    if _WIDE.search(narrow):
        narrow = _WIDE.sub(_narrowed, narrow)
    found: list[FoundDate] = []
    for form in FORMS:
        known = fetched_at or (_end_of(found) if form.name == "yearless" else None)
        if (form.name in RELATIVE and known is None) or not _holds_one(narrow, form.needs):
            continue
        for match in form.pattern.finditer(narrow):
            date = _read(form.name, match, text, known, fetched_at)
            if date and all(date.end <= other.start or other.end <= date.start for other in found):
                found.append(date)
    return sorted(found, key=lambda date: date.start)


def _holds_one(text: str, needs: tuple[str, ...]) -> bool:
    for need in needs:  # noqa: SIM110 - a third of the time of any()
        if need in text:
            return True
    return False


def _narrowed(match: re.Match[str]) -> str:
    return match[0].translate(NARROW)


def _end_of(found: list[FoundDate]) -> datetime | None:
    """The last moment of the year after the one that a line prints in full, for a date without a year beside it."""
    first = next((date for date in found if not date.relative), None)
    return datetime(first.value.year, 12, 31, 23, 59, tzinfo=BEIJING) if first else None


def checked(date: FoundDate, fetched_at: datetime | None) -> FoundDate | None:
    """The date, where it can be a publication's."""
    if not _EARLIEST_YEAR <= date.value.year <= _LATEST_YEAR or (fetched_at and date.value > fetched_at):
        return None
    return date


def _read(
    form: str, match: re.Match[str], text: str, known: datetime | None, fetched_at: datetime | None
) -> FoundDate | None:
    """The date a match stands for, or None when there is no such date."""
    groups = match.groupdict()
    relative = form in RELATIVE
    above = match.string[max(0, match.start() - _ZONE_BEFORE) : match.start()]
    end = match.end()
    if _is_of_next(match):
        groups["zone"], end = None, match.start("zone")
    groups["before"] = above + (groups.get("before") or "")
    value, precision = _resolved(form, groups, known) if relative else _absolute(form, groups)
    if value is None:
        return None
    raw = text[match.start() : end].rstrip("(（ ")
    start = match.start() + len(raw) - len(raw.lstrip())
    end = match.start() + len(raw.rstrip())
    return checked(FoundDate(value, precision, raw.strip(), start, end, relative), fetched_at)


def _is_of_next(match: re.Match[str]) -> bool:
    """Whether the name of the zone behind a date opens the next one: `美东时间 … 北京时间 …`, not `… 美东时间 … 北京时间`."""
    if match.groupdict().get("zone") not in PLACE_NAMES or not _IS_DATE.match(match.string, match.end()):
        return False
    return _ZONE_OPENS.search(match.string, max(0, match.start() - _OPENS), match.start()) is not None


def _absolute(form: str, groups: _Groups) -> tuple[datetime | None, Precision]:
    if form == "roc":
        year = 1911 + number(groups.get("roc") or groups["roc2"] or "")
    else:
        year = number(groups["year"] or "") + (2000 if form == "short" else 0)
    name = groups.get("name")
    month = MONTH_STEMS.index(name) + 1 if name else number(groups["month"] or "")
    time, precision = _clock(groups)
    return moment(year, month, number(groups["day"] or ""), time=time, zone=_zone(groups)), precision


def _zone(groups: _Groups) -> str | None:
    """The name of the zone behind the time or before the date."""
    if zone := groups.get("zone"):
        return zone
    named = _NAMED_ZONE.search(groups.get("before") or "")
    return named[0] if named else None


def _resolved(form: str, groups: _Groups, now: datetime | None) -> tuple[datetime | None, Precision]:
    """A relative date against the time of fetching; None without one, or where the calendar ends."""
    try:
        found = _relative(form, groups, now.astimezone(BEIJING)) if now else None
    except OverflowError:
        found = None
    return found or (None, Precision.DAY)


def _relative(form: str, groups: _Groups, now: datetime) -> tuple[datetime, Precision] | None:
    if form == "now":
        return now.replace(second=0, microsecond=0), Precision.MINUTE
    if form == "ago":
        return _ago(groups["count"] or "", groups["unit"] or "", now)
    time, precision = _clock(groups)
    if form == "near":
        day = now - timedelta(days="今昨前".index((groups["near"] or "今")[0]))
        value = moment(day.year, day.month, day.day, time=time)
        return (value, precision) if value else None
    month, day_number = number(groups["month"] or ""), number(groups["day"] or "")
    zone = _zone(groups)
    years = (moment(year, month, day_number, time=time, zone=zone) for year in (now.year, now.year - 1))
    value = next((value for value in years if value and value <= now), None)
    return (value, precision) if value else None


def _ago(count: str, unit: str, now: datetime) -> tuple[datetime, Precision]:
    amount = 0.5 if count == "半" else float(number(count))
    days = 7 if unit[-1] in "周期" else 1
    if unit[-1] in "天周期":
        day = now - timedelta(days=amount * days)
        return day.replace(hour=0, minute=0, second=0, microsecond=0), Precision.DAY
    seconds = amount * (1 if unit[0] == "秒" else 60 if unit[0] == "分" else 3600)
    return (now - timedelta(seconds=seconds)).replace(second=0, microsecond=0), Precision.MINUTE


def _clock(groups: _Groups) -> tuple[tuple[int, int, int], Precision]:
    """Hour, minute and second, on 24 hours, and how much of it was printed."""
    hour_text = groups.get("hour") or groups.get("hour2") or groups.get("hour3")
    if hour_text is None:
        return (0, 0, 0), Precision.DAY
    second = groups.get("second") or groups.get("second2")
    period = groups.get("period") or groups.get("period2") or ""
    hour = _on_24_hours(int(hour_text), period, (groups.get("half") or "").lower())
    minute = (
        30
        if groups.get("halfhour")
        else int(groups.get("minute") or groups.get("minute2") or groups.get("minute3") or 0)
    )
    return (hour, minute, int(second or 0)), Precision.SECOND if second else Precision.MINUTE


def _on_24_hours(hour: int, period: str, half: str) -> int:
    """上午 12:30 is what software writes for half past midnight, as is 12:30 am."""
    if half == "p" or period[:1] in ("下", "傍", "晚", "夜", "深", "午") or (period == "中午" and hour < 10):
        return hour + 12 if hour < 12 else hour
    if hour == 12 and (half == "a" or period in ("上午", "凌晨")):
        return 0
    return hour


def moment(
    year: int, month: int, day: int, *, time: tuple[int, ...] = (0, 0, 0), zone: str | None = None
) -> datetime | None:
    """The moment, or None when the calendar has no such day. 24:00 is midnight of the next day."""
    hour, minute, second = time
    try:
        midnight = datetime(year, month, day)
    except ValueError:
        return None
    local = midnight + timedelta(hours=hour, minutes=minute, seconds=second)
    return local.replace(tzinfo=zone_of(zone, local))
