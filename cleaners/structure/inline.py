"""Pieces of a line: what inline elements say about the text inside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaners.metadata.urls import absolute
from cleaners.restate.formulas import TEX
from cleaners.structure.blocks import CODE, EMPHASIS, FORMULA, PLAIN, STRIKE, STRONG, SUB, SUP, Marks, Piece
from cleaners.tags import INDENT
from cleaners.wraps import wraps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_FLAGS = {
    "b": STRONG,
    "strong": STRONG,
    "em": EMPHASIS,
    "i": EMPHASIS,
    "cite": EMPHASIS,
    "var": EMPHASIS,
    "dfn": EMPHASIS,
    "code": CODE,
    "kbd": CODE,
    "samp": CODE,
    "tt": CODE,
    "sub": SUB,
    "sup": SUP,
    "del": STRIKE,
    "s": STRIKE,
    "strike": STRIKE,
}
_WEIGHT = re.compile(r"font-weight\s*:\s*(?:(bold|[6-9]00)|(normal|lighter|[1-5]00))")
_NO_ADDRESS = ("javascript:", "mailto:", "tel:", "data:", "#", "about:")


def marks_of(element: etree._Element, tag: str, outer: Marks, base: str | None) -> Marks:
    """The marks inside an inline element; `outer` are those around it, `base` the page's URL."""
    flags, href, ruby = outer
    if tag == "a":
        href = address(element.get("href"), base) or href
    elif tag == "ruby":
        ruby = " ".join("".join(map(str, rt.itertext())) for rt in element.iter("rt")).strip()
    elif tag == "span" and element.get(TEX):
        flags |= FORMULA
    flags |= _FLAGS.get(tag, 0)
    flags = weighed(element.get("style"), flags)
    if flags == outer.flags and href == outer.href and ruby == outer.ruby:
        return outer
    return Marks(flags, href, ruby)


def weighed(style: str | None, flags: int) -> int:
    """The flags with the weight that a `style` gives."""
    if style and "weight" in style and (found := _WEIGHT.search(style[:500].lower())):
        return flags | STRONG if found[1] else flags & ~STRONG
    return flags


def address(href: str | None, base: str | None) -> str:
    """A link's address, or '' for one that leads nowhere else."""
    href = (href or "").strip()
    if not href or href.lower().startswith(_NO_ADDRESS):
        return ""
    url = absolute(base, href) or ""
    return url if url.isprintable() else ""


def parts_of(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """The lines that pieces of raw text make, white space collapsed: the walk splits and collapses in the same way."""
    raw = _raw(pieces)
    if spans := wraps(raw):
        pieces = without(pieces, spans)
        raw = _raw(pieces)
    if "\u3000\u3000" in raw:
        at = 0
        for found in INDENT.finditer(raw):
            if line := collapsed(cut(pieces, at, found.start())):
                yield line
            at = found.end()
        pieces = cut(pieces, at, len(raw))
    if line := collapsed(pieces):
        yield line


def _raw(pieces: list[Piece]) -> str:
    return pieces[0][0] if len(pieces) == 1 else "".join(text for text, _ in pieces)


def without(pieces: list[Piece], spans: list[tuple[int, int]]) -> list[Piece]:
    """The pieces without what stands at those positions of their text."""
    left, at, number = [], 0, 0
    for text, marks in pieces:
        start, stop, kept = at, at + len(text), []
        while number < len(spans) and spans[number][0] < stop:
            first, last = spans[number]
            kept.append(text[max(start - at, 0) : max(first - at, 0)])
            start = last
            if last > stop:
                break
            number += 1
        kept.append(text[max(start - at, 0) :])
        left.append(("".join(kept), marks))
        at = stop
    return [piece for piece in left if piece[0]]


def collapsed(pieces: list[Piece]) -> list[Piece]:
    """One blank for white space, none at the edges, neighbours of the same setting joined."""
    if len(pieces) == 1:
        text = " ".join(pieces[0][0].split())
        return [(text, pieces[0][1])] if text else []
    line: list[Piece] = []
    blank = False
    for raw, marks in pieces:
        text = " ".join(raw.split())
        if not text:
            blank = blank or bool(raw)
            continue
        if line and (blank or raw[0].isspace()):
            before, inside = line[-1]
            if inside == marks:
                text = f" {text}"
            else:
                line[-1] = (f"{before} ", inside)
        blank = raw[-1].isspace()
        if line and line[-1][1] == marks:
            line[-1] = (line[-1][0] + text, marks)
        else:
            line.append((text, marks))
    return line


def cut(pieces: list[Piece], start: int, end: int) -> list[Piece]:
    """The pieces between two positions of their text."""
    found: list[Piece] = []
    at = 0
    for text, marks in pieces:
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last:
            found.append((text[first:last], marks))
        at += len(text)
    return found


def plain(text: str) -> list[Piece]:
    return [(text, PLAIN)]


def joined(pieces: list[Piece]) -> list[Piece]:
    """The pieces with neighbours of the same setting in one."""
    found: list[Piece] = []
    for text, marks in pieces:
        if found and found[-1][1] == marks:
            found[-1] = (found[-1][0] + text, marks)
        else:
            found.append((text, marks))
    return found
