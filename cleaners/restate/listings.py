"""Code without what a theme puts around it: line numbers, buttons; with the breaks between its lines."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from cleaners.dom import writable

if TYPE_CHECKING:
    from lxml import etree

_AROUND = re.compile(
    r"(?:^|\s)(?:gutter|line-?numbers?(?:-rows|-wrapper)?|linenos?|lineno|line-number|hljs-ln-numbers|hljs-ln-n|pre-numbering"
    r"|code-snippet__line-index|rouge-gutter|blob-num|hljs-button|copy-?(?:code)?-?(?:btn|button)|copy-code|code-copy\S*"
    r"|code-block-extension\S*|btn-copy|copybtn|clipboard\S*|cnblogs_code_toolbar|opt-box|hide-preCode\S*"
    r"|highlight-tools|code-lang|code-header|toolbar)(?:\s|$)"
)
_HOLDER = re.compile(r"line-numbers|linenos")
"""Prism puts the name on the code itself, too."""
_NUMBER = re.compile(r"\s*\d{1,4}[.:]?\s*")
_NEAR, _FEW = 4, 8
"""Boxes between what stands around a listing and the box of both, and elements of one that has a listing to itself."""


def restate_listings(tree: etree._Element) -> None:
    """Take out of each listing, and of the boxes around it, what is no code."""
    for element in list(tree.iter("pre")):
        if (box := _around(element)) is not None:
            drop(box)
            continue
        for part in list(element.iter()):
            if part is not element and _is_around(part) and part.getparent() is not None:
                drop(part)
        _drop_around(element)
        _drop_numbers(element)
        _break_lines(element)


def _around(element: etree._Element) -> etree._Element | None:
    """The box of line numbers that a <pre> stands in."""
    around = islice(element.iterancestors("td", "div"), _NEAR)
    return next((box for box in around if _is_around(box) and "code" not in (box.get("class") or "")), None)


def _is_around(element: etree._Element) -> bool:
    name = element.get("class") or ""
    if not _AROUND.search(name):
        return element.tag == "button"
    return element.tag not in ("pre", "code") or not _HOLDER.search(name)


def _drop_around(element: etree._Element) -> None:
    """Cells of line numbers and bars of buttons beside a listing."""
    place = element
    for box in list(islice(element.iterancestors(), _NEAR)):
        if len(box) > _FEW or box.tag in ("body", "article", "main"):
            return
        for part in list(box):
            if part is not place and isinstance(part.tag, str) and _is_around(part):
                drop(part)
        place = box


def _drop_numbers(element: etree._Element) -> None:
    """博客园 colours a number at the beginning of each line."""
    spans = [part for part in element.iter("span") if not len(part) and _NUMBER.fullmatch(part.text or "")]
    numbers = [int(re.sub(r"\D", "", part.text or "")) for part in spans]
    leading = [number for number in numbers if number]
    if len(leading) < 2 or leading != list(range(1, len(leading) + 1)):
        return
    if len({part.get("style") for part in spans}) == 1:
        for part in spans:
            part.tail = writable(part.tail).removeprefix(" ")
            drop(part)


def _break_lines(element: etree._Element) -> None:
    """WeChat gives each line a <code> of its own, other themes a <div> or a block's span, and no break between."""
    lines = [part for part in element if part.tag == "code"]
    for part in lines[:-1]:
        if not (part.tail or "").startswith("\n") and not "".join(map(str, part.itertext())).endswith("\n"):
            part.tail = f"\n{writable(part.tail)}"


def drop(element: etree._Element) -> None:
    """Take an element out; the text behind it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail:
        if before is not None:
            before.tail = writable(before.tail) + writable(element.tail)
        else:
            parent.text = writable(parent.text) + writable(element.tail)
    element.tail = None
    parent.remove(element)
