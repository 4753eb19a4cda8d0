"""What the head of a page states as its headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from cleaners.metadata.head import ld_texts
from cleaners.metadata.owner import is_owner, logos
from cleaners.metadata.sites import site_values
from cleaners.metadata.title.strings import (
    first_piece,
    headline_of,
    is_site_name,
    key,
    last_piece,
    opens_title,
    says_nothing,
    segments_of,
)

if TYPE_CHECKING:
    from cleaners.document import Document


class Claim(NamedTuple):
    where: str
    text: str


def site_names(doc: Document) -> list[str]:
    """Names by which the page calls its site."""
    named = (doc.metas.get("og:site_name"), doc.site.title, doc.metas.get("application-name"))
    title = doc.metas.get("title", "")
    last = last_piece(title)
    first = next((name for name in logos(doc) if name and opens_title(name, title)), "")
    return [name for name in (*named, last if last and is_owner(doc, last) else "", first) if name]


def read_claims(doc: Document, sites: Sequence[str]) -> list[Claim]:
    """The headline as the head of the page states it, the names of the site off, most trusted first."""
    return [claim for claim in _stated(doc, sites) if key(claim.text) and not says_nothing(claim.text)]


def _stated(doc: Document, sites: Sequence[str]) -> Iterator[Claim]:
    whole = doc.metas.get("title", "")
    for text, where in site_values(doc, "title"):
        yield Claim(where, headline_of(text, sites))
    for field in ("articletitle", "og:title", "twitter:title"):
        if text := headline_of(doc.metas.get(field, ""), sites):
            # An unescaped quote ends the attribute early; <title> still holds the rest.
            cut = whole.startswith(text) and whole[len(text) : len(text) + 1] in ('"', "'")
            if not cut and not is_site_name(text, sites):
                yield Claim(f"meta {field}", text)
    for text in ld_texts(doc.json_ld, "headline", "title"):
        yield Claim("json-ld", headline_of(text, sites))
    if whole and not is_site_name(text := headline_of(whole, sites), sites):
        yield Claim("title", text)


def segment_keys(doc: Document, sites: Sequence[str]) -> frozenset[str]:
    """The parts of <title>, one of which a heading may print; and what it begins with: `检讨书-某某小说`."""
    title = doc.metas.get("title", "")
    return frozenset(
        key(part)
        for part in (*segments_of(title), first_piece(title))
        if not is_site_name(part, sites) and not says_nothing(part)
    )
