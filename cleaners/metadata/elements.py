"""Text of an element."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

    from cleaners.document import Run

_MOST = 30
"""Links of an element that are looked at: many lines may share one, broken by <br>."""


def text_of(element: etree._Element) -> str:
    """All text inside, on one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def links_of(run: Run) -> Iterator[etree._Element]:
    """The first links of the element that a run stands in."""
    if run.block is not None:
        yield from islice(run.block.iter("a"), _MOST)
