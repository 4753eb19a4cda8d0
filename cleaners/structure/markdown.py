"""Blocks as Markdown: CommonMark with GFM tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from cleaners.structure.blocks import (
    CODE,
    EMPHASIS,
    FORMULA,
    STRIKE,
    STRONG,
    SUB,
    SUP,
    Block,
    Kind,
    Line,
    Marks,
    Piece,
)
from cleaners.structure.html import html
from cleaners.structure.inline import cut, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]|&(?=[#\w])")
_OPENING = re.compile(r"^(?:([#>+=-]|:?-+:?$)|(\d{1,9})([.)])(?=\s|$))")
_WORD = re.compile(r"[^\W_]")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_CLOSING = re.compile(r"(?<!#)#++$")
"""Marks at the end of a heading, which Markdown would leave out."""
_TICKS = re.compile("`+")
_EMPTY = re.compile(r"\n(?=\n)")
"""An empty line, which would end a block of HTML."""
_URL_SPECIAL = re.compile(r"[\s()<>\\\x00-\x20]")


def markdown(blocks: Sequence[Block]) -> str:
    """The blocks as Markdown, without a line break at the end."""
    return "\n\n".join(_each(blocks))


def _each(blocks: Sequence[Block]) -> Iterator[str]:
    """Each block as Markdown, in order."""
    last: Block | None = None
    for block in blocks:
        if last is not None and last.kind is block.kind is Kind.LIST and last.ordered == block.ordered:
            yield "<!-- -->"  # two lists of a kind in a row would be one
        yield _WRITERS[block.kind](block)
        last = block


def _heading(block: Block) -> str:
    text = _CLOSING.sub(lambda found: r"\#" * len(found[0]), " ".join(inline(line) for line in block.lines))
    return f"{'#' * block.level} {text}"


def _paragraph(block: Block) -> str:
    return "\n\n".join(opened(inline(line)) for line in block.lines)


def _verse(block: Block) -> str:
    return "\\\n".join(opened(inline(line)) for line in block.lines)


def _list(block: Block) -> str:
    items = [list(_each(item.blocks)) for item in block.blocks]
    loose = any(len(item.blocks) > 1 and item.blocks[1].kind is not Kind.LIST for item in block.blocks)
    written = []
    for number, parts in enumerate(items, block.start):
        mark = f"{number}. " if block.ordered else "- "
        inner = "\n\n".join(parts) if loose else "\n".join(parts)
        written.append(mark + _indented(inner, len(mark)))
    return ("\n\n" if loose else "\n").join(written)


def _indented(text: str, by: int) -> str:
    pad = " " * by
    return "\n".join(pad + row if number and row else row for number, row in enumerate(text.split("\n")))


def _quote(block: Block) -> str:
    inner = "\n\n".join(_each(block.blocks))
    return "\n".join(f"> {row}" if row else ">" for row in inner.split("\n"))


def _code(block: Block) -> str:
    longest = max((len(ticks) for ticks in _TICKS.findall(block.text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{block.language}\n{block.text}\n{fence}"


def _picture(block: Block) -> str:
    picture = _image(block)
    return "\n".join([picture, *(opened(inline(line)) for line in block.lines)])


def _image(block: Block) -> str:
    return f"![{escaped(block.text)}]({target(block.url)})"


def _media(block: Block) -> str:
    if block.form == "player":
        return f'<iframe src="{_attribute(block.url)}"></iframe>'
    tag = "audio" if block.form == "audio" else "video"
    poster = f' poster="{_attribute(block.poster)}"' if block.poster else ""
    return f'<{tag} controls src="{_attribute(block.url)}"{poster}></{tag}>'


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


def _rule(_: Block) -> str:
    return "---"


def _table(table: Block) -> str:
    """A GFM table; one whose cells span is HTML, for GFM cannot say so."""
    if any(cell.rows > 1 or cell.columns > 1 for row in table.blocks for cell in row.blocks):
        return _EMPTY.sub("\n&#10;", html([table]))
    rows = [[_cell(cell) for cell in row.blocks] for row in table.blocks]
    width = max(map(len, rows))
    rows = [row + [""] * (width - len(row)) for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], ["---"] * width, *rows[1:]))


def _cell(cell: Block) -> str:
    return "<br>".join(_inside(cell))


def _inside(cell: Block) -> Iterator[str]:
    for line in cell.lines:
        yield inline(line)
    for block in cell.blocks:
        if block.kind is Kind.PICTURE:
            yield _image(block)
        yield from _inside(block)


def inline(line: Line) -> str:
    """A line with its marks."""
    if len(line.pieces) == 1 and not line.pieces[0][1].flags and not line.pieces[0][1].href:
        return escaped(line.pieces[0][0])
    written = ""
    for href, pieces in _runs(_code_alone(line.pieces), lambda marks: marks.href):
        text = _marked(pieces, _ORDER)
        if href and text.strip():
            bare = text.strip()
            at = text.index(bare)
            if written.endswith("!"):
                written = f"{written[:-1]}\\!"  # else the link would be a picture
            text = f"{text[:at]}[{bare}]({target(href)}){text[at + len(bare) :]}"
        written += text
    return written


def _code_alone(pieces: list[Piece]) -> list[Piece]:
    """Code has no other marks: nothing is marked inside of backticks."""
    if not any(marks.flags & CODE for _, marks in pieces):
        return pieces
    return joined(
        [(text, Marks(CODE, marks.href) if marks.flags & CODE else marks) for text, marks in pieces]
    )


_Key = TypeVar("_Key")


def _runs(pieces: list[Piece], key: Callable[[Marks], _Key]) -> Iterator[tuple[_Key, list[Piece]]]:
    """Neighbours of which the same is true."""
    group: list[Piece] = []
    for piece in pieces:
        if group and key(group[-1][1]) != key(piece[1]):
            yield key(group[-1][1]), group
            group = []
        group.append(piece)
    if group:
        yield key(group[-1][1]), group


_ORDER: tuple[tuple[int, str, str], ...] = (
    (STRONG, "**", "**"),
    (EMPHASIS, "*", "*"),
    (STRIKE, "~~", "~~"),
    (SUB, "<sub>", "</sub>"),
    (SUP, "<sup>", "</sup>"),
)
"""Marks from outer to inner."""
_TAGS = {"**": "strong", "*": "em", "~~": "del"}
_EDGE = re.compile(r"[\w*]")


def _marked(pieces: list[Piece], order: Sequence[tuple[int, str, str]]) -> str:
    if not order:
        return "".join(_piece(text, marks.flags) for text, marks in pieces)
    flag, opening, closing = order[0]
    written = ""
    for is_set, group in _runs(pieces, lambda marks: bool(marks.flags & flag)):
        if not is_set:
            written += _marked(group, order[1:])
            continue
        before, inner, after = ([], group, []) if opening.startswith("<") else _trimmed(group)
        written += _marked(before, order[1:])
        if inner:
            written += _enclosed(_marked(inner, order[1:]), opening, closing)
        written += _marked(after, order[1:])
    return written


def _enclosed(inner: str, opening: str, closing: str) -> str:
    """With its marks; in tags where other marks stand at its ends: amid text Markdown knows no `**<sub>`."""
    if opening in _TAGS and not (_EDGE.match(inner[0]) and _EDGE.match(inner[-1])):
        return f"<{_TAGS[opening]}>{inner}</{_TAGS[opening]}>"
    return f"{opening}{inner}{closing}"


def _piece(text: str, flags: int) -> str:
    if flags & FORMULA:
        return _TAG.sub("< ", text)  # TeX as it is; a sign that is no tag
    return _ticked(text) if flags & CODE else escaped(text)


def _trimmed(pieces: list[Piece]) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """Pieces parted into what stands before the first word, up to the last, and after: Markdown knows no emphasis that
    begins or ends with a full-width mark amid text."""
    text = "".join(piece for piece, _ in pieces)
    first = _WORD.search(text)
    if first is None:
        return pieces, [], []
    last = len(text)
    while not _WORD.match(text, last - 1):
        last -= 1
    return cut(pieces, 0, first.start()), cut(pieces, first.start(), last), cut(pieces, last, len(text))


def _ticked(text: str) -> str:
    bare = text.strip()
    if not bare:
        return text
    at = text.index(bare)
    longest = max((len(ticks) for ticks in _TICKS.findall(bare)), default=0)
    ticks = "`" * (longest + 1)
    pad = " " if bare.startswith("`") or bare.endswith("`") else ""
    return f"{text[:at]}{ticks}{pad}{bare}{pad}{ticks}{text[at + len(bare) :]}"


def escaped(text: str) -> str:
    """Text in which no character is markup."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def opened(text: str) -> str:
    """A line at the start of a block: what would open a heading, list or quote is escaped."""
    found = _OPENING.match(text)
    if not found:
        return text
    if found[2]:
        return f"{found[2]}\\{found[3]}{text[found.end() :]}"
    return f"\\{text}"


def target(url: str) -> str:
    """A URL as a link's target."""
    return _URL_SPECIAL.sub(lambda found: f"%{ord(found[0]):02X}", url)


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
