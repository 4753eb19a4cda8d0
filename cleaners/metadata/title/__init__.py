"""The headline of a page."""

from __future__ import annotations

from cleaners.metadata.title.choose import Title, choose_title, title_candidates

__all__ = ["Title", "choose_title", "title_candidates"]
