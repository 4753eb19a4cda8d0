"""The values that go into the ledger and come out of it."""

from enum import StrEnum
from typing import NamedTuple

from crawler.discovery.patterns import looks_barren
from schemas import Article, Failure, Reason, Record, Rejection

_AWAY = {Reason.ROBOTS, Reason.STATUS}
_OUT_OF_ORDER = {Reason.EMPTY, Reason.ERROR_PAGE}


class State(StrEnum):
    """What became of a queued URL. Every one has exactly one state."""

    PENDING = "pending"
    """Waiting, or in work right now."""
    LISTED = "listed"
    """It led to other pages and is not an article candidate itself."""
    ARTICLE = "article"
    REJECTED = "rejected"
    FORBIDDEN = "forbidden"
    """Rejected by robots.txt: queued again when that changes."""
    FAILED = "failed"
    DUPLICATE = "duplicate"
    """It was redirected to a page that is queued under its own URL, or has its outcome already; or it is an article that
    stands under another URL."""
    SKIPPED = "skipped"
    """Pages of its form give nothing: it was not asked for."""


class Link(NamedTuple):
    """A request as it enters the ledger."""

    fingerprint: bytes | None
    """Equal for requests of the same page. None: never filtered as a duplicate."""
    url: str
    host: str
    """Hosts take turns."""
    site: str
    """Name the counts are kept under: the spider's."""
    priority: int
    """Higher is taken first, within a host."""
    request: str
    """Everything else of the request, as JSON."""
    changed: float = 0.0
    """When the page changed last, as a sitemap or feed says (Unix time); 0 where none says so."""


class Row(NamedTuple):
    """A queued request, taken from the ledger."""

    id: int
    fingerprint: bytes | None
    url: str
    host: str
    site: str
    priority: int
    request: str
    attempts: int
    """How often it was tried in vain in this run."""
    content_hash: str | None
    """Of the article's last version. None when there was none yet."""
    version: str | None
    """Of the article's last version: `version_of`."""
    etag: str | None
    """Validators of the last version's response, None where it had none."""
    modified: str | None


class Settled(NamedTuple):
    """What one row gave, all of which is written or nothing."""

    row: Row
    record: Record | None = None
    """The outcome. None for a page that only led to others, or is unchanged."""
    links: tuple[Link, ...] = ()
    """Requests found on the page."""
    archive: tuple[bytes, ...] = ()
    """WARC records of the responses."""
    parts: tuple[int, ...] = ()
    """Which of them the outcome was made of, in order."""
    whole: bool = True
    """False when a later page of a split article is missing."""
    final: bytes | None = None
    """Fingerprint of the URL a redirect ended at. None when there was none."""
    aliases: tuple[bytes, ...] = ()
    """Fingerprints of the later pages of a split article."""
    start: bool = False
    """A page to start from, whatever it redirects to."""
    form: str = ""
    """Under which it is counted: `form_key`."""
    via: str = ""
    """Form of the page that led to it first."""
    twins: tuple[bytes, ...] = ()
    """Fingerprints under which the same article may be known: its canonical URL, its URL in lower case."""
    elsewhere: tuple[bytes, ...] = ()
    """Those of the site's other host: a copy is found by them, and never the page that it is a copy of."""
    again: bool = False
    """It says what a page said whose URL differs by one parameter."""
    skipped: str = ""
    """Why it was not asked for."""
    shows: bool = False
    """It leads to articles that no other page of its form led to."""
    left_out: tuple[tuple[str, int], ...] = ()
    """Links that were not queued, by reason."""
    unchanged: bool = False
    """The server said that the page is the one already known (304)."""
    retry: bool = False
    """The attempt failed and the row stays pending."""
    blameless: bool = False
    """Such an attempt says nothing about the page, and does not count."""
    milliseconds: int = 0
    """Time its downloads took, all together."""
    etag: str | None = None
    modified: str | None = None

    @property
    def tells_of_form(self) -> bool:
        """Whether a page came: one that is forbidden, away, out of order, failed or redirected to no article says nothing
        about what its form gives, unless its very URL says that it is none."""
        lost = self.record.reason if isinstance(self.record, Rejection) else None
        away = lost in _AWAY or (lost in _OUT_OF_ORDER and not looks_barren(self.row.url))
        elsewhere = bool(self.final) and not self.start and not isinstance(self.record, Article)
        silent = self.retry or self.again or away or elsewhere or isinstance(self.record, Failure)
        return bool(self.form) and not silent


class Source(NamedTuple):
    """Where the pages behind an outcome are archived."""

    row: Row
    state: State
    record: str
    """`file:offset` of the outcome's line."""
    parts: tuple[str, ...]
    """`file:offset` of the WARC record of each page, in order."""
    whole: bool
