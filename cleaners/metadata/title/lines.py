"""The headline of text without markup: the likeliest line above the text, by what stands around it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from cleaners.dumps.wrapped import columns
from cleaners.lexicon import fold, furniture, is_prose
from cleaners.metadata.byline.names import is_outlet
from cleaners.metadata.follow import is_followed
from cleaners.metadata.title.shapes import COMMA, is_furniture, is_running
from cleaners.metadata.title.signs import HEADER, QUOTED, Candidate, before_steps
from cleaners.metadata.title.strings import first_piece, is_channel, is_site_name, key, says_nothing

_SEARCHED, _NAMED, _HEADED = 200, 3000, 24
"""Lines that are looked through; those for what the first one names, behind long menus; and lines from it down to the text."""
_CLAUSES = 16
_WHOLE = 6
"""Letters of a headline that only a breadcrumb prints again."""
_BETWEEN = frozenset(["/", "//", *">›»＞→»｜|", ">>", "››", "»»", "-&gt;"])
"""Marks between the places of a breadcrumb."""
_SOON = 2
_STAMPED = re.compile(r"(?<=\S)\s?[(（]\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?[)）]$")
"""The time in brackets behind a headline; several above the text are a list of others."""
_SCREEN, _CUT = 28, 8
"""Columns of a line that was cut at the width of a screen, and how many lines of a sentence are looked at."""
_STOPS = frozenset("。！？")
_VERSE = 6
"""Lines at the head of a text without running lines, of verse, among which its title stands."""


def headline_in_lines(text: Sequence[str]) -> tuple[int, str] | None:
    """(index, rule) of the headline; None where there is none: a text may begin at once.

    A line is the likelier a headline the nearer it stands to the text and to its date, and where the page prints it
    again, as its <title>, in a breadcrumb, above the story; menus, names, labels and sentences are none.
    """
    if (named := _named_by_first(text[:_NAMED])) is not None:
        return _above_steps(text, named), "line named by the first"
    lines = text[:_SEARCHED]
    start = _text_start(lines)
    stamped = [at for at, line in enumerate(lines[:start]) if _STAMPED.search(line)]
    if len(stamped) == 1 and start is not None and start - stamped[0] <= HEADER:
        return stamped[0], "line with its time"
    if start is None:
        start = min(_VERSE, len(lines))
    prints = [key(line) for line in lines]
    scored = [
        (Candidate(lines, prints, index, start).score(), index)
        for index in range(max(0, start - HEADER), start)
    ]
    best, at = max(scored, default=(0.0, 0))
    return (at, "line above the text") if best > 0 else None


def _above_steps(text: Sequence[str], index: int) -> int:
    """The line that one repeats to say that its steps follow: `梅干菜烧肉` for `梅干菜烧肉的做法`."""
    dish = before_steps(key(text[index]))
    return next((at for at in range(index - 1, 0, -1) if dish and key(text[at]) == dish), index)


def without_stamp(title: str) -> str:
    """`老石桥(2026-11-02 20:17:31)` as `老石桥`: the time at which a journal was written."""
    return _STAMPED.sub("", title)


def without_book_marks(title: str) -> str:
    """`《老石桥》` as `老石桥`: the marks are no part of a headline that they stand around."""
    found = QUOTED.match(title)
    return found[1] if found else title


def _text_start(lines: Sequence[str]) -> int | None:
    """Where the text begins: at the first running line that another one follows soon, a lead stands alone."""
    running = [
        index for index, line in enumerate(lines) if is_running(line) and furniture(fold(line)) != "promotion"
    ] or [index for index, line in enumerate(lines) if len(line) >= _CLAUSES and is_prose(line)]
    soon = (this for this, after in itertools.pairwise(running) if after - this <= _SOON)
    start = next(soon, running[0] if running else None)
    until = len(lines) if start is None else start
    return next((index for index in range(until) if _is_wrapped(lines, index)), start)


def _is_wrapped(lines: Sequence[str], index: int) -> bool:
    """A sentence begins there that was cut at the width of a screen: lines of one width, and behind them its stop."""
    width = columns(lines[index])
    if width < _SCREEN or not _is_open(lines[index]):
        return False
    below = itertools.islice(lines, index + 1, index + 1 + _CUT)
    cut = [
        lines[index],
        *itertools.takewhile(lambda line: _is_open(line) and abs(columns(line) - width) < 2, below),
    ]
    last = lines[index + len(cut)] if index + len(cut) < len(lines) else ""
    clauses = sum(COMMA.search(line) is not None for line in cut)
    return len(cut) > 1 and clauses > 1 and last[-1:] in _STOPS and columns(last) <= width + 2


def _is_open(line: str) -> bool:
    return line[-1:].isalnum()


def _is_in_crumb(lines: Sequence[str], index: int) -> bool:
    """One of the places on the way to the page: a line above or below it is nothing but the mark between two of them."""
    return any(line.strip() in _BETWEEN for line in lines[index - 1 : index + 2 : 2])


def _named_by_first(lines: Sequence[str]) -> int | None:
    """Dumps often begin with the page's <title>: index of the later line that is its headline, site names off. Of
    several prints of it the first with text below it: a template may print it once more at the foot."""
    whole = key(lines[0]) if lines else ""
    prints, size = [key(line) for line in lines], max(3, len(whole) // 4)
    piece = _opening(lines[0]) if lines else ""
    for opens in (str.startswith, str.endswith):
        found = [
            index
            for index, bare in enumerate(prints)
            if index
            and opens(whole, bare)
            and (len(bare) > size or bare == piece)
            and not _is_other(lines, index)
        ]
        above_text = [at for at in found if any(map(is_running, lines[at + 1 : at + 1 + _HEADED]))]
        if found := above_text or [at for at in found if at * 2 < len(lines)]:
            return max(found, key=lambda at: (len(prints[at]), -at))
    in_crumb = (at for at in range(len(prints) - 1, 0, -1) if prints[at] == piece and _is_in_crumb(lines, at))
    return next(in_crumb, None) if len(piece) >= _WHOLE else None


def _opening(line: str) -> str:
    """The letters of a first line before the names of column and site, where that is no column's itself: `在车站 - 诗歌网`."""
    piece = first_piece(line)
    other = says_nothing(piece) or is_channel(piece) or is_outlet(piece) or is_site_name(piece, ())
    return "" if other else key(piece)


def _is_other(lines: Sequence[str], index: int) -> bool:
    return is_furniture(lines[index]) or is_followed(lines, index) or _is_in_crumb(lines, index)
