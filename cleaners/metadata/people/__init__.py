"""Who made an article, and who published it."""

from __future__ import annotations

from cleaners.metadata.people.captions import with_photographers
from cleaners.metadata.people.choose import find_people

__all__ = ["find_people", "with_photographers"]
