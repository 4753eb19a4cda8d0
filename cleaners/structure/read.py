"""A reading to the blocks of its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaners.structure.blocks import Block, Kind
from cleaners.structure.build import Builder
from cleaners.structure.code import respelt
from cleaners.structure.final import finish
from cleaners.structure.shape import shape

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml import etree

    from cleaners.document import Body, Box, Document
    from cleaners.metadata.pictures import Picture


def read_blocks(
    doc: Document,
    body: Body,
    pictures: Sequence[Picture],
    final: Sequence[str],
    convert: Callable[[str], str],
) -> list[Block]:
    """The blocks of an article. Their lines are the lines of the text, in the same order. Of markup that is nested deeper
    than the interpreter goes, plain paragraphs are left."""
    try:
        return _blocks(doc, body, pictures, final, convert)
    except RecursionError:
        return finish([], doc.runs, body.paragraphs, final)


def _blocks(
    doc: Document,
    body: Body,
    pictures: Sequence[Picture],
    final: Sequence[str],
    convert: Callable[[str], str],
) -> list[Block]:
    kept = list(body.kept)
    root = _root([doc.runs[index].box for index in kept], body.container)
    if root is None:
        return finish([], doc.runs, body.paragraphs, final)
    placed = {
        picture.element: Block(
            Kind.PICTURE, picture.element, text=convert(picture.caption or ""), url=picture.url
        )
        for picture in pictures
    }
    raw = Builder(doc.runs, kept, placed, doc.url).build(root, body.container)
    blocks = shape(
        _led(raw, list(placed.values())), lambda raw: finish(raw, doc.runs, body.paragraphs, final)
    )
    for block in (inner for top in blocks for inner in top.walk()):
        if block.kind is Kind.CODE:
            block.text = respelt(block.text, "".join(line.text for line in block.lines))
        elif block.kind is Kind.MEDIA:
            block.text = convert(block.text)
    return blocks


def _led(blocks: list[Block], pictures: list[Block]) -> list[Block]:
    """The blocks, and above them the pictures that stand outside the text's box."""
    inside = {id(inner) for block in blocks for inner in block.walk() if inner.kind is Kind.PICTURE}
    return [*(picture for picture in pictures if id(picture) not in inside), *blocks]


def _root(boxes: list[Box | None], container: etree._Element | None) -> etree._Element | None:
    """The element that holds all boxes and the container."""
    shared: list[etree._Element] | None = [*_up(container)] if container is not None else None
    for box in dict.fromkeys(boxes):
        if box is None:
            return None
        if shared is None:
            shared = list(_up(box.element))
        while shared and not _holds(shared[0], box):
            del shared[0]
    return shared[0] if shared else None


def _up(element: etree._Element | None) -> list[etree._Element]:
    found = []
    while element is not None:
        found.append(element)
        element = element.getparent()
    return found


def _holds(element: etree._Element, box: Box | None) -> bool:
    while box is not None:
        if box.element is element:
            return True
        box = box.parent
    return False
