"""Lines about a book, a film or a record that an article tells of: who made it did not make the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaners.lexicon import filled, fold

_LABELLED = re.compile(r"\W{0,3}[^\W\d][\w ]{0,7}\s?[:：]\s?\S")
_OF_WORK = re.compile(filled(r"\W{0,3}<facts.work>\w{0,4}\s?[:：]"), re.IGNORECASE)
_OF_ARTICLE = re.compile(filled(r"\W{0,3}\w{0,4}<facts.own>\s?[:：]"))
_LONGEST, ROW = 60, 8
"""Characters of such a line, and lines above and below one that are looked at."""
_SEVERAL = 2
"""Lines beside one that tell of a work."""


def describes_work(lines: Sequence[str], index: int) -> bool:
    """A labelled line stands in a row of others, several of which have labels of a work: `出版社：`, `导演：`."""
    if not _is_labelled(lines[index]):
        return False
    above = _row(lines, range(index - 1, max(-1, index - 1 - ROW), -1))
    below = _row(lines, range(index + 1, min(len(lines), index + 1 + ROW)))
    return sum(_OF_WORK.match(fold(line)) is not None for line in (*above, *below)) >= _SEVERAL


def _row(lines: Sequence[str], places: range) -> list[str]:
    row: list[str] = []
    for at in places:
        if not _is_labelled(lines[at]):
            break
        row.append(lines[at])
    return row


def _is_labelled(line: str) -> bool:
    labelled = len(line) <= _LONGEST and _LABELLED.match(line) is not None
    return labelled and _OF_ARTICLE.match(fold(line)) is None
