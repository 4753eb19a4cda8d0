"""The two ways a page ends without an article."""

from enum import StrEnum

from pydantic import AwareDatetime

from schemas._record import Record


class Reason(StrEnum):
    """Why a page is not an article. A page has one reason: the first that applies, in this order."""

    STATUS = "status"
    """The server answered with an error status."""
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
    TOO_OLD = "too_old"
    """An article, published before the date the crawl asked for."""


class Rejection(Record):
    """A page that was read and is not an article."""

    url: str | None = None
    """URL of the page. None where it is not known."""
    reason: Reason
    """Why."""
    detail: str = ""
    """The figure or the words behind the verdict, for people."""
    fetched_at: AwareDatetime | None = None
    """When the page was received. None where it is not known."""
    cleaner_version: str = ""
    """Version of `cleaners` that decided."""


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


class Failure(Record):
    """A page that could not be processed. It is kept, and can be replayed."""

    url: str | None = None
    """URL of the page. None where it is not known."""
    stage: Stage
    """Where it failed."""
    error: str
    """Name of the error class, or a short word such as `killed`, `hung`, `memory`."""
    detail: str = ""
    """The error's message, for people."""
    attempts: int = 1
    """How often it was tried."""
    failed_at: AwareDatetime | None = None
    """When it failed. None where no clock was at hand."""
