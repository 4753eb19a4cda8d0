"""Where the page prints the title, and what two texts share."""

from __future__ import annotations

import re

from cleaners.document import Run

_OTHER = re.compile(r"[\W_]+")
_SHORT = 4
"""Letters of a title that a line may print with a note; `江水啊，` is a line of the poem 江水."""


def letters(text: str) -> str:
    """Letters and digits only, lower case: what two prints of one title share."""
    return _OTHER.sub("", text).lower()


def repeats_title(run: Run, wanted: str) -> bool:
    """The run prints the title (given as letters), perhaps with a note such as (图)."""
    if len(run.text) > len(wanted) * 2 + 12 or not wanted or wanted[0] not in run.text.lower():
        return False
    printed = letters(run.text)
    noted = len(wanted) >= _SHORT and printed.startswith(wanted) and len(printed) <= len(wanted) + 3
    return printed == wanted or noted


def shared(part: str, whole: str, size: int) -> float:
    """Share of the strings of so many letters of a text that another holds; 0 for one too short to have any."""
    pieces = grams(letters(part), size)
    return len(pieces & grams(letters(whole), size)) / len(pieces) if pieces else 0.0


def grams(text: str, size: int) -> set[str]:
    """The strings of so many characters in a text."""
    return {text[at : at + size] for at in range(len(text) - size + 1)}
