"""The two ways a page ends without an article."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Protocol, Self

from pydantic import AfterValidator, AwareDatetime

from schemas._address import Address
from schemas._value import Value
from schemas.kind import Kind

_LONGEST = 300
Detail = Annotated[str, AfterValidator(lambda text: text[:_LONGEST])]
"""Words for people; of an endless error message, the first 300 characters."""


class _Received(Protocol):
    @property
    def url(self) -> str | None: ...

    @property
    def fetched_at(self) -> datetime | None: ...


class Reason(StrEnum):
    """Why a page is not an article. A page has one reason: the first that applies, in this order."""

    STATUS = "status"
    """The server answered with an error status, or led to a list instead of the page."""
    ROBOTS = "robots"
    """robots.txt forbids the page. It is asked for when robots.txt changed."""
    EMPTY = "empty"
    """No bytes, or nothing but blanks."""
    NOT_HTML = "not_html"
    """Binary data, an image, a PDF, JSON that holds no article."""
    TOO_LARGE = "too_large"
    """More bytes, nodes or nesting than the limits allow."""
    TIMEOUT = "timeout"
    """Cleaning took longer than the limit allows."""
    GARBLED = "garbled"
    """The characters are lost: most of them are `?` or U+FFFD."""
    ERROR_PAGE = "error_page"
    """A soft 404 or an error text served with status 200."""
    LOGIN_WALL = "login_wall"
    """The text asks the reader to log in."""
    LISTING = "listing"
    """A front page, channel or search page: links to articles, no article."""
    NO_TEXT = "no_text"
    """No running text was found."""
    TOO_SHORT = "too_short"
    """Running text was found, but too little to be an article."""
    NOT_CHINESE = "not_chinese"
    """The text is in another language."""
    OTHER_KIND = "other_kind"
    """A page with text of another kind than those asked for: a product, a video, a profile."""
    TOO_OLD = "too_old"
    """An article, published before the date the crawl asked for."""
    DROPPED = "dropped"
    """An article that an item pipeline of the user's dropped; the detail is what it said."""


class Rejection(Value):
    """A page that was read and is not an article."""

    url: Address | None = None
    """URL of the page. None where it is not known."""
    reason: Reason
    """Why."""
    detail: Detail = ""
    """The kind of page, and the figure or the words behind the verdict, for people."""
    kind: Kind | None = None
    """What the page is. None where it was refused before it was read."""
    fetched_at: AwareDatetime | None = None
    """When the page was received. None where it is not known."""
    cleaner_version: str = ""
    """Version of `cleaners` that decided."""

    @classmethod
    def of(cls, page: _Received, reason: Reason, detail: str = "", *, cleaner_version: str = "") -> Self:
        """The rejection of a page, or of what was read from it."""
        return cls(
            url=page.url,
            reason=reason,
            detail=detail,
            fetched_at=page.fetched_at,
            cleaner_version=cleaner_version,
        )


class Stage(StrEnum):
    """Where a page failed."""

    FETCH = "fetch"
    """No response: DNS, connection, TLS, timeout, refused by policy, too many retries."""
    DISCOVER = "discover"
    """The spider's callback raised."""
    CLEAN = "clean"
    """The cleaner crashed, hung or ran out of memory on this page."""
    WRITE = "write"
    """The result could not be written."""


class Failure(Value):
    """A page that could not be processed. It is kept, and can be replayed."""

    url: Address | None = None
    """URL of the page. None where it is not known."""
    stage: Stage
    """Where it failed."""
    error: str
    """Name of the error class, or a short word such as `killed`, `hung`, `memory`."""
    detail: Detail = ""
    """The error's message, for people."""
    attempts: int = 1
    """How often it was tried."""
    failed_at: AwareDatetime | None = None
    """When it failed. None where no clock was at hand."""

    @classmethod
    def of(
        cls,
        error: BaseException,
        url: str | None,
        stage: Stage,
        *,
        attempts: int = 1,
        failed_at: datetime | None = None,
    ) -> Self:
        """The failure that an exception means."""
        name, detail = type(error).__name__, str(error)
        return cls(url=url, stage=stage, error=name, detail=detail, attempts=attempts, failed_at=failed_at)
