"""The lines that may hold metadata: above the text, cut from inside it, below it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cleaners.brackets import CLOSERS, OPENERS
from cleaners.metadata.byline.labels import MAX_LINE
from cleaners.metadata.lines import Line, names_sheet, starts_comments, starts_related
from cleaners.metadata.people.bare import bare_credits, introduced
from cleaners.metadata.works import ROW, describes_work

if TYPE_CHECKING:
    from cleaners.document import Body, Document, Run
    from cleaners.metadata.title import Title

_ABOVE_TITLE, _SHEET, _OVER_SHEET = 4, 30, 6
"""Lines over the headline; those where a sheet of a paper may be headed, above its other headlines; and those over the doors
to other sheets, with the paper's name and the day."""
_HEADER, _TAIL = 30, 25
"""Lines looked at on each side; bylines stand close to headline and text."""
_CUT = 75
"""Lines looked at of what was cut from the article's own box, which may hold thousands of comments: after the headline,
before the text and after it."""
_HEADER_UNTITLED = 12
"""Lines looked at above the text where the headline is printed nowhere."""
_FIRST, _LAST = 6, 5
"""Lines of the text itself that may be a byline nobody cut."""
_CUT_FIRST = 8
"""Lines at the beginning of the text among which a byline may have been cut from it."""
_MAX_SIGNATURE = 60
_LABEL = 8
"""Characters before the first label of a signature."""
_MAX_INFO, _REACH = 80, 16
"""Characters of an info line, and before the date in it: a label, a name."""


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
    top = title.run if title.run is not None and title.run < start else _printed_above(doc, title, start)
    first = max(0, start - _HEADER_UNTITLED if top is None else max(top + 1, start - _HEADER))
    text = [index for index in body.kept if start <= index < end]
    kept = frozenset(doc.runs[index] for index in text)
    text_from, text_to = (text[0], text[-1] + 1) if text else (start, start)
    headed_to = min(first + _HEADER + _CUT, text_from)
    head_to, tail_from = min(text_from + _FIRST, text_to), max(text_from + _FIRST, text_to - _LAST)
    above_to = first if top is None else top
    above_from = max(0, above_to - _ABOVE_TITLE)
    over = range(max(0, above_to - _SHEET), above_to)
    sheet = next((at - _OVER_SHEET for at in over if names_sheet(doc.runs[at].text)), above_from)
    above_from = max(0, min(above_from, sheet))

    def lines(begin: int, stop: int) -> list[Line]:
        return _lines(doc, title, begin, stop, text_from)

    headed = (
        _beside_headline(doc, title)
        + lines(first, headed_to)
        + lines(max(headed_to, text_from - _CUT), text_from)
    )
    below = lines(text_to, min(end, text_to + _CUT) + _TAIL)
    cut_to = max(head_to, min(text_from + _CUT_FIRST, text_to))
    cut = [line for line in lines(head_to, cut_to) if line.run not in kept]
    related = next((i for i, line in enumerate(below) if _starts_others(line.text)), len(below))
    return Zones(
        above=lines(above_from, above_to),
        header=headed + _bylines(lines(text_from, head_to), kept) + cut,
        tail=_bylines(lines(tail_from, text_to), kept) + below[:related],
        late=below[related : related + _TAIL],
    )


def _beside_headline(doc: Document, title: Title) -> list[Line]:
    """What else the headline's own line prints: `<h1>题目 <span>发布时间：2026-04-18</span></h1>`."""
    run = None if title.run is None else doc.runs[title.run]
    if run is None or not title.text or not run.text.startswith(title.text):
        return []
    line = Line(replace(run, text=run.text[len(title.text) :].strip()), doc.fetched_at)
    return [line] if line.is_dateline or any(field.marked for field in line.fields) else []


def _printed_above(doc: Document, title: Title, start: int) -> int | None:
    """The last line above the text that prints the headline, where the text was taken without a title line."""
    above = range(start - 1, max(-1, start - 1 - _HEADER), -1)
    return next((index for index in above if title.text and doc.runs[index].text == title.text), None)


def _lines(doc: Document, title: Title, begin: int, stop: int, text_from: int) -> list[Line]:
    """Visible lines, without running text. The headline, printed once more among the bylines, is no byline. What
    unhides the text unhides the lines in the same box."""
    return [
        Line(run, doc.fetched_at)
        for at, run in enumerate(doc.runs[begin:stop], begin)
        if len(run.text) <= MAX_LINE
        and (run.junk != "hidden" or _is_unhidden(run, text_from))
        and not (run.text in title.text and len(run.text) > 5)
        and not (at >= text_from and _is_of_work(doc, at))
    ]


def _starts_others(text: str) -> bool:
    return starts_related(text) or starts_comments(text)


def _is_of_work(doc: Document, at: int) -> bool:
    """A line of the text that tells of a work."""
    first = max(0, at - ROW)
    return describes_work([run.text for run in doc.runs[first : at + ROW + 1]], at - first)


def _is_unhidden(run: Run, text_from: int) -> bool:
    """Whether what hides a line is void, or hides the text, too: then a script shows both."""
    hiding = []
    box = run.box
    while box is not None:
        hiding += [box] if box.junk == "hidden" else []
        box = box.parent
    return all(box.start <= text_from < box.end for box in hiding)


def _bylines(lines: Sequence[Line], kept: Set[Run]) -> list[Line]:
    """Lines among the text's own that were dropped, or that open with a byline label or a date."""
    return [
        line
        for line in lines
        if line.run not in kept
        or _opens_with_label(line)
        or _opens_with_date(line)
        or bool(bare_credits(line.text) or introduced(line.text))
    ]


def _opens_with_date(line: Line) -> bool:
    """An info line that a standfirst above it made a part of the text: a date, and labels or a name beside it."""
    return len(line.text) <= _MAX_INFO and line.is_dateline and line.dates[0].start <= _REACH


def _opens_with_label(line: Line) -> bool:
    if len(line.text) > _MAX_SIGNATURE or line.text.endswith(("。", "？", "！")):
        return False
    in_bracket = line.text.startswith(OPENERS) and line.text.endswith(CLOSERS)
    return bool(line.fields) and line.fields[0].start <= (_REACH if in_bracket else _LABEL)
