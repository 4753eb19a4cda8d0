"""Where the page prints the title."""

from __future__ import annotations

from cleaners.document import Run
from cleaners.metadata.title.strings import key

_SHORT = 4
"""Letters of a title that a line may print with a note; `江水啊，` is a line of the poem 江水."""


def repeats_title(run: Run, wanted: str) -> bool:
    """The run prints the title (given as letters), perhaps with a note such as (图)."""
    if len(run.text) > len(wanted) * 2 + 12 or not wanted or wanted[0] not in run.text.lower():
        return False
    printed = key(run.text)
    noted = len(wanted) >= _SHORT and printed.startswith(wanted) and len(printed) <= len(wanted) + 3
    return printed == wanted or noted
