"""What a post repeats of another, and what its program prints around the text: quotations, heads of mail, signatures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import TYPE_CHECKING

from cleaners.document import boxes_around

if TYPE_CHECKING:
    from cleaners.document import Box, Run

_LEVELS = 5
_QUOTE = re.compile(r"quot|ref-content|reply-?to|引用", re.IGNORECASE)
_SIGN = re.compile(r"(?:^|[-_ ])sign(?:$|[-_ ])|signature|sigline|postsig|user-?sign", re.IGNORECASE)
_ATTRIBUTED = re.compile(
    r"引用|原帖由|回复.{0,16}[#楼]|(?:大作中提到|[说說]|[写寫][到道]|发表的?|發表的?|wrote)\s?[:：]?\s?】?$|(?:发表|發表)[于於]"
    r"|Reply to",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"(?:发信人|寄信人|發信人|标\s?题|標\s?題|发信站|發信站|信\s?区)\s?[:：]|【 ?在 .{1,40}大作中提到|※ "
)
_MAIL_QUOTE = re.compile(r"[:：>＞]\s?\S|[:：>＞]$")
RULE = re.compile(r"_{5,}|-{2}")
"""What a signature stands below."""
_SAME = 10
"""Characters of a line that nobody says twice by chance."""
_NAMED = re.compile(r".{1,24}?[:：]\s?(.+)")


def in_quote(box: Box | None) -> bool:
    """It stands in a box that is named as a quotation."""
    return any(_QUOTE.search(around.name) for around in _around(box))


def is_signature(box: Box | None) -> bool:
    """It stands in a box that is named as a signature."""
    return any(_SIGN.search(around.name) for around in _around(box))


def own_lines(runs: Sequence[Run], said: AbstractSet[str]) -> list[str]:
    """What a post says itself, of the runs of its text; `said` are the lines of the posts before it."""
    mailed = any(_MAIL.match(run.text) for run in runs)
    quoted = _quotations(runs, said)
    lines: list[str] = []
    for at, run in enumerate(runs):
        if RULE.fullmatch(run.text) and lines:
            break
        if mailed and (_MAIL.match(run.text) or _MAIL_QUOTE.match(run.text)):
            continue
        if at not in quoted:
            lines.append(run.text)
    return lines


def _quotations(runs: Sequence[Run], said: AbstractSet[str]) -> set[int]:
    """Those that repeat another post; none where all of it does: one that is printed twice."""
    if all(run.text in said for run in runs):
        return set()
    held = Counter(box for run in runs for box in _quote_boxes(run.box))
    boxes = {
        box
        for run in runs
        for box in _quote_boxes(run.box)
        if held[box] < len(runs)
        and (_QUOTE.search(box.name) or run.text in said or _ATTRIBUTED.search(run.text))
    }
    found = {
        at
        for at, run in enumerate(runs)
        if _repeats(run.text, said) or any(box in boxes for box in _around(run.box))
    }
    return found if len(found) < len(runs) else set()


def _repeats(line: str, said: AbstractSet[str]) -> bool:
    """It is what another post says, with or without that one's name before it."""
    if line in said:
        return len(line) >= _SAME
    found = _NAMED.match(line)
    return found is not None and found.group(1) in said


def _quote_boxes(box: Box | None) -> Iterator[Box]:
    return (around for around in _around(box) if around.tag == "blockquote" or _QUOTE.search(around.name))


def _around(box: Box | None) -> Iterator[Box]:
    return islice(boxes_around(box), _LEVELS)
