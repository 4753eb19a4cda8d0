"""A run's report, out of the ledger: it counts what is committed, whichever processes of the run did it."""

import os
import sys
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from cleaners.version import VERSION
from crawler.job.command import command_line
from crawler.job.interfaces import JobLedger
from crawler.job.settle import HOST_LEFT, MILLISECONDS
from schemas import RunReport, SiteCounts

_FIELDS = {
    "article": "articles",
    "unchanged": "unchanged",
    "rejected": "rejected",
    "failed": "failed",
    "listed": "lists",
    "duplicate": "duplicates",
    "skipped": "skipped",
}
_OUTSIDE = {"lists", "duplicates", "skipped"}  # no article candidates, or counted under another URL


class Tallied(Protocol):
    """Where runs are counted."""

    def tally(self, run: int) -> list[tuple[str, str, str, int]]:
        """Site, what became of its pages, reason or stage, and how often, in one run."""

    def times(self, run: int) -> tuple[float, float, str]:
        """When a run began and when its last process ended (Unix time), and why."""


def run_report(ledger: Tallied, run: int) -> RunReport:
    """What the run did so far."""
    started, ended, reason = ledger.times(run)
    sites: defaultdict[str, dict[str, Any]] = defaultdict(
        lambda: {"fetched": 0, "rejected": {}, "failed": {}, "skipped": {}}
    )
    left: dict[str, str] = {}
    for site, what, detail, count in ledger.tally(run):
        if what == HOST_LEFT:
            host, _, why = detail.partition(" ")
            left[host] = f"{count} {'page waits' if count == 1 else 'pages wait'}: {why}"
            continue
        if what == MILLISECONDS:
            sites[site]["seconds"] = count / 1000
            continue
        field = _FIELDS[what]
        if detail:
            sites[site][field][detail] = count
        else:
            sites[site][field] = count
        sites[site]["fetched"] += 0 if field in _OUTSIDE else count
    return RunReport(
        started_at=datetime.fromtimestamp(started, UTC),
        finished_at=datetime.fromtimestamp(ended, UTC),
        finish_reason=reason,
        sites={site: SiteCounts.model_validate(counts) for site, counts in sorted(sites.items())},
        hosts_left=left,
        cleaner_version=VERSION,
        command=command_line(sys.argv),
    )


def write_report(ledger: JobLedger, run: int) -> Path:
    """Write `runs/00001.json`, whole or not at all. Raises OSError."""
    folder = ledger.folder / "runs"
    folder.mkdir(exist_ok=True)
    path = folder / f"{run:05}.json"
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        file.write(run_report(ledger, run).model_dump_json(indent=2).encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    return part.replace(path)
