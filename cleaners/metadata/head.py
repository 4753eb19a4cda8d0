"""Reading fields out of JSON-LD objects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleaners.document import Document

_NAMES = ("author", "article:author", "og:article:author", "dable:author", "mediaid", "byl")
"""Meta keys that hold who wrote or which account published."""


def ld_texts(objects: Sequence[dict[str, Any]], *fields: str) -> Iterator[str]:
    """Non-empty strings under the fields, field by field, of objects that describe the page itself: of the article before
    those of the page around it, which may be older."""
    articles = sorted(filter(_describes_article, objects), key=lambda item: item.get("@type") == "WebPage")
    for field in fields:
        for item in articles:
            value = item.get(field)
            if isinstance(value, str) and value.strip():
                yield value.strip()[:1_000]


def ld_people(objects: Sequence[dict[str, Any]], field: str, *, organisations: bool = False) -> Iterator[str]:
    """Names under a field that holds a string, an object with a name, or a list of those. Organisations are left out
    unless they are asked for."""
    for item in objects:
        if not _describes_article(item):
            continue
        value = item.get(field)
        for entry in value[:20] if isinstance(value, list) else [value]:
            if isinstance(entry, dict):
                left_out = not organisations and "Organization" in str(entry.get("@type"))
                entry = None if left_out else entry.get("name")
            if isinstance(entry, str) and entry.strip():
                yield entry.strip()[:100]


def ld_persons(objects: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Names of authors whose type says that they are persons."""
    for item in objects:
        value = item.get("author") if _describes_article(item) else None
        for entry in value[:20] if isinstance(value, list) else [value]:
            if isinstance(entry, dict) and "Person" in str(entry.get("@type")):
                yield str(entry.get("name") or "")[:100]


def head_names(doc: Document) -> frozenset[str]:
    """Whoever the head names as author, a person or an organisation."""
    people = ld_people(doc.json_ld, "author", organisations=True)
    return frozenset(name.strip() for name in (*people, *(doc.metas.get(key, "") for key in _NAMES)) if name)


def _describes_article(item: dict[str, Any]) -> bool:
    """Schema.org articles, and Baidu's cambrian objects, which carry no type."""
    kind = str(item.get("@type") or "")
    return not kind or any(word in kind for word in ("Article", "Posting", "WebPage", "Report", "News"))
