"""The headline of a page."""

from __future__ import annotations

from cleaners.metadata.title.choose import Title, choose_title, title_candidates
from cleaners.metadata.title.printed import info_line

__all__ = ["Title", "choose_title", "info_line", "title_candidates"]
