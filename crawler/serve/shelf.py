"""One job as it is served: its report, its index, its pages."""

from __future__ import annotations

import tempfile
import time
from contextlib import closing
from pathlib import Path
from threading import Lock
from urllib.parse import quote
from zlib import crc32

from cleaners import Cleaner
from crawler.job.ledger import LEDGER
from crawler.job.look import Look, look_into
from crawler.job.report import run_report
from crawler.report.data import ReportData, collect
from crawler.report.explained import explanations
from crawler.report.job import read_article, read_runs
from crawler.serve.index import FILE, Index
from schemas import Article, RunReport

_PATIENCE = 5.0
"""A report is kept for so many times as long as it took to gather: while a large job runs it is always out of date."""


class Shelf:
    """A job folder that is looked at again and again."""

    def __init__(self, name: str, job: Path, cleaner: Cleaner) -> None:
        self.name = name
        self.job = job
        self._cleaner = cleaner
        self.index = Index(job, _index_file(job))
        self._lock = Lock()
        self._kept: ReportData | None = None
        self._version = ""
        self._fresh_until = 0.0

    def runs(self) -> list[RunReport]:
        """The job's runs, the one that is under way among them."""
        runs = read_runs(self.job)
        look = look_into(self.job)
        if look is None:
            return runs
        with closing(look):
            return [*runs[: _before(look, runs)], *_running(look)]

    def running(self) -> bool:
        """Whether a run is under way, or waits to go on."""
        look = look_into(self.job)
        if look is None:
            return False
        with closing(look):
            return look.running() is not None

    def version(self) -> str:
        """Another one when something was written."""
        files = sorted([*self.job.glob("*.jsonl"), *(self.job / "runs").glob("*.json")])
        return f"{crc32(repr([path.stat().st_size for path in files]).encode()):08x}"

    def report(self) -> tuple[ReportData, str]:
        """The report, at most as old as it is dear, and its version. Raises JobError where there is no run."""
        with self._lock:
            version, now = self.version(), time.monotonic()
            if self._kept is None or (version != self._version and now >= self._fresh_until):
                self._kept, self._version = collect(self.job, self.runs()), version
                cost = time.monotonic() - now
                self._fresh_until = time.monotonic() + _PATIENCE * cost
            return self._kept, self._version

    def article(self, place: str) -> Article:
        """The article at a place. Raises JobDamaged or OSError where there is none."""
        return read_article(self.job, place)

    def explained(self, place: str) -> str:
        """The explain page of an outcome; '' where its page is not archived, or it is not the page's last."""
        return next((page for _, page in explanations(self.job, [place], self._cleaner, home="../")), "")

    def explain_link(self, place: str) -> str:
        """The link of an outcome's explanation; '' where the job keeps no pages."""
        return _link(place) if self._keeps_pages() else ""

    def explain_links(self, data: ReportData) -> dict[str, str]:
        """Place of every outcome that the report shows to the link of its explanation. Empty where the job keeps no
        pages."""
        if not self._keeps_pages():
            return {}
        shown = [held.place for held in data.articles]
        shown += [page.place for cause in data.causes for page in cause.pages]
        shown += [held.place for sides in data.sides.values() for held in sides if held]
        return {place: _link(place) for place in shown}

    def _keeps_pages(self) -> bool:
        return (self.job / LEDGER).is_file()


def _link(place: str) -> str:
    return f"explain/{quote(place)}"


def _index_file(job: Path) -> Path:
    """Beside the report; in a folder of its own where the job can only be read."""
    folder = job / "report"
    try:
        folder.mkdir(exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder / FILE
    except OSError:
        return Path(tempfile.mkdtemp(prefix="qingwen-")) / FILE


def _before(look: Look, runs: list[RunReport]) -> int:
    """How many of the reports are of runs that are over: the one under way may have ended a process before."""
    running = look.running()
    if running is None:
        return len(runs)
    started = look.times(running)[0]
    return sum(run.started_at.timestamp() < started - 1e-3 for run in runs)


def _running(look: Look) -> list[RunReport]:
    running = look.running()
    if running is None:
        return []
    return [run_report(look, running).model_copy(update={"command": ""})]
