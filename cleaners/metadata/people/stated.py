"""Who the head of the page and its elements for search engines name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaners.metadata.baidu import baidu_text
from cleaners.metadata.byline.names import is_person
from cleaners.metadata.byline.site import is_site
from cleaners.metadata.found import Found
from cleaners.metadata.head import ld_people
from cleaners.metadata.people.credits import line_credits
from cleaners.metadata.people.marked import marked_names
from schemas import Credit, Role

if TYPE_CHECKING:
    from cleaners.document import Document
    from cleaners.metadata.near import Near

HEAD, MARKED, BAIDU_AUTHOR = "head", "marked as the author", "element #author_baidu"
"""Where these names stand."""
_META = ("author", "article:author", "og:article:author")
_SYSTEM = frozenset(["publishedtype", "filetype", "pagetype", "catalogs", "contentid", "firstpublishedtime"])
"""Meta keys of the publishing systems of newspapers and governments."""
_SEPARATORS = re.compile(r"[\s,，、;；/／]+")
_BAIDU, _STATED, _UNSURE = 1.0, 0.6, 0.4


def for_baidu(doc: Document) -> Iterator[Found[Credit]]:
    """Labelled names in the elements for Baidu's search, which may be hidden."""
    for field in ("author", "editor"):
        for credit in line_credits(baidu_text(doc, field)):
            yield Found(credit, BAIDU_AUTHOR.replace("author", field), _BAIDU)


def in_head(near: Near) -> Iterator[Found[Credit]]:
    """Authors that the head names. In <meta>, a publishing system writes whoever put the page in: there the page must
    print the name, too."""
    objects = list(_people(near.doc, ld_people(near.doc.json_ld, "author")))
    metas = _people(near.doc, (near.doc.metas.get(key, "") for key in _META))
    for name in dict.fromkeys([*objects, *metas]):
        sure = name in objects or not _SYSTEM.intersection(near.doc.metas) or _is_printed(near, name)
        yield Found(Credit(name=name, role=Role.AUTHOR), HEAD, _STATED if sure else _UNSURE)
    for name in marked_names(near):
        yield Found(Credit(name=name, role=Role.AUTHOR), MARKED, _STATED)


def _people(doc: Document, stated: Iterator[str]) -> Iterator[str]:
    """The persons among names of the head: portals put their own name there."""
    for entry in map(str.strip, stated):
        for name in [entry] if is_person(entry) else _SEPARATORS.split(entry):
            if is_person(name) and not is_site(doc, name):
                yield name


def _is_printed(near: Near, name: str) -> bool:
    zones = near.zones
    lines = (line.text for zone in (zones.above, zones.header, zones.tail) for line in zone)
    return any(name in text for text in (*lines, *near.body.paragraphs[:2], *near.body.paragraphs[-2:]))
