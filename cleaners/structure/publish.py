"""Blocks as records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import schemas.block as records
from cleaners.structure.blocks import CODE, EMPHASIS, FORMULA, STRIKE, STRONG, SUB, SUP, Block, Kind, Line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MARKS = (
    (STRONG, records.Mark.STRONG),
    (EMPHASIS, records.Mark.EMPHASIS),
    (CODE, records.Mark.CODE),
    (SUB, records.Mark.SUB),
    (SUP, records.Mark.SUP),
    (STRIKE, records.Mark.STRIKE),
    (FORMULA, records.Mark.FORMULA),
)
_Spans = tuple[records.Span, ...]


def publish(blocks: Sequence[Block]) -> tuple[records.Block, ...]:
    """The blocks as records, each paragraph of one line."""
    return tuple(record for block in blocks for record in _records(block))


def _records(block: Block) -> list[records.Block]:
    if block.kind is Kind.PARAGRAPH:
        return [records.Paragraph(content=_spans(line)) for line in block.lines]
    return [_WRITERS[block.kind](block)]


def _spans(line: Line) -> _Spans:
    return tuple(
        records.Span(
            text=text,
            marks=tuple(name for flag, name in _MARKS if marks.flags & flag),
            href=marks.href or None,
            ruby=marks.ruby or None,
        )
        for text, marks in line.pieces
    )


def _heading(block: Block) -> records.Heading:
    spans: list[records.Span] = []
    for line in block.lines:
        if spans:
            spans.append(records.Span(text=" "))
        spans += _spans(line)
    return records.Heading(level=block.level, content=tuple(spans))


def _verse(block: Block) -> records.Verse:
    return records.Verse(lines=tuple(map(_spans, block.lines)))


def _list(block: Block) -> records.ListBlock:
    items = tuple(publish(item.blocks) for item in block.blocks)
    return records.ListBlock(ordered=block.ordered, start=block.start, items=items)


def _table(block: Block) -> records.Table:
    return records.Table(rows=tuple(tuple(map(_cell, row.blocks)) for row in block.blocks))


def _cell(cell: Block) -> records.Cell:
    return records.Cell(blocks=publish(cell.blocks), header=cell.head, columns=cell.columns, rows=cell.rows)


def _quote(block: Block) -> records.Quote:
    return records.Quote(blocks=publish(block.blocks))


def _code(block: Block) -> records.Code:
    return records.Code(text=block.text, language=block.language or None)


def _picture(block: Block) -> records.Picture:
    return records.Picture(url=block.url, caption=block.text or None, printed=tuple(map(_spans, block.lines)))


def _media(block: Block) -> records.Media:
    return records.Media(
        form=block.form, url=block.url, poster=block.poster or None, title=block.text or None
    )


def _rule(_: Block) -> records.Rule:
    return records.Rule()


_WRITERS: dict[Kind, Callable[[Block], records.Block]] = {
    Kind.HEADING: _heading,
    Kind.VERSE: _verse,
    Kind.LIST: _list,
    Kind.QUOTE: _quote,
    Kind.CODE: _code,
    Kind.PICTURE: _picture,
    Kind.MEDIA: _media,
    Kind.RULE: _rule,
    Kind.TABLE: _table,
}
