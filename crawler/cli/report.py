"""`qingwen report`."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crawler.cli.codes import ALARM, DONE, FAILURES, code_of
from crawler.cli.console import err, give_up, say
from crawler.cli.options import Json, Quiet, SiteFiles, chosen_sites
from crawler.cli.telling import Notify, NotifyWhen, When, receivers, tell
from crawler.words import _

if TYPE_CHECKING:
    from crawler.drift import Alarm
    from crawler.report import ReportData


def report(
    job: Annotated[Path, typer.Argument(help="Job folder.", show_default=False)],
    html: Annotated[
        Path | None,
        typer.Option(help="Where the page goes; JOB/report/index.html if not given.", dir_okay=False),
    ] = None,
    prometheus: Annotated[
        Path | None, typer.Option(help="Write the figures for Prometheus here, too.", dir_okay=False)
    ] = None,
    site: SiteFiles = None,
    notify: Notify = None,
    notify_when: NotifyWhen = When.ALARM,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Write a job's report as an HTML page; exit with 3 when a site's figures say that it changed."""
    from cleaners import Cleaner
    from crawler.job.errors import JobError
    from crawler.report import collect, render
    from crawler.report.explained import worth_explaining, write_explained
    from crawler.report.job import read_runs
    from crawler.report.prometheus import prometheus as exposition

    cleaner, told = Cleaner(sites=chosen_sites(site)), receivers(notify)
    page = html or job / "report" / "index.html"
    try:
        runs = read_runs(job)
        if not runs:
            wrong = _("{job} holds no run") if job.is_dir() else _("{job} is not a job folder")
            give_up(wrong.format(job=job), _("Make one: qingwen crawl SITE --out JOB"))
        page.parent.mkdir(parents=True, exist_ok=True)
        data = collect(job, runs)
        _write(page, render(data, write_explained(job, page, worth_explaining(data), cleaner)))
        if prometheus:
            _write(prometheus, exposition(runs[-1], data.alarms))
    except JobError as error:
        give_up(str(error), code=code_of(error))
    if as_json:
        typer.echo(_json(data))
    elif not quiet:
        _show(data.alarms)
        say(_("Wrote {page}").format(page=page))
    untold = tell(told, notify_when, job, runs[-1], data.alarms, page)
    raise typer.Exit(ALARM if data.alarms else untold or (DONE if runs[-1].complete else FAILURES))


def _write(path: Path, text: str) -> None:
    """Whole or not at all: a collector may read at any moment."""
    part = path.with_suffix(path.suffix + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def _json(data: "ReportData") -> str:
    shown = {"runs": data.runs, "alarms": data.alarms, "lost": data.causes}
    values = {name: [value.model_dump(mode="json") for value in found] for name, found in shown.items()}
    return json.dumps(values, ensure_ascii=False)


def _show(alarms: "Sequence[Alarm]") -> None:
    for alarm in alarms:
        line = f"alarm: {alarm.site} {alarm.figure} was {alarm.before:.3g}, is {alarm.after:.3g}"
        err.print(line, style="red", markup=False, soft_wrap=True)
        for url in alarm.examples:
            say(f"  {url}")
