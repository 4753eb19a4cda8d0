"""`qingwen demo`."""

import signal
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated

import typer

from crawler.cli.console import give_up, open_in_browser, say
from crawler.cli.options import Json, Out, Quiet
from crawler.words import _

if TYPE_CHECKING:
    from crawler.demo.server import FixtureServer

_PORT = 8470
"""Of `--serve`, where it is free: what a shell was told once stays true."""


def demo(
    out: Out = Path("out/demo"),
    serve: Annotated[
        bool,
        typer.Option(
            "--serve",
            help="Crawl nothing; keep the sites up, so that every command of the documentation runs offline.",
        ),
    ] = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Crawl the example sites, served on this machine, and report on it: no network, a few seconds."""
    from crawler.cases import read_cases
    from crawler.demo.server import FixtureServer

    server = FixtureServer((case.page for case in read_cases()), _PORT if serve else 0)
    if serve:
        _serve(server)
    else:
        _crawl(server, out, as_json=as_json, quiet=quiet)


def _crawl(server: "FixtureServer", out: Path, *, as_json: bool, quiet: bool) -> None:
    from crawler.cli.running import finish, watch
    from crawler.demo.run import Demo, NotEmpty

    with server:
        try:
            run = Demo(server.address, out)
        except NotEmpty:
            give_up(
                _("{out} is not empty, and no earlier demo").format(out=out), _("Name another: --out FOLDER")
            )
        report = watch(run.crawls, run.run, show=not (as_json or quiet))
    page = _report(out)
    if not (as_json or quiet):
        open_in_browser(page)
    finish(report, out, as_json=as_json, quiet=quiet, then=lambda: _what_next(page, out))


def _report(job: Path) -> Path:
    from crawler.cli.report import report

    with suppress(typer.Exit):
        report(job, quiet=True)
    return job / "report" / "index.html"


def _what_next(page: Path, job: Path) -> None:
    say(_("The report: {page}").format(page=page))
    say(_("Try next:"))
    for command, meaning in (
        ("qingwen clean URL", _("the article of any page")),
        ("qingwen crawl generic -a url=URL --out jobs/mine", _("a site of your own choice")),
        (f"qingwen serve {job}", _("this report live, with a search over all articles")),
    ):
        say(f"  {command:50} # {meaning}")
    say(_("Without a network, `qingwen demo --serve` serves the sites that the documentation uses."))


def _serve(server: "FixtureServer") -> None:
    with server:
        say(_("The example sites are up until Ctrl-C. In another terminal:"))
        typer.echo(f"export SCRAPY_SETTINGS_MODULE=crawler.demo.settings FIXTURE_SERVER={server.address}")
        say(_("Then every command of the documentation works there, for example:"))
        say("  qingwen clean https://ppfocus.com/0/di33683f2.html")
        say("  qingwen crawl ppfocus --limit 3 --out jobs/ppfocus")
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with suppress(KeyboardInterrupt):
            Event().wait()
