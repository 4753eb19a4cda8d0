"""The Cleaner: one page in, one Article or Rejection out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass
from datetime import datetime
from typing import Literal

from cleaners.errors import Rejected
from cleaners.reading import Reading, read_html, read_lines, read_page
from cleaners.refusal import refuse_unreadable, rejection
from cleaners.writing import write_article
from schemas import Article, DecodeMethod, DecodeReport, Page, Rejection

_AS_TEXT = DecodeReport(encoding="utf-8", method=DecodeMethod.TEXT)


@dataclass(frozen=True, slots=True)
class Cleaner:
    """Turns pages into articles. Immutable, cheap to keep, safe to share between threads and processes; the same
    input gives the same output every time."""

    _: KW_ONLY
    script: Literal["simplified", "original"] = "simplified"
    """`simplified` converts Traditional paragraphs and keeps the original beside them; `original` converts nothing."""

    def clean(
        self,
        body: bytes | str,
        *,
        url: str | None = None,
        headers: Mapping[str, str] | None = None,
        fetched_at: datetime | None = None,
    ) -> Article:
        """The article in an HTML page.

        `body` is the response body, undecoded where possible; `url` and `headers` are evidence for the site, the
        date and the charset; `fetched_at` (aware) resolves relative dates. Raises Rejected, which carries the
        Rejection, when the page is not an article, and ValueError for a `fetched_at` without a time zone.
        """
        if isinstance(body, str):
            page, text = _as_page(body, url, fetched_at)
            return self._write(read_html(text, encoding=_AS_TEXT, url=page.url, fetched_at=fetched_at))
        pairs = tuple((headers or {}).items())
        return self._write(read_page(Page(url=url, headers=pairs, body=body, fetched_at=fetched_at)))

    def process(self, page: Page) -> Article | Rejection:
        """The Article in a fetched page, or the Rejection that says why there is none. Bad input never raises."""
        try:
            return self._write(read_page(page))
        except Rejected as rejected:
            return rejected.rejection

    def clean_text(self, text: str, *, url: str | None = None, fetched_at: datetime | None = None) -> Article:
        """The article in text that was already extracted (a dump, a WET record), one block a line: boilerplate
        lines go, metadata lines are read. Raises Rejected when there is none, and ValueError for a `fetched_at`
        without a time zone."""
        page, text = _as_page(text, url, fetched_at)
        return self._write(read_lines(text, url=page.url, fetched_at=fetched_at))

    def _write(self, reading: Reading) -> Article:
        if reading.verdict:
            raise Rejected(rejection(*reading.verdict, reading.doc.url, reading.doc.fetched_at))
        return write_article(reading, simplified=self.script == "simplified")


def _as_page(text: str, url: str | None, fetched_at: datetime | None) -> tuple[Page, str]:
    """Text as the page it came from, held to the same limits, and as bytes would give it: halves of surrogate pairs,
    which no encoding holds, become `?`."""
    page = Page(url=url, body=text.encode("utf-8", "replace"), fetched_at=fetched_at)
    refuse_unreadable(page)
    return page, page.body.decode()
