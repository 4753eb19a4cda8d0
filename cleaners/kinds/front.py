"""The front page of a site as lines: headlines under the names of its columns, and nothing told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaners.lexicon import fold, furniture, words

_HEADLINE, _LONGEST = 8, 44
"""Characters of a headline."""
_UNDER, _COLUMNS = 2, 3
"""Headlines under a name that make it a column's, and columns of a front page, at least."""
_NAME = re.compile(r"\W{0,2}([\u3400-\u9fff]{2,6})\W{0,2}")
_NUMBERED = re.compile(r"第?[一二三四五六七八九十]+[节章段首]?")
_STOP = re.compile(r"[。；;]")
"""What headlines seldom have; they may ask."""
_CHANNELS = words("titles.channel")
"""How names of columns end: 图片新闻, 今日头条."""


def front_page(lines: Sequence[str], paragraphs: Sequence[str]) -> str:
    """How many columns the lines have, one of them a channel, where the text tells nothing; '' else. Short lines of
    verse stand over longer ones, too, and bear no such name."""
    if any(_STOP.search(line) or len(line) > _LONGEST for line in paragraphs):
        return ""
    names = _columns(list(map(fold, lines)))
    known = len(names) >= _COLUMNS and any(name.endswith(_CHANNELS) for name in names)
    return f"headlines in {len(names)} columns" if known else ""


def _columns(folded: Sequence[str]) -> list[str]:
    """Names of columns, each with headlines under it."""
    columns: list[tuple[str, list[str]]] = [("", [])]
    for line in folded:
        if (name := _name_in(line)) or not _is_headline(line):
            columns.append((name, []))
        else:
            columns[-1][1].append(line)
    return [name for name, headlines in columns if name and len(headlines) >= _UNDER]


def _is_headline(folded: str) -> bool:
    return _HEADLINE <= len(folded) <= _LONGEST and not _STOP.search(folded) and not furniture(folded)


def _name_in(folded: str) -> str:
    """The name of a column that a line is; '' for a longer line, and for a number, which stands over verse."""
    named = _NAME.fullmatch(folded)
    return named[1] if named and not _NUMBERED.fullmatch(named[1]) else ""
