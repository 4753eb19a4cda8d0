"""Blocks as clean HTML. Nothing but what is written here can come out: no script, no style, no class, no event."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from cleaners.structure.blocks import CODE, EMPHASIS, STRIKE, STRONG, SUB, SUP, Block, Kind, Line, Marks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_TAGS = ((CODE, "code"), (SUB, "sub"), (SUP, "sup"), (STRIKE, "s"), (EMPHASIS, "em"), (STRONG, "strong"))
"""Marks from inner to outer."""


def html(blocks: Sequence[Block]) -> str:
    """The blocks as HTML, one a line; text and attributes are escaped, addresses are http or https, or relative where the
    page's own is not known."""
    return "\n".join(map(_block, blocks))


def _block(block: Block) -> str:
    return _WRITERS[block.kind](block)


def _heading(block: Block) -> str:
    return f"<h{block.level}>{' '.join(map(_line, block.lines))}</h{block.level}>"


def _paragraph(block: Block) -> str:
    return "\n".join(f"<p>{_line(line)}</p>" for line in block.lines)


def _verse(block: Block) -> str:
    return f"<p>{_broken(block.lines)}</p>"


def _broken(lines: Sequence[Line]) -> str:
    return "<br>\n".join(map(_line, lines))


def _list(block: Block) -> str:
    tag = "ol" if block.ordered else "ul"
    start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
    items = "\n".join(f"<li>{_inside(item.blocks)}</li>" for item in block.blocks)
    return f"<{tag}{start}>\n{items}\n</{tag}>"


def _inside(blocks: Sequence[Block]) -> str:
    """What stands in an item or a cell: a first paragraph alone needs no tag."""
    if blocks and blocks[0].kind is Kind.PARAGRAPH and len(blocks[0].lines) == 1:
        rest = "\n".join(map(_block, blocks[1:]))
        if all(block.kind is Kind.LIST for block in blocks[1:]):
            return _line(blocks[0].lines[0]) + (f"\n{rest}" if rest else "")
    return "\n".join(map(_block, blocks))


def _quote(block: Block) -> str:
    return f"<blockquote>\n{html(block.blocks)}\n</blockquote>"


def _code(block: Block) -> str:
    name = f' class="language-{escape(block.language)}"' if block.language else ""
    return f"<pre><code{name}>{escape(block.text, quote=False)}</code></pre>"


def _picture(block: Block) -> str:
    image = f'<img src="{escape(block.url)}" alt="{escape(block.text)}">'
    caption = f"<figcaption>{_broken(block.lines)}</figcaption>" if block.lines else ""
    return f"<figure>{image}{caption}</figure>"


def _media(block: Block) -> str:
    if block.form == "player":
        return f'<p><a href="{escape(block.url)}">{escape(block.text or block.url)}</a></p>'
    tag = "audio" if block.form == "audio" else "video"
    poster = f' poster="{escape(block.poster)}"' if block.poster and tag == "video" else ""
    title = f' title="{escape(block.text)}"' if block.text else ""
    return f'<{tag} controls src="{escape(block.url)}"{poster}{title}></{tag}>'


def _rule(_: Block) -> str:
    return "<hr>"


def _table(table: Block) -> str:
    rows = "\n".join(f"<tr>{''.join(map(_cell, row.blocks))}</tr>" for row in table.blocks)
    return f"<table>\n{rows}\n</table>"


def _cell(cell: Block) -> str:
    tag = "th" if cell.head else "td"
    spans = "".join(
        f' {name}="{number}"'
        for name, number in (("colspan", cell.columns), ("rowspan", cell.rows))
        if number > 1
    )
    return f"<{tag}{spans}>{_inside(cell.blocks)}</{tag}>"


def _line(line: Line) -> str:
    return "".join(_piece(text, marks) for text, marks in line.pieces)


def _piece(text: str, marks: Marks) -> str:
    written = escape(text, quote=False)
    if marks.ruby:
        written = f"<ruby>{written}<rp>(</rp><rt>{escape(marks.ruby, quote=False)}</rt><rp>)</rp></ruby>"
    for flag, tag in _TAGS:
        if marks.flags & flag:
            written = f"<{tag}>{written}</{tag}>"
    return f'<a href="{escape(marks.href)}">{written}</a>' if marks.href else written


_WRITERS: dict[Kind, Callable[[Block], str]] = {
    Kind.HEADING: _heading,
    Kind.PARAGRAPH: _paragraph,
    Kind.VERSE: _verse,
    Kind.LIST: _list,
    Kind.QUOTE: _quote,
    Kind.CODE: _code,
    Kind.PICTURE: _picture,
    Kind.MEDIA: _media,
    Kind.RULE: _rule,
    Kind.TABLE: _table,
}
