"""The lines of the blocks in the words of the finished text: cleaned, converted, in its paragraphs."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from cleaners.readings.view import row_of
from cleaners.structure.blocks import PLAIN, Block, Kind, Line, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleaners.document import Box, Run

_MANY = 3_000
"""More lines than this are not compared one with another where blocks and text differ."""
_LONG = 5_000
"""Nor are characters of a longer line."""


def finish(blocks: list[Block], runs: Sequence[Run], raw: Sequence[str], final: Sequence[str]) -> list[Block]:
    """The blocks with the words of the finished text.

    `raw` are the text's paragraphs as found, `final` the same as written, '' where nothing is left. Lines that the text
    does not have go, paragraphs that no block has are put where they stand in the text: blocks and text say the same.
    """
    groups = _grouped([line for block in blocks for line in block.all_lines()], runs)
    texts = [" ".join(line.text for line in group) for group in groups]
    if texts == list(raw):
        pairs = list(zip(groups, final, strict=True))
    elif max(len(texts), len(raw)) <= _MANY:
        blocks, pairs = _reconciled(blocks, groups, texts, raw, final)
    else:
        return [_paragraph(text) for text in final if text]
    for group, text in pairs:
        _rewrite(group, text)
    return pruned(blocks)


def _grouped(lines: list[Line], runs: Sequence[Run]) -> list[list[Line]]:
    """The lines of each paragraph: the cells of a row make one."""
    groups: list[list[Line]] = []
    last: Box | None = None
    for line in lines:
        row = row_of(runs[line.run])
        if row is not None and row is last:
            groups[-1].append(line)
        else:
            groups.append([line])
        last = row
    return groups


def _reconciled(
    blocks: list[Block], groups: list[list[Line]], texts: list[str], raw: Sequence[str], final: Sequence[str]
) -> tuple[list[Block], list[tuple[list[Line], str]]]:
    places = {id(line): block for block in blocks for line in block.all_lines()}
    pairs: list[tuple[list[Line], str]] = []
    added: dict[int, list[Block]] = {}
    for what, one, two, three, four in SequenceMatcher(None, texts, list(raw), autojunk=False).get_opcodes():
        if what == "equal":
            pairs += zip(groups[one:two], final[three:four], strict=True)
            continue
        pairs += ((group, "") for group in groups[one:two])
        before = id(places[id(groups[one - 1][-1])]) if one else 0
        added.setdefault(before, []).extend(_paragraph(text) for text in final[three:four] if text)
    placed = list(added.get(0, ()))
    for block in blocks:
        placed.append(block)
        placed += added.get(id(block), ())
    return placed, pairs


def _paragraph(text: str) -> Block:
    return Block(Kind.PARAGRAPH, None, [Line([(text, PLAIN)], -1)])


def _rewrite(group: list[Line], text: str) -> None:
    """Give the lines of one paragraph its finished text."""
    if len(group) == 1:
        line = group[0]
        if line.text != text:
            line.pieces = _moved(line, text)
        return
    raw = " ".join(line.text for line in group)
    if raw == text:
        return
    places = _places(raw, text)
    at = 0
    for line in group:
        end = at + len(line.text)
        line.pieces = _moved(line, text[places[at] : places[end]].strip())
        at = end + 1


def _moved(line: Line, text: str) -> list[Piece]:
    raw = line.text
    if not text:
        return []
    if len(line.pieces) == 1:
        return [(text, line.pieces[0][1])]
    places = _places(raw, text)
    moved: list[Piece] = []
    at = 0
    for piece, marks in line.pieces:
        start, at = places[at], at + len(piece)
        if start < places[at]:
            moved.append((text[start : places[at]], marks))
    return moved


def _places(raw: str, text: str) -> list[int]:
    """Where each position of the raw text is in the finished one. Conversion keeps most lengths."""
    if len(raw) == len(text):
        return list(range(len(raw) + 1))
    if max(len(raw), len(text)) > _LONG:
        return [min(at, len(text)) for at in range(len(raw))] + [len(text)]
    places = [0] * (len(raw) + 1)
    at = 0
    for what, one, two, three, four in SequenceMatcher(None, raw, text, autojunk=False).get_opcodes():
        for offset in range(two - one):
            places[one + offset] = three + (offset if what == "equal" else min(offset, four - three))
        at = four
    places[-1] = max(at, len(text))
    return places


def pruned(blocks: list[Block]) -> list[Block]:
    """The blocks without lines that lost their text, and without what then holds nothing."""
    found: list[Block] = []
    for block in blocks:
        had = bool(block.lines or block.blocks)
        block.lines = [line for line in block.lines if line.pieces]
        block.blocks = pruned(block.blocks)
        if had and not block.lines and not block.blocks and block.kind not in (Kind.PICTURE, Kind.CELL):
            continue
        found.append(block)
    return found
