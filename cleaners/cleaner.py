"""The Cleaner: one page in, one Article or Rejection out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass
from datetime import datetime
from typing import Literal

from cleaners.errors import Rejected
from cleaners.reading import Reading, read_html, read_lines, read_page, rejection
from cleaners.writing import write_article
from schemas import Article, DecodeMethod, DecodeReport, Page, Reason, Rejection

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
        Rejection, when the page is not an article.
        """
        if isinstance(body, str):
            if not body.strip():
                raise Rejected(rejection(Reason.EMPTY, "", url, fetched_at))
            return self._write(read_html(body, encoding=_AS_TEXT, url=url, fetched_at=fetched_at))
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
        lines go, metadata lines are read. Raises Rejected when there is none."""
        if not text.strip():
            raise Rejected(rejection(Reason.EMPTY, "", url, fetched_at))
        return self._write(read_lines(text, url=url, fetched_at=fetched_at))

    def _write(self, reading: Reading) -> Article:
        if reading.verdict:
            raise Rejected(rejection(*reading.verdict, reading.doc.url, reading.doc.fetched_at))
        return write_article(reading, simplified=self.script == "simplified")
