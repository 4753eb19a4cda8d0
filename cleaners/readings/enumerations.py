"""Enumerations below a text without markup: what its last line announces, and items that count on."""

from __future__ import annotations

import re

from cleaners.readings.view import View

_ANNOUNCES = re.compile(r"(?:[\u3400-\u9fff][）)]?[：:]|如下|名单)$")
_ITEM = re.compile(r"[（(\[【]?(\d{1,3})(?:[）)\]】]|[、.．](?!\d))")
_LEAST, _MOST = 3, 300
"""Lines of an enumeration."""
_LONG = 80
"""Most characters of a line of one on the mean; others are paragraphs."""


def enumeration_end(view: View, end: int) -> int:
    """Where the enumeration ends that stands right below a text; `end` where none does."""
    if end == 0 or end >= len(view.runs):
        return end
    if _ANNOUNCES.search(view.folded(end - 1)):
        return _announced(view, end, end)
    if _ANNOUNCES.search(view.folded(end)) and not _is_other(view, end):
        return _announced(view, end, end + 1)
    return _counted(view, end)


def _announced(view: View, end: int, start: int) -> int:
    """The lines down to the first of something else."""
    stop = start
    while stop < min(len(view.runs), start + _MOST) and not _is_other(view, stop):
        stop += 1
    chars = sum(len(view.runs[at].text) for at in range(start, stop))
    return stop if stop - start >= _LEAST and chars <= _LONG * (stop - start) else end


def _counted(view: View, end: int) -> int:
    """The items behind one with a number, as far as each has the next."""
    item, stop = _ITEM.match(view.folded(end - 1)), end
    while item is not None and stop < len(view.runs):
        following = _ITEM.match(view.folded(stop))
        if following is None or int(following[1]) - int(item[1]) not in (1, 2):
            break
        item, stop = following, stop + 1
    return stop


def _is_other(view: View, index: int) -> bool:
    return view.section(index) is not None or bool(view.noise(index, edge=True))
