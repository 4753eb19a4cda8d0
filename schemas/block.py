"""The blocks of an article: what its text is made of, in printed order."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from schemas._address import Address
from schemas._value import Value


class Mark(StrEnum):
    """How a stretch of text is set."""

    STRONG = "strong"
    """Bold"""
    EMPHASIS = "emphasis"
    """Slanted"""
    CODE = "code"
    """Code in a line"""
    SUB = "sub"
    """Subscript"""
    SUP = "sup"
    """Superscript"""
    STRIKE = "strike"
    """Struck out"""
    FORMULA = "formula"
    """TeX between dollar signs"""


class Span(Value):
    """A stretch of text that is set in one way."""

    text: str
    """The text, not escaped."""
    marks: tuple[Mark, ...] = ()
    """How it is set."""
    href: Address | None = None
    """Absolute URL it links to. None where it is no link."""
    ruby: str | None = None
    """The reading printed above it. None without one."""


class Heading(Value):
    """A heading inside the article."""

    type: Literal["heading"] = "heading"
    """Says which block it is."""
    level: int
    """2 to 6; 1 is the article's title. Levels are dense."""
    content: tuple[Span, ...]
    """Its text."""


class Paragraph(Value):
    """A paragraph."""

    type: Literal["paragraph"] = "paragraph"
    """Says which block it is."""
    content: tuple[Span, ...]
    """Its text."""


class Verse(Value):
    """Lines that are broken on purpose."""

    type: Literal["verse"] = "verse"
    """Says which block it is."""
    lines: tuple[tuple[Span, ...], ...]
    """Its lines."""


class Picture(Value):
    """A picture in its place."""

    type: Literal["picture"] = "picture"
    """Says which block it is."""
    url: Address
    """Absolute where the page's URL is known."""
    caption: str | None = None
    """The printed caption, else its alt text. None without either."""
    printed: tuple[tuple[Span, ...], ...] = ()
    """The lines of its caption that are part of the text."""


class Media(Value):
    """A video or recording in its place."""

    type: Literal["media"] = "media"
    """Says which block it is."""
    form: Literal["video", "audio", "player"]
    """`player` is a page of a video site, `video` and `audio` are files."""
    url: Address
    """Absolute where the page's URL is known."""
    poster: Address | None = None
    """Absolute URL of the picture shown before it plays. None without one."""
    title: str | None = None
    """Its title. None without one."""


class Code(Value):
    """A block of code."""

    type: Literal["code"] = "code"
    """Says which block it is."""
    text: str
    """The code with its indentation and line breaks, without line numbers."""
    language: str | None = None
    """Its language as the page names it. None where it does not."""


class Rule(Value):
    """A line between two parts."""

    type: Literal["rule"] = "rule"
    """Says which block it is."""


class Quote(Value):
    """A block quote."""

    type: Literal["quote"] = "quote"
    """Says which block it is."""
    blocks: tuple[Block, ...]
    """What is quoted."""


class ListBlock(Value):
    """A list."""

    type: Literal["list"] = "list"
    """Says which block it is."""
    ordered: bool
    """Whether its items are numbered."""
    start: int = 1
    """The first number."""
    items: tuple[tuple[Block, ...], ...]
    """The blocks of each item; a nested list is one of them."""


class Cell(Value):
    """A cell of a table."""

    blocks: tuple[Block, ...]
    """What stands in it."""
    header: bool = False
    """Whether it is a header."""
    columns: int = 1
    """How many columns it spans."""
    rows: int = 1
    """How many rows it spans."""


class Table(Value):
    """A table of data; those that only lay out a page are dissolved."""

    type: Literal["table"] = "table"
    """Says which block it is."""
    rows: tuple[tuple[Cell, ...], ...]
    """Its rows; a cell that spans several stands in the first."""


Block = Annotated[
    Heading | Paragraph | Verse | ListBlock | Table | Quote | Code | Picture | Media | Rule,
    Field(discriminator="type"),
]

for _model in (Quote, ListBlock, Cell, Table):
    _model.model_rebuild()
del _model
