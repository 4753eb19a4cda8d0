"""A date in a text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from schemas import Precision

BEIJING = timezone(timedelta(hours=8))
"""Asia/Shanghai: no daylight saving since 1991, so a fixed offset will do."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text."""

    value: datetime
    """Aware. Midnight where only the day was printed."""
    precision: Precision
    raw: str
    """As printed."""
    start: int
    end: int
    relative: bool = False
    """Resolved against the time of fetching: 3小时前, 昨天 08:25, 11-17 08:25."""

    @property
    def day(self) -> object:
        """The day in Beijing."""
        return self.value.astimezone(BEIJING).date()
