"""Where the page prints the title, and which junk marks are wrong because the article stands inside."""

from __future__ import annotations

import re
from itertools import accumulate

from cleaners.body.scoring import is_good
from cleaners.document import Box, Run

_OTHER = re.compile(r"[\W_]+")


def letters(text: str) -> str:
    """Letters and digits only, lower case: what two prints of one title share."""
    return _OTHER.sub("", text).lower()


def find_title_run(runs: list[Run], title: str) -> int | None:
    """Index of the run that prints the title; a heading rather than a crumb. None when it is not printed."""
    wanted = letters(title)
    if len(wanted) < 4:
        return None
    found = None
    for index, run in enumerate(runs):
        size = len(run.text)
        if size > len(title) + 30 or size < len(wanted) or letters(run.text) != wanted:
            continue
        if run.box is not None and run.box.tag in ("h1", "h2") and not run.junk:
            return index
        if found is None or (runs[found].link_chars and not run.link_chars):
            found = index
    return found


def lift_marks(runs: list[Run], boxes: list[Box], title: int | None) -> None:
    """Take the junk mark off boxes that hold the article: most of the good text, or the title and text under it.

    A theme may put a share class on the article itself.
    """
    good = [0, *accumulate(len(run.text) if is_good(run) else 0 for run in runs)]
    lifted = False
    for box in boxes:
        if box.junk and box.junk != "profile" and _holds_article(box, good, title):
            box.junk = ""
            lifted = True
    if lifted:
        for run in runs:
            if run.junk:
                run.junk = _mark(run.box)


def _holds_article(box: Box, good: list[int], title: int | None) -> bool:
    if (good[box.end] - good[box.start]) * 2 > good[-1]:
        return True
    return title is not None and box.start <= title < box.end and good[box.end] - good[title] > 60


def _mark(box: Box | None) -> str:
    mark = ""
    while box is not None:
        mark = box.junk or mark
        box = box.parent
    return mark
