"""Lines broken by <br>: paragraphs of prose, or the lines of a verse."""

from __future__ import annotations

from cleaners.structure.blocks import Block, Kind, Line

_LEAST = 3
"""Lines of a verse at least."""
_WIDE = 30
"""Characters of its longest line."""
_NO_VERSE = frozenset([Kind.TABLE, Kind.CODE])


def settle_verse(blocks: list[Block]) -> list[Block]:
    """The blocks with paragraphs of several lines settled: a verse keeps its breaks, prose becomes paragraphs."""
    settled: list[Block] = []
    for block in blocks:
        if block.kind not in _NO_VERSE:
            block.blocks = settle_verse(block.blocks)
        if block.kind is Kind.PARAGRAPH and len(block.lines) > 1:
            settled += _stanzas(block)
        else:
            settled.append(block)
    return settled


def _stanzas(block: Block) -> list[Block]:
    stanzas: list[list[Line]] = [[]]
    for line in block.lines:
        if line.gap and stanzas[-1]:
            stanzas.append([])
        stanzas[-1].append(line)
    found: list[Block] = []
    for lines in stanzas:
        if len(lines) > 1 and len(block.lines) >= _LEAST and is_verse(block.lines):
            found.append(Block(Kind.VERSE, block.element, lines))
        else:
            found += [Block(Kind.PARAGRAPH, block.element, [line]) for line in lines]
    return found


def is_verse(lines: list[Line]) -> bool:
    """Whether lines are as short as those of a verse."""
    return max(len(line.text) for line in lines) <= _WIDE
