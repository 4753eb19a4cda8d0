"""Rows in work: what each has given so far, and when it is complete."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import ceil

from scrapy.http import Response

from crawler.items import FOUND, LEFT_OUT, SHOWS
from crawler.job.rows import Link, Row, Settled
from crawler.job.warc import write_page
from crawler.politeness.health import Doubt, Verdict
from crawler.politeness.ward import DOUBT
from crawler.spiders.records import page_of
from schemas import Article, Failure, Record, Rejection, Stage

NOT_MODIFIED = 304
_FEWEST_LINKS = 3
"""A start with fewer that is neither a list nor an article is a notice: maintenance, a ban, a captcha."""


@dataclass(slots=True)
class Visit:
    """One row from the moment it was taken: all its requests (redirects, retries, later pages) and items."""

    row: Row
    start: bool = False
    """A page to start from: where it gives nothing, it has failed."""
    form: str = ""
    """Under which the page is counted."""
    via: str = ""
    """Form of the page that led to it first."""
    twins: tuple[bytes, ...] = ()
    """Fingerprints under which the same article may be known."""
    elsewhere: tuple[bytes, ...] = ()
    """Those of the site's other host."""
    again: bool = False
    """It says what a page said whose URL differs by one parameter."""
    waiting: int = 1
    """Requests and items whose end is not known yet."""
    record: Record | None = None
    articles: int = 0
    """Articles that came through the pipelines."""
    error: Failure | None = None
    """The first thing that went wrong with this attempt."""
    whole: bool = True
    response: Response | None = None
    """The last one that reached the spider."""
    unchanged: bool = False
    doubt: Doubt | None = None
    """Its answer may be the host's own."""
    waits: bool = False
    """The page was left for later, through no fault of its own."""
    final: bytes | None = None
    aliases: list[bytes] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    archive: list[bytes] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)
    etag: str | None = None
    modified: str | None = None
    shows: bool = False
    """The page leads to likely articles that no other of its form led to."""
    left_out: Counter[str] = field(default_factory=Counter)
    """Links that were not queued, by reason."""
    seconds: float = 0.0
    """Time its downloads took so far."""

    def received(self, response: Response, *, archive: bool) -> None:
        """A response is on its way to the spider."""
        if not self.archive:
            self.etag = _header(response, "ETag")
            self.modified = _header(response, "Last-Modified")
        self.response = response
        if response.request:
            self.doubt = response.request.meta.get(DOUBT, self.doubt)
        self.seconds += response.meta.get("download_latency", 0.0)
        self.unchanged = response.status == NOT_MODIFIED and conditional(self.row)
        if archive and not self.unchanged:
            self.parts.append(len(self.archive))
            self.archive.append(write_page(page_of(response)))

    def decided(self) -> None:
        """Whether the answer was the page's or the host's is known: then it gave nothing, and the page waits."""
        if self.doubt and self.doubt.verdict is Verdict.HOSTS:
            self.waits = True
            self.links.clear()

    def read(self) -> None:
        """The spider is done with the last response: what it noted counts."""
        meta = self.response.meta if self.response else {}
        self.shows = self.shows or meta.get(SHOWS, False)
        self.left_out.update(meta.pop(LEFT_OUT, {}))

    def refused(self) -> None:
        """The last response did not get as far as the spider's callback: no outcome is made of it."""
        self.parts = self.parts[:-1]

    def cleaned(self, record: Record) -> None:
        """What became of a candidate is known."""
        if self.record is not None:
            self.failed(Stage.WRITE, ValueError("a page gives one outcome, this one gave two"))
        self.record = record

    def scraped(self, article: Article) -> None:
        """An article came through the pipelines: the one that is known, as pipelines of the user left it, or one that
        the spider made itself."""
        if self.articles:
            self.failed(Stage.WRITE, ValueError("a page gives one outcome, this one gave two"))
        self.articles += 1
        self.record = article

    def failed(self, stage: Stage, error: BaseException) -> None:
        """Something raised. Only the first error is kept."""
        self.error = self.error or Failure.of(
            error, self.row.url, stage, attempts=self.row.attempts + 1, failed_at=datetime.now(UTC)
        )

    def settled(self, attempts: int) -> Settled:
        """What is to be written. After an error the row is tried anew, `attempts` times in all; links that were found
        count all the same, the spider may not name them twice."""
        links, spent = tuple(self.links), ceil(1000 * self.seconds)
        left_out = tuple(sorted(self.left_out.items()))
        retried = Settled(self.row, links=links, left_out=left_out, retry=True, milliseconds=spent)
        if self.waits:
            return retried._replace(blameless=True)
        if self.unchanged:
            return Settled(self.row, unchanged=True, milliseconds=spent)
        if self.error and self.error.attempts < attempts:
            return retried
        return Settled(
            self.row,
            record=self.error or self._given(),
            links=links,
            archive=tuple(self.archive),
            parts=tuple(self.parts),
            whole=self.whole,
            start=self.start,
            form=self.form,
            via=self.via,
            twins=self.twins,
            elsewhere=self.elsewhere,
            again=self.again,
            final=self.final,
            aliases=tuple(self.aliases),
            etag=self.etag,
            modified=self.modified,
            milliseconds=spent,
            shows=self.shows,
            left_out=left_out,
        )

    def _given(self) -> Record | None:
        """The outcome; of a start that leads nowhere and is no article, the Failure that says so."""
        if not self.start or isinstance(self.record, Article | Failure):
            return self.record
        found = self.response.meta.get(FOUND, 0) if self.response else 0
        if found >= _FEWEST_LINKS or (found and self.record is None):
            return self.record
        why = f"{self.record.reason} {self.record.detail}, " if isinstance(self.record, Rejection) else ""
        return Failure(
            url=self.row.url,
            stage=Stage.DISCOVER,
            error="start",
            detail=f"{why}{found or 'no'} links",
            attempts=self.row.attempts + 1,
            failed_at=datetime.now(UTC),
        )


def conditional(row: Row) -> bool:
    """Whether the server can be asked for the page only if it changed."""
    return row.content_hash is not None and bool(row.etag or row.modified)


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None
