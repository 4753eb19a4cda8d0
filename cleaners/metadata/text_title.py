"""The headline of text without markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaners.metadata.dates import find_dates
from cleaners.metadata.lines import is_dateline
from cleaners.metadata.titles import key

_SEARCHED = 200
_ABOVE = 5
"""Lines above the dateline among which the headline stands."""


def headline_in_lines(text: Sequence[str]) -> tuple[int, str] | None:
    """(index, rule) of the headline: the line that the page's <title> above it names; else the line above the
    dateline; without a dateline, a first line that is no sentence. None where there is none."""
    lines = text[:_SEARCHED]
    if (named := _named_by_first(lines)) is not None:
        return named, "line named by the first"
    dateline = next((i for i, line in enumerate(lines) if is_dateline(line, find_dates(line))), None)
    if dateline is None:
        opens = bool(lines) and _headline_like(lines[0]) and _opens_text(lines[1:])
        return (0, "first line") if opens else None
    above = range(dateline - 1, max(-1, dateline - 1 - _ABOVE), -1)
    index = next((i for i in above if _headline_like(lines[i])), None)
    return None if index is None else (index, "line above the dateline")


def _named_by_first(lines: Sequence[str]) -> int | None:
    """Dumps often begin with the page's <title>: index of the later line that is its headline, site names off."""
    whole = key(lines[0]) if lines else ""
    best, size = None, max(5, len(whole) // 4)
    for index, line in enumerate(lines[1:], 1):
        bare = key(line)
        if len(bare) > size and (whole.startswith(bare) or whole.endswith(bare)) and _headline_like(line):
            best, size = index, len(bare)
    return best


def _headline_like(line: str) -> bool:
    if not 4 <= len(key(line)) <= 100 or re.search(r"[。;；]|\s>\s|正文$|[:：]$|^\W?来源|\bhttps?:", line):
        return False
    return not find_dates(line) and not re.match(r"欢迎|歡迎|首页|首頁|当前位置|您的位置|登录|登錄", line)


def _opens_text(following: Sequence[str]) -> bool:
    """Whether running text follows: a sentence or two within the next lines."""
    return any(len(line) > 40 and re.search(r"[。，,；]", line) for line in following[:3])
