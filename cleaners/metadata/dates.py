"""Reading dates as Chinese pages print them. Pure: text in, dates out; the clock is a parameter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo

from schemas import Precision

BEIJING = timezone(timedelta(hours=8))
"""Asia/Shanghai: no daylight saving since 1991, so a fixed offset will do."""
_EARLIEST_YEAR = 1990
_LATEST_YEAR = 2099
_MAX_TEXT = 2_000
"""Characters of a line that are searched: bylines are short."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text."""

    value: datetime
    """Aware. Midnight where only the day was printed."""
    precision: Precision
    raw: str
    """As printed."""
    start: int
    end: int
    relative: bool = False
    """Resolved against the time of fetching: 3小时前, 昨天 08:25, 11-17 08:25."""


NARROW = str.maketrans("０１２３４５６７８９：／－．　\xa0–—", "0123456789:/-.  --")
_WIDE = re.compile("[０-９：／－．　\xa0–—]")
"""Full-width digits and marks to their narrow twins: same length, so that positions hold in the original."""
_HAN_DIGITS = {
    c: i
    for i, cs in enumerate(("〇零○ＯO0", "一壹", "二贰", "三叁", "四", "五", "六", "七", "八", "九"))
    for c in cs
}
_NUMERAL = "〇零○ＯO0一二三四五六七八九十廿卅百"

_DAY_PERIOD = "上午|下午|中午|凌晨|清晨|早上|早晨|傍晚|晚上|晚间|晚間|深夜|夜间|夜間|夜里|早|晚"
_ZONES = {
    "Z": 0,
    "GMT": 0,
    "UTC": 0,
    "HKT": 8,
    "CST": 8,
    "BJT": 8,
    "JST": 9,
    "EST": -5,
    "EDT": -4,
    "PST": -8,
    "PDT": -7,
}
_ZONE_NAME = "|".join(sorted(_ZONES, key=len, reverse=True))
_OFFSET = r"[+-](?:0\d|1[0-4]):?[0-5]\d(?![\d:])"
_WEEKDAY = r"(?:[(\[（]?\s?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]\s?[)\]）]?)"
_GAP = rf"[\s,，|·(（\[]{{0,4}}(?:T|{_WEEKDAY}|HKT|at)?[\s,，|]{{0,4}}"
_TIME = (
    rf"(?:(?P<period>{_DAY_PERIOD})\s?)?"
    r"(?:(?P<hour>[01]?\d|2[0-4])\s?:\s?(?P<minute>[0-5]\d)(?:\s?:\s?(?P<second>[0-5]\d)(?:\.\d{1,9})?)?(?!\d)"
    r"|(?P<hour2>[01]?\d|2[0-4])\s?[时時点點]\s?(?:(?P<minute2>[0-5]?\d)\s?分(?:\s?(?P<second2>[0-5]?\d)\s?秒)?)?)"
    r"(?:\s?(?P<half>[AaPp])\.?[Mm]\b\.?)?"
    rf"(?:\s?(?P<zone>(?:(?:GMT|UTC)\s?(?=[+-])\s?)?{_OFFSET}|(?:GMT|UTC)[+-]\d{{1,2}}"
    rf"|(?:{_ZONE_NAME})(?![A-Za-z])))?"
)
_OPTIONAL_TIME = rf"(?:{_GAP}{_TIME}|(?!\d))"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_DAY = r"(?P<day>0[1-9]|[12]\d|3[01]|[1-9])"
_MONTH_STEMS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ENGLISH_MONTH = rf"(?P<name>{'|'.join(_MONTH_STEMS)})[a-z]{{0,6}}\.?"

# Every form a page prints, most specific first; where two match at one place the first wins.
# The second column is what must occur in a line for the form to be tried at all.
_FORMS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (name, needs, re.compile(pattern, re.ASCII))
    for name, needs, pattern in (
        # 2018年7月24日 11:41, 2019/09/07, 2012.01.12 06:45 pm, 2019-09-0713:43 (glued), 2019-09-07T13:43:45+08:00
        (
            "full",
            ("19", "20"),
            rf"(?<!\d)(?P<year>(?:19|20)\d\d)\s?[年./-]\s?{_MONTH}\s?[月./-]\s?{_DAY}\s?[日号號]?{_OPTIONAL_TIME}",
        ),
        # 中華民國112年1月17日, 民國一百年一月一日, 112年1月17日
        (
            "roc",
            ("年",),
            rf"(?:(?:中華|中华)?民[國国]\s?(?P<roc>\d{{1,3}}|[{_NUMERAL}]{{1,5}})|(?<!\d)(?P<roc2>1[0-3]\d))\s?年\s?"
            rf"(?P<month>\d{{1,2}}|[{_NUMERAL}]{{1,3}})\s?月\s?(?P<day>\d{{1,2}}"
            rf"|[{_NUMERAL}]{{1,3}})\s?[日号號]{_OPTIONAL_TIME}",
        ),
        # 二〇二六年二月廿八日
        (
            "han",
            ("年",),
            rf"(?P<year>[〇零○ＯO0一二三四五六七八九]{{4}})\s?年\s?(?P<month>[{_NUMERAL}]{{1,3}})\s?月\s?"
            rf"(?P<day>[{_NUMERAL}]{{1,3}})\s?[日号號]{_OPTIONAL_TIME}",
        ),
        # January 17, 2012 06:00 AM
        (
            "english",
            _MONTH_STEMS,
            rf"{_ENGLISH_MONTH}\s{_DAY}(?:st|nd|rd|th)?,?\s(?P<year>20\d\d){_OPTIONAL_TIME}",
        ),
        # Tue, 17 Jan 2012 06:00:00 GMT
        (
            "english",
            _MONTH_STEMS,
            rf"(?<!\d){_DAY}[\s-]{_ENGLISH_MONTH}[\s-](?P<year>20\d\d){_OPTIONAL_TIME}",
        ),
        # 3小时前, 5分钟前, 半小時前, 2天前
        (
            "ago",
            ("前",),
            r"(?P<count>\d{1,3}|半)\s?(?P<unit>秒[钟鐘]?|分[钟鐘]?|[个個]?小[时時]|[个個]?[钟鐘][头頭]|天)\s?之?前",
        ),
        ("now", ("刚", "剛"), r"刚刚|剛剛|刚才|剛才"),
        # 昨天 08:25, 今日8时
        ("near", ("今", "昨", "前"), rf"(?P<near>今[天日]|昨[天日]|前[天日]){_OPTIONAL_TIME}"),
        # 11月17日 08:25
        ("yearless", ("月",), rf"(?<![\d年./-]){_MONTH}\s?月\s?{_DAY}\s?[日号號]{_OPTIONAL_TIME}"),
        # 11-17 08:25: without a time it could be a score or a range
        (
            "yearless",
            (":",),
            rf"(?<![\d年./-])(?P<month>0?[1-9]|1[0-2])[-/](?P<day>0[1-9]|[12]\d|3[01])\s{{1,3}}{_TIME}",
        ),
    )
)
_HINT = re.compile(r"\d|[年月][一二三四五六七八九十]|[刚剛]|[今昨前][天日]|半")
_RELATIVE = ("ago", "now", "near", "yearless")
"""Forms that mean nothing without the time of fetching."""
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?")


def find_dates(text: str, *, fetched_at: datetime | None = None) -> list[FoundDate]:
    """The dates in a line, in printed order, never overlapping.

    Forms without a year and relative ones are resolved against `fetched_at` and left out without it. With it,
    nothing later than `fetched_at` is returned: a page cannot have been published after it was fetched.
    """
    if not _HINT.search(text, 0, _MAX_TEXT):
        return []
    narrow = text[:_MAX_TEXT]
    if _WIDE.search(narrow):
        narrow = narrow.translate(NARROW)
    found: list[FoundDate] = []
    for form, needs, pattern in _FORMS:
        if (form in _RELATIVE and fetched_at is None) or not any(need in narrow for need in needs):
            continue
        for match in pattern.finditer(narrow):
            date = _read(form, match, text, fetched_at)
            if date and all(date.end <= other.start or other.end <= date.start for other in found):
                found.append(date)
    return sorted(found, key=lambda date: date.start)


def parse_stamp(value: str, *, fetched_at: datetime | None = None) -> FoundDate | None:
    """The date in a machine-written field: any form of `find_dates`, 20190907, 20190907134345, epoch seconds or
    milliseconds. Midnight in such a field means that only the day is known."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return _from_digits(value, fetched_at)
    date = next(iter(find_dates(value, fetched_at=fetched_at)), None)
    if date and date.value.timetz().replace(tzinfo=None).isoformat() == "00:00:00":
        return FoundDate(date.value, Precision.DAY, date.raw, date.start, date.end, date.relative)
    return date


def _from_digits(value: str, fetched_at: datetime | None) -> FoundDate | None:
    if len(value) in (10, 13):
        seconds = datetime.fromtimestamp(int(value[:10]), BEIJING)
        return _checked(seconds, Precision.SECOND, value, 0, len(value), fetched_at)
    if not (match := _COMPACT.fullmatch(value)):
        return None
    numbers = [int(group) for group in match.groups() if group]
    precision = {3: Precision.DAY, 5: Precision.MINUTE, 6: Precision.SECOND}[len(numbers)]
    moment = _moment(*numbers[:3], time=(*numbers[3:], 0, 0, 0)[:3])
    return _checked(moment, precision, value, 0, len(value), fetched_at) if moment else None


def _read(form: str, match: re.Match[str], text: str, fetched_at: datetime | None) -> FoundDate | None:
    """The date a match stands for, or None when there is no such date."""
    groups = match.groupdict()
    relative = form in _RELATIVE
    if relative:
        value, precision = _resolved(form, groups, fetched_at) or (None, Precision.DAY)
    else:
        value, precision = _absolute(form, groups)
    if value is None:
        return None
    raw = text[match.start() : match.end()]
    end = match.start() + len(raw.rstrip())
    return _checked(value, precision, raw.strip(), match.start(), end, fetched_at, relative)


def _checked(
    value: datetime,
    precision: Precision,
    raw: str,
    start: int,
    end: int,
    fetched_at: datetime | None,
    relative: bool = False,
) -> FoundDate | None:
    if not _EARLIEST_YEAR <= value.year <= _LATEST_YEAR or (fetched_at and value > fetched_at):
        return None
    return FoundDate(value, precision, raw, start, end, relative)


def _absolute(form: str, groups: dict[str, str | None]) -> tuple[datetime | None, Precision]:
    if form == "roc":
        year = 1911 + _number(groups["roc"] or groups["roc2"] or "")
    elif form == "han":
        year = int("".join(str(_HAN_DIGITS[c]) for c in groups["year"] or ""))
    else:
        year = int(groups["year"] or 0)
    name = groups.get("name")
    month = _MONTH_STEMS.index(name) + 1 if name else _number(groups["month"] or "")
    time, precision = _clock(groups)
    return _moment(year, month, _number(groups["day"] or ""), time=time, zone=_zone(groups)), precision


def _resolved(
    form: str, groups: dict[str, str | None], fetched_at: datetime | None
) -> tuple[datetime, Precision] | None:
    """A relative date against the time of fetching; None without one, or where the calendar ends."""
    try:
        return _relative(form, groups, fetched_at.astimezone(BEIJING)) if fetched_at else None
    except OverflowError:
        return None


def _relative(form: str, groups: dict[str, str | None], now: datetime) -> tuple[datetime, Precision] | None:
    if form == "now":
        return now.replace(second=0, microsecond=0), Precision.MINUTE
    if form == "ago":
        return _ago(groups["count"] or "", groups["unit"] or "", now)
    time, precision = _clock(groups)
    if form == "near":
        day = now - timedelta(days="今昨前".index((groups["near"] or "今")[0]))
        value = _moment(day.year, day.month, day.day, time=time)
        return (value, precision) if value else None
    month, day_number = int(groups["month"] or 0), int(groups["day"] or 0)
    years = (_moment(year, month, day_number, time=time) for year in (now.year, now.year - 1))
    value = next((value for value in years if value and value <= now), None)
    return (value, precision) if value else None


def _ago(count: str, unit: str, now: datetime) -> tuple[datetime, Precision]:
    amount = 0.5 if count == "半" else float(count)
    if unit == "天":
        day = now - timedelta(days=amount)
        return day.replace(hour=0, minute=0, second=0, microsecond=0), Precision.DAY
    seconds = amount * (1 if unit[0] == "秒" else 60 if unit[0] == "分" else 3600)
    return (now - timedelta(seconds=seconds)).replace(second=0, microsecond=0), Precision.MINUTE


def _clock(groups: dict[str, str | None]) -> tuple[tuple[int, int, int], Precision]:
    """Hour, minute and second, on 24 hours, and how much of it was printed."""
    hour_text = groups.get("hour") or groups.get("hour2")
    if hour_text is None:
        return (0, 0, 0), Precision.DAY
    second = groups.get("second") or groups.get("second2")
    hour = _on_24_hours(int(hour_text), groups.get("period") or "", (groups.get("half") or "").lower())
    minute = int(groups.get("minute") or groups.get("minute2") or 0)
    return (hour, minute, int(second or 0)), Precision.SECOND if second else Precision.MINUTE


def _on_24_hours(hour: int, period: str, half: str) -> int:
    """上午 12:30 is what software writes for half past midnight, as is 12:30 am."""
    if half == "p" or period[:1] in ("下", "傍", "晚", "夜", "深") or (period == "中午" and hour < 10):
        return hour + 12 if hour < 12 else hour
    if hour == 12 and (half == "a" or period in ("上午", "凌晨")):
        return 0
    return hour


def _zone(groups: dict[str, str | None]) -> tzinfo:
    zone = groups.get("zone")
    if not zone:
        return BEIJING
    if zone in _ZONES:
        return timezone(timedelta(hours=_ZONES[zone]))
    sign = -1 if "-" in zone else 1
    digits = re.sub(r"\D", "", zone)
    hours, minutes = (int(digits[:2]), int(digits[2:] or 0))
    return timezone(sign * timedelta(hours=hours, minutes=minutes)) if hours <= 14 else BEIJING


def _moment(
    year: int, month: int, day: int, *, time: tuple[int, ...] = (0, 0, 0), zone: tzinfo = BEIJING
) -> datetime | None:
    """The moment, or None when the calendar has no such day. 24:00 is midnight of the next day."""
    hour, minute, second = time
    try:
        midnight = datetime(year, month, day, tzinfo=zone)
    except ValueError:
        return None
    return midnight + timedelta(hours=hour, minutes=minute, seconds=second)


def _number(text: str) -> int:
    """二十八, 廿八, 卅一, 一百一十二, 〇八 or digits as a number."""
    if text.isascii():
        return int(text or 0)
    if not set(text) & set("十百廿卅"):
        return int("".join(str(_HAN_DIGITS[c]) for c in text))
    total, digit = 0, 0
    for character in text:
        if character in "十百":
            total, digit = total + (digit or 1) * (10 if character == "十" else 100), 0
        elif character in "廿卅":
            total += 20 if character == "廿" else 30
        else:
            digit = _HAN_DIGITS[character]
    return total + digit


def dates_in_url(url: str) -> list[datetime]:
    """Days named in a URL's path: /2019-11/25/, /20191125/, /2019/1125/, /201911/. Midnight, +08:00; the last form
    gives the first of the month."""
    days = []
    for match in _URL_DAY.finditer(url):
        year, month, day = match.groups()
        if moment := _moment(int(year), int(month), int(day or 1)):
            days.append(moment)
    return days


_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_/.]?(0[1-9]|1[0-2])(?:[-_/.]?(0[1-9]|[12]\d|3[01]))?(?!\d)")
