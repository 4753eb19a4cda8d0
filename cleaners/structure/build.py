"""The kept runs and their elements as raw blocks: the page's own walk once more, over the article only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaners.metadata.media import MEDIA, media_of
from cleaners.page.declarations import hides
from cleaners.structure.blocks import PLAIN, Block, Kind, Line, Marks, Piece
from cleaners.structure.code import code_block, is_code
from cleaners.structure.inline import marks_of, parts_of, plain, weighed
from cleaners.tags import BLOCK, BREAK, INLINE, KINDS, kind_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml import etree

    from cleaners.document import Box, Run

_KINDS = {
    **{f"h{level}": Kind.HEADING for level in range(1, 7)},
    "ul": Kind.LIST,
    "ol": Kind.LIST,
    "menu": Kind.LIST,
    "li": Kind.ITEM,
    "table": Kind.TABLE,
    "tr": Kind.ROW,
    "td": Kind.CELL,
    "th": Kind.CELL,
    "blockquote": Kind.QUOTE,
    "figure": Kind.FIGURE,
    "figcaption": Kind.CAPTION,
    "hr": Kind.RULE,
}


class Builder:
    """Builds the raw blocks of one article."""

    def __init__(
        self,
        runs: Sequence[Run],
        kept: Sequence[int],
        pictures: Mapping[etree._Element, Block],
        base: str | None,
    ) -> None:
        self.runs, self.kept, self.pictures, self.base = runs, frozenset(kept), pictures, base
        self.own, self.around = _places(runs, kept)
        self.out: list[Block] = []
        self.pieces: list[Piece] = []
        self.after: list[Block] = []
        self.marks = PLAIN
        self.breaks = 0
        self.pre = 0
        self.level = 0
        self.inside = False
        self.taken: set[int] = set()

    def build(self, root: etree._Element, container: etree._Element | None) -> list[Block]:
        """The raw blocks in an element; outside of `container` only what leads to kept runs is looked at."""
        self.container = container
        self.block(root, str(root.tag))
        return self.out

    def block(self, element: etree._Element, tag: str) -> None:
        entered = element is self.container
        if not (self.inside or entered or element in self.around):
            return
        self.inside = self.inside or entered
        if element in self.pictures:  # the background of a figure, or a component
            self.picture(element)
        if is_code(element, tag):
            self.code(element)
        elif (kind := _KINDS.get(tag)) and self.level < _DEEPEST:
            self.wrapped(element, kind)
        else:
            self.pre += tag == "pre"
            self.content(element)
            self.pre -= tag == "pre"
        if entered:
            self.inside = False

    def wrapped(self, element: etree._Element, kind: Kind) -> None:
        outer, block = self.out, Block(kind, element)
        self.out = block.blocks
        self.level += 1
        self.content(element)
        self.level -= 1
        self.out = outer
        if block.blocks or kind in (Kind.RULE, Kind.CELL):
            outer.append(block)

    def content(self, element: etree._Element) -> None:
        marks, self.marks = self.marks, self.marks
        style = element.get("style")
        if style and "weight" in style:
            self.marks = Marks(weighed(style, marks.flags), marks.href)
        self.breaks = 0
        self.text(element.text, element)
        self.children(element, element)
        self.flush(element)
        self.marks = marks

    def children(self, parent: etree._Element, box: etree._Element) -> None:
        for element in parent:
            tag = element.tag
            kind = KINDS.get(tag)
            if kind is None:
                kind = kind_of(element)
            if kind == BLOCK:
                self.flush(box)
                if tag in MEDIA:
                    self.media(element)
                else:
                    self.block(element, tag)
                self.breaks = 0
            elif kind == INLINE:
                self.inline(element, tag, box)
            elif kind == BREAK:
                self.flush(box)
                self.breaks += 1
            elif tag in MEDIA:
                self.media(element)
            elif tag == "noscript":
                for image in element.iter("img"):
                    self.picture(image)
            self.text(element.tail, box)

    def inline(self, element: etree._Element, tag: str, box: etree._Element) -> None:
        if tag == "img":
            self.picture(element)
            return
        style = element.get("style")
        if (style is not None and hides(style)) or tag == "rt":
            return
        outer = self.marks
        self.marks = marks_of(element, tag, outer, self.base)
        self.text(element.text, box)
        if len(element):
            self.children(element, box)
        self.marks = outer

    def text(self, text: str | None, box: etree._Element) -> None:
        if not text or (text.isspace() and not self.pieces):
            return
        if self.pre and "\n" in text:
            *lines, text = text.split("\n")
            for line in lines:
                self.pieces.append((line, self.marks))
                self.flush(box)
                self.breaks += 1
        self.pieces.append((text, self.marks))

    def picture(self, element: etree._Element) -> None:
        if picture := self.pictures.get(element):
            (self.after if self.pieces else self.out).append(picture)

    def media(self, element: etree._Element) -> None:
        if self.inside and (media := media_of(element, self.base)):
            block = Block(
                Kind.MEDIA,
                element,
                text=media.title or "",
                url=media.url,
                poster=media.poster or "",
                form=media.form,
            )
            (self.after if self.pieces else self.out).append(block)

    def flush(self, box: etree._Element) -> None:
        """Close the line that is being read: it is the next run of its box."""
        if self.pieces:
            pieces, self.pieces = self.pieces, []
            own = self.own.get(box)
            if own is not None:
                for part in parts_of(pieces):
                    self.line(part, box, own)
        if self.after:
            self.out += self.after
            self.after = []

    def line(self, pieces: list[Piece], box: etree._Element, own: list[int]) -> None:
        index = self.matching(pieces, own)
        if index is None or index not in self.kept:
            return
        text = self.runs[index].text
        if "".join(piece for piece, _ in pieces) != text:
            pieces = plain(text)
        self.taken.add(index)
        line = Line(pieces, index, self.breaks > 1)
        self.breaks = 0
        last = self.out[-1] if self.out else None
        if last is not None and last.kind is Kind.PARAGRAPH and last.element is box:
            last.lines.append(line)
        else:
            self.out.append(Block(Kind.PARAGRAPH, box, [line]))

    def matching(self, pieces: list[Piece], own: list[int]) -> int | None:
        """The run that a line is: the next of its box with the same text, else the next one."""
        if not own:
            return None
        text = "".join(piece for piece, _ in pieces)
        for place, index in enumerate(own[:_AHEAD]):
            if self.runs[index].text == text:
                del own[: place + 1]
                return index
        return own.pop(0)

    def code(self, element: etree._Element) -> None:
        """A block of code, whole where all its runs are kept, else those of its lines that are."""
        kept = [index for box in element.iter() for index in self.own.get(box, ()) if index in self.kept]
        if kept:
            kept.sort()
            self.taken.update(kept)
            self.out.append(code_block(element, kept, self.runs))


_DEEPEST = 40
"""Blocks inside one another; what is nested deeper is dissolved."""
_AHEAD = 8
"""Runs among which a line is looked for."""


def _places(
    runs: Sequence[Run], kept: Sequence[int]
) -> tuple[dict[etree._Element, list[int]], set[etree._Element]]:
    """For each element with kept runs of its own all runs it has; and all elements around them."""
    boxes: dict[Box, list[int]] = {}
    around: dict[Box, etree._Element] = {}
    for index in kept:
        box = runs[index].box
        if box is not None:
            boxes.setdefault(box, [])
        while box is not None and box not in around:
            around[box] = box.element
            box = box.parent
    first, last = min((box.start for box in boxes), default=0), max((box.end for box in boxes), default=0)
    for index in range(first, last):
        own = boxes.get(runs[index].box)  # type: ignore[arg-type]  # text mode has no boxes, and comes not here
        if own is not None:
            own.append(index)
    return {around[box]: own for box, own in boxes.items()}, set(around.values())
