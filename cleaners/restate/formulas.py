"""Formulas as TeX between dollar signs, in the place of what a script drew."""

from __future__ import annotations

import re
from itertools import islice
from typing import cast
from urllib.parse import parse_qs

from lxml import etree

from cleaners.dom import writable
from cleaners.restate.listings import drop
from cleaners.restate.mathml import tex_of

TEX = "data-tex"
"""Attribute of the elements that hold a formula."""
_FORMULAS = etree.XPath(
    "//math | //script[starts-with(@type, 'math/tex')] | //mjx-container"
    " | //span[contains(concat(' ', normalize-space(@class), ' '), ' katex ')]"
    " | //img[contains(@src, 'equation?tex=') or contains(@data-src, 'equation?tex=') or @eeimg or contains(@class, 'mwe-math')]"
)
_DRAWN = re.compile(r"MathJax|mjx-|math-inline|math-display|mwe-math")
_STYLE = re.compile(r"^\{\\(?:display|text)style (.*)\}$", re.DOTALL)
_LONG, _ADDRESS = 4_000, 8_000
"""Characters of the longest formula, and of an address that are read."""
_DEEP, _DRAWINGS = 8, 3
"""Elements around the parts of a formula, and those that MathJax draws before its source."""


def restate_formulas(tree: etree._Element) -> None:
    """Put the TeX of each formula into its place."""
    for element in cast("list[etree._Element]", _FORMULAS(tree)):
        if not _is_inside(element) and not _is_doubled(element) and (tex := _source(element)):
            _replace(element, tex)


def _is_katex(element: etree._Element) -> bool:
    return "katex" in (element.get("class") or "").split()


def _is_doubled(element: etree._Element) -> bool:
    """MediaWiki hides the markup and shows a picture of the same."""
    parent = element.getparent()
    return parent is not None and "mwe-math-mathml" in (parent.get("class") or "")


def _is_inside(element: etree._Element) -> bool:
    """A part of a formula, which is read as a whole."""
    around = islice(element.iterancestors(), _DEEP)
    return any(_is_katex(one) or one.tag == "mjx-container" for one in around)


def _source(element: etree._Element) -> str:
    tag = element.tag
    if tag == "script":
        return (element.text or "") if (element.get("type") or "").startswith("math/tex") else ""
    if tag == "img":
        return _of_picture(element)
    for note in element.iter("annotation"):
        if "tex" in (note.get("encoding") or "").lower():
            return "".join(map(str, note.itertext()))
    math = element if tag == "math" else next(element.iter("math"), None)
    if math is None:
        return ""
    return math.get("alttext") or tex_of(math)


def _of_picture(element: etree._Element) -> str:
    """Sites draw formulas as pictures whose address or alt text is the source: 知乎, 掘金, MediaWiki."""
    src, alt = (element.get("src") or element.get("data-src") or "")[:_ADDRESS], element.get("alt") or ""
    if "equation?tex=" in src:
        return parse_qs(src.partition("?")[2]).get("tex", [alt])[0]
    return alt if element.get("eeimg") or "mwe-math-fallback" in (element.get("class") or "") else ""


def _replace(element: etree._Element, tex: str) -> None:
    display = _is_display(element)
    tex = " ".join(writable(tex).split())
    if found := _STYLE.match(tex):
        tex = found[1]
    if not tex or len(tex) > _LONG:
        return
    parent = element.getparent()
    assert parent is not None  # a part of the page; the root is no formula
    if element.tag == "script":
        _drop_drawn(element)
    place = element.makeelement("span", {TEX: "1"})
    mark = "$$" if display else "$"
    place.text = f"{mark}{tex}{mark}"
    place.tail, element.tail = writable(element.tail), None
    parent.replace(element, place)


def _is_display(element: etree._Element) -> bool:
    if "mode=display" in (element.get("type") or "") or element.get("display") in ("block", "true"):
        return True
    parent = element.getparent()
    return parent is not None and "katex-display" in (parent.get("class") or "")


def _drop_drawn(script: etree._Element) -> None:
    """What MathJax drew stands before the source."""
    for before in list(islice(script.itersiblings(preceding=True), _DRAWINGS)):
        if not _DRAWN.search(before.get("class") or "") or (before.tail or "").strip():
            return
        drop(before)
