"""Quotes: where a block quote ends, and which are no more than an indent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaners.structure.blocks import Block, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

_ATTRIBUTION = re.compile(r"^(?:——|―{1,2}|—{1,2}|--)\s?[^。，]{2,40}$")
_FEW = 3
"""Blocks of a quote that may hold a picture."""
_SHARE = 0.5
"""Share of the article's text from which a quote is the page's way to indent it."""


def settle_quotes(blocks: list[Block]) -> list[Block]:
    """The blocks with their quotes settled: they end behind the line that says whose they are, or before
    a picture, and are none where they hold most of the text."""
    known: dict[int, int] = {}
    size = _size(blocks, known)
    return [part for block in blocks for part in _settled(block, size, known)]


def _settled(block: Block, size: int, known: dict[int, int]) -> list[Block]:
    block.blocks = [part for inner in block.blocks for part in _settled(inner, size, known)]
    if block.kind is not Kind.QUOTE:
        return [block]
    if len(block.blocks) == 1 and block.blocks[0].kind is Kind.QUOTE:
        return block.blocks
    own = _attributed(block.blocks) or _before_picture(block.blocks)
    if 1 < own < len(block.blocks):
        rest = block.blocks[own:]
        block.blocks = block.blocks[:own]
        return [block, *rest]
    if len(block.blocks) > _FEW and _size(block.blocks, known) > _SHARE * size:
        return block.blocks
    return [block]


def _attributed(blocks: Sequence[Block]) -> int:
    """How many blocks end with the last line that names an author, pictures not passed; 0 where none does."""
    found = 0
    for index, block in enumerate(blocks):
        if block.lines and _ATTRIBUTION.match(block.lines[-1].text):
            found = index + 1
        elif found and _is_pictured(block):
            break
    return found


def _before_picture(blocks: Sequence[Block]) -> int:
    """How many blocks of a long quote stand before its first picture: there the page forgot to end it."""
    if len(blocks) <= _FEW:
        return 0
    return next((index for index, block in enumerate(blocks) if _is_pictured(block)), 0)


def _is_pictured(block: Block) -> bool:
    return any(inner.kind is Kind.PICTURE for inner in block.walk())


def _size(blocks: Sequence[Block], known: dict[int, int]) -> int:
    """Characters in the blocks; `known` are those of blocks counted before."""
    for block in blocks:
        if id(block) not in known:
            known[id(block)] = sum(len(line.text) for line in block.lines) + _size(block.blocks, known)
    return sum(known[id(block)] for block in blocks)
