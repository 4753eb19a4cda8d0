"""The lines around an article: datelines, 原标题, headings of related stories."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cleaners.lexicon import filled, fold
from cleaners.metadata.byline.labels import Field, Kind, fields
from cleaners.metadata.byline.parts import pieces
from cleaners.metadata.dates import FoundDate, find_dates
from schemas import Role

if TYPE_CHECKING:
    from datetime import datetime

    from cleaners.document import Run

_MAX_DATELINE = 160
_ROLES = 24
"""Characters of a line of a role or two and who has them."""

_ORIGINAL = re.compile(
    r"^[\s(（\[【]{0,3}(?:本文|文章|新闻)?原(?:文)?(?:标题|题目|题)(?:为|是)?\s?[:：]?\s?(.{2,150})$"
)
_RELATED = re.compile(filled(r"^\W{0,3}<around.related>\W{0,2}<around.related_thing>?\W{0,3}$"))
_COMMENTS = re.compile(
    filled(
        r"^\W{0,3}(?:\d{1,6}\s?[条则]\s?)?<headings.reader>{0,2}<headings.comment>[区列表]{0,2}\W{0,3}(?:\d{1,6}\s?[条则]?)?\W{0,3}$"
    )
)
_SHEET = re.compile(
    r"^第?\s?[A-Z]?\d{1,3}\s?版|^[A-Z]\d{2}[:：]|^\W{0,4}[上下]一[版期]|返回目录|^版面(?:导航|目录)|^标题导航|^张贴者"
)
_BYLINE_WORDS = re.compile(filled(r"<around.byline>|https?:|www\.|^\s{0,3}(?:[Bb]y|BY)\s"))


def names_original(line: str) -> str | None:
    """The headline in a 原标题 line, or None."""
    match = _ORIGINAL.match(fold(line))
    if match is None:
        return None
    title = line[match.start(1) :].strip().rstrip("】]")
    if line.lstrip()[:1] in "(（":
        title = title.rstrip(")）")
    return title.strip("《》 ") if title.startswith("《") and title.endswith("》") else title.strip()


def starts_related(line: str) -> bool:
    """Whether a line is the heading of a list of other stories."""
    return len(line) <= 12 and bool(_RELATED.match(fold(line)))


def starts_comments(line: str) -> bool:
    """Whether a line is the heading of what readers say: below it 作者 is one of them."""
    return len(line) <= 12 and bool(_COMMENTS.match(fold(line)))


def names_sheet(line: str) -> bool:
    """Whether a line names a sheet of a paper, or leads to the next one; or heads a day's posts of a blog."""
    return len(line) <= _MAX_DATELINE and bool(_SHEET.search(fold(line)))


def is_dateline(text: str, dates: Sequence[FoundDate]) -> bool:
    """Whether a line is a byline with a date: what else it holds is labels and short names, no sentence."""
    if not dates or len(text) > _MAX_DATELINE or "。" in text:
        return False
    rest = text[: dates[0].start] + text[dates[-1].end :]
    if len(rest.strip()) <= 24 or _BYLINE_WORDS.search(fold(rest)):
        return True
    return any(field.marked and isinstance(field.kind, Role) for field in fields(text))


_FIGURES = re.compile(r"(?:19|20)\d\d.{4,7}\d")
_CLOCK = re.compile(r"\d[:：][0-5]\d\d")
"""A time and, glued to it, the figures of a counter."""
_GLUED = re.compile(r"[\u4e00-\u9fff][文图摄译]\s?[:/|丨]")


class Line:
    """A run near the text, each thing in it read once, and its dates only when asked for."""

    __slots__ = ("_dates", "_fetched_at", "fields", "folded", "run", "text")

    def __init__(self, run: Run, fetched_at: datetime | None) -> None:
        self.run, self.text, self.folded = run, run.text, fold(run.text)
        self.fields = list(self._fields())
        self._fetched_at = fetched_at
        self._dates: list[FoundDate] | None = None

    def _fields(self) -> Iterator[Field]:
        """The fields of the line. In an element of its own behind a source, a label needs no blank before it:
        `<span>来源：某某报</span><span>文/王小明</span>`."""
        for field in fields(self.text, self.folded) or self._in_elements():
            glued = field.kind is Kind.SOURCE and _GLUED.search(fold(field.value)) is not None
            part = (
                next((part for part in pieces(self)[1:] if field.value.endswith(part)), "") if glued else ""
            )
            own = fields(part)
            if own and own[0].start == 0 and field.value != part:
                yield replace(field, value=field.value.removesuffix(part).strip())
                yield from (replace(one, start=field.end, end=field.end) for one in own)
            else:
                yield field

    def _in_elements(self) -> list[Field]:
        """The fields of a short line whose labels and values stand in elements of their own, without a mark between them:
        `<span>文字</span><a>王小明</a>`."""
        parts = pieces(self) if len(self.text) <= _ROLES else []
        if not parts or len(parts) % 2:
            return []
        found = [fields(f"{label}：{value}") for label, value in zip(parts[::2], parts[1::2], strict=True)]
        return [one[0] for one in found] if all(len(one) == 1 and one[0].start == 0 for one in found) else []

    @property
    def dates(self) -> list[FoundDate]:
        if self._dates is None:
            self._dates = self._read() if len(self.text) <= _MAX_DATELINE else []
        return self._dates

    def _read(self) -> list[FoundDate]:
        """The dates of the line, or those of its elements apart where these stand glued to one another:
        `<i>2026-05-17</i><i>326 次阅读</i>`, `<i>12月30日 10:18</i><i>1.2万阅读</i>`."""
        if _CLOCK.search(self.text):
            return self._apart()
        found = find_dates(self.text, fetched_at=self._fetched_at)
        return found or (self._apart() if _FIGURES.search(self.text) else [])

    def _apart(self) -> list[FoundDate]:
        parts, joined = pieces(self), ""
        begins: list[int] = []  # of each part, with a blank between them
        stands: list[int] = []  # the same in the line
        at = 0
        for part in parts:
            at = max(at, self.text.find(part, at))
            begins.append(len(joined))
            stands.append(at)
            joined, at = f"{joined}{part} ", at + len(part)

        def place(position: int) -> int:
            index = bisect_right(begins, position) - 1
            return stands[index] + position - begins[index]

        dates = find_dates(joined, fetched_at=self._fetched_at)
        return [replace(date, start=place(date.start), end=place(date.end - 1) + 1) for date in dates]

    @property
    def is_dateline(self) -> bool:
        return is_dateline(self.text, self.dates)
