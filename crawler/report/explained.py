"""Explain pages of rejected pages, written beside the report that links to them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from cleaners.explain import explain
from cleaners.explain_page import explain_page
from crawler.job.ledger import open_existing
from crawler.job.replay import candidate, earlier
from crawler.job.rows import State
from crawler.report.data import EXAMPLES
from schemas import Rejection


def write_explained(job: Path, folder: Path) -> dict[str, str]:
    """Explain the archived pages of up to five rejections for each site and reason; gives URL to file name.

    Raises JobError or OSError.
    """
    written: dict[str, str] = {}
    shown: Counter[tuple[str, str]] = Counter()
    ledger = open_existing(job)
    try:
        for source, before in earlier(ledger, (State.REJECTED,)):
            key = source.row.site, before.reason if isinstance(before, Rejection) else ""
            shown[key] += 1
            if shown[key] <= EXAMPLES:
                name = f"explain-{source.row.id}.html"
                page = candidate(job, source).pages[0]
                (folder / name).write_text(explain_page(explain(page)), encoding="utf-8")
                written[source.row.url] = name
    finally:
        ledger.close()
    return written
