"""The moment in a page's scripts that it prints as `20小时前`."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from cleaners.lexicon import fold
from cleaners.metadata.dates.stamps import parse_stamp
from schemas import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleaners.document import Document
    from cleaners.metadata.dates.found import FoundDate

_AGO = re.compile(r"(?P<unit>秒|分|小时|钟头|天)[^\d]{0,3}前$|刚[刚才]$")
_UNITS = {
    "秒": timedelta(minutes=1),
    "分": timedelta(minutes=1),
    "天": timedelta(days=1),
    None: timedelta(minutes=3),
}
"""How much later or earlier the moment may be; hours are the rest."""
_VALUE = r"[A-Za-z_]{0,12}\\{0,2}[\"']?\s?[:=]\s?\\{0,2}[\"']?(?P<value>\d[\dT:+ ./Z-]{7,32})"
_KEYS = (
    re.compile(rf"(?:[Pp]ub(?:lish)?|[Rr]elease|[Ii]ssue){_VALUE}"),
    re.compile(rf"(?:[Cc]reate|[Pp]ost){_VALUE}"),
)
"""Under which keys scripts keep it, the surest first: `publishTime`, `pub_date`, `createdAt`."""
_MOST = 200
"""Values that are looked at."""


def exact_time(doc: Document, date: FoundDate) -> FoundDate | None:
    """The one moment in the scripts that agrees with what is printed; None where there are several: lists hold the times
    of other articles."""
    ago = _AGO.search(fold(date.raw)) if date.relative else None
    if ago is None or doc.fetched_at is None:
        return None
    slack = _UNITS.get(ago["unit"], timedelta(hours=1))
    for key in _KEYS:
        near = {one.value: one for one in _stamps(doc, key) if abs(one.value - date.value) < slack}
        if near:
            return next(iter(near.values())) if len(near) == 1 else None
    return None


def _stamps(doc: Document, key: re.Pattern[str]) -> Iterator[FoundDate]:
    for match in islice(key.finditer(doc.html), _MOST):
        stamp = parse_stamp(match["value"], fetched_at=doc.fetched_at)
        if stamp and stamp.precision is not Precision.DAY:
            yield stamp
