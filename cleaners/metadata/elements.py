"""Text of an element."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree


def text_of(element: etree._Element) -> str:
    """All text inside, on one line."""
    return " ".join("".join(map(str, element.itertext())).split())
