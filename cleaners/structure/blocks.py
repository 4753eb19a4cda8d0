"""The body as a tree of blocks, between the page and what is written of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    ITEM = "item"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    QUOTE = "quote"
    CODE = "code"
    VERSE = "verse"
    FIGURE = "figure"
    CAPTION = "caption"
    PICTURE = "picture"
    MEDIA = "media"
    RULE = "rule"
    GROUP = "group"
    """No block of its own: dissolved before anything is written."""


STRONG, EMPHASIS, CODE, SUB, SUP, STRIKE, FORMULA = 1, 2, 4, 8, 16, 32, 64


class Marks(NamedTuple):
    """How a piece of a line is set."""

    flags: int = 0
    """STRONG and kin, added up."""
    href: str = ""
    """Absolute URL it links to."""
    ruby: str = ""
    """The reading printed above it."""


PLAIN = Marks()
Piece = tuple[str, Marks]


@dataclass(slots=True, eq=False)
class Line:
    """One line of the text, in pieces of one setting each."""

    pieces: list[Piece]
    run: int
    """Index of its run in the document."""
    gap: bool = False
    """An empty line stands before it in its own box."""

    @property
    def text(self) -> str:
        if len(self.pieces) == 1:
            return self.pieces[0][0]
        return "".join(piece for piece, _ in self.pieces)

    def all_of(self, flag: int) -> bool:
        """Whether all that is seen of it is set so."""
        return all(marks.flags & flag for piece, marks in self.pieces if piece.strip())


@dataclass(slots=True, eq=False)
class Block:
    """A block; which of its fields count goes by its kind."""

    kind: Kind
    element: etree._Element | None = None
    lines: list[Line] = field(default_factory=list)
    """Of a paragraph, heading, verse or caption."""
    blocks: list[Block] = field(default_factory=list)
    """Of a list its items, of a table its rows, of a row its cells; else what stands inside."""
    level: int = 0
    """Of a heading: 1 to 6."""
    ordered: bool = False
    start: int = 1
    """Of an ordered list: its first number."""
    head: bool = False
    """Of a cell: it is a header."""
    columns: int = 1
    rows: int = 1
    """Of a cell: how many it spans."""
    text: str = ""
    """Of code, with its line breaks; of a picture its caption; of a video its title."""
    language: str = ""
    url: str = ""
    """Absolute URL of a picture or video."""
    poster: str = ""
    form: Literal["video", "audio", "player"] = "video"
    """Of media."""

    def walk(self) -> Iterator[Block]:
        """This block and all inside it, in printed order."""
        yield self
        for block in self.blocks:
            yield from block.walk()

    def all_lines(self) -> Iterator[Line]:
        """The lines in it, in printed order."""
        yield from self.lines
        for block in self.blocks:
            yield from block.all_lines()
