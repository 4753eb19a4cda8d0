"""The posts of a thread: found by their time stamps, which stand in boxes of one shape.

Discuz!, phpwind, Flarum, Tieba and home-made templates agree in one thing: each post prints its author and its time in
the same place. So a thread is looked for as stamps of one shape, a post as the largest box around one of them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaners.kinds.signature import author_of, floor_of, time_of
from cleaners.kinds.spans import spans_of
from cleaners.kinds.stamps import (
    ENDS,
    MARK,
    MOST,
    NAME,
    POSTS,
    SOME,
    WORDY,
    acted,
    alike,
    names_text,
    place_of,
    stamped,
    timed,
    told,
)

if TYPE_CHECKING:
    from datetime import datetime

    from cleaners.document import Box, Document, Run

_LEAF = frozenset(
    ["p", "li", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "code", "strong"]
)
"""Shapes inside a text, not of a template."""
_HEADLINE = 8
"""A linked line this long is a headline; names of people are shorter."""
_QUOTED = re.compile(r".{1,24}?[:：]\s?(.+)")


@dataclass(frozen=True, slots=True)
class Found:
    """One post, in the script of the page."""

    author: str | None
    time: datetime | None
    text: tuple[str, ...]
    """Its paragraphs."""
    floor: int | None
    start: int
    """Index of its first run."""
    end: int


def find_posts(doc: Document) -> list[Found]:
    """The posts of a page in printed order, the opening one where it has the same template; [] where there is none."""
    runs = doc.runs
    return _posts(doc, alike(runs, timed)) or _posts(doc, alike(runs, acted))


def _posts(doc: Document, stamps: list[int]) -> list[Found]:
    runs = doc.runs
    spans = spans_of(runs, stamps)
    if len(spans) < POSTS or _is_list(runs, spans):
        return []
    texts = _texts(runs, spans)
    posts: list[Found] = []
    said: set[str] = set()
    for stamp, start, end in spans:
        lines = [runs[i].text for i in range(start, end) if i in texts and not _quotes(runs[i].text, said)]
        said.update(lines)
        if lines:
            posts.append(_post(doc, stamp, start, end, tuple(lines)))
    return posts if len(posts) >= POSTS else []


def _is_list(runs: list[Run], spans: list[tuple[int, int, int]]) -> bool:
    """Most posts hold a headline that is a link: entries of a list."""
    return sum(_headed(runs[start:end]) for _, start, end in spans) * 2 > len(spans)


def _headed(runs: list[Run]) -> bool:
    """A linked headline stands above its text."""
    for run in runs:
        if run.link_chars * 5 >= len(run.text) * 4 and len(run.text) >= _HEADLINE:
            return True
        if told(run):
            return False
    return False


def _texts(runs: list[Run], spans: list[tuple[int, int, int]]) -> set[int]:
    """The runs of the posts that are text: those in places where posts differ, in words, outside links."""
    places: dict[tuple[str, ...], list[int]] = {}
    stamps = {stamp for stamp, *_ in spans}
    times = Counter(_bare(runs[i].text) for _, start, end in spans for i in range(start, end))
    many = max(SOME, len(spans) // 3)
    for _, start, end in spans:
        for i in range(start, end):
            if (
                i not in stamps
                and not stamped(runs[i].text[:MOST])
                and not acted(runs[i].text)
                and times[_bare(runs[i].text)] < many
                and runs[i].junk != "hidden"
            ):
                places.setdefault(_text_place(runs[i].box), []).append(i)
    return {
        i
        for at in places.values()
        if _is_text([runs[i] for i in at])
        for i in at
        if WORDY.search(runs[i].text)
    }


def _bare(text: str) -> str:
    """A line without its numbers: 3 个赞 is a button as 4 个赞 is. A line of nothing else stays as it is."""
    return (MARK.sub("", text) if len(text) <= NAME else "") or text


def _quotes(line: str, said: set[str]) -> bool:
    """It is a name and what another post says."""
    found = _QUOTED.match(line)
    return found is not None and found.group(1) in said


def _text_place(box: Box | None) -> tuple[str, ...]:
    while box is not None and box.tag in _LEAF and box.parent is not None and not box.name:
        box = box.parent
    return place_of(box)


def _is_text(runs: list[Run]) -> bool:
    chars = sum(len(run.text) for run in runs)
    linked = sum(run.link_chars for run in runs)
    if linked * 2 > chars or sum(run.junk == "user" for run in runs) * 2 > len(runs):
        return False
    if names_text(runs[0].box) and len({run.text for run in runs}) * 5 >= 4 * len(runs):
        return True
    ended = sum(ENDS.search(run.text) is not None for run in runs)
    return chars >= 15 * len(runs) or (chars >= 5 * len(runs) and ended * 5 >= len(runs))


def _post(doc: Document, stamp: int, start: int, end: int, text: tuple[str, ...]) -> Found:
    time = time_of([doc.runs[stamp].text, *(run.text for run in doc.runs[start:end])], doc.fetched_at)
    head = [run.text for run in doc.runs[start:end] if len(run.text) <= MOST and run.text not in text]
    return Found(author_of(doc, stamp, start), time, text, floor_of(head), start, end)
