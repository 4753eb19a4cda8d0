"""Where the page prints the title."""

from __future__ import annotations

import re

from cleaners.document import Run

_OTHER = re.compile(r"[\W_]+")
_LEAST = 4
"""Letters of a title that can be told from a menu item."""


def letters(text: str) -> str:
    """Letters and digits only, lower case: what two prints of one title share."""
    return _OTHER.sub("", text).lower()


def find_title_run(runs: list[Run], title: str) -> int | None:
    """Index of the run that prints the title; a heading rather than a crumb. None when it is not printed."""
    wanted = letters(title)
    if len(wanted) < _LEAST:
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


def repeats_title(run: Run, wanted: str) -> bool:
    """The run prints the title (given as letters), perhaps with a note such as (图)."""
    if len(run.text) > len(wanted) * 2 + 12 or not wanted:
        return False
    printed = letters(run.text)
    return printed == wanted or (printed.startswith(wanted) and len(printed) <= len(wanted) + 3)
