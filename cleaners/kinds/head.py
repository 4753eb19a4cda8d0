"""What a page says of itself in its head, and the elements that are no text."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cleaners.document import Document

_THINGS = {"Product", "Book", "Course", "Movie", "SoftwareApplication"}
_LISTS = {"ItemList", "CollectionPage", "SearchResultsPage"}
_THREADS = {"DiscussionForumPosting", "QAPage", "Question", "Conversation"}
_TOLD = 1500
"""Characters of the text in which the words of the description are looked for."""
_DESCRIBED = 20
_PIECES = 4
"""Pieces of a text that are enough to compare."""
_LETTERS = re.compile(r"\W+")


def figures_of_head(doc: Document, paragraphs: Sequence[str]) -> dict[str, float]:
    """Types and description of the page."""
    types = {str(item.get("@type")) for item in doc.json_ld}
    og = doc.metas.get("og:type", "").lower()
    description = doc.metas.get("description", "")
    told = overlap(description, "\n".join(paragraphs)[:_TOLD], 3, other=0.0)
    return {
        "og_article": float(og in ("article", "news")),
        "ld_article": float(any("Article" in t or t in ("Review", "BlogPosting") for t in types)),
        "is_video": float(og.startswith("video") or "VideoObject" in types),
        "is_thing": float(og.startswith(("product", "book")) or bool(types & _THINGS)),
        "is_list": float(bool(types & _LISTS)),
        "is_thread": float(bool(types & _THREADS)),
        "told": told,
        "untold": float(len(description) > _DESCRIBED and told < 0.2),
    }


def figures_of_elements(doc: Document) -> dict[str, float]:
    """Players, fields and pictures."""
    players = inputs = images = password = choices = 0
    for element in (
        ()
        if doc.tree is None
        else doc.tree.iter("video", "audio", "embed", "object", "input", "textarea", "img")
    ):
        tag, kind = element.tag, (element.get("type") or "").lower()
        if tag == "img":
            images += 1
        elif tag in ("input", "textarea"):
            choices += kind in ("radio", "checkbox")
            password += kind == "password"
            inputs += kind not in ("hidden", "submit", "button")
        else:
            players += 1
    return {
        "players": math.log1p(players) / 2,
        "inputs": math.log1p(inputs) / 3,
        "choices": math.log1p(choices) / 3,
        "password": float(password > 0),
        "images": math.log1p(images) / 3,
    }


def overlap(told: str, text: str, size: int, *, other: float) -> float:
    """Share of the pieces of one text, so many characters each, that another holds; `other` where there are few."""
    letters = _LETTERS.sub("", told)[:200]
    pieces = {letters[i : i + size] for i in range(len(letters) - size + 1)}
    if len(pieces) < _PIECES:
        return other
    bare = _LETTERS.sub("", text)
    return sum(piece in bare for piece in pieces) / len(pieces)
