"""How long a busy server is left alone. Pure: the clock is a parameter."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

BUSY = frozenset({429, 503})
"""Statuses that ask for a pause."""
_FIRST, _LONGEST = (
    5.0,
    300.0,
)  # seconds of the pause after the first answer without Retry-After, and of the longest
_NUMBER = re.compile(
    r"\s*+(\d++(?:\.\d++)?)\s*+(s|m|h|)(?:ec|econd|in|inute|our|)s?\s*+(?:[,;]|$)", re.ASCII | re.IGNORECASE
)
_UNITS = {"": 1.0, "s": 1.0, "m": 60.0, "h": 3600.0}


def pause(retry_after: str | None, times: int, now: datetime) -> float:
    """Seconds to wait after the `times`-th busy answer in a row (from 1): what Retry-After (RFC 9110, 10.2.3: seconds
    or an HTTP date) asks for, else doubling from 5 s to 5 minutes."""
    asked = _asked(retry_after or "", now)
    return asked if asked is not None else min(_FIRST * 2 ** min(times - 1, 10), _LONGEST)


def _asked(value: str, now: datetime) -> float | None:
    """Also what no standard allows and servers send: decimals, a unit, several values. None for what says nothing."""
    if number := _NUMBER.match(value):
        return float(number[1][:9]) * _UNITS[number[2].lower()]
    try:
        date = parsedate_to_datetime(value.strip())
        date = date if date.tzinfo else date.replace(tzinfo=UTC)
        return max(0.0, (date - now).total_seconds())
    except (IndexError, OverflowError, TypeError, ValueError):
        return None
