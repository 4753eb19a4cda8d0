"""The article's text, found among the runs of a page."""

from __future__ import annotations

from cleaners.body.anchor import find_title_run
from cleaners.body.assemble import assemble
from cleaners.body.choose import boxes_of, choose
from cleaners.body.embedded import embedded_paragraphs
from cleaners.body.filters import filter_lines
from cleaners.body.marks import clear_around_title, clear_marks
from cleaners.body.refine import refine
from cleaners.body.scoring import rate
from cleaners.body.span import span_of
from cleaners.body.teasers import mark_dated_lists, mark_teasers
from cleaners.body.truncated import is_truncated
from cleaners.document import Body, Box, Document
from cleaners.dom import select

__all__ = ["find_body"]

_FEW = 40
"""A text this short may be the notice of a page that a script fills."""


def find_body(doc: Document, title: str) -> Body:
    """The article's paragraphs and where they stand; gives every run of the document its verdict."""
    runs = doc.runs
    rate(runs)
    at = find_title_run(runs, title)
    container = _container(doc, at)
    start, end = (container.start, container.end) if container is not None else span_of(runs, title)
    if at is not None and start <= at < end:
        start = at + 1
    filter_lines(doc, start, end, container, title, at)
    kept = [run for run in runs[start:end] if run.verdict == "body"]
    paragraphs = refine(assemble(kept))
    chars = sum(len(run.text) for run in kept)
    if chars < _FEW:
        paragraphs = embedded_paragraphs(doc) or paragraphs
    return Body(
        paragraphs=tuple(paragraphs),
        start=start,
        end=end,
        container=container.element if container is not None else None,
        link_share=sum(run.link_chars for run in kept) / chars if chars else 0.0,
        truncated=is_truncated(runs, start, end),
    )


def _container(doc: Document, title: int | None) -> Box | None:
    """The article's box: the profile's where it holds text, else the best one. None in text mode."""
    runs = doc.runs
    boxes = boxes_of(runs)
    clear_around_title(runs, title)
    mark_teasers(runs)
    mark_dated_lists(runs, title)
    container = _profiled(doc, boxes) or choose(runs, boxes, title)
    if container is not None:
        clear_marks(runs, boxes, container)
    return container


def _profiled(doc: Document, boxes: list[Box]) -> Box | None:
    if not doc.profile.body or doc.tree is None:
        return None
    wanted = select(doc.tree, doc.profile.body)
    named = [box for box in boxes if box.element in wanted]
    held = [box for box in named if any(run.good for run in doc.runs[box.start : box.end])]
    return max(held, key=lambda box: box.end - box.start, default=None)
