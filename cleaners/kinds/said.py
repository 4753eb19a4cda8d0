"""Which lines of a page are what its posts say: those in places where posts differ, in words, outside links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cleaners.kinds.quotes import RULE, in_quote, is_signature
from cleaners.kinds.spans import Span, spans_of
from cleaners.kinds.stamps import (
    ENDS,
    MARK,
    MOST,
    NAME,
    SOME,
    STAMP,
    WORDY,
    acted,
    names_text,
    place_of,
    stamped,
    timed,
    told,
)

if TYPE_CHECKING:
    from cleaners.document import Box, Run

_LEAF = frozenset(
    ["p", "li", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "code", "strong"]
)
"""Shapes inside a text, not of a template."""
_HEADLINE = 8
"""A linked line this long is a headline; names of people are shorter."""
_FIGURE = re.compile(r"\w{2,6}\s?[:：]\s?\d[\d.,]*\s?[万千亿wk%点分个篇]?", re.IGNORECASE)
_LABEL = re.compile(r"(?:^|\s)[^\W\d]{2,4}\s?[:：]\s?\S")
"""Lines about who wrote: 威望: 12 点."""


def unlisted_spans(runs: list[Run], groups: list[list[int]]) -> list[Span]:
    """The posts around stamps, without those of lists, where most stand below a headline that is a link."""
    spans = spans_of(runs, groups)
    of = {span.stamp: span for span in spans}
    repeated = repeated_in(runs, [span.own for span in spans])
    own = [group for group in groups if not _is_list(runs, [of[i] for i in group if i in of], repeated)]
    return spans if len(own) == len(groups) else spans_of(runs, own)


def _is_list(runs: list[Run], spans: list[Span], repeated: set[str]) -> bool:
    return sum(_headed([runs[i] for i in span.own], repeated) for span in spans) * 2 > len(spans)


def _headed(runs: list[Run], repeated: set[str]) -> bool:
    """A linked headline stands above its text."""
    for run in runs:
        linked = run.link_chars * 5 >= len(run.text) * 4 and len(run.text) >= _HEADLINE
        if linked and not timed(run.text) and bare(run.text) not in repeated:
            return True
        if told(run):
            return False
    return False


def repeated_in(runs: list[Run], spans: Sequence[Sequence[int]]) -> set[str]:
    times = Counter(bare(runs[i].text) for own in spans for i in own)
    many = max(SOME, len(spans) // 3)
    return {line for line, count in times.items() if count >= many}


def texts_of(runs: list[Run], spans: list[Span], repeated: set[str]) -> set[int]:
    """The runs of the posts that are text: those in places where posts differ, in words, outside links."""
    places: dict[tuple[str, ...], list[int]] = {}
    stamps = {span.stamp for span in spans}
    for span in spans:
        for i in span.own:
            if i not in stamps and not is_furniture(runs[i], repeated):
                places.setdefault(text_place(runs[i].box), []).append(i)
    return {
        i
        for at in places.values()
        if _is_text([runs[i] for i in at])
        for i in at
        if WORDY.search(runs[i].text) or RULE.fullmatch(runs[i].text)
    }


def is_furniture(run: Run, repeated: set[str]) -> bool:
    """A time, a button, a dated headline, a figure of a member, a signature, what is hidden: no text of a post."""
    line = run.text
    if run.junk == "hidden" or is_signature(run.box):
        return True
    if not in_quote(run.box) and stamped(line[:MOST]):
        return True
    if RULE.fullmatch(line):
        return False
    if (date := STAMP.match(line)) and run.link_chars >= len(line) - date.end() - 1:
        return True
    figures = _FIGURE.fullmatch(line) or (len(line) <= MOST and len(_LABEL.findall(line)) >= SOME)
    return bool(acted(line) or figures) or bare(line) in repeated


def bare(text: str) -> str:
    """A line without its numbers: 3 个赞 is a button as 4 个赞 is. A line of nothing else stays as it is."""
    return (MARK.sub("", text) if len(text) <= NAME else "") or text


def text_place(box: Box | None) -> tuple[str, ...]:
    while box is not None and box.tag in _LEAF and box.parent is not None and not box.name:
        box = box.parent
    return place_of(box)


def _is_text(runs: list[Run]) -> bool:
    chars = sum(len(run.text) for run in runs)
    linked = sum(run.link_chars for run in runs)
    if linked * 2 > chars or sum(run.junk == "user" for run in runs) * 2 > len(runs):
        return False
    if names_text(runs[0].box) and len({run.text for run in runs}) * 5 >= 4 * len(runs):
        return True
    ended = sum(ENDS.search(run.text) is not None for run in runs)
    return chars >= 15 * len(runs) or (chars >= 5 * len(runs) and ended * 5 >= len(runs))
