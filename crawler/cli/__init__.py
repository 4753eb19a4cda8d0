"""The command `qingwen`. One file per command; a command imports what it needs when it runs."""

import sys

import typer
import typer.main

from crawler.cli.batch import batch
from crawler.cli.check import check
from crawler.cli.clean import clean
from crawler.cli.codes import INTERRUPTED, USAGE, code_of
from crawler.cli.console import complain, say
from crawler.cli.crawl import crawl
from crawler.cli.demo import demo
from crawler.cli.doctor import doctor
from crawler.cli.duplicates import duplicates
from crawler.cli.explain import explain
from crawler.cli.export import export
from crawler.cli.forget import forget
from crawler.cli.forms import forms
from crawler.cli.language import Lang, Version, spoken, translated
from crawler.cli.record import record
from crawler.cli.replay import replay
from crawler.cli.report import report
from crawler.cli.schema import schema
from crawler.cli.serve import serve
from crawler.cli.sites import sites
from crawler.cli.usage import tell
from crawler.words import _

app = typer.Typer(
    name="qingwen",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    demo,
    crawl,
    clean,
    explain,
    batch,
    duplicates,
    export,
    replay,
    forget,
    forms,
    report,
    serve,
    record,
    check,
    sites,
    schema,
    doctor,
):
    app.command()(command)

_UsageError: type[Exception] = typer.BadParameter.mro()[1]  # click's, wherever typer keeps it


@app.callback()
def options(lang: Lang = None, version: Version = False) -> None:
    """Crawl Chinese news sites; turn their pages into clean, validated articles.

    Exit codes: 0 done, 1 wrong usage or nothing to work on, 2 finished with failures, 3 alarm, 4 could not be written or
    read, 5 interrupted: the same command goes on.
    """


def main() -> None:
    """Entry point: parse, run, exit."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code. Click's own code for wrong usage is 2: ours is 1."""
    arguments = spoken(arguments)
    command = translated(typer.main.get_command(app))
    try:
        return int(command(arguments, prog_name="qingwen", standalone_mode=False) or 0)
    except _UsageError as error:
        tell(error)
        return USAGE
    except OSError as error:  # a file or folder that cannot be read or written
        complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        return code_of(error)
    except typer.Abort:
        say(_("interrupted"))
        return INTERRUPTED
