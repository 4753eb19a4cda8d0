"""Formulas as TeX between dollar signs, in the place of what a script drew."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from cleaners.dom import writable
from cleaners.restate.mathml import tex_of

if TYPE_CHECKING:
    from lxml import etree

TEX = "data-tex"
"""Attribute of the elements that hold a formula."""
_DRAWN = re.compile(r"MathJax|mjx-|math-inline|math-display|mwe-math")
_STYLE = re.compile(r"^\{\\(?:display|text)style (.*)\}$", re.DOTALL)
_LONG = 4_000


def may_hold_formulas(tree: etree._Element) -> bool:
    """Whether a look at single elements finds one that may be a formula: far cheaper than one at a long source."""
    if next(tree.iter("math", "mjx-container"), None) is not None:
        return True
    return any(map(_source, tree.iter("script", "img"))) or any(
        "katex" in element.get("class", "") for element in tree.iter("span")
    )


def restate_formulas(tree: etree._Element) -> None:
    """Put the TeX of each formula into its place."""
    for element in list(tree.iter("math", "script", "img", "span", "mjx-container")):
        if element.getparent() is None or _inside(element):
            continue
        if element.tag == "math" and _is_doubled(element):
            continue
        if element.tag == "span" and "katex" not in (element.get("class") or "").split():
            continue
        if tex := _source(element):
            _replace(element, tex)


def _is_doubled(math: etree._Element) -> bool:
    """MediaWiki hides the markup and shows a picture of the same."""
    parent = math.getparent()
    return parent is not None and "mwe-math-mathml" in (parent.get("class") or "")


def _inside(element: etree._Element) -> bool:
    """A part of what was replaced, or of what will be, as a whole."""
    place = element.getparent()
    for _ in range(8):
        if place is None:
            return False
        if place.get(TEX) or "katex" in (place.get("class") or "").split() or place.tag == "mjx-container":
            return True
        place = place.getparent()
    return False


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
    src = element.get("src") or element.get("data-src") or ""
    if "equation?tex=" in src[:2_000]:
        return next(iter(parse_qs(src[: 2 * _LONG].partition("?")[2]).get("tex", [])), "") or (
            element.get("alt") or ""
        )
    if element.get("eeimg") or "mwe-math-fallback" in (element.get("class") or ""):
        return element.get("alt") or ""
    return ""


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
    for _ in range(3):
        before = script.getprevious()
        if before is None or not _DRAWN.search(before.get("class") or "") or (before.tail or "").strip():
            return
        parent = before.getparent()
        assert parent is not None  # siblings have one
        parent.remove(before)
