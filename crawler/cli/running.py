"""Runs a crawl and shows how it goes."""

from pathlib import Path
from time import monotonic

import typer
from rich.console import Group, RenderableType
from rich.live import Live
from rich.text import Text

from crawler.cli.codes import DONE, FAILURES
from crawler.cli.console import err, say
from crawler.cli.tables import counts_table
from crawler.running import Run
from schemas import RunReport


def watch(run: Run, folder: Path, *, as_json: bool, quiet: bool) -> RunReport:
    """Run a crawl: a live table on a terminal, the summary at the end, the report as JSON where it is asked for."""
    if quiet or as_json or not err.is_terminal:
        report = run.start()
    else:
        with Live(_View(run), console=err, refresh_per_second=4, transient=True):
            report = run.start()
    if as_json:
        typer.echo(report.model_dump_json())
    elif not quiet:
        err.print(counts_table(report.sites))
        seconds = (report.finished_at - report.started_at).total_seconds()
        say(f"{report.finish_reason} in {seconds:.1f} s, written to {folder}/")
    return report


def exit_code(report: RunReport) -> int:
    """0, or 2 when pages failed."""
    return DONE if report.complete else FAILURES


class _View:
    """The table so far and the pages per second; drawn anew by rich's own thread."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._started = monotonic()

    def __rich__(self) -> RenderableType:
        counts = self._run.counts()
        seconds = monotonic() - self._started
        pages = sum(site.fetched for site in counts.values())
        return Group(counts_table(counts), Text(f"{seconds:.0f} s, {pages / max(seconds, 0.1):.1f} pages/s"))
