"""The lines that may hold metadata: above the text, cut from inside it, below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaners.metadata.labels import MAX_LINE
from cleaners.metadata.lines import Line, starts_related

if TYPE_CHECKING:
    from cleaners.document import Body, Document
    from cleaners.metadata.title import Title

_ABOVE_TITLE = 4
_HEADER, _TAIL = 30, 25
"""Lines looked at on each side; bylines stand close to headline and text."""
_CUT = 75
"""Lines looked at of what was cut after the text: hundreds of comments may stand in the article's own box."""
_HEADER_UNTITLED = 12
"""Lines looked at above the text where the headline is printed nowhere."""
_FIRST, _LAST = 4, 5
"""Lines of the text itself that may be a byline nobody cut."""
_MAX_SIGNATURE = 60


@dataclass(frozen=True, slots=True)
class Zones:
    """Runs that may hold metadata, in printed order."""

    above: list[Line]
    """A few lines over the headline: breadcrumb, sometimes the date."""
    header: list[Line]
    """Between headline and text, and byline-like lines at the text's beginning."""
    tail: list[Line]
    """Byline-like lines at the text's end, what was cut after it, and what follows it, up to the related stories."""
    late: list[Line]
    """What follows the heading of the related stories: only a 责任编辑 there is the article's own."""


def read_zones(doc: Document, body: Body, title: Title) -> Zones:
    """The zones of a page whose text is known."""
    start = min(body.start, len(doc.runs))
    end = max(start, min(body.end, len(doc.runs)))
    if title.run is not None and start <= title.run < end:
        start = title.run + 1
    top = title.run if title.run is not None and title.run < start else None
    first = max(0, start - _HEADER_UNTITLED if top is None else max(top + 1, start - _HEADER))
    text = [index for index in range(start, end) if doc.runs[index].verdict in ("body", "")]
    text_from, text_to = (text[0], text[-1] + 1) if text else (start, start)
    head_to, tail_from = min(text_from + _FIRST, text_to), max(text_from + _FIRST, text_to - _LAST)
    above_to = first if top is None else top

    def lines(begin: int, stop: int) -> list[Line]:
        return _lines(doc, title, begin, stop)

    below = lines(text_to, min(end, text_to + _CUT) + _TAIL)
    related = next((i for i, line in enumerate(below) if starts_related(line.text)), len(below))
    return Zones(
        above=lines(max(0, above_to - _ABOVE_TITLE), above_to),
        header=lines(first, text_from) + _bylines(lines(text_from, head_to)),
        tail=_bylines(lines(tail_from, text_to)) + below[:related],
        late=below[related : related + _TAIL],
    )


def _lines(doc: Document, title: Title, begin: int, stop: int) -> list[Line]:
    """Visible lines, without running text. The headline, printed once more among the bylines, is no byline."""
    return [
        Line(run, doc.fetched_at)
        for run in doc.runs[begin:stop]
        if len(run.text) <= MAX_LINE
        and run.junk != "hidden"
        and not (run.text in title.text and len(run.text) > 5)
    ]


def _bylines(lines: Sequence[Line]) -> list[Line]:
    """Lines among the text's own that were dropped, or that open with a byline label."""
    return [line for line in lines if line.run.verdict not in ("body", "") or _opens_with_label(line)]


def _opens_with_label(line: Line) -> bool:
    if len(line.text) > _MAX_SIGNATURE or line.text.endswith(("。", "？", "！")):
        return False
    return bool(line.fields) and line.fields[0].start <= 8
