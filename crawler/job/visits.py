"""Rows in work: what each has given so far, and when it is complete."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from scrapy.http import Response

from crawler.job.rows import Link, Row, Settled
from crawler.job.warc import write_page
from crawler.spiders.records import page_of
from schemas import Article, Failure, Rejection, Stage

NOT_MODIFIED = 304
_DETAIL = 300  # characters of an error message that are kept


@dataclass(slots=True)
class Visit:
    """One row from the moment it was taken: all its requests (redirects, retries, later pages) and items."""

    row: Row
    waiting: int = 1
    """Requests and items whose end is not known yet."""
    record: Article | Rejection | Failure | None = None
    error: Failure | None = None
    """The first thing that went wrong with this attempt."""
    whole: bool = True
    response: Response | None = None
    """The last one that reached the spider."""
    unchanged: bool = False
    final: bytes | None = None
    aliases: list[bytes] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    archive: list[bytes] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)
    etag: str | None = None
    modified: str | None = None
    seconds: float = 0.0
    """Time its downloads took so far."""

    def received(self, response: Response, *, archive: bool) -> None:
        """A response is on its way to the spider."""
        if not self.archive:
            self.etag = _header(response, "ETag")
            self.modified = _header(response, "Last-Modified")
        self.response = response
        self.seconds += response.meta.get("download_latency", 0.0)
        self.unchanged = response.status == NOT_MODIFIED and conditional(self.row)
        if archive and not self.unchanged:
            self.parts.append(len(self.archive))
            self.archive.append(write_page(page_of(response)))

    def refused(self) -> None:
        """The last response did not get as far as the spider's callback: no outcome is made of it."""
        self.parts = self.parts[:-1]

    def gave(self, record: object) -> None:
        """A pipeline let the outcome through."""
        if not isinstance(record, Article | Rejection | Failure):
            self.failed(Stage.WRITE, TypeError(f"a page gives an outcome, not {type(record).__name__}"))
        elif self.record is not None:
            self.failed(Stage.WRITE, ValueError("a page gives one outcome, this one gave two"))
        else:
            self.record = record

    def failed(self, stage: Stage, error: BaseException) -> None:
        """Something raised. Only the first error is kept."""
        self.error = self.error or Failure(
            url=self.row.url,
            stage=stage,
            error=type(error).__name__,
            detail=str(error)[:_DETAIL],
            attempts=self.row.attempts + 1,
            failed_at=datetime.now(UTC),
        )

    def settled(self, attempts: int) -> Settled:
        """What is to be written. After an error the row is tried anew, `attempts` times in all; links that were found
        count all the same, the spider may not name them twice."""
        links, spent = tuple(self.links), round(1000 * self.seconds)
        if self.unchanged:
            return Settled(self.row, unchanged=True, milliseconds=spent)
        if self.error and self.error.attempts < attempts:
            return Settled(self.row, links=links, again=True, milliseconds=spent)
        return Settled(
            self.row,
            record=self.error or self.record,
            links=links,
            archive=tuple(self.archive),
            parts=tuple(self.parts),
            whole=self.whole,
            final=self.final,
            aliases=tuple(self.aliases),
            etag=self.etag,
            modified=self.modified,
            milliseconds=spent,
        )


def conditional(row: Row) -> bool:
    """Whether the server can be asked for the page only if it changed."""
    return row.content_hash is not None and bool(row.etag or row.modified)


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None
