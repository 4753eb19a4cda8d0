"""All fields of an article, each with the rule that filled it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from schemas import Credit, Image, Precision

if TYPE_CHECKING:
    from cleaners.document import Body, Document
    from cleaners.metadata.title import Title


@dataclass(frozen=True, slots=True)
class Metadata:
    """Fields as `schemas.Article` documents them, in the script of the page."""

    published_at: datetime | None = None
    published_precision: Precision | None = None
    published_raw: str | None = None
    updated_at: datetime | None = None
    source: str | None = None
    credits: tuple[Credit, ...] = ()
    section: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    canonical_url: str | None = None
    next_page: str | None = None
    provenance: dict[str, str] = field(default_factory=dict)


def read_metadata(doc: Document, body: Body, title: Title) -> Metadata:
    """Everything the page says about its article."""
    return Metadata(provenance={"title": title.where} if title.where else {})
