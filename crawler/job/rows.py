"""The values that go into the ledger and come out of it."""

from enum import StrEnum
from typing import NamedTuple

from schemas import Article, Failure, Rejection


class State(StrEnum):
    """What became of a queued URL. Every one has exactly one state."""

    PENDING = "pending"
    """Waiting, or in work right now."""
    LISTED = "listed"
    """It led to other pages and is no article candidate itself."""
    ARTICLE = "article"
    REJECTED = "rejected"
    FAILED = "failed"
    DUPLICATE = "duplicate"
    """It was redirected to a page that is queued under its own URL, or has its outcome already."""


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
    record: Article | Rejection | Failure | None = None
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
    unchanged: bool = False
    """The server said that the page is the one already known (304)."""
    again: bool = False
    """The attempt failed and the row stays pending."""
    milliseconds: int = 0
    """Time its downloads took, all together."""
    etag: str | None = None
    modified: str | None = None


class Source(NamedTuple):
    """Where the pages behind an outcome are archived."""

    row: Row
    state: State
    record: str
    """`file:offset` of the outcome's line."""
    parts: tuple[str, ...]
    """`file:offset` of the WARC record of each page, in order."""
    whole: bool
