"""What the finders look at: the page, its text, and the lines around it, read once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaners.metadata.zones import Zones, read_zones

if TYPE_CHECKING:
    from cleaners.document import Body, Document
    from cleaners.metadata.title import Title


@dataclass(frozen=True, slots=True)
class Near:
    """An article and what stands near it."""

    doc: Document
    body: Body
    title: Title
    zones: Zones


def read_near(doc: Document, body: Body, title: Title) -> Near:
    """The lines near a text that is known."""
    return Near(doc, body, title, read_zones(doc, body, title))
