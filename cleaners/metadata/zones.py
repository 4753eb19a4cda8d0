"""The lines that may hold metadata: above the text, cut from inside it, below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaners.metadata.labels import MAX_LINE
from cleaners.metadata.lines import starts_related

if TYPE_CHECKING:
    from cleaners.document import Body, Document, Run

_ABOVE_TITLE = 4
_HEADER, _TAIL = 30, 25
_MIDDLE = 12
"""Lines looked at on each side; bylines stand close to headline and text."""


@dataclass(frozen=True, slots=True)
class Zones:
    """Runs that may hold metadata, in printed order."""

    above: list[Run]
    """A few lines over the headline: breadcrumb, sometimes the date."""
    header: list[Run]
    """Between headline and text, and the lines that were cut from the text's beginning."""
    tail: list[Run]
    """Lines that were cut from the text's end, and what follows it, up to the related stories."""


def read_zones(doc: Document, body: Body, title_run: int | None) -> Zones:
    """The zones of a page whose text is known."""
    runs, start = doc.runs, min(body.start, len(doc.runs))
    end = max(start, min(body.end, len(runs)))
    top = title_run if title_run is not None and title_run < start else None
    if title_run is not None and start <= title_run < end:
        start = title_run + 1
    first = start - _HEADER if top is None else max(top + 1, start - _HEADER)
    inner_head, inner_tail = _cut_lines(runs, start, end)
    above_from = max(0, (top if top is not None else first) - _ABOVE_TITLE)
    return Zones(
        above=_short(runs[above_from : max(0, top if top is not None else first)]),
        header=_short(runs[max(0, first) : start]) + inner_head,
        tail=inner_tail + _until_related(runs[end : end + _TAIL]),
    )


def _cut_lines(runs: list[Run], start: int, end: int) -> tuple[list[Run], list[Run]]:
    """Lines inside the article's box that are not its text: those before its first and after its last paragraph."""
    kept = [index for index in range(start, end) if runs[index].verdict in ("body", "")]
    if not kept:
        return [], []
    head = runs[start : min(kept[0], start + _MIDDLE)]
    inside = [
        runs[i]
        for i in range(max(kept[0], kept[-1] - _MIDDLE), kept[-1])
        if runs[i].verdict not in ("body", "")
    ]
    early = [
        runs[i] for i in range(kept[0], min(kept[0] + 6, kept[-1])) if runs[i].verdict not in ("body", "")
    ]
    return _short(head + early), _short([run for run in inside if run not in early]) + _until_related(
        runs[kept[-1] + 1 : min(end, kept[-1] + 1 + _TAIL)]
    )


def _short(runs: list[Run]) -> list[Run]:
    return [run for run in runs if len(run.text) <= MAX_LINE]


def _until_related(runs: list[Run]) -> list[Run]:
    kept: list[Run] = []
    for run in runs:
        if starts_related(run.text):
            break
        kept.append(run)
    return _short(kept)
