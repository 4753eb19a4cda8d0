"""Pictures of the article, with their addresses and captions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners.metadata.found import Choice, all_of
from cleaners.metadata.pictures.find import Picture, find_pictures

if TYPE_CHECKING:
    from cleaners.metadata.near import Near

__all__ = ["Picture", "find_images", "find_pictures"]


def find_images(near: Near) -> Iterator[Choice]:
    """The pictures of the article, all of them."""
    doc, title = near.doc, near.title
    block = None if title.run is None else doc.runs[title.run].block
    pictures = find_pictures(doc, near.body, title.text, block)
    yield all_of("images", pictures, "the article's box")
