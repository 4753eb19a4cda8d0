"""The article's text, found among the runs of a page."""

from __future__ import annotations

from cleaners.body.anchor import find_title_run
from cleaners.body.choose import boxes_of, choose
from cleaners.body.filters import filter_lines
from cleaners.body.marks import clear_around_title, clear_marks
from cleaners.body.refine import refine
from cleaners.body.scoring import rate
from cleaners.body.teasers import mark_dated_lists, mark_teasers
from cleaners.document import Body, Box, Document

__all__ = ["find_body"]


def find_body(doc: Document, title: str) -> Body:
    """The article's paragraphs and where they stand; gives every run of the document its verdict."""
    runs = doc.runs
    rate(runs)
    boxes = boxes_of(runs)
    at = find_title_run(runs, title)
    clear_around_title(runs, at)
    mark_teasers(runs)
    mark_dated_lists(runs, at)
    box = _named(doc, boxes) or choose(runs, boxes, at)
    if box is not None:
        clear_marks(runs, boxes, box)
    start, end = (box.start, box.end) if box is not None else (0, len(runs))
    if at is not None and start <= at < end:
        start = at + 1
    filter_lines(runs, start, end, box, title, doc.profile)
    kept = [run for run in runs[start:end] if run.verdict == "body"]
    text = refine(kept)
    if sum(map(len, text)) * 10 < sum(len(run.text) for run in kept) * 9:
        text = [run.text for run in kept]
    total = sum(len(run.text) for run in kept)
    share = sum(run.link_chars for run in kept) / total if total else 0.0
    return Body(tuple(text), start, end, box.element if box is not None else None, share)


def _named(doc: Document, boxes: list[Box]) -> Box | None:
    """The box that the site's profile names, if running text stands in it."""
    if doc.tree is None or not doc.profile.body:
        return None
    named = set(doc.tree.cssselect(doc.profile.body))
    found = (box for box in boxes if box.element in named)
    return next((box for box in found if any(run.good for run in doc.runs[box.start : box.end])), None)
