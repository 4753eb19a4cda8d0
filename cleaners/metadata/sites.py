"""What the file of the page's site says of its metadata: values in scripts and in marked elements."""

from __future__ import annotations

import html
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from lxml.cssselect import CSSSelector

from cleaners.metadata.elements import text_of
from cleaners.sites.state import script_values

if TYPE_CHECKING:
    from lxml import etree

    from cleaners.document import Document

_MAX = 300
"""Characters of a value."""


def site_values(doc: Document, field: str) -> Iterator[tuple[str, str]]:
    """(value, where) of a field, as the site's file finds it, the best first: the page's scripts, then its elements."""
    for path in getattr(doc.site.state, field):
        if path not in doc.stated:
            doc.stated[path] = tuple(script_values(doc.html, path))
        for value in doc.stated[path]:
            if (text := html.unescape(str(value)).strip()) and len(text) <= _MAX:
                yield text, f"script {path}"
    if doc.tree is not None:
        for place in getattr(doc.site.marked, field):
            yield from _marked(doc, place)


@lru_cache(maxsize=512)
def _selector(css: str) -> CSSSelector:
    return CSSSelector(css)


def _select(tree: etree._Element, css: str) -> list[etree._Element]:
    return cast("list[etree._Element]", _selector(css)(tree))


def _marked(doc: Document, place: str) -> Iterator[tuple[str, str]]:
    selector, _, attribute = place.partition("::attr(")
    for element in _select(doc.tree, selector) if doc.tree is not None else ():
        text = (element.get(attribute.rstrip(")")) or "") if attribute else text_of(element)
        if (text := text.strip()) and len(text) <= _MAX:
            yield text, f"element {place}"
