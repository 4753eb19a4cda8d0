"""`qingwen replay`."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crawler.cli.codes import DONE, FAILURES, code_of
from crawler.cli.console import err, give_up, say
from crawler.cli.options import Formats, Json, Quiet, SiteFiles, chosen_sites, formats
from crawler.words import _

if TYPE_CHECKING:
    from cleaners import Cleaner
    from crawler.job.ledger import Ledger
    from crawler.job.replay import ReplayReport


def replay(
    job: Annotated[Path, typer.Argument(help="Job folder.", show_default=False)],
    reason: Annotated[str | None, typer.Option(help="Only rejections with this reason.")] = None,
    failures: Annotated[bool, typer.Option("--failures", help="Only failures.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Put what changed into the job.")] = False,
    site: SiteFiles = None,
    structure: Formats = "",
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Clean a job's archived pages again, without fetching, and show what came out differently."""
    from cleaners import Cleaner
    from schemas import Reason

    if reason is not None and reason not in list(Reason):
        give_up(
            _("no reason {reason!r}").format(reason=reason),
            _("There are: {Reason}.").format(Reason=", ".join(Reason)),
        )
    cleaner = Cleaner(formats=formats(structure), sites=chosen_sites(site))
    report = _replay(job, cleaner, reason, failures, write)
    if as_json:
        typer.echo(report.model_dump_json())
    elif not quiet:
        _show(report)
    raise typer.Exit(FAILURES if report.failures else DONE)


def _replay(job: Path, cleaner: "Cleaner", reason: str | None, failures: bool, write: bool) -> "ReplayReport":
    from crawler.guard import GuardError
    from crawler.job.errors import JobError
    from crawler.job.ledger import open_existing

    try:
        ledger = open_existing(job)
        try:
            return _report(ledger, cleaner, reason, failures, write)
        finally:
            ledger.close()
    except (JobError, GuardError, OSError) as error:
        give_up(str(error), code=code_of(error))


def _report(
    ledger: "Ledger", cleaner: "Cleaner", reason: str | None, failures: bool, write: bool
) -> "ReplayReport":
    from crawler.guard import Guard
    from crawler.job.replay import cleaned, replay, summary
    from crawler.job.replay import write as written
    from crawler.job.report import write_report

    with Guard(cleaner.process) as guard:
        results = replay(ledger, partial(cleaned, guard=guard), reason=reason, failures=failures)
        if not write:
            return summary(results, written=False)
        report = summary(written(ledger, results), written=True)
    write_report(ledger, ledger.run)
    return report


def _show(report: "ReplayReport") -> None:
    from rich.table import Table

    say(
        _("{cleaned} cleaned again, {changed} came out differently").format(
            cleaned=report.cleaned, changed=report.changed
        )
    )
    if report.changed:
        table = Table(_("change"), _("pages"), _("for example"), box=None)
        for name, count in {**report.outcomes, **report.fields}.items():
            table.add_row(name, str(count), "\n".join(report.examples[name]))
        err.print(table)
        say(
            _("They are in the job now.")
            if report.written
            else _("Nothing was written: --write puts them into the job.")
        )
