"""The parts of a line that a reader sees apart because they stand in elements of their own."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaners.metadata.lines import Line


_MOST = 64
"""Elements of a line from which on it is taken as a whole: many lines may share them, broken by <br>."""


def parts_of(line: Line) -> tuple[str, str]:
    """The name that a line begins with, and what is said about it: `某某周刊`, `某某周刊官方账号`, where each stands in an
    element of its own; else the whole line and ''."""
    parts = pieces(line)
    return (parts[0], "".join(parts[1:])) if len(parts) > 1 else (line.text.strip(), "")


def pieces(line: Line) -> list[str]:
    """The texts of the elements in a line, in order; the whole line where they are not all of it, or many."""
    block = line.run.block
    if block is None or len(list(islice(block.iter(), _MOST))) == _MOST:
        return [line.text]
    found = [text for piece in block.itertext() if (text := " ".join(str(piece).split()))]
    whole = "".join(found).replace(" ", "") == line.text.replace(" ", "")
    return found if whole else [line.text]
