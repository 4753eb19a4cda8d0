"""A second opinion where little is expected of every reading: trafilatura on the whole page."""

from __future__ import annotations

from dataclasses import replace

from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted

from cleaners.document import Document
from cleaners.metadata.title import Title
from cleaners.metadata.title.strings import key
from cleaners.readings.proposals import Reading
from cleaners.readings.teasers import find_teasers
from cleaners.readings.view import GIANT, View

_MOST_RUNS, _MOST_CHARS = 1_500, 400_000
"""Beyond these it is not asked: its cost grows faster than the page."""
_CLOSING = frozenset(["disclaimer", "editor", "share", "promotion", "comment", "neighbour"])
"""Rules of lines that are none of a text at its end."""
_PART = 8
"""Letters of a line that is told by standing inside what was extracted; shorter ones must be a line of it."""


def second_opinion(doc: Document, view: View, readings: list[Reading]) -> Reading | None:
    """The lines that trafilatura keeps, as one more reading; None where it keeps none or the page is too large for it."""
    if doc.tree is None or len(doc.runs) > _MOST_RUNS or len(doc.html) > _MOST_CHARS:
        return None
    lines = [key(line) for line in _extracted(doc.html).split("\n")]
    listed, text = _listed(view), "\n".join(lines)
    kept = _without_closing(
        view, [at for at in _kept(view, frozenset(lines), text, readings[0].title) if at not in listed]
    )
    if not kept or any(reading.kept == kept for reading in readings):
        return None
    rules = [""] * len(view.runs)
    for at in range(kept[0], kept[-1] + 1):
        rules[at] = "aside"
    for at in kept:
        rules[at] = "body"
    first = readings[0]
    return replace(
        first, box=None, start=kept[0], end=kept[-1] + 1, rules=rules, kept=kept, number=len(readings)
    )


def _listed(view: View) -> frozenset[int]:
    """Linked headlines and the snippets below them, in lists of other stories."""
    snippets = find_teasers(view, [run.junk for run in view.runs])
    return snippets | {at - 1 for at in snippets}


def _without_closing(view: View, kept: list[int]) -> tuple[int, ...]:
    """The lines down to the last that its words do not take."""
    end = len(kept)
    while end and view.noise(kept[end - 1], edge=True) in _CLOSING:
        end -= 1
    return tuple(kept[:end])


def _extracted(html: str) -> str:
    found = bare_extraction(html, include_comments=False, fast=True, with_metadata=False)
    return found.text or "" if isinstance(found, Extracted) else ""


def _kept(view: View, lines: frozenset[str], text: str, title: Title) -> list[int]:
    """Runs that stand in what was extracted, the title's own line apart."""
    wanted = key(title.text)
    found = []
    for at, run in enumerate(view.runs):
        own = key(run.text)
        if (
            not run.junk
            and len(run.text) <= GIANT
            and own
            and own != wanted
            and (own in lines or (len(own) >= _PART and own in text))
        ):
            found.append(at)
    return found
