"""What a page says of its author below the text, in lines like those of the text: the name, and who bears it."""

from __future__ import annotations

import re

from cleaners.lexicon import expression
from cleaners.readings.view import View

_LIFE = expression("<bylines.life>", needs="bylines.life")
_OPENING = 60
"""Characters at the head of such a line within which it says so."""
_NAME = re.compile(r"[^\W\d_](?:[\w·.’'-]| (?=[A-Z])){1,15}")
_BYLINE, _HEADER = 40, 12
"""Characters of a line above the text that bears the name, and lines around the start of the text among which it stands."""


def tells_of_author(view: View, start: int, index: int) -> bool:
    """A line that tells who wrote the text, right under the name, which stands above the text, too. `start`: where the
    lines begin among which the text stands."""
    name = view.runs[index - 1].text if index > start else ""
    if _NAME.fullmatch(name) is None or not tells_life(view.folded(index)):
        return False
    header = range(start, min(index - 1, start + _HEADER))
    first = next((at for at in header if view.good[at]), header.stop)
    above = range(max(0, start - _HEADER), first)
    return any(len(view.runs[at].text) <= _BYLINE and _bears(view.runs[at].text, name) for at in above)


def tells_life(folded: str) -> bool:
    """It says what somebody is by trade, where they live, what they wrote."""
    return _LIFE.search(folded[:_OPENING]) is not None


def _bears(line: str, name: str) -> bool:
    """It holds the name as a word of its own, or behind a label."""
    return re.search(rf"(?:^|\W|文|撰|者){re.escape(name)}(?:$|\W)", line) is not None
