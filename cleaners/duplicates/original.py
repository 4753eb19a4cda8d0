"""Which of several copies the others were taken from."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from cleaners.sites import known_sites
from schemas import Article, Precision

_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


def likely_original(copies: Sequence[Article]) -> Article:
    """The copy that stands on the site which the copies name as their 来源, else the earliest, else the first.

    A site is known by its title. A date without a time counts as the end of its day; a copy without a date
    comes last. Raises ValueError without copies.
    """
    if not copies:
        raise ValueError("no copies")
    named = Counter(copy.source for copy in copies if copy.source)
    return min(copies, key=lambda copy: (-named[_outlet(copy)], _time(copy)))


def _outlet(copy: Article) -> str:
    site = known_sites().named(copy.site)
    return site.title if site else ""


def _time(copy: Article) -> datetime:
    if copy.published_at is None:
        return _END_OF_TIME
    if copy.published_precision is Precision.DAY:
        return copy.published_at + timedelta(days=1)
    return copy.published_at
