"""Runs a crawl and shows how it goes."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

import typer
from rich.console import Group, RenderableType
from rich.live import Live
from rich.text import Text

from crawler.cli.codes import DONE, FAILURES
from crawler.cli.console import err, say
from crawler.cli.tables import counts_table
from crawler.running import Crawls
from schemas import RunReport

_BROKEN_OFF = {
    "shutdown",
    "job_unwritable",
}  # Scrapy's word for an interrupted run, and a job's for a full disk


def watch(crawls: Crawls, run: Callable[[], RunReport], *, show: bool) -> RunReport:
    """Call `run`; on a terminal, show the crawls' counts meanwhile."""
    if not (show and err.is_terminal):
        return run()
    with Live(_View(crawls), console=err, refresh_per_second=4, transient=True):
        return run()


def finish(report: RunReport, folder: Path, *, as_json: bool, quiet: bool) -> None:
    """Print the report and exit with its code."""
    if as_json:
        typer.echo(report.model_dump_json())
    elif not quiet:
        err.print(counts_table(report.sites))
        seconds = (report.finished_at - report.started_at).total_seconds()
        say(f"{report.finish_reason} in {seconds:.1f} s, written to {folder}/")
        if any(counts.failed for counts in report.sites.values()):
            say(f"What failed, and why: {folder}/failures*.jsonl")
    raise typer.Exit(DONE if report.complete and report.finish_reason not in _BROKEN_OFF else FAILURES)


class _View:
    """The table so far and the pages per second; drawn anew by rich's own thread."""

    def __init__(self, crawls: Crawls) -> None:
        self._crawls = crawls
        self._started = monotonic()

    def __rich__(self) -> RenderableType:
        counts = self._crawls.counts()
        seconds = monotonic() - self._started
        pages = sum(site.fetched for site in counts.values())
        return Group(counts_table(counts), Text(f"{seconds:.0f} s, {pages / max(seconds, 0.1):.1f} pages/s"))
