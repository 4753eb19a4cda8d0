"""Lines cut at a fixed width, counted in characters or in columns of a screen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence, Set

_ENDS = "。！？!?…”」』；;：:"
_WIDTHS = range(18, 101)
_LEAST = 3
"""Lines of the width at least."""
_SHARE, _OPEN, _BEYOND = 0.3, 0.6, 0.2
"""Share of the lines that have the width, of those that end in the middle of a sentence, and of those that are longer."""
_CLAUSE = re.compile("[，。、；,]")
"""What half of the lines hold, unlike the rows of a table."""
_SAMPLE = 2000
"""Lines by which a text is judged."""
_WIDE = re.compile("[\u2e80-\uffef]")
_INDENTS = " \u3000\t"


def unwrapped(text: str) -> str:
    """The text with such lines joined to paragraphs; a blank line or an indent opens the next."""
    lines = text.split("\n")
    cut = cut_lines(lines)
    return "\n".join(_paragraphs(lines, cut)) if cut else text


def cut_lines(lines: Sequence[str]) -> frozenset[int]:
    """Which of the lines were cut at the width; the next one goes on with the sentence unless it is blank or indented."""
    whole = [line.rstrip() for line in lines[:_SAMPLE] if line.strip()]
    for measure in (len, columns):
        if width := _width(whole, measure):
            return frozenset(at for at, line in enumerate(lines) if measure(line.rstrip()) == width)
    return frozenset()


def goes_on(line: str) -> bool:
    """It may go on with the line above it."""
    return bool(line.strip()) and line[:1] not in _INDENTS


def columns(line: str) -> int:
    """Columns that a line takes on a screen: two for a Han character."""
    return len(line) + len(_WIDE.findall(line))


def _width(lines: Sequence[str], measure: Callable[[str], int]) -> int:
    """The width at which the lines are cut; 0 where they are not."""
    if len(lines) < _LEAST:
        return 0
    sizes = list(map(measure, lines))
    open_ = Counter(size for line, size in zip(lines, sizes, strict=True) if line[-1] not in _ENDS)
    width, count = max(open_.items(), key=lambda found: (found[1], found[0]), default=(0, 0))
    held = [line for line, size in zip(lines, sizes, strict=True) if size == width]
    full = len(held) if sum(_CLAUSE.search(line) is not None for line in held) * 2 >= len(held) else 0
    beyond = sum(size > width for size in sizes)
    cut = (
        full >= max(_LEAST, _SHARE * len(lines)) and count >= _OPEN * full and beyond <= _BEYOND * len(lines)
    )
    return width if cut and width in _WIDTHS else 0


def _paragraphs(lines: Sequence[str], cut: Set[int]) -> list[str]:
    paragraphs: list[str] = []
    pieces: list[str] = []
    for at, line in enumerate(lines):
        if pieces and goes_on(line):
            pieces.append(line.strip())
        else:
            paragraphs += ["".join(pieces)] if pieces else []
            pieces = [line]
        if at not in cut:
            paragraphs.append("".join(pieces))
            pieces = []
    return [*paragraphs, "".join(pieces)] if pieces else paragraphs
