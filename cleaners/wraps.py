"""Where an editor cut the lines of the source in the middle of a sentence: Chinese has no blank there."""

from __future__ import annotations

import re

_PAUSES, _MARKS = "，、；：", "，、；：。！？"
"""Behind the first a sentence goes on, and before none of the others a line begins."""
_ENDS = "。！？!?…；”」』）)】"
_HAN = r"\u3005\u3007\u3400-\u9fff\uf900-\ufaff"
_WIDE = _HAN + r"\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff5e“”‘’…—·"
_BREAK = re.compile(rf"(?<=[{_WIDE}0-9])[ \t\r\f]*+\n[ \t\r\f]*+(?=[{_WIDE}0-9])")
_PROSE = re.compile("[，。]")
_CLAUSE = re.compile("[，。、；！？]")
_BEFORE, _BEHIND = re.compile(rf"[{_HAN}][0-9]{{1,4}}$"), re.compile(r"[0-9]{1,4}(?![0-9A-Za-z])")
"""Numbers of a sentence, no end of an address."""
_SPACED = re.compile(rf"[{_HAN}] [0-9]|[0-9] [{_HAN}]")
"""A writer who sets blanks around numbers."""
_FULL = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60“”‘’…—]")
_NARROWEST = 20
"""Columns of a line that was cut, two for a Han character."""
_RAGGED, _BEYOND = 0.6, 1.25
"""Share of the widest line that the cut ones have, and how far a whole one may reach beyond them."""


def wraps(raw: str) -> list[tuple[int, int]]:
    """The white space of such breaks, as positions in a text."""
    if "\n" not in raw or not _PROSE.search(raw):
        return []
    found = [match.span() for match in _BREAK.finditer(raw)]
    if not found:
        return []
    is_cut = _is_cut(raw)
    tight = is_cut and not _SPACED.search(raw)
    return [span for span in found if _goes_on(raw, *span, is_cut, tight)]


def without_wraps(raw: str) -> str:
    """The text with the lines joined."""
    pieces, at = [], 0
    for start, end in wraps(raw):
        pieces.append(raw[at:start])
        at = end
    return "".join([*pieces, raw[at:]]) if at else raw


def _goes_on(raw: str, at: int, end: int, is_cut: bool, is_tight: bool) -> bool:
    """No blank belongs between what stands before a break and behind it."""
    before, behind = raw[at - 1], raw[end]
    if before in _PAUSES or behind in _MARKS:
        return True
    if before.isdigit():
        return is_tight and not behind.isdigit() and _BEFORE.search(raw, max(0, at - 5), at) is not None
    if behind.isdigit():
        return is_tight and _BEHIND.match(raw, end) is not None
    return is_cut


def _is_cut(raw: str) -> bool:
    """The lines are clauses of a sentence that was cut at about one width."""
    lines = [line for line in (line.strip() for line in raw.split("\n")) if line]
    cut = [_columns(line) for line in lines[:-1] if line[-1] not in _ENDS]
    if not cut or lines[-1][-1] not in _ENDS:
        return False
    widest = max(map(_columns, lines))
    even = max(_NARROWEST, _RAGGED * widest) <= min(cut) and widest <= _BEYOND * max(cut)
    return even and sum(_CLAUSE.search(line) is not None for line in lines) * 2 >= len(lines)


def _columns(line: str) -> int:
    return len(line) + len(_FULL.findall(line))
