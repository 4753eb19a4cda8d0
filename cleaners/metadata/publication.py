"""Choosing the publication date among everything on the page that looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import TYPE_CHECKING

from cleaners.metadata.dates import BEIJING, FoundDate, dates_in_url, parse_stamp
from cleaners.metadata.head import ld_texts
from schemas import Precision

if TYPE_CHECKING:
    from cleaners.document import Document
    from cleaners.metadata.lines import Line
    from cleaners.metadata.zones import Zones


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article was published, and changed."""

    published: FoundDate | None = None
    where: str = ""
    updated: datetime | None = None
    updated_where: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A date in a line of the page."""

    date: FoundDate
    line: str
    where: str
    updates: bool = False
    """The label says that it is a change, not the publication."""
    labelled: bool = False
    """The label says that it is the publication."""
    signed: bool = False
    """The same line names source, author or editor."""


_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "og:time",
    "bytedance:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "publishtime",
    "publish_time",
    "publication_date",
    "apub:time",
    "og:release_date",
    "weibo:article:create_at",
    "article:create_at",
    "firstpublishedtime",
    "releasedate",
)
"""Meta keys that name the publication, most trusted first."""
_LOOSE = (
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "date",
    "publisheddate",
    "creation_date",
    "createdate",
)
"""Keys that templates also fill with other days: believed only when nothing contradicts them."""
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "datemodified",
    "bytedance:updated_time",
    "bytedance:lastmodified_time",
    "weibo:article:update_at",
    "article:update_at",
    "last-modified",
    "lastmodified",
    "revised",
)
_UPDATE_LABEL = re.compile(r"(?:更新|修改|编辑|修订|转载|轉載)(?:于|於|时间|時間|日期)?\s?[:：]?\s?$")
_PUBLISH_LABEL = re.compile(
    r"(?:发布|發布|發佈|发表|發表|刊登|刊发|发稿|上传|日期|时间|時間|首发)(?:时间|時間|日期|于|於)?\s?[:：]?\s?$|[【\[(（]\s?$"
)
_OTHER_LABEL = re.compile(
    r"(?:今天是|现在是|活动|開始|开始|截止|截至|有效|成文|生效|失效|施行|实施|出生|注册|會議|会议|比赛|开庭|举办|报名|征集|投票)(?:于|时间|時間|日期)?\s?[:：]?\s?$|[至~～]\s?$"
)
_CALENDAR = re.compile(r"(?:农历|農曆|星期|今日)")
"""What follows the date in a calendar widget."""
_SIGNED = re.compile(r"来源|來源|稿源|作者|编辑|編輯|责编|責編|记者|記者")


def find_publication(doc: Document, zones: Zones) -> Publication:
    """The publication date: the printed line, checked against the head; None when nothing is sure."""
    header = list(_printed(zones.header, "line under the title"))
    above = [date for date in _printed(zones.above, "line above the title") if date.labelled or date.signed]
    stated, loose, updated = _stated(doc, _PUBLISHED), _stated(doc, _LOOSE), _stated(doc, _UPDATED)
    stated = [*_from_json_ld(doc, "datePublished", "pubDate"), *stated, *_from_elements(doc, zones.header)]
    updated = [*_from_json_ld(doc, "dateModified", "upDate"), *updated]
    days = [moment.date() for moment in dates_in_url(doc.url or "")]

    outer, choice = _choose_printed(header or above, stated, days)
    # Below the text, only a labelled line counts, and only where nothing is printed above it.
    tail: list[Printed] = []
    if choice is None:
        tail = [p for p in _printed(zones.tail, "line below the text") if p.labelled or p.signed]
    choice = choice or _choose_stated(stated, days, tail) or _choose_printed(tail, stated, days)[1]
    choice = choice or (_choose_stated(loose, days, tail) if loose else None)
    if choice is None:
        change = _latest(updated, None)
        return Publication(None, "", *change) if change else Publication()
    date, where = choice
    date = _finer(date, [*stated, *loose]) if date.precision is Precision.DAY else date
    changes = [(p.date, p.where) for p in (*header, *tail) if p.updates]
    change = _latest([*outer, *changes, *updated], date.value)
    return Publication(date, where, *change) if change else Publication(date, where)


def _printed(lines: Sequence[Line], where: str) -> Iterator[Printed]:
    """Dates in byline-like lines."""
    previous = ""
    for line, following in zip_longest(lines, lines[1:]):
        text = line.text
        calendar = following is not None and bool(_CALENDAR.match(following.text))
        if line.is_dateline and not calendar and line.run.link_chars * 2 <= len(text) + 20:
            yield from _in_line(text, line.dates, where, previous)
        previous = text if len(text) <= 12 and text.endswith((":", "：")) else ""


def _in_line(line: str, dates: list[FoundDate], where: str, previous: str) -> Iterator[Printed]:
    for date in dates:
        before = (previous + line[: date.start])[-14:]
        if _OTHER_LABEL.search(before) or (date.relative and not _alone(line, date)):
            continue
        yield Printed(
            date,
            line,
            where,
            updates=bool(_UPDATE_LABEL.search(before)),
            labelled=bool(_PUBLISH_LABEL.search(before)),
            signed=bool(_SIGNED.search(line)),
        )


def _alone(line: str, date: FoundDate) -> bool:
    """Whether a relative date stands in a byline, not in a headline (`今日 …`) or sentence."""
    return len(line) - (date.end - date.start) <= 30 and (
        date.precision is not Precision.DAY
        or len(date.raw) == len(line.strip())
        or bool(_SIGNED.search(line))
    )


_Choice = tuple[FoundDate, str]


def _choose_printed(
    printed: list[Printed], stated: list[_Choice], days: Sequence[object]
) -> tuple[list[_Choice], _Choice | None]:
    """(repost dates, publication) among printed lines. A later line with its own source or author, and an earlier
    day, is the original's dateline inside a repost."""
    usable = [item for item in printed if not item.updates]
    if not usable:
        return [], None
    chosen = next((item for item in usable if item.labelled), usable[0])
    for item in usable[usable.index(chosen) + 1 :]:
        if item.signed and not chosen.labelled and item.date.value < chosen.date.value - timedelta(days=1):
            return [(chosen.date, chosen.where)], (item.date, "dateline of the original")
    confirmed = {_day(date) for date, _ in stated} | set(days)
    if not chosen.labelled and not chosen.signed and confirmed and _day(chosen.date) not in confirmed:
        chosen = next((item for item in usable if _day(item.date) in confirmed), chosen)
    return [], (chosen.date, chosen.where)


def _choose_stated(stated: list[_Choice], days: Sequence[object], tail: list[Printed]) -> _Choice | None:
    """The head's date. Where several disagree, the one that the URL or a printed line confirms; else none."""
    if not stated:
        return None
    if len({_day(date) for date, _ in stated}) == 1:
        return stated[0]
    witnesses = {*days, *(_day(item.date) for item in tail)}
    return next(
        (choice for choice in stated if _day(choice[0]) in witnesses), None if witnesses else stated[0]
    )


def _stated(doc: Document, keys: tuple[str, ...]) -> list[_Choice]:
    found = []
    for key in keys:
        value = doc.metas.get(key) or doc.metas.get(key.replace("weibo:", "weibo: "))
        if value and (date := parse_stamp(value, fetched_at=doc.fetched_at)):
            found.append((date, f"meta {key}"))
    return found


def _from_json_ld(doc: Document, *fields: str) -> list[_Choice]:
    stamps = (parse_stamp(text, fetched_at=doc.fetched_at) for text in ld_texts(doc.json_ld, *fields))
    return [(date, "json-ld") for date in stamps if date]


_WECHAT = re.compile(r"\bvar ct ?= ?[\"'](\d{10})[\"']")


def _from_elements(doc: Document, header: Sequence[Line]) -> list[_Choice]:
    """Stamps of <time datetime> above the text, and the one that WeChat pages print by script."""
    stamps = []
    for line in header:
        if line.run.block is not None and len(line.text) <= 60:
            stamps += [
                (element.get("datetime") or "", "time element") for element in line.run.block.iter("time")
            ]
    if 'id="js_content"' in doc.html and (match := _WECHAT.search(doc.html)):
        stamps.append((match.group(1), "WeChat script"))
    read = ((parse_stamp(value, fetched_at=doc.fetched_at), where) for value, where in stamps)
    return [(date, where) for date, where in read if date]


def _day(date: FoundDate) -> object:
    return date.value.astimezone(BEIJING).date()


def _finer(date: FoundDate, stated: list[_Choice]) -> FoundDate:
    """A date printed without a time, with the time that the head states for the same day."""
    same = (
        other for other, _ in stated if _day(other) == _day(date) and other.precision is not Precision.DAY
    )
    finer = next(same, None)
    return date if finer is None else FoundDate(finer.value, finer.precision, date.raw, date.start, date.end)


def _latest(changes: list[_Choice], published: datetime | None) -> tuple[datetime, str] | None:
    """The last change named, where it is later than the publication."""
    date, where = max(changes, key=lambda change: change[0].value, default=(None, ""))
    if date is None or (published is not None and date.value - published < timedelta(minutes=1)):
        return None
    return date.value, where
