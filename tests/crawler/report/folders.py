"""Result folders as a crawl leaves them, with invented articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from schemas import KINDS, Article, Quality, Record, RunReport, SiteCounts, kind_of

START = datetime(2026, 3, 1, 18, 30, tzinfo=UTC)
SENTENCE = "（合成）清晨的河边有许多人在散步，空气里带着水草的味道。"


def an_article(number: int, night: int = 0, **other: Any) -> Article:
    """The number-th article, fetched in a night."""
    values: dict[str, Any] = {
        "url": f"https://www.example.com/{number}.html",
        "site": "yybnet",
        "title": f"合成新闻第{number}号：河边的清晨",
        "text": f"第{number}段。{SENTENCE}\n{SENTENCE}",
        "source": "云禾日报",
        "published_at": START + timedelta(days=night, hours=-2),
        "fetched_at": START + timedelta(days=night, seconds=1),
        "content_hash": f"{number:x}",
        "quality": Quality(chars=60, confidence=0.97),
        "provenance": {"text": "div.content"},
        "cleaner_version": "0.1.0",
    }
    return Article(**(values | other))


def write_nights(job: Path, nights: Sequence[Iterable[Record]], **run: Any) -> None:
    """A job folder: what each night brought, and its run's report."""
    (job / "runs").mkdir(parents=True)
    for kind in KINDS:
        (job / f"{kind}-00001.jsonl").touch()
    for night, records in enumerate(nights):
        add_night(job, list(records), night, **run)


def add_night(job: Path, records: Sequence[Record], night: int, **run: Any) -> None:
    """One more night."""
    lines: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for record in records:
        lines[kind_of(record)].append(record.model_dump_json() + "\n")
    for kind, some in lines.items():
        with (job / f"{kind}-00001.jsonl").open("a", encoding="utf-8") as file:
            file.writelines(some)
    report = a_run(records, night, **run)
    (job / "runs" / f"{night + 1:05}.json").write_text(report.model_dump_json(), encoding="utf-8")


def a_run(records: Sequence[Record], night: int, **run: Any) -> RunReport:
    """The report of a night."""
    counts = {kind: sum(kind_of(record) == kind for record in records) for kind in KINDS}
    site = SiteCounts(
        fetched=len(records),
        articles=counts["articles"],
        rejected={"listing": counts["rejections"]} if counts["rejections"] else {},
        failed={"fetch": counts["failures"]} if counts["failures"] else {},
        seconds=4,
    )
    at = START + timedelta(days=night)
    return RunReport(
        started_at=at,
        finished_at=at + timedelta(hours=1),
        sites={"yybnet": site},
        cleaner_version="0.1.0",
        **run,
    )
