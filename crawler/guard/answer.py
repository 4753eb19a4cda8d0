"""What a worker says of its work."""

from __future__ import annotations

import pickle
from typing import Any, NamedTuple

from crawler.guard.limits import failure
from schemas import Page

OUT_OF_MEMORY = "memory"
_DETAIL = 500


class Answer(NamedTuple):
    """`error` is empty when the task returned `result`; else an exception's name, or OUT_OF_MEMORY."""

    result: Any = None
    error: str = ""
    detail: str = ""
    unfinished: bool = False
    """It says how far the work is; another answer comes."""


def raised(error: BaseException) -> Answer:
    """The Answer for an exception; one that cannot even be printed has no detail."""
    try:
        detail = str(error)[:_DETAIL]
    except Exception:
        detail = ""
    return Answer(error=type(error).__name__, detail=detail)


def pack(answer: Answer) -> bytes:
    """The Answer in bytes; a result that cannot be pickled is an error of its page."""
    try:
        return pickle.dumps(tuple(answer))
    except Exception as error:
        return pickle.dumps(tuple(raised(error)))


def unpack(message: bytes) -> Answer:
    """The Answer in a message; a result that cannot be read back is an error of its page."""
    try:
        return Answer(*pickle.loads(message))
    except Exception as error:
        return raised(error)


def outcome_of(page: Page, answer: Answer) -> Any:
    """What became of a page: the task's result, or a Failure when it raised."""
    return failure(page, answer.error, answer.detail) if answer.error else answer.result
