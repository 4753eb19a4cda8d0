"""Explain pages of rejected pages, written beside the report that links to them."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from cleaners.explain import explain
from cleaners.explain_page import explain_page
from crawler.job.ledger import open_existing
from crawler.job.replay import candidate
from crawler.job.rows import State


def write_explained(job: Path, folder: Path, urls: Collection[str]) -> dict[str, str]:
    """Explain the archived pages of some rejections; gives URL to file name. Raises JobError or OSError."""
    written: dict[str, str] = {}
    ledger = open_existing(job)
    try:
        for source in ledger.sources((State.REJECTED,)):
            if source.row.url in urls:
                name = f"explain-{source.row.id}.html"
                page = candidate(job, source).pages[0]
                (folder / name).write_text(explain_page(explain(page)), encoding="utf-8")
                written[source.row.url] = name
    finally:
        ledger.close()
    return written
