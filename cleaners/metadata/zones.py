"""The lines that may hold metadata: above the text, cut from inside it, below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaners.metadata.labels import MAX_LINE, fields
from cleaners.metadata.lines import starts_related

if TYPE_CHECKING:
    from cleaners.document import Body, Document, Run

_ABOVE_TITLE = 4
_HEADER, _TAIL = 30, 25
"""Lines looked at on each side; bylines stand close to headline and text."""
_FIRST, _LAST = 4, 5
"""Lines of the text itself that may be a byline nobody cut."""
_MAX_SIGNATURE = 60


@dataclass(frozen=True, slots=True)
class Zones:
    """Runs that may hold metadata, in printed order."""

    above: list[Run]
    """A few lines over the headline: breadcrumb, sometimes the date."""
    header: list[Run]
    """Between headline and text, and byline-like lines at the text's beginning."""
    tail: list[Run]
    """Byline-like lines at the text's end, what was cut after it, and what follows it, up to the related stories."""
    late: list[Run]
    """What follows the heading of the related stories: only a 责任编辑 there is the article's own."""


def read_zones(doc: Document, body: Body, title_run: int | None) -> Zones:
    """The zones of a page whose text is known."""
    runs = doc.runs
    start = min(body.start, len(runs))
    end = max(start, min(body.end, len(runs)))
    if title_run is not None and start <= title_run < end:
        start = title_run + 1
    top = title_run if title_run is not None and title_run < start else None
    first = max(0, start - _HEADER if top is None else max(top + 1, start - _HEADER))
    text = [index for index in range(start, end) if runs[index].verdict in ("body", "")]
    text_from, text_to = (text[0], text[-1] + 1) if text else (start, start)

    below = _visible(runs[max(text_to, text_from) : end + _TAIL])
    related = next((i for i, run in enumerate(below) if starts_related(run.text)), len(below))
    above_from = first if top is None else top
    return Zones(
        above=_visible(runs[max(0, above_from - _ABOVE_TITLE) : above_from]),
        header=_visible(runs[first:text_from])
        + _bylines([runs[i] for i in range(text_from, min(text_from + _FIRST, text_to))]),
        tail=_bylines([runs[i] for i in range(max(text_from + _FIRST, text_to - _LAST), text_to)])
        + below[:related],
        late=below[related : related + _TAIL],
    )


def _visible(runs: Sequence[Run]) -> list[Run]:
    return [run for run in runs if len(run.text) <= MAX_LINE and run.junk != "hidden"]


def _bylines(runs: Sequence[Run]) -> list[Run]:
    """Lines among the text's own that were dropped, or that open with a byline label."""
    return [run for run in _visible(runs) if run.verdict not in ("body", "") or _opens_with_label(run.text)]


def _opens_with_label(text: str) -> bool:
    if len(text) > _MAX_SIGNATURE or text.endswith(("。", "？", "！")):
        return False
    found = fields(text)
    return bool(found) and found[0].start <= 8
