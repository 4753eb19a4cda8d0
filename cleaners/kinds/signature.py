"""Who wrote a post, when, and on which floor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, islice
from typing import TYPE_CHECKING

from cleaners.kinds.said import bare
from cleaners.kinds.stamps import (
    MOST,
    NAME,
    STAMP,
    WORDY,
    acted,
    named_behind,
    place_of,
    stamped,
    storey_of,
    storeyed,
    timed,
)
from cleaners.metadata.byline.links import leads_to_person
from cleaners.metadata.dates import FoundDate, find_dates, parse_stamp
from cleaners.metadata.elements import links_of, text_of
from schemas import Precision

if TYPE_CHECKING:
    from datetime import datetime

    from cleaners.document import Document, Run
    from cleaners.kinds.spans import Span

_LABELLED = re.compile(
    r"(?:作\s?者|楼\s?主|发帖人|发布者|发布人|留言人|发言人|网友|网名|昵称|姓名|用户名?|答复单位|回复单位|答复部门|发信人|發信人)\s?[:：]"
    r"\s?([^\s()（）|:：]{1,24}?)(?=\s?(?:[时時][间間]\b|日期|IP|来自|[()（）|,，]|\s|\d{4}-|$)|[时時][间間][:：])"
)
_SAYS = re.compile(r"(.{1,24}?)\s?(?:[说說]道?|写道|says|said)\s?[:：]", re.IGNORECASE)
_COLON = re.compile(r"[:：]")
_NO_NAME = re.compile(
    r"[:：。！？]|载于|載於|[展工]期|来源|來源|^(?:原文|楼主|沙发|板凳|地板|回复|引用|编辑|只看|来自|[发發][表布])"
)
_PARTS = re.compile(r"\s?[|·•:：(（\[]|\s?(?:评论|評論|回复|回答|提问|[发發][表布])?[于於在]$")
_BY = re.compile(r"^(?:由|[Bb]y)\s{1,2}|\s?[»›]$")
"""`由 某某 » 2026-06-14, 15:21`, as phpBB signs."""
_ELEMENTS = 6
_FLOOR = re.compile(r"(?:#\s?(\d{1,6})(?!\d))|(?<![\d:：.-])(\d{1,6})\s?(?:楼|樓|#)")
_NAMED_FLOORS = {"楼主": 1, "沙发": 2, "板凳": 3, "地板": 4}


def time_of(runs: Sequence[Run], fetched_at: datetime | None) -> datetime | None:
    """The first of its times that is printed in full, or stands in an attribute of one that is not; else what a relative
    one comes to."""
    dates = []
    for run in runs:
        if len(run.text) <= MOST and stamped(run.text):
            dates += find_dates(run.text, fetched_at=fetched_at)[:1]
            dates += _machine_written(run, fetched_at)
    return (
        min(dates, key=lambda date: (date.relative, date.precision is Precision.DAY)).value if dates else None
    )


def _machine_written(run: Run, fetched_at: datetime | None) -> list[FoundDate]:
    """Dates in the attributes of the line's elements: `<span title="2024-4-1 23:20">昨天 23:20</span>`."""
    if run.block is None:
        return []
    inner = islice(run.block.iter("time", "span", "a", "abbr", "em"), _ELEMENTS)
    values = (element.get(name) for element in inner for name in ("datetime", "title"))
    stated = (value for value in values if value and len(value) <= MOST and STAMP.match(value.strip()))
    return [date for value in stated if (date := parse_stamp(value, fetched_at=fetched_at))]


def authors_of(
    doc: Document, spans: Sequence[Span], texts: AbstractSet[int], repeated: AbstractSet[str]
) -> list[str | None]:
    """Who wrote each post: what its links, its label or its time tell; else what stands where most posts have a name."""
    told = [_author(doc, span, texts, repeated) for span in spans]
    if 2 * sum(name is not None for name in told) >= len(spans):
        return told
    named = _names(doc.runs, spans, texts, repeated)
    return [name or named.get(span.stamp) for name, span in zip(told, spans, strict=True)]


def _author(doc: Document, span: Span, texts: AbstractSet[int], repeated: AbstractSet[str]) -> str | None:
    """The first link to a person in its head, what a label names, who is said to say it, a link to a person below, the first
    short link, what stands before a time."""
    head = [doc.runs[i] for i in span.own if i <= span.stamp] or [doc.runs[span.stamp]]
    other = [doc.runs[i] for i in span.own if i not in texts]
    found = chain(
        _people(head),
        _labelled(head),
        _speakers(doc.runs[i] for i in span.own),
        _people(other),
        _links(head, repeated),
        _before([doc.runs[span.stamp], *other]),
    )
    return next((name for name in found if bare(name) not in repeated), None)


def _people(runs: Sequence[Run]) -> Iterator[str]:
    """Texts of links to people in the boxes of a post's head."""
    for run in runs:
        if not run.link_chars:
            continue
        for link in links_of(run):
            name = text_of(link)
            if leads_to_person(link.get("href") or "") and 0 < len(name) <= NAME and name in run.text:
                yield name


def _labelled(runs: Sequence[Run]) -> Iterator[str]:
    for run in runs:
        if len(run.text) <= MOST and (found := _LABELLED.match(run.text)):
            yield found.group(1)
        if storeyed(run.text):
            yield named_behind(run.text)


def _speakers(runs: Iterable[Run]) -> Iterator[str]:
    """Names before what they say: 小满：同问, 小满 说道："""
    for run in runs:
        if found := _SAYS.fullmatch(run.text[: 2 * NAME]):
            yield found.group(1)
        first = _first_element(run) if _COLON.search(run.text[: 2 * NAME]) else ""
        if first and run.text[len(first) :].lstrip()[:1] in (":", "：") and _is_name(first):
            yield first


def _links(runs: Sequence[Run], repeated: AbstractSet[str]) -> Iterator[str]:
    for run in runs:
        if run.link_chars == len(run.text) <= NAME and _is_name(run.text) and bare(run.text) not in repeated:
            yield run.text


def _before(runs: Iterable[Run]) -> Iterator[str]:
    """What stands before the time or the floor of a line: its first element, else its first words."""
    for run in runs:
        found = (STAMP.search(run.text) or _FLOOR.search(run.text)) if timed(run.text) else None
        before = _BY.sub("", run.text[: found.start()].strip()) if found else ""
        first = _first_element(run) if before else ""
        if first and before.startswith(first) and _is_name(first):
            yield first
        name = _PARTS.split(before)[0].strip()
        if name and len(name) <= NAME and not re.search(r"发表|发布|時間|时间", name) and _is_name(name):
            yield name


def _first_element(run: Run) -> str:
    """The text of the first element inside the line's own."""
    if run.block is None:
        return ""
    inner = islice(run.block.iter("a", "b", "strong", "span", "em", "cite", "font"), _ELEMENTS)
    texts = (text_of(element) for element in inner if element is not run.block)
    opening = _BY.sub("", run.text)
    return next((text for text in texts if 0 < len(text) <= NAME and opening.startswith(text)), "")


def _names(
    runs: Sequence[Run], spans: Sequence[Span], texts: AbstractSet[int], repeated: AbstractSet[str]
) -> dict[int, str]:
    """By stamp, the line of each post in the first place where most posts have a short one of their own."""
    places: dict[tuple[str, ...], dict[int, str]] = {}
    for span in spans:
        for i in span.own:
            line = runs[i].text
            if i not in texts and len(line) <= NAME and _is_name(line) and bare(line) not in repeated:
                places.setdefault(place_of(runs[i].box), {}).setdefault(span.stamp, line)
    return next((found for found in places.values() if 2 * len(found) > len(spans)), {})


def _is_name(text: str) -> bool:
    return WORDY.search(text) is not None and not (stamped(text) or acted(text) or _NO_NAME.search(text))


def floor_of(lines: list[str]) -> int | None:
    for line in lines:
        if storeyed(line):
            return storey_of(line)
        for name, floor in _NAMED_FLOORS.items():
            if line.startswith(name):
                return floor
        if len(line) <= MOST and (found := _FLOOR.search(line)):
            return int(found.group(1) or found.group(2))
    return None
