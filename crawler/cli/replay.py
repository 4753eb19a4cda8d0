"""`qingwen replay`."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crawler.cli.codes import DONE, FAILURES
from crawler.cli.console import err, give_up, say
from crawler.cli.options import Json, Quiet

if TYPE_CHECKING:
    from crawler.job.ledger import Ledger
    from crawler.job.replay import ReplayReport


def replay(
    job: Annotated[Path, typer.Argument(help="Job folder.", show_default=False)],
    reason: Annotated[str | None, typer.Option(help="Only rejections with this reason.")] = None,
    failures: Annotated[bool, typer.Option("--failures", help="Only failures.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Put what changed into the job.")] = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Clean a job's archived pages again, without fetching, and show what came out differently."""
    from schemas import Reason

    if reason is not None and reason not in list(Reason):
        give_up(f"no reason {reason!r}", f"There are: {', '.join(Reason)}.")
    report = _replay(job, reason, failures, write)
    if as_json:
        typer.echo(report.model_dump_json())
    elif not quiet:
        _show(report)
    raise typer.Exit(FAILURES if report.failures else DONE)


def _replay(job: Path, reason: str | None, failures: bool, write: bool) -> "ReplayReport":
    from crawler.guard import GuardError
    from crawler.job.errors import JobError
    from crawler.job.ledger import open_existing

    try:
        ledger = open_existing(job)
        try:
            return _report(ledger, reason, failures, write)
        finally:
            ledger.close()
    except (JobError, GuardError, OSError) as error:
        give_up(str(error))


def _report(ledger: "Ledger", reason: str | None, failures: bool, write: bool) -> "ReplayReport":
    from cleaners import Cleaner
    from crawler.guard import Guard
    from crawler.job.cleaning import cleaned
    from crawler.job.replay import replay, summary
    from crawler.job.replay import write as written
    from crawler.job.report import write_report

    with Guard(Cleaner().process) as guard:
        results = replay(ledger, partial(cleaned, guard=guard), reason=reason, failures=failures)
        if not write:
            return summary(results, written=False)
        report = summary(written(ledger, results), written=True)
    write_report(ledger, ledger.run)
    return report


def _show(report: "ReplayReport") -> None:
    from rich.table import Table

    say(f"{report.cleaned} cleaned again, {report.changed} came out differently")
    if report.changed:
        table = Table("change", "pages", "for example", box=None)
        for name, count in {**report.outcomes, **report.fields}.items():
            table.add_row(name, str(count), "\n".join(report.examples[name]))
        err.print(table)
        say(
            "They are in the job now."
            if report.written
            else "Nothing was written: --write puts them into the job."
        )
