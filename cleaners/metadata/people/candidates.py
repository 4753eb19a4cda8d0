"""Everybody a page may name as one who made the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cleaners.metadata.byline.labels import Field
from cleaners.metadata.byline.names import is_nobody, is_person, names_alone
from cleaners.metadata.byline.parts import pieces
from cleaners.metadata.found import Found
from cleaners.metadata.people.bare import bare_credits, introduced
from cleaners.metadata.people.credits import field_credits
from cleaners.metadata.people.posted import posted_by, reposted
from cleaners.metadata.people.signed import Fields, Signed
from cleaners.metadata.people.stated import HEAD, for_baidu, in_head
from cleaners.metadata.people.text import closing_credits, opening_credits
from cleaners.metadata.sites import site_values
from schemas import Credit, Role

if TYPE_CHECKING:
    from cleaners.document import Document
    from cleaners.metadata.lines import Line
    from cleaners.metadata.near import Near

_SEPARATORS = re.compile(r"[\s,，、;；/／]+")
_FIRST, _LAST, _RUNNING = 3, 12, 40
"""Paragraphs at the beginning and the end, and characters of one that is running text."""
SITE = 1.2
"""Weight of who the site's file names."""
_SURE = 3
"""Characters of a name that words seldom look like; in a dump, which has no other lines there, two will do."""
_PRINTED, _ABOVE, _IN_TEXT, _BARE = 1.0, 0.9, 0.8, 0.7


_WORK = re.compile(r"《[^《》]{1,24}》\s?\W?\s?作者\s?[:：]")
"""A book and its author over the title of a chapter."""


def credit_candidates(near: Near, signed: Signed) -> Iterator[Found[Credit]]:
    """Everybody, in the order of printing; last who only the head names."""
    stated = list(in_head(near))
    answered = _answered([*signed.header, *signed.tail])
    yield from _of_site(near.doc)
    yield from (Found(credit, "byline", _PRINTED) for credit in _bylines(signed.header, answered))
    plain = near.doc.tree is None
    dated = [
        (line, fields)
        for line, fields in signed.above
        if fields and (line.is_dateline or (plain and _WORK.match(line.text)))
    ]
    yield from (Found(credit, "line above the title", _ABOVE) for credit in _bylines(dated, answered))
    yield from _without_label(near, signed, frozenset(one.value.name for one in stated if one.where == HEAD))
    for line in (*near.zones.header, *near.zones.tail):
        yield from (Found(credit, "introduced", _BARE) for credit in introduced(line.text))
    for name in (*reposted(near.zones.header), *posted_by(near.zones.header, near.zones.tail)):
        yield Found(Credit(name=name, role=Role.AUTHOR), "who posted", _BARE)
    yield from (Found(credit, "text", _IN_TEXT) for credit in _in_text(near.body.paragraphs))
    yield from (Found(credit, "byline", _PRINTED) for credit in _bylines(signed.tail, answered))
    yield from for_baidu(near.doc)
    yield from stated


def _of_site(doc: Document) -> Iterator[Found[Credit]]:
    for text, where in site_values(doc, "author"):
        yield from (Found(Credit(name=name, role=Role.AUTHOR), where, SITE) for name in _named(text))


def _without_label(near: Near, signed: Signed, stated: frozenset[str]) -> Iterator[Found[Credit]]:
    """Names in the lines above the text that no label opens, and beside the date."""
    labelled = {field.value for _, fields in signed.header for field in fields}
    for line, fields in signed.header:
        credited = any(isinstance(field.kind, Role) and field.value for field in fields)
        if not credited and line.text not in labelled:
            for text in pieces(line) if line.is_dateline else [line.text]:
                yield from (Found(credit, "line under the title", _BARE) for credit in bare_credits(text))
            yield from _alone(line, stated)
            if near.doc.tree is None or (near.title.run is not None and not line.run.link_chars):
                yield from _lone_names(line, least=2 if near.doc.tree is None else _SURE)
    for name in signed.unlabelled:
        if writer := name.writer:
            yield Found(Credit(name=writer, role=Role.AUTHOR), "beside the date", _PRINTED)


def _in_text(paragraphs: Sequence[str]) -> Iterator[Credit]:
    for paragraph in paragraphs[:_FIRST]:
        yield from opening_credits(paragraph)
    if paragraphs:
        yield from closing_credits(_last_sentence(paragraphs))


def _last_sentence(paragraphs: Sequence[str]) -> str:
    """The last paragraph of running text: a keyword or a caption may stand behind it."""
    long = (paragraph for paragraph in reversed(paragraphs[-_LAST:]) if len(paragraph) > _RUNNING)
    return next(long, paragraphs[-1])


def _named(text: str) -> list[str]:
    """The author or authors that a site names: persons apart, else the whole of an account's or pen name."""
    names = [name for name in _SEPARATORS.split(text) if name]
    return names if len(names) > 1 and all(map(is_person, names)) else [] if is_nobody(text) else [text]


def _alone(line: Line, stated: frozenset[str]) -> Iterator[Found[Credit]]:
    """A name alone on its line, which the head names, too."""
    if line.text.strip() in stated:
        yield Found(Credit(name=line.text.strip(), role=Role.AUTHOR), "name under the title", _BARE)


def _lone_names(line: Line, least: int) -> Iterator[Found[Credit]]:
    """Names of so many characters alone on a line between headline and text."""
    names = names_alone(line.text)
    for name in names if all(len(name) >= least for name in names) else ():
        yield Found(Credit(name=name, role=Role.AUTHOR), "name under the title", _BARE)


def _bylines(lines: Sequence[Fields], answered: bool) -> Iterator[Credit]:
    """Credits of the lines. Where a 责任编辑 answers for the page, a plain 编辑 worked on the copy."""
    for line, found in lines:
        # A list of links is a menu: 作者：… in it belongs to other articles.
        if found and line.run.link_chars * 3 < len(line.text) * 2 + 12:
            yield from field_credits(
                replace(field, kind=Role.COPY_EDITOR) if answered and _plain_editor(field) else field
                for field in found
            )


def _plain_editor(field: Field) -> bool:
    return field.kind is Role.EDITOR and not field.responsible


def _answered(lines: Sequence[Fields]) -> bool:
    """Whether a 责任编辑 is named."""
    editors = (f for _, found in lines for f in found if f.kind is Role.EDITOR and f.responsible)
    return any(field_credits([field]) for field in editors)
