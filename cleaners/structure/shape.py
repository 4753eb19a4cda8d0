"""Raw blocks to the blocks of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaners.structure.blocks import Block, Kind
from cleaners.structure.headings import settle_headings
from cleaners.structure.lists import settle_lists
from cleaners.structure.marks import settle_marks
from cleaners.structure.quotes import settle_quotes
from cleaners.structure.tables import settle_tables
from cleaners.structure.verse import settle_verse

if TYPE_CHECKING:
    from collections.abc import Callable

_EMPTY = frozenset(
    [Kind.PARAGRAPH, Kind.HEADING, Kind.LIST, Kind.ITEM, Kind.QUOTE, Kind.FIGURE, Kind.CAPTION, Kind.GROUP]
)


def shape(blocks: list[Block], finish: Callable[[list[Block]], list[Block]]) -> list[Block]:
    """The article's blocks: layout dissolved, headings, verse and captions known. `finish` gives the lines their words."""
    blocks = finish(settle_tables(blocks))
    blocks = settle_figures(blocks)
    blocks = settle_quotes(blocks)
    blocks = settle_headings(blocks)
    blocks = settle_lists(blocks)
    blocks = settle_verse(blocks)
    blocks = _framed(_filled(blocks))
    settle_marks(blocks)
    return blocks


def settle_figures(blocks: list[Block]) -> list[Block]:
    """Pictures with the captions of their figures below them; figures dissolved."""
    settled: list[Block] = []
    for block in blocks:
        block.blocks = settle_figures(block.blocks)
        if block.kind is Kind.FIGURE:
            settled += _captioned(block.blocks)
        elif block.kind is Kind.CAPTION:
            settled += block.blocks
        else:
            settled.append(block)
    return settled


def _captioned(blocks: list[Block]) -> list[Block]:
    """The blocks of a figure; its only picture takes the printed lines below it as its own."""
    pictures = [block for block in blocks if block.kind is Kind.PICTURE]
    printed = [block for block in blocks if block.kind is Kind.PARAGRAPH]
    if len(pictures) != 1 or len(printed) + 1 != len(blocks):
        return blocks
    if blocks[0] is not pictures[0]:
        return blocks
    pictures[0].lines += [line for block in printed for line in block.lines]
    return pictures


def _filled(blocks: list[Block]) -> list[Block]:
    """The blocks that hold something."""
    found: list[Block] = []
    for block in blocks:
        if block.kind is not Kind.TABLE:
            block.blocks = _filled(block.blocks)
        if block.kind in _EMPTY and not block.lines and not block.blocks:
            continue
        if block.kind is Kind.GROUP:
            found += block.blocks
        else:
            found.append(block)
    return found


def _framed(blocks: list[Block]) -> list[Block]:
    """Rules stand between blocks: none at the edges, none twice."""
    found: list[Block] = []
    for block in blocks:
        if block.kind is Kind.RULE and (not found or found[-1].kind is Kind.RULE):
            continue
        found.append(block)
    while found and found[-1].kind is Kind.RULE:
        found.pop()
    return found
