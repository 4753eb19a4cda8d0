"""Scrapy's responses and errors as records."""

from datetime import UTC, datetime

from scrapy import Request
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.downloads.waits import Waits
from crawler.politeness.robots import Forbidden
from crawler.safety.refused import Refused
from schemas import Failure, Page, Reason, Rejection, Stage

# The server may answer otherwise later; every other error status is its answer.
_PASSING = {408, 425, 429, *range(500, 600)}
# Scrapy's words for what it does not fetch -> ours
_IGNORED = {"Filtered offsite request": "offsite"}


def page_of(response: Response) -> Page:
    """The response as a Page, received now."""
    headers = tuple(
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in response.headers.items()
        for value in values
    )
    return Page(
        url=response.url,
        status=response.status,
        headers=headers,
        body=response.body,
        fetched_at=datetime.now(UTC),
    )


def lost_record(request: Request, error: BaseException) -> Rejection | Failure:
    """What a URL that could not be fetched becomes: a Rejection where the server has spoken, else a Failure."""
    if isinstance(error, HttpError) and error.response.status not in _PASSING:
        return _rejection(request, Reason.STATUS, str(error.response.status))
    if isinstance(error, Forbidden):
        return _rejection(request, Reason.ROBOTS, "")
    if isinstance(error, DownloadCancelledError) or "DOWNLOAD_MAXSIZE" in str(error):
        return _rejection(request, Reason.TOO_LARGE, str(error))
    return Failure(
        url=_asked(request),
        stage=Stage.FETCH,
        error=_word(error),
        detail=_detail(error),
        attempts=request.meta.get("retry_times", 0) + 1,
        failed_at=datetime.now(UTC),
    )


def _rejection(request: Request, reason: Reason, detail: str) -> Rejection:
    return Rejection(url=_asked(request), reason=reason, detail=detail, fetched_at=datetime.now(UTC))


def _word(error: BaseException) -> str:
    if isinstance(error, Refused | Waits):
        return "refused" if isinstance(error, Refused) else "waits"
    known = (
        word for text, word in _IGNORED.items() if isinstance(error, IgnoreRequest) and text in str(error)
    )
    return next(known, type(error).__name__)


def _detail(error: BaseException) -> str:
    return f"HTTP {error.response.status}" if isinstance(error, HttpError) else str(error)


def _asked(request: Request) -> str:
    """The URL that was asked for, before redirects."""
    asked: list[str] = request.meta.get("redirect_urls", [])
    return asked[0] if asked else request.url
