"""Cleaning archived pages in processes that a page may break."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from typing import TypeAlias

from crawler.guard import Guard
from crawler.items import Fetched
from crawler.pipelines.cleaning import one_record
from schemas import Article, Failure, Rejection

Record: TypeAlias = Article | Rejection | Failure
_AHEAD = 64
"""Candidates that wait or are cleaned at a time."""


def cleaned(candidates: Iterable[Fetched], guard: Guard[Article | Rejection]) -> Iterator[Record]:
    """One record for each candidate, in order. Raises GuardError when no worker can be started."""
    ahead: deque[tuple[Fetched, list[Future[Record]]]] = deque()
    for candidate in candidates:
        ahead.append((candidate, [guard.submit(page) for page in candidate.pages]))
        if len(ahead) > _AHEAD:
            yield _record(*ahead.popleft())
    while ahead:
        yield _record(*ahead.popleft())


def _record(candidate: Fetched, futures: Iterable[Future[Record]]) -> Record:
    return one_record([future.result() for future in futures], whole=candidate.whole)
