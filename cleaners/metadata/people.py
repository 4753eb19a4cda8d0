"""Source and credits of a page: every place that names them, in order of trust."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cleaners.metadata.credits import closing_credits, field_credits, merged, opening_credits
from cleaners.metadata.head import ld_people
from cleaners.metadata.labels import Field
from cleaners.metadata.names import is_person
from cleaners.metadata.publisher import find_source, is_site
from cleaners.metadata.unlabelled import unlabelled
from schemas import Credit, Role

if TYPE_CHECKING:
    from cleaners.document import Body, Document
    from cleaners.metadata.lines import Line
    from cleaners.metadata.zones import Zones

_Fields = tuple["Line", list[Field]]
_NO_VALUE = re.compile(r"[\d:：。，,]|字号|分享|评论|关注|打印|收藏|扫|正文")


@dataclass(frozen=True, slots=True)
class People:
    """Who published and who made an article."""

    source: str | None
    source_where: str
    credits: tuple[Credit, ...]
    credits_where: str


def find_people(doc: Document, body: Body, zones: Zones) -> People:
    """Source and credits. The printed byline comes first; the head is asked only for what is printed nowhere."""
    above, header, tail, late = map(_with_values, (zones.above, zones.header, zones.tail, zones.late))
    alone = list(unlabelled(zones.header))
    outlet = next((found.outlet for found in alone if found.outlet), None)
    source, source_where = find_source(doc, body, [*above, *header], tail, outlet)

    tail = [*tail, *((line, _of_page(found)) for line, found in late)]
    answered = _answered([*header, *tail])
    accounts = [Credit(name=found.account, role=Role.AUTHOR) for found in alone if found.account]
    byline = [*_bylines(header, answered), *accounts]
    text = [credit for paragraph in body.paragraphs[:2] for credit in opening_credits(paragraph)]
    text += closing_credits(body.paragraphs[-1]) if body.paragraphs else []
    signatures = list(_bylines(tail, answered))
    credits = merged([*byline, *text, *signatures], _avoid(doc, source))
    stated = [] if _signed(credits) else _stated_authors(doc, source, credits)
    where = "byline" if byline or signatures else "text" if credits else "head" if stated else ""
    return People(source, source_where, (*stated, *credits), where)


def _with_values(lines: Sequence[Line]) -> list[_Fields]:
    """The fields of each line. A label at the end of a line takes its value from the next, if that is short and
    is no field itself."""
    read = [(line, list(line.fields)) for line in lines]
    for index, (_, found) in enumerate(read[:-1]):
        following, theirs = read[index + 1]
        if found and found[-1].marked and not found[-1].value and not theirs and _is_value(following.text):
            found[-1] = replace(found[-1], value=following.text)
    return read


def _is_value(text: str) -> bool:
    return len(text) <= 16 and not _NO_VALUE.search(text)


def _bylines(lines: Sequence[_Fields], answered: bool) -> Iterator[Credit]:
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


def _of_page(found: list[Field]) -> list[Field]:
    """The fields of a line below the related stories that still speak of the page: its editors."""
    return [f for f in found if f.marked and f.kind in (Role.EDITOR, Role.PROOFREADER, Role.REVIEWER)]


def _answered(lines: Sequence[_Fields]) -> bool:
    """Whether a 责任编辑 is named."""
    editors = (f for _, found in lines for f in found if f.kind is Role.EDITOR and f.responsible)
    return any(field_credits([field]) for field in editors)


def _avoid(doc: Document, source: str | None) -> frozenset[str]:
    """Names that are no author's: the source, the site, its host."""
    names = {
        source or "",
        doc.metas.get("og:site_name", ""),
        doc.profile.title,
        *re.split(r"[./]", doc.url or ""),
    }
    return frozenset(name.lower() for name in names if name)


def _signed(credits: Sequence[Credit]) -> bool:
    return any(credit.role in (Role.AUTHOR, Role.REPORTER) for credit in credits)


def _stated_authors(doc: Document, source: str | None, printed: Sequence[Credit]) -> list[Credit]:
    """Authors that only the head names. Portals put their own name there, or the editor's, so it must be a person's,
    and not one printed in another role."""
    others = {source, *(credit.name for credit in printed)}
    names = [*ld_people(doc.json_ld, "author"), *(doc.metas.get(k, "") for k in ("author", "article:author"))]
    return [
        Credit(name=name, role=Role.AUTHOR)
        for name in dict.fromkeys(" ".join(name.split()) for name in names)
        if is_person(name) and name not in others and not is_site(doc, name)
    ]
