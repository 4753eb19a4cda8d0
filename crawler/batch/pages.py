"""What shards read and how it is cleaned: raw pages, and texts that somebody already extracted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cleaners import Cleaner, Rejected, decode
from crawler.guard import Limits
from schemas import Article, Page, Rejection

Task = Callable[[Page], Article | Rejection]
"""What a worker does with a page; picklable."""
MAX_BODY = Limits().body + 1
"""Bytes read of a body: one more than the guard lets pass, so that a longer one is rejected and not cut."""


class ExtractedText(Page):
    """Text without its page: a WET record, a dump."""


@dataclass(frozen=True, slots=True)
class CleanTask:
    """What a guarded worker does with a page."""

    cleaner: Cleaner

    def __call__(self, page: Page) -> Article | Rejection:
        """The Article in a page or text, or the Rejection that says why there is none."""
        if not isinstance(page, ExtractedText):
            return self.cleaner.process(page)
        text = decode(page.body).text
        try:
            return self.cleaner.clean_text(text, url=page.url, fetched_at=page.fetched_at)
        except Rejected as rejected:
            return rejected.rejection
