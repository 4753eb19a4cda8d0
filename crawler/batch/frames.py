"""Cleaning a Spark DataFrame of your own: a function for `mapInPandas`.

from crawler.batch.frames import OUTCOMES, clean_frames
pages.select("url", "body").mapInPandas(clean_frames, OUTCOMES)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import isnan
from typing import Any

import pandas as pd

from cleaners import Cleaner
from crawler.batch.pages import CleanTask, Task
from crawler.batch.records import page_of
from crawler.guard import Guard, Limits
from schemas import Article, Failure, Page, Record, Rejection, Stage

OUTCOMES = (
    "url string, outcome string, reason string, title string, text string, published_at timestamp, source string, "
    "authors array<string>, record string"
)
"""Schema of the result: `outcome` is article, rejection or failure; `reason` says why it is no article; `record` is
the whole Article, Rejection or Failure as JSON."""
_COLUMNS = [column.split()[0] for column in OUTCOMES.split(", ")]


def clean_frames(frames: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """Clean pages, one row each, in order.

    Columns read: `url`, `status`, `headers`, `fetched_at` and one of `body` (binary), `html` and `text` (strings), as
    in JSONL input. A row that holds no page is a failure. One guarded worker runs for each Spark task.
    """
    return outcomes(frames, CleanTask(Cleaner()), Limits())


def outcomes(frames: Iterable[pd.DataFrame], task: Task, limits: Limits) -> Iterator[pd.DataFrame]:
    """As `clean_frames`, with another task and limits of your own."""
    with Guard(task, limits=limits) as guard:
        for frame in frames:
            pages = [_read(row) for row in frame.to_dict("records")]
            cleaned = guard.map(page for page in pages if isinstance(page, Page))
            rows = [_row(next(cleaned) if isinstance(page, Page) else page) for page in pages]
            result = pd.DataFrame(rows, columns=_COLUMNS)
            result["published_at"] = pd.to_datetime(result["published_at"], utc=True)
            yield result


def _read(row: dict[Any, Any]) -> Page | Failure:
    known = {str(name): value for name, value in row.items() if not _is_missing(value)}
    try:
        return page_of(known)
    except (ValueError, TypeError, AttributeError) as error:
        return Failure(url=known.get("url"), stage=Stage.CLEAN, error=type(error).__name__, detail=str(error))


def _is_missing(value: Any) -> bool:
    return value is None or value is pd.NaT or (isinstance(value, float) and isnan(value))


def _row(outcome: Record) -> tuple[Any, ...]:
    record = outcome.model_dump_json()
    match outcome:
        case Article() as article:
            authors = list(article.authors)
            found = (article.title, article.text, article.published_at, article.source, authors)
            return (article.url, "article", None, *found, record)
        case Rejection():
            return (outcome.url, "rejection", outcome.reason.value, None, None, None, None, None, record)
        case Failure():
            return (outcome.url, "failure", outcome.error, None, None, None, None, None, record)
