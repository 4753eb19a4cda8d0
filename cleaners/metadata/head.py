"""Reading fields out of JSON-LD objects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any


def ld_texts(objects: Sequence[dict[str, Any]], *fields: str) -> Iterator[str]:
    """Non-empty strings under the fields, field by field, of objects that describe the page itself."""
    articles = [item for item in objects if _describes_article(item)]
    for field in fields:
        for item in articles:
            value = item.get(field)
            if isinstance(value, str) and value.strip():
                yield value.strip()[:1_000]


def ld_people(objects: Sequence[dict[str, Any]], field: str) -> Iterator[str]:
    """Names under a field that holds a string, an object with a name, or a list of those. Organisations are left out."""
    for item in objects:
        if not _describes_article(item):
            continue
        value = item.get(field)
        for entry in value[:20] if isinstance(value, list) else [value]:
            if isinstance(entry, dict):
                entry = None if "Organization" in str(entry.get("@type")) else entry.get("name")
            if isinstance(entry, str) and entry.strip():
                yield entry.strip()[:100]


def _describes_article(item: dict[str, Any]) -> bool:
    """Schema.org articles, and Baidu's cambrian objects, which carry no type."""
    kind = str(item.get("@type") or "")
    return not kind or any(word in kind for word in ("Article", "Posting", "WebPage", "Report", "News"))
