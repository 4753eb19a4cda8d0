"""Why pages became no article: like causes together, the commonest first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from crawler.report.job import Held
from schemas import Failure, Rejection
from schemas._value import Value

EXAMPLES = 5
"""Pages listed for each cause."""
_VARYING = re.compile(
    r"(?<!\d)(?![45]\d\d(?!\d))\d+(?:[.,:]\d+)*|(?:https?://|/)[^\s'\"<>]+|'[^']*'|\"[^\"]*\"|“[^”]*”|0x[0-9a-f]+"
)


class LostPage(Value):
    """One page that became no article."""

    url: str
    """Its URL, or '' where it is not known."""
    detail: str
    """The words or the error behind it."""
    place: str
    """`file:offset` of its record."""


class Cause(Value):
    """Pages that were lost in the same way."""

    what: str
    """`rejected` or `failed`."""
    reason: str
    """Reason of the rejections, or the stage of the failures."""
    error: str
    """Class of the error, '' for rejections."""
    pattern: str
    """What their details have in common: addresses, quoted words and numbers but those of HTTP statuses are `…`."""
    count: int
    """Number of pages."""
    sites: dict[str, int]
    """Site name to the number of its pages."""
    pages: tuple[LostPage, ...]
    """The first five."""


def causes_of(lost: Iterable[Held]) -> list[Cause]:
    """The causes of some rejections and failures, the commonest first."""
    groups: defaultdict[tuple[str, str, str, str], list[Held]] = defaultdict(list)
    for held in lost:
        groups[_key(held)].append(held)
    return [_cause(key, groups[key]) for key in sorted(groups, key=lambda key: (-len(groups[key]), key))]


def pattern_of(detail: str) -> str:
    """A detail without what varies from page to page."""
    return _VARYING.sub("…", detail)


def _key(held: Held) -> tuple[str, str, str, str]:
    record = held.record
    if isinstance(record, Failure):
        return "failed", record.stage, record.error, pattern_of(record.detail)
    assert isinstance(record, Rejection)
    return "rejected", record.reason, "", pattern_of(record.detail)


def _cause(key: tuple[str, str, str, str], pages: list[Held]) -> Cause:
    what, reason, error, pattern = key
    sites: defaultdict[str, int] = defaultdict(int)
    for held in pages:
        sites[held.site] += 1
    return Cause(
        what=what,
        reason=reason,
        error=error,
        pattern=pattern,
        count=len(pages),
        sites=dict(sites),
        pages=tuple(map(_page, pages[:EXAMPLES])),
    )


def _page(held: Held) -> LostPage:
    record = held.record
    assert isinstance(record, Rejection | Failure)
    return LostPage(url=record.url or "", detail=record.detail, place=held.place)
