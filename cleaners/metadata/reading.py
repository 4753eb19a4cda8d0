"""All fields of an article, each with the rule that filled it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from cleaners.metadata.canonical import find_canonical
from cleaners.metadata.images import find_images
from cleaners.metadata.pagination import find_next_page
from cleaners.metadata.people import find_people
from cleaners.metadata.publication import find_publication
from cleaners.metadata.section import find_section
from cleaners.metadata.tags import find_tags
from cleaners.metadata.zones import read_zones
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
    zones = read_zones(doc, body, title)
    below = [*zones.header, *zones.tail]
    dates = find_publication(doc, zones)
    people = find_people(doc, body, zones)
    section, section_where = find_section(doc, body.start if title.run is None else title.run + 1, title.text)
    tags, tags_where = find_tags(doc, below)
    canonical, canonical_where = find_canonical(doc, below)
    published = dates.published
    places = {
        "title": title.where,
        "published_at": dates.where,
        "updated_at": dates.updated_where,
        "source": people.source_where,
        "credits": people.credits_where,
        "section": section_where,
        "tags": tags_where,
        "canonical_url": canonical_where,
    }
    return Metadata(
        published_at=published.value if published else None,
        published_precision=published.precision if published else None,
        published_raw=published.raw if published else None,
        updated_at=dates.updated,
        source=people.source,
        credits=people.credits,
        section=section,
        tags=tags,
        images=find_images(body.container, doc.url, title.text),
        canonical_url=canonical,
        next_page=find_next_page(doc, below),
        provenance={name: where for name, where in places.items() if where},
    )
