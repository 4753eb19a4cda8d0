"""What a page says about its article: headline, dates, source, people, section, pictures, pages."""

from __future__ import annotations

from cleaners.metadata.reading import Metadata, read_metadata
from cleaners.metadata.title import Title, choose_title, title_candidates

__all__ = ["Metadata", "Title", "choose_title", "read_metadata", "title_candidates"]
