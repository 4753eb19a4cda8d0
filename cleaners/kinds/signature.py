"""Who wrote a post, when, and on which floor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners.kinds.stamps import MOST, NAME, STAMP, WORDY, stamped
from cleaners.metadata.byline.links import leads_to_person
from cleaners.metadata.dates import find_dates
from cleaners.metadata.elements import links_of, text_of
from schemas import Precision

if TYPE_CHECKING:
    from datetime import datetime

    from cleaners.document import Document, Run

_FLOOR = re.compile(r"(?:#\s?(\d{1,6})(?!\d))|(?<!\d)(\d{1,6})\s?(?:楼|樓|#)")
_NAMED_FLOORS = {"楼主": 1, "沙发": 2, "板凳": 3, "地板": 4}


def time_of(lines: list[str], fetched_at: datetime | None) -> datetime | None:
    """The first of its times that is printed in full; else what a relative one comes to."""
    dates = [
        date
        for line in lines
        if len(line) <= MOST and stamped(line)
        for date in find_dates(line, fetched_at=fetched_at)[:1]
    ]
    return (
        min(dates, key=lambda date: (date.relative, date.precision is Precision.DAY)).value if dates else None
    )


def author_of(doc: Document, stamp: int, start: int) -> str | None:
    """Who wrote it: the first link to a person in its box, else the first short link, else what stands before the time."""
    for name in _people(doc.runs[start : stamp + 1]):
        return name
    for run in doc.runs[start:stamp]:
        if run.link_chars == len(run.text) <= NAME and WORDY.search(run.text):
            return run.text
    line = doc.runs[stamp].text
    found = STAMP.search(line)
    before = re.split(r"\s?[|·•:：(（\[]", line[: found.start()].strip())[0].strip() if found else ""
    return (
        before
        if before and len(before) <= NAME and not re.search(r"发表|发布|回复|時間|时间", before)
        else None
    )


def _people(runs: list[Run]) -> Iterator[str]:
    """Texts of links to people in the boxes of a post's head."""
    for run in runs:
        if not run.link_chars:
            continue
        for link in links_of(run):
            name = text_of(link)
            if leads_to_person(link.get("href") or "") and 0 < len(name) <= NAME:
                yield name


def floor_of(lines: list[str]) -> int | None:
    for line in lines:
        for name, floor in _NAMED_FLOORS.items():
            if line.startswith(name):
                return floor
        if len(line) <= MOST and (found := _FLOOR.search(line)):
            return int(found.group(1) or found.group(2))
    return None
