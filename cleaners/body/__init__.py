"""The article's text, found among the runs of a page."""

from __future__ import annotations


from cleaners.body.choose import boxes_of, choose, lift_marks, title_run
from cleaners.body.lines import noise
from cleaners.body.markers import section
from cleaners.body.refine import refine
from cleaners.body.scoring import is_good, is_link
from cleaners.document import Body, Document, Run

__all__ = ["find_body"]


def find_body(doc: Document, title: str) -> Body:
    runs = doc.runs
    boxes = boxes_of(runs)
    at = title_run(runs, title)
    lift_marks(runs, boxes, at)
    box = choose(runs, boxes, at)
    start, end = (box.start, box.end) if box is not None else (0, len(runs))
    if at is not None and start <= at < end:
        start = at + 1
    kept = []
    i = start
    while i < end:
        run = runs[i]
        i += 1
        if run.junk:
            run.verdict = run.junk
            continue
        rule = noise(run.text)
        if rule:
            run.verdict = rule
            continue
        rule = section(run.text)
        if rule:
            run.verdict = rule
            b = run.box
            stop = i
            while b is not None and b.start >= i - 1 and (box is None or b is not box):
                stop = max(stop, b.end)
                b = b.parent
            if stop == i and b is not None:
                before = sum(len(r.text) for r in kept if is_good(r))
                after = sum(len(r.text) for r in runs[i:end] if is_good(r))
                if after <= before:
                    stop = end
                else:
                    while stop < end and (is_link(runs[stop]) or not is_good(runs[stop])):
                        stop += 1
            for r in runs[i:stop]:
                r.verdict = rule
            i = max(i, stop)
            continue
        if is_link(run):
            run.verdict = "link"
            continue
        kept.append(run)
    for run in kept:
        run.verdict = "body"
    text = refine(kept)
    if sum(map(len, text)) * 2 < sum(len(r.text) for r in kept):
        text = [r.text for r in kept]
    return Body(tuple(text), start, end, box.element if box else None)
