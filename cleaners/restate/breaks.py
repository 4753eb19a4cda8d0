"""Line breaks of the source that a style keeps, said as <br>."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from cleaners.dom import writable

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEEPS = re.compile(
    r"white-space\s*:\s*(?:pre(?:-wrap|-line)?|break-spaces)\b|whitespace-(?:pre|break-spaces)"
)
_MAY_KEEP = etree.XPath("//*[contains(@style, 'white-space') or contains(@class, 'whitespace-')]")
_NOT_TEXT = frozenset(["pre", "code", "textarea", "script", "style", "template", "select", "svg", "math"])
_HAN = re.compile("[\u3400-\u9fff]")
_LINES = 20_000
"""Lines that are set apart."""


def may_keep_breaks(html: str) -> bool:
    """A style in the source does."""
    return _KEEPS.search(html) is not None


def restate_breaks(tree: etree._Element) -> None:
    """Put a <br> where such an element has a line break among Chinese words."""
    done: set[etree._Element] = set()
    left = _LINES
    for element in cast("list[etree._Element]", _MAY_KEEP(tree)):
        if _KEEPS.search(f"{element.get('style')} {element.get('class')}"):
            for part in _parts(element, done):
                left = _break_text(part, element, left)


def _parts(element: etree._Element, done: set[etree._Element]) -> Iterator[etree._Element]:
    """The element and those in it, each once, however they stand in each other."""
    stack = [element]
    while stack:
        part = stack.pop()
        if part in done or part.tag in _NOT_TEXT:
            continue
        done.add(part)
        stack += part
        yield part


def _break_text(part: etree._Element, element: etree._Element, left: int) -> int:
    """Break the text in an element and, inside the outermost, the text behind it; how many lines are left to break."""
    if _is_broken(part.text):
        part.text, *rest = writable(part.text).split("\n", left)
        left -= len(rest)
        for line in reversed(rest):
            part.insert(0, _break(line))
    if part is not element and _is_broken(part.tail):
        part.tail, *rest = writable(part.tail).split("\n", left)
        left -= len(rest)
        for line in reversed(rest):
            part.addnext(_break(line))
    return left


def _is_broken(text: str | None) -> bool:
    return text is not None and "\n" in text and _HAN.search(text) is not None


def _break(line: str) -> Any:
    element = etree.Element("br")
    element.tail = line
    return element
