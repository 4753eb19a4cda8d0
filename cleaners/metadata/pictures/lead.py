"""Lead pictures: between the headline and the box of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaners.junk import junk_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_LEVELS = 4
"""Boxes around the text's own in which a lead picture may stand."""
_MOST = 2
"""Pictures of a lead; more are a gallery of other stories."""


def lead_elements(container: etree._Element, title: etree._Element | None) -> list[etree._Element]:
    """Pictures that stand between the headline and the article's box, in printed order."""
    if title is None or _holds(container, title):
        return []
    found: list[etree._Element] = []
    place = container
    for _ in range(_LEVELS):
        if place.tag == "body":
            break
        for sibling in place.itersiblings(preceding=True):
            if not isinstance(sibling.tag, str):
                continue
            inside = _holds(sibling, title)
            if not _is_junk(sibling):
                found = [*_after(sibling, title if inside else None), *found]
            if inside:
                return found if len(found) <= _MOST else []
        parent = place.getparent()
        if parent is None or parent is title:
            break
        place = parent
    return []


def _after(box: etree._Element, title: etree._Element | None) -> Iterator[etree._Element]:
    """The pictures in a box; behind the headline where that stands in it."""
    met = title is None
    for element in box.iter():
        if element is title:
            met = True
        elif met and element.tag in ("img", "amp-img") and not _in_junk(element, box):
            yield element


def _in_junk(element: etree._Element, box: etree._Element) -> bool:
    place: etree._Element | None = element.getparent()
    while place is not None and place is not box:
        if _is_junk(place):
            return True
        place = place.getparent()
    return False


def _is_junk(box: etree._Element) -> bool:
    return bool(junk_mark(str(box.tag), f"{box.get('class') or ''} {box.get('id') or ''}"))


def _holds(box: etree._Element, element: etree._Element) -> bool:
    place: etree._Element | None = element
    while place is not None:
        if place is box:
            return True
        place = place.getparent()
    return False
