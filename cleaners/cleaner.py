"""The Cleaner: one page in, one Article or Rejection out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import KW_ONLY, dataclass, field
from datetime import datetime
from typing import Literal

from cleaners.asked import Headers, header_pairs, refuse_names, refuse_script
from cleaners.errors import Rejected
from cleaners.reading import USUAL, Reading, read_html, read_lines, read_page
from cleaners.refusal import MAX_BYTES, MAX_TEXT_BYTES, refuse_unreadable, rejection
from cleaners.sites import Sites, known_sites
from cleaners.structure import Format
from cleaners.writing import write_article
from schemas import Article, DecodeMethod, DecodeReport, Kind, Page, Rejection

_AS_TEXT = DecodeReport(encoding="utf-8", method=DecodeMethod.TEXT)


@dataclass(frozen=True, slots=True)
class Cleaner:
    """Turns pages into articles. Immutable, cheap to keep, safe to share between threads and processes; the same
    input gives the same output every time."""

    _: KW_ONLY
    script: Literal["simplified", "original"] = "simplified"
    """`simplified` converts Traditional paragraphs and keeps the original beside them; `original` converts nothing."""
    kinds: Collection[Kind | Literal["article", "gallery", "thread"]] = USUAL
    """Kinds of HTML pages that are taken, by name or as `schemas.Kind`. `thread` adds the replies of threads and the
    comments below articles, as `posts`; without it a thread is its opening post."""
    formats: Collection[Format] = ()
    """What is written of the article's structure beside its text: `markdown`, `html`, `blocks`. Nothing
    unless asked."""
    sites: Sites = field(default_factory=known_sites)
    """What is known of sites. `known_sites().nearer(*load_sites("my.toml"))` adds your own before all others."""

    def __post_init__(self) -> None:
        refuse_script(self.script)
        object.__setattr__(self, "kinds", self.wanted)

    @property
    def wanted(self) -> frozenset[Kind]:
        """The kinds of pages that are taken."""
        return frozenset(map(Kind, self.kinds))

    def clean(
        self,
        body: bytes | str,
        *,
        url: str | None = None,
        headers: Headers | None = None,
        fetched_at: datetime | None = None,
    ) -> Article:
        """The article in an HTML page.

        `body` is the response body, undecoded where possible; `url` and `headers` are evidence for the site, the
        date and the charset; `fetched_at` (aware) resolves relative dates. Raises Rejected, which carries the
        Rejection, when the page is not an article, WrongInput for the address or the name of a page, and ValueError for a
        `fetched_at` without a time zone.
        """
        refuse_names(body)
        if isinstance(body, str):
            page, text = _as_page(body, url, fetched_at)
            return self._write(
                read_html(
                    text,
                    encoding=_AS_TEXT,
                    sites=self.sites,
                    url=page.url,
                    fetched_at=fetched_at,
                    wanted=self.wanted,
                )
            )
        return self._write(
            read_page(
                Page(url=url, headers=header_pairs(headers), body=bytes(body), fetched_at=fetched_at),
                self.sites,
                self.wanted,
            )
        )

    def process(self, page: Page) -> Article | Rejection:
        """The Article in a fetched page, or the Rejection that says why there is none. Bad input never raises."""
        try:
            return self._write(read_page(page, self.sites, self.wanted))
        except Rejected as rejected:
            return rejected.rejection

    def outcome(self, reading: Reading) -> Article | Rejection:
        """What a page that was read comes to: the same as `process` gives."""
        try:
            return self._write(reading)
        except Rejected as rejected:
            return rejected.rejection

    def clean_text(self, text: str, *, url: str | None = None, fetched_at: datetime | None = None) -> Article:
        """The article in text that was already extracted (a dump, a WET record), one block a line: boilerplate
        lines go, metadata lines are read. Raises Rejected when there is none, and ValueError for a `fetched_at`
        without a time zone."""
        page, text = _as_page(text, url, fetched_at, MAX_TEXT_BYTES)
        return self._write(read_lines(text, sites=self.sites, url=page.url, fetched_at=fetched_at))

    def _write(self, reading: Reading) -> Article:
        verdict = reading.verdict
        if verdict.reason:
            doc = reading.doc
            raise Rejected(rejection(verdict.reason, verdict.detail, doc.url, doc.fetched_at, verdict.kind))
        return write_article(reading, simplified=self.script == "simplified", formats=self.formats)


def _as_page(
    text: str, url: str | None, fetched_at: datetime | None, most: int = MAX_BYTES
) -> tuple[Page, str]:
    """Text as the page it came from, held to the limits of pages or dumps, and as bytes would give it: halves of surrogate pairs,
    which no encoding holds, become `?`."""
    page = Page(url=url, body=text.encode("utf-8", "replace"), fetched_at=fetched_at)
    refuse_unreadable(page, most)
    return page, page.body.decode()
