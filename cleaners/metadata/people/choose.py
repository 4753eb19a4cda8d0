"""Choosing who made an article, and who published it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cleaners.metadata.byline.links import is_personal, leads_off
from cleaners.metadata.byline.names import is_person
from cleaners.metadata.byline.outlets import source_value
from cleaners.metadata.found import ENOUGH, Choice, Found, best
from cleaners.metadata.people.candidates import SITE, credit_candidates
from cleaners.metadata.people.credits import merged
from cleaners.metadata.people.signed import Signed, read_signed
from cleaners.metadata.people.stated import BAIDU_AUTHOR, HEAD, MARKED
from cleaners.metadata.sites import site_values
from cleaners.metadata.source import source_candidates
from schemas import Credit, Role

if TYPE_CHECKING:
    from cleaners.document import Document
    from cleaners.metadata.near import Near

_STATED = (HEAD, MARKED)
_PAGE = 0.8
"""Weight of a 来源 that is a link to the page of an account on the same site: `来源：<a href=/profile>某某号</a>`."""
_LATIN = re.compile(r"[A-Za-z]+(?=[^A-Za-z])")
_WRITERS = (Role.AUTHOR, Role.REPORTER)


def find_people(near: Near) -> Iterator[Choice]:
    """Source, account and credits. The printed byline comes first; the head is asked only for what is printed
    nowhere."""
    signed = read_signed(near)
    sources = source_candidates(near, signed)
    source = best(sources)
    yield Choice("source", tuple(sources), source)
    accounts = list(_accounts(near, signed))
    account = best(accounts)
    yield Choice("account", tuple(accounts), account)
    found = list(credit_candidates(near, signed))
    avoid = _avoid(near.doc, source.value if source else "", account.value if account else "")
    credits = _chosen(found, avoid)
    where = next((one.where for one in found if one.value in credits), "")
    yield Choice("credits", tuple(found), Found(credits, where, 1.0) if credits else None)


def _accounts(near: Near, signed: Signed) -> Iterator[Found[str]]:
    yield from (Found(text, where, SITE) for text, where in site_values(near.doc, "account"))
    for name in signed.unlabelled:
        if name.account:
            yield Found(name.account, "beside the date", name.weight)
    linked = [*near.zones.above, *near.zones.header]
    for _, fields in signed.header:
        for value in filter(None, map(source_value, fields)):
            if any(is_personal(line, value) and not leads_off(line, value, near.doc.url) for line in linked):
                yield Found(value, "来源 with a page of its own", _PAGE, value)


def _chosen(found: Sequence[Found[Credit]], avoid: frozenset[str]) -> tuple[Credit, ...]:
    """The people that are believed. The head's authors count only where nobody signs as writer: portals put their
    own name there, or the editor's."""
    of_site = [one.value for one in found if one.weight >= SITE]
    avoid = avoid - {credit.name.lower() for credit in of_site}
    found = list(_believed(found, bool(of_site)))
    printed = merged((one.value for one in found if one.where not in _STATED), avoid)
    if any(credit.role in _WRITERS for credit in printed):
        return printed
    others = {credit.name for credit in printed}
    stated = (one.value for one in found if one.where in _STATED and one.value.name not in others)
    return (*merged(stated, avoid), *printed)


def _believed(found: Sequence[Found[Credit]], site: bool) -> Iterator[Found[Credit]]:
    """Without the account beside the date where the site names its author, or the column there where somebody else
    signs; without an editor whom the head calls author."""
    signs = any(one.where == "byline" and one.value.role in _WRITERS for one in found)
    editors = {one.value.name for one in found if one.value.role is Role.EDITOR}
    for one in found:
        if one.weight < ENOUGH or (one.where == BAIDU_AUTHOR and one.value.name in editors):
            continue
        if site and one.where in (*_STATED, "beside the date"):
            continue
        if not signs or site or one.where != "beside the date" or is_person(one.value.name):
            yield one


def _avoid(doc: Document, source: str, account: str) -> frozenset[str]:
    """Names that are no author's: the source, the site, its host, and the word in Latin letters that opens the account's."""
    opening = _LATIN.match(account)
    names = {
        source,
        opening[0] if opening else "",
        doc.metas.get("og:site_name", ""),
        doc.site.title,
        *re.split(r"[./]", doc.url or ""),
    }
    return frozenset(name.lower() for name in names if name)
