"""When an article was published, and changed."""

from __future__ import annotations

from cleaners.metadata.dates.found import BEIJING, FoundDate
from cleaners.metadata.dates.reading import NARROW, find_dates
from cleaners.metadata.dates.stamps import dates_in_url, parse_stamp

__all__ = ["BEIJING", "NARROW", "FoundDate", "dates_in_url", "find_dates", "parse_stamp"]
