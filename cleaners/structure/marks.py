"""Which marks carry meaning."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cleaners.structure.blocks import EMPHASIS, STRONG, Block, Kind, Line, Marks
from cleaners.structure.inline import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHARE = 0.3
"""Share of the text from which bold or slanted type is the page's style, not a mark."""


def settle_marks(blocks: Sequence[Block]) -> None:
    """Take out bold and slanted type where it is the style: of most of the text, of headings, header cells and
    captions."""
    lines = [line for block in blocks for line in block.all_lines() if block.kind is not Kind.CODE]
    marked = [line for line in lines if len(line.pieces) > 1 or line.pieces[0][1].flags]
    size = sum(len(line.text) for line in lines)
    for flag in (STRONG, EMPHASIS):
        if (
            sum(len(text) for line in marked for text, marks in line.pieces if marks.flags & flag)
            > _SHARE * size
        ):
            for line in marked:
                _without(line, flag)
    for before, block in pairwise(blocks):
        if before.kind is Kind.PICTURE and [line.text for line in block.lines] == [before.text]:
            _without(block.lines[0], STRONG | EMPHASIS)  # a caption
    for top in blocks:
        for block in top.walk():
            if block.kind is Kind.HEADING or (block.kind is Kind.CELL and block.head):
                for line in block.all_lines():
                    _without(line, STRONG | EMPHASIS)


def _without(line: Line, flags: int) -> None:
    if any(marks.flags & flags for _, marks in line.pieces):
        line.pieces = joined([(text, Marks(marks.flags & ~flags, *marks[1:])) for text, marks in line.pieces])
