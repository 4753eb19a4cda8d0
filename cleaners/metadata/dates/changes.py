"""What is later than the publication, or earlier: the last change, and the original of a repost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from cleaners.metadata.dates.found import FoundDate
from cleaners.metadata.dates.printed import BELOW, Meaning, Printed
from cleaners.metadata.dates.stated import UPDATED, Stated, in_json_ld, in_metas
from cleaners.metadata.dates.weigh import ELEMENT, LABELLED, LD, META, PRINTED, Dated, as_found, as_values
from cleaners.metadata.found import Choice, Found
from cleaners.metadata.owner import names_copyright

if TYPE_CHECKING:
    from cleaners.document import Document

_SITE = re.compile(r"(?:网站|本站|全站|资料库)[^\s:：]{0,8}\s?[:：]?\s?$")


def repost_of(printed: Sequence[Printed]) -> tuple[list[Dated], Dated | None]:
    """(dates of the repost, publication of the original): a later line of the header with its own source or author
    and an earlier day is the original's dateline."""
    header = [
        item
        for item in printed
        if item.where == "line under the title" and item.meaning in (Meaning.UNSAID, Meaning.PUBLISHED)
    ]
    if not header or (
        any(item.meaning is Meaning.PUBLISHED for item in header) and not _is_platform(header[0])
    ):
        return [], None
    first = header[0]
    for item in header[1:]:
        if item.signed and item.date.value < first.date.value - timedelta(days=1):
            outer = Found(first.date, first.where, PRINTED)
            return [outer], Found(item.date, "dateline of the original", 2.0, item.date.raw)
    return [], None


def _is_platform(item: Printed) -> bool:
    """`发表于 2011-1-9 20:41`, and nobody named: when a forum or an account took it up."""
    return item.meaning is Meaning.PUBLISHED and not item.signed


def _updates(printed: Sequence[Printed]) -> list[Printed]:
    """The lines that name a change of the article. The foot of every page says when the site changed, often beside its
    copyright; a foot counts only where no other line names a change: it may be the article's own."""
    found = [item for item in printed if item.meaning is Meaning.UPDATED and not _is_of_site(item)]
    return [item for item in found if item.line.run.junk != "footer"] or found


def _is_of_site(item: Printed) -> bool:
    """`© 2026 … 更新日期：115-11-20　瀏覽人次`, `網站更新日期：115-11-20`."""
    label = _SITE.search(item.line.folded[: item.date.start])
    return label is not None or (item.where == BELOW and names_copyright(item.line.text))


def last_change(
    doc: Document,
    elements: Sequence[Stated],
    printed: Sequence[Printed],
    outer: Sequence[Dated],
    published: FoundDate | None,
) -> Choice:
    """The last change that the page names, where it is later than the publication."""
    found = [
        *outer,
        *(Found(item.date, item.where, LABELLED) for item in _updates(printed)),
        *as_found((one for one in elements if one.updated), ELEMENT),
        *as_found(in_json_ld(doc, "dateModified", "upDate"), LD),
        *as_found(in_metas(doc, UPDATED), META),
    ]
    values = as_values(found)
    last = max(values, key=lambda one: one.value, default=None)
    if last and published and last.value - published.value < timedelta(minutes=1):
        last = None
    return Choice("updated_at", values, last)
