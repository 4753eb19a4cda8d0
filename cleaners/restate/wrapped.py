"""Prose whose lines were cut at a fixed width before it became a page: preformatted, or with <br> at the end of each line."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from cleaners.dom import writable
from cleaners.dumps.wrapped import columns, cut_lines, goes_on, unwrapped
from cleaners.tags import BREAK, INLINE, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

_LEAST = 4
"""Lines of a text that was cut."""
_NARROWEST = 40
"""Columns of a line that was cut, and does not end where its writer wanted, as verse and letters do."""
_HAN, _LETTER = re.compile("[\u3400-\u9fff]"), re.compile(r"\w")
_PROSE = 0.6
"""Share of Han characters from which preformatted text is prose."""


def restate_wrapped(tree: etree._Element) -> None:
    """Join the lines of such prose."""
    for element in tree.iter("pre"):
        if not len(element) and _is_prose(element.text or ""):
            element.text = unwrapped(writable(element.text))
    for parents in _alike(tree):
        _join(parents)


def _alike(tree: etree._Element) -> Iterable[list[etree._Element]]:
    """Elements whose text has breaks; neighbours of one tag are paragraphs of one text."""
    found: dict[tuple[etree._Element | None, str], dict[etree._Element, None]] = defaultdict(dict)
    for element in tree.iter("br"):
        if (parent := element.getparent()) is not None:
            found[parent.getparent(), parent.tag][parent] = None
    return map(list, found.values())


def _is_prose(text: str) -> bool:
    return text.count("\n") >= _LEAST and len(_HAN.findall(text)) >= _PROSE * len(_LETTER.findall(text))


def _join(parents: list[etree._Element]) -> None:
    """Take the breaks out that a text was cut at."""
    lines: list[str] = []
    behind: list[etree._Element | None] = []
    for parent in parents:
        lines += _lines(parent)
        behind += [*parent.iterchildren("br"), None]
    if len(lines) < _LEAST:
        return
    cut = [at for at in cut_lines(lines) if columns(lines[at]) >= _NARROWEST]
    for at in cut:
        if (element := behind[at]) is not None and goes_on(lines[at + 1]):
            _drop(element)


def _lines(parent: etree._Element) -> list[str]:
    """The text of an element between its breaks; a block in it is a line that nothing goes on with."""
    lines = [[parent.text or ""]]
    for child in parent:
        kind = KINDS.get(child.tag)
        if kind == BREAK:
            lines.append([])
        elif kind == INLINE:
            lines[-1].append("".join(map(str, child.itertext())))
        else:
            lines[-1].append("\n")
        lines[-1].append(child.tail or "")
    return ["".join(pieces).strip("\r\n\t ") for pieces in lines]


def _drop(element: etree._Element) -> None:
    """The element without what it breaks; what follows it goes on."""
    parent, before, tail = element.getparent(), element.getprevious(), (element.tail or "").lstrip("\r\n\t ")
    if parent is None:
        return
    if before is not None:
        before.tail = writable((before.tail or "").rstrip("\r\n\t ") + tail)
    else:
        parent.text = writable((parent.text or "").rstrip("\r\n\t ") + tail)
    element.tail = None
    parent.remove(element)
