"""Explain pages of some of a run's outcomes, written beside the report that links to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from cleaners import Cleaner
from cleaners.explain import explain
from crawler.job.look import look_into
from crawler.job.replay import candidate
from crawler.report.data import ReportData
from crawler.report.explain_page import explain_page
from schemas import Article, Flag

MOST = 60
"""Pages that are explained in advance; `qingwen serve` explains any."""
FOLDER = "explain"


def worth_explaining(data: ReportData) -> list[str]:
    """Places of the outcomes that a reader asks about first: what an alarm shows, what was lost, what is doubtful, then
    the rest of the articles."""
    first = [held.place for sides in data.sides.values() for held in sides if held]
    lost = [page.place for cause in data.causes for page in cause.pages]
    articles = sorted(data.articles, key=lambda held: not _doubtful(held.record))
    return list(dict.fromkeys([*first, *lost, *(held.place for held in articles)]))[:MOST]


def write_explained(job: Path, report: Path, places: Collection[str], cleaner: Cleaner) -> dict[str, str]:
    """Explain the archived pages of some outcomes, beside the report that links them; gives place to relative link. Pages
    of an earlier report go. Raises JobError or OSError."""
    own = report.parent / FOLDER
    for old in own.glob("*.html"):
        old.unlink()
    written = {}
    for place, html in explanations(job, places, cleaner, home=f"../{report.name}"):
        own.mkdir(parents=True, exist_ok=True)
        name = f"{place.replace('.jsonl:', '-')}.html"
        (own / name).write_text(html, encoding="utf-8")
        written[place] = f"{FOLDER}/{name}"
    return written


def explanations(
    job: Path, places: Collection[str], cleaner: Cleaner, *, home: str
) -> Iterator[tuple[str, str]]:
    """Place and explain page of the outcomes whose pages are archived, and that are the page's last."""
    look = look_into(job)
    if look is None:
        return
    try:
        for source in look.sources(places):
            page = candidate(job, source).pages[0]
            yield source.record, explain_page(explain(page, cleaner), home=home)
    finally:
        look.close()


def _doubtful(record: object) -> bool:
    return isinstance(record, Article) and Flag.DOUBTFUL in record.flags
