"""`qingwen report`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crawler.cli.codes import ALARM, DONE, FAILURES
from crawler.cli.console import err, give_up, say
from crawler.cli.options import Json, Quiet

if TYPE_CHECKING:
    from crawler.drift import Alarm


def report(
    job: Annotated[Path, typer.Argument(help="Job folder.", show_default=False)],
    html: Annotated[
        Path | None,
        typer.Option(help="Where the page goes; JOB/report/index.html if not given.", dir_okay=False),
    ] = None,
    prometheus: Annotated[
        Path | None, typer.Option(help="Write the figures for Prometheus here, too.", dir_okay=False)
    ] = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Write a job's report as an HTML page; exit with 3 when a site's figures say that it changed."""
    from crawler.job.errors import JobError
    from crawler.report import collect, render
    from crawler.report.explained import write_explained
    from crawler.report.job import alarms_of, outcomes_of, read_runs
    from crawler.report.prometheus import prometheus as exposition

    page = html or job / "report" / "index.html"
    try:
        runs = read_runs(job)
        if not runs:
            give_up(
                f"{job} holds no run" if job.is_dir() else f"{job} is no job folder",
                "Make one: qingwen crawl SITE --out JOB",
            )
        alarms = alarms_of(job, runs)
        page.parent.mkdir(parents=True, exist_ok=True)
        data = collect(runs, outcomes_of(job, runs[-1]), alarms)
        data = data.explained(write_explained(job, page.parent, {lost.url for lost in data.lost}))
        _write(page, render(data))
        if prometheus:
            _write(prometheus, exposition(runs[-1], alarms))
    except JobError as error:
        give_up(str(error))
    if as_json:
        typer.echo(data.model_dump_json(include={"runs", "alarms", "lost"}))
    elif not quiet:
        _show(alarms)
        say(f"{page} is written.")
    raise typer.Exit(ALARM if alarms else DONE if runs[-1].complete else FAILURES)


def _write(path: Path, text: str) -> None:
    """Whole or not at all: a collector may read at any moment."""
    part = path.with_suffix(path.suffix + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def _show(alarms: "list[Alarm]") -> None:
    for alarm in alarms:
        line = f"alarm: {alarm.site} {alarm.figure} was {alarm.before:.3g}, is {alarm.after:.3g}"
        err.print(line, style="red", markup=False, soft_wrap=True)
        for url in alarm.examples:
            say(f"  {url}")
