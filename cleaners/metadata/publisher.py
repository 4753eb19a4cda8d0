"""Choosing the outlet that a page credits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cleaners.metadata.elements import text_of
from cleaners.metadata.labels import Field
from cleaners.metadata.names import is_press
from cleaners.metadata.source import clean_source, dateline_source, source_value
from cleaners.metadata.titles import key

if TYPE_CHECKING:
    from cleaners.document import Body, Document
    from cleaners.metadata.lines import Line

_META = ("contentsource", "source", "og:source", "article:source", "mediaid", "copyright-source")
"""Meta keys that hold the outlet: government sites, then portals."""


def find_source(
    doc: Document,
    body: Body,
    header: Sequence[tuple[Line, list[Field]]],
    tail: Sequence[tuple[Line, list[Field]]],
    unlabelled: str | None,
) -> tuple[str | None, str]:
    """(outlet, rule): a labelled field above the text, the name beside the date, a field below the text, the head,
    the dateline of the dispatch."""
    if value := _labelled(header):
        return value, "line under the title"
    if unlabelled:
        return unlabelled, "beside the date"
    if value := _labelled(tail):
        return value, "line below the text"
    for field in _META:
        if (value := clean_source(doc.metas.get(field, ""))) and not value.startswith("http"):
            return value, f"meta {field}"
    named = doc.metas.get("article:author", "")
    if is_press(named) and not is_site(doc, named):
        return named, "meta article:author"
    value = dateline_source(body.paragraphs[0]) if body.paragraphs else None
    return value, "dateline of the text" if value else ""


def _labelled(lines: Sequence[tuple[Line, list[Field]]]) -> str | None:
    for line, found in lines:
        for field in found:
            if value := source_value(field):
                return _linked(line, field, value)
    return None


def _linked(line: Line, field: Field, value: str) -> str:
    """A linked source ends where its link ends."""
    if line.run.link_chars and line.run.block is not None:
        for link in line.run.block.iter("a"):
            text = text_of(link)
            if 2 <= len(text) < len(value) and value.startswith(text) and field.value.startswith(text):
                return text
    return value


def is_site(doc: Document, name: str) -> bool:
    """Whether a name is that of the site: it stands in the tail of <title> or in og:site_name."""
    return bool(key(name)) and (
        key(name) in key(doc.metas.get("og:site_name", ""))
        or key(doc.metas.get("title", "")).endswith(key(name))
    )
