"""Every form in which a page prints a date, as expressions over folded, narrowed text."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaners.lexicon import filled
from cleaners.metadata.dates.numbers import DIGIT, NUMERAL
from cleaners.metadata.dates.zones import ZONE_NAMES

MONTH_STEMS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
RELATIVE = ("ago", "now", "near", "yearless")
"""Forms that mean nothing without the time of fetching."""

_OFFSET = r"[+-](?:0\d|1[0-4]):?[0-5]\d(?![\d:])"
_WEEKDAY = (
    r"(?:[(\[（]?\s?(?:(?:星期|周|礼拜)[一二三四五六日天]|(?<=[(（])[月火水木金土日一二三四五六](?=[)）])"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?)\s?[)\]）]?)"
)
_GAP = rf"(?:\s?-(?=\s)|[\s,，|·(（\[/]{{0,4}})(?:T|{_WEEKDAY}|HKT|at|<dates.zone>)?[\s,，|/]{{0,4}}"
_ZONE = rf"(?:\s?[(（]?(?P<zone>(?:(?:GMT|UTC)\s?(?=[+-])\s?)?{_OFFSET}|(?:GMT|UTC)[+-]\d{{1,2}}|(?:{ZONE_NAMES})(?![A-Za-z])))?"
_TIME = (
    r"(?:(?P<period><dates.period>)\s?)?"
    r"(?:(?P<hour>[01]?\d|2[0-4])\s?:\s?(?P<minute>[0-5]\d)(?:\s?:\s?(?P<second>[0-5]\d)(?:\.\d{1,9})?)?(?!\d)"
    r"|(?P<hour2>[01]?\d|2[0-4])\s?[时点]\s?(?:(?P<minute2>[0-5]?\d)\s?分(?:\s?(?P<second2>[0-5]?\d)\s?秒)?|(?P<halfhour>半))?)"
    rf"(?:\s?(?:(?P<half>[AaPp])\.?[Mm]\b\.?|(?P<period2>上午|下午)))?{_ZONE}"
)
_DOT_TIME = r"(?P<hour3>[01]\d|2[0-3])\.(?P<minute3>[0-5]\d)(?![\d.])"
_OPTIONAL_TIME = rf"(?:(?P<before>(?:{_GAP})){_TIME}|\s{_DOT_TIME}|(?!\d))"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_DAY = r"(?P<day>0[1-9]|[12]\d|3[01]|[1-9])"
_ENGLISH_MONTH = rf"(?P<name>{'|'.join(MONTH_STEMS)})[a-z]{{0,6}}\.?"
_LABELLED = r"(?<=[:：])\s?|^\s{0,3}"


class Form(NamedTuple):
    """One form."""

    name: str
    needs: tuple[str, ...]
    """What must occur in a line, one of them, for the form to be tried at all."""
    pattern: re.Pattern[str]


def _form(name: str, needs: tuple[str, ...], pattern: str) -> Form:
    return Form(name, needs, re.compile(filled(pattern), re.ASCII))


FORMS: tuple[Form, ...] = (
    # 14:05 2026/05/09, 14:052026/05/09 (glued)
    _form(
        "full",
        (":",),
        rf"(?<![\d:：-])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?[\s,，|]{{0,3}}"
        rf"(?P<year>20\d\d)\s?[年./-]\s?{_MONTH}\s?[月./-]\s?{_DAY}(?!\d)\s?日?(?!\s?\d{{1,2}}:\d)",
    ),
    # 2018年7月24日 11:41, 2026. 5. 9. 14:05, 2019/09/07, 2012.01.12 06:45 pm, 2019-09-0713:43 (glued), 2019-09-07T13:43:45+08:00
    _form(
        "full",
        ("19", "20"),
        rf"(?<!\d)(?P<year>(?:19|20)\d\d)\s?(?:[年./-]|年度)\s?{_MONTH}\s?[月./-]\s?{_DAY}\s?(?:[日号]|\.(?=\s?\d{{1,2}}:))?{_OPTIONAL_TIME}",
    ),
    # 10:20am 17/05/2026
    _form(
        "full",
        (":",),
        r"(?<![\d:：-])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?:\s?(?P<half>[AaPp])\.?[Mm]\b\.?)?[\s,，|]{1,3}"
        r"(?P<day>1[3-9]|2\d|3[01])(?P<mark>[/.-])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<year>20\d\d)(?![\d/.-])(?!\s?\d{1,2}:\d)",
    ),
    # 17/05/2026, 05-17-2026: only where no month can be meant by the day
    _form(
        "full",
        ("20",),
        rf"(?<![\d./-])(?P<day>1[3-9]|2\d|3[01])(?P<mark>[/.-])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<year>20\d\d)(?![\d/.-]){_OPTIONAL_TIME}",
    ),
    _form(
        "full",
        ("20",),
        rf"(?<![\d./-])(?P<month>0?[1-9]|1[0-2])(?P<mark>[/.-])(?P<day>1[3-9]|2\d|3[01])(?P=mark)(?P<year>20\d\d)(?![\d/.-]){_OPTIONAL_TIME}",
    ),
    # 2026 05/09 14:05:33, as split boxes give it
    _form("full", ("20",), rf"(?<!\d)(?P<year>20\d\d)\s{_MONTH}/{_DAY}(?!\d|/){_OPTIONAL_TIME}"),
    # 092026/05, as a box of the day over one of year and month gives it
    _form("full", ("20",), rf"^\s?(?P<day>0[1-9]|[12]\d|3[01])\s?(?P<year>20\d\d)[/.-]{_MONTH}(?!\d|[/.-]\d)"),
    # 中華民國112年1月17日, 民國一百年一月一日, 112年1月17日
    _form(
        "roc",
        ("年",),
        rf"(?:(?:中华)?民国\s?(?P<roc>\d{{1,3}}|[{NUMERAL}]{{1,5}})|(?<!\d)(?P<roc2>1[0-3]\d))\s?年\s?"
        rf"(?P<month>\d{{1,2}}|[{NUMERAL}]{{1,3}})\s?月\s?(?P<day>\d{{1,2}}|[{NUMERAL}]{{1,3}})\s?[日号]{_OPTIONAL_TIME}",
    ),
    # 發布日期：115/05/09, 113-05-03, 115.05.09: behind a label or alone
    _form(
        "roc",
        ("1",),
        rf"(?:{_LABELLED})(?P<roc2>1[0-3]\d)(?P<mark>[/.-]){_MONTH}(?P=mark){_DAY}(?![\d/.-]){_OPTIONAL_TIME}",
    ),
    # 二〇二六年二月廿八日
    _form(
        "han",
        ("年",),
        rf"(?P<year>[{DIGIT}]{{4}})\s?年\s?(?P<month>[{NUMERAL}]{{1,3}})\s?月\s?"
        rf"(?P<day>[{NUMERAL}]{{1,3}})\s?[日号]{_OPTIONAL_TIME}",
    ),
    # January 17, 2012 06:00 AM
    _form(
        "english",
        MONTH_STEMS,
        rf"{_ENGLISH_MONTH}\s{_DAY}(?:st|nd|rd|th)?,?\s(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s)?(?P<year>20\d\d){_OPTIONAL_TIME}",
    ),
    # Tue, 17 Jan 2012 06:00:00 GMT
    _form(
        "english",
        MONTH_STEMS,
        rf"(?<!\d){_DAY}(?:st|nd|rd|th)?[\s-]{_ENGLISH_MONTH}[\s-](?P<year>20\d\d){_OPTIONAL_TIME}",
    ),
    # WordPress in Chinese: 五月 9, 2026; 5 月 9, 2026
    _form(
        "full",
        ("月",),
        rf"(?P<month>1[0-2]|0?[1-9]|[一二三四五六七八九十]{{1,2}})\s?月\s{{1,2}}{_DAY},\s?(?P<year>20\d\d){_OPTIONAL_TIME}",
    ),
    # 9 5 月, 2026
    _form("full", ("月",), rf"(?<!\d){_DAY}\s{_MONTH}\s?月,?\s(?P<year>20\d\d)(?!\d|年){_OPTIONAL_TIME}"),
    # 16-03-04 10:20: two digits of the year, with a time
    _form(
        "short",
        (":",),
        rf"(?<![\d./-])(?P<year>0[5-9]|[1-3]\d)(?P<mark>[/-])(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])"
        rf"(?=\s{{0,2}}\d\d:){_OPTIONAL_TIME}",
    ),
    # 3小时前, 5分钟前, 半小時前, 2天前, 两小时前, 1周前
    _form(
        "ago",
        ("前",),
        r"(?P<count>\d{1,3}|半|[一二两三四五六七八九十])\s?"
        r"(?P<unit>秒钟?|分钟?|个?小时|个?钟头|天|周|星期|个星期)\s?[之以]?前",
    ),
    _form("now", ("刚",), r"刚刚|刚才"),
    # 昨天 08:25, 今日8时
    _form("near", ("今", "昨", "前"), rf"(?P<near>今[天日]|昨[天日]|前[天日]){_OPTIONAL_TIME}"),
    # 11月17日 08:25
    _form("yearless", ("月",), rf"(?<![\d年./-]){_MONTH}\s?月\s?{_DAY}\s?[日号]{_OPTIONAL_TIME}"),
    # 11-17 08:25: without a time it could be a score or a range
    _form(
        "yearless",
        (":",),
        rf"(?<![\d年./-])(?P<month>0?[1-9]|1[0-2])[-/](?P<day>(?:0[1-9]|[12]\d|3[01])(?=\d\d:)|(?:0?[1-9]|[12]\d|3[01])\s{{1,3}}){_TIME}",
    ),
)  # fmt: skip  # laid out for reading
"""Most specific first; where two match at one place the first wins."""
