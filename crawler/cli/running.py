"""Runs a crawl and shows how it goes."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from time import monotonic

import typer
from rich.console import Group, RenderableType
from rich.live import Live
from rich.text import Text

from crawler.cli.codes import DONE, FAILURES, INTERRUPTED
from crawler.cli.console import err, say
from crawler.cli.foreign import translated
from crawler.cli.tables import counts_table
from crawler.running import Crawls
from crawler.words import _, noted
from crawler.words.codes import in_words
from schemas import Failure, RunReport

_ENDED = {
    "finished",
    "limit",
    "start_error",
}  # a run that had nothing left to do, or as much as was asked for
_ENDS = {
    "finished": noted("finished"),
    "limit": noted("as many articles as were asked for"),
    "start_error": noted("a start page could not be read"),
    "shutdown": noted("interrupted"),
}
"""Close reasons in words."""
_CAUSES = 3
_WIDEST = 200


def watch(crawls: Crawls, run: Callable[[], RunReport], *, show: bool) -> RunReport:
    """Call `run`; on a terminal, show the crawls' counts meanwhile."""
    if not (show and err.is_terminal):
        return run()
    with Live(_View(crawls), console=err, refresh_per_second=4, transient=True):
        return run()


def finish(
    report: RunReport,
    folder: Path,
    *,
    as_json: bool,
    quiet: bool,
    then: Callable[[], None] = lambda: None,
) -> None:
    """Print the report, and what comes `then`; exit with its code."""
    if as_json:
        typer.echo(report.model_dump_json())
    elif not quiet:
        err.print(counts_table(report.sites))
        seconds = (report.finished_at - report.started_at).total_seconds()
        say(
            _("{finish_reason} in {seconds:.1f} s, written to {folder}/").format(
                finish_reason=_(_ENDS.get(report.finish_reason, report.finish_reason)),
                seconds=seconds,
                folder=folder,
            )
        )
        for host, why in report.hosts_left.items():
            say(_("{host} was left: {why}").format(host=host, why=translated(why)))
        if any(counts.failed for counts in report.sites.values()):
            for line in _commonest(folder, report.started_at):
                say(line)
            say(_("What failed, and why: {folder}/failures*.jsonl").format(folder=folder))
        then()
    if report.finish_reason not in _ENDED:
        raise typer.Exit(INTERRUPTED)
    raise typer.Exit(DONE if report.complete and report.finish_reason != "start_error" else FAILURES)


def _commonest(folder: Path, since: datetime) -> Iterator[str]:
    """The causes that most pages failed of in a run."""
    counts = Counter(
        f"{in_words(one.stage)}: {translated(one.error)} {translated(one.detail)}".strip()[:_WIDEST]
        for one in _failures(folder)
        if one.failed_at and one.failed_at >= since
    )
    for cause, count in counts.most_common(_CAUSES):
        yield f"  {count} × {cause}"


def _failures(folder: Path) -> Iterator[Failure]:
    for path in folder.glob("**/failures*.jsonl"):
        with path.open("rb") as file:
            for line in file:
                with suppress(ValueError):  # torn by a kill: what counts is in the ledger
                    yield Failure.model_validate_json(line)


class _View:
    """The table so far and the pages per second; drawn anew by rich's own thread."""

    def __init__(self, crawls: Crawls) -> None:
        self._crawls = crawls
        self._started = monotonic()

    def __rich__(self) -> RenderableType:
        counts = self._crawls.counts()
        seconds = monotonic() - self._started
        pages = sum(site.fetched for site in counts.values())
        return Group(
            counts_table(counts),
            Text(
                _("{seconds:.0f} s, {pages} pages, {rate:.1f} a second").format(
                    seconds=seconds, pages=pages, rate=pages / max(seconds, 0.1)
                )
            ),
        )
