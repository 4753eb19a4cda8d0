"""Enumerations below a text without markup: what its last line announces, and items that count on."""

from __future__ import annotations

import re
from collections import Counter

from cleaners.lexicon import expression
from cleaners.readings.view import View

_ANNOUNCES = re.compile(
    r"(?:[\u3400-\u9fff][）)]?[：:]|如下|名单|现[^，。]{0,16}予?以?(?:公布|公示|公告)[。.]?)$"
)
_REFERENCES = expression(r"\W{0,4}(?:主要)?<enumerations.references>\W{0,4}", needs="enumerations.references")
_ITEM = re.compile(r"[（(\[【]?(\d{1,3})(?:[）)\]】]|[、.．](?!\d))")
_LABELLED = re.compile(r"([\u3400-\u9fff]{2,6})[：:]\s?\S")
_LEAST, _MOST = 3, 300
"""Lines of an enumeration."""
_LONG, _CITED = 80, 400
"""Most characters of a line of one on the mean; others are paragraphs. What is cited has a line of its own length."""
_BUTTONS = 2
"""Lines of furniture between a text and the list that it announces."""


def enumeration_end(view: View, end: int) -> int:
    """Where the enumeration ends that stands right below a text; `end` where none does."""
    if end == 0 or end >= len(view.runs):
        return end
    if _ANNOUNCES.search(view.folded(end - 1)):
        return _announced(view, end, end, _LONG)
    head = next(
        (at for at in range(end, min(end + _BUTTONS + 1, len(view.runs))) if not view.noise(at, edge=True)),
        end,
    )
    if _REFERENCES.fullmatch(view.folded(head)):
        return _announced(view, end, head + 1, _CITED, least=1)
    if _ANNOUNCES.search(view.folded(head)) and not _is_other(view, head):
        return _announced(view, end, head + 1, _LONG)
    return max(_counted(view, end), _labelled(view, end))


def _announced(view: View, end: int, start: int, longest: int, least: int = _LEAST) -> int:
    """The lines down to the first of something else."""
    stop = start
    while stop < min(len(view.runs), start + _MOST) and not _is_other(view, stop, dates=True):
        stop += 1
    chars = sum(len(view.runs[at].text) for at in range(start, stop))
    return stop if stop - start >= least and chars <= longest * (stop - start) else end


def _counted(view: View, end: int) -> int:
    """The items behind one with a number, as far as each has the next."""
    item, stop = _ITEM.match(view.folded(end - 1)), end
    while item is not None and stop < len(view.runs):
        following = _ITEM.match(view.folded(stop))
        if following is None or int(following[1]) - int(item[1]) not in (1, 2):
            break
        item, stop = following, stop + 1
    return stop


def _labelled(view: View, end: int) -> int:
    """The facts of several entries, each under the same labels: `年龄：23岁`."""
    stop, last, met = end, end, Counter[str]()
    while stop < min(len(view.runs), end + _MOST) and stop - last <= _BUTTONS and not _is_other(view, stop):
        if found := _LABELLED.match(view.folded(stop)):
            met[found[1]] += 1
            last = stop + 1
        stop += 1
    again = sum(count for count in met.values() if count > 1)
    return last if again >= 2 * _LEAST else end


def _is_other(view: View, index: int, *, dates: bool = False) -> bool:
    """Something else begins there; `dates` may be what the text announces."""
    rule = view.noise(index, edge=True)
    return view.section(index) is not None or bool(rule and not (dates and rule == "dateline"))
