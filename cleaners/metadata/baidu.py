"""Elements that name what they hold for Baidu's news search: `<span id="source_baidu">来源：某报</span>`, shown or hidden."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners.metadata.elements import text_of

if TYPE_CHECKING:
    from cleaners.document import Document

_END = "_baidu"
_NAMES = frozenset(["pubtime_baidu", "source_baidu", "author_baidu", "editor_baidu"])
_LONGEST = 120


def baidu_text(doc: Document, field: str) -> str:
    """The text of the element for `pubtime`, `source`, `author` or `editor`; '' where the page has none."""
    if _END not in doc.stated:
        doc.stated[_END] = tuple(_found(doc))
    return next((str(text) for name, text in reversed(doc.stated[_END]) if name == field), "")


def _found(doc: Document) -> Iterator[tuple[str, str]]:
    """(field, text) of each such element, the last one first: of several the first counts."""
    if doc.tree is None or _END not in doc.html or not any(name in doc.html for name in _NAMES):
        return
    named = [one for one in doc.tree.iter() if one.get("id") in _NAMES]
    for element in reversed(named):
        if len(text := text_of(element)) <= _LONGEST:
            yield element.get("id", "").removesuffix(_END), text
