"""The command `qingwen`. One file per command; a command imports what it needs when it runs."""

import sys

import typer

from crawler.cli.batch import batch
from crawler.cli.clean import clean
from crawler.cli.codes import USAGE
from crawler.cli.console import complain, say
from crawler.cli.crawl import crawl
from crawler.cli.demo import demo
from crawler.cli.doctor import doctor
from crawler.cli.duplicates import duplicates
from crawler.cli.explain import explain
from crawler.cli.forget import forget
from crawler.cli.record import record
from crawler.cli.replay import replay
from crawler.cli.report import report
from crawler.cli.schema import schema
from crawler.cli.sites import sites

app = typer.Typer(
    name="qingwen",
    help="Crawl Chinese news sites; turn their pages into clean, validated articles.\n\n"
    "Exit codes: 0 done, 1 wrong usage or nothing to work on, 2 finished with failures, 3 alarm.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
for command in (
    demo,
    crawl,
    clean,
    explain,
    batch,
    duplicates,
    replay,
    forget,
    report,
    record,
    sites,
    schema,
    doctor,
):
    app.command()(command)

_UsageError: type[Exception] = typer.BadParameter.mro()[1]  # click's, wherever typer keeps it


def main() -> None:
    """Entry point: parse, run, exit."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code. Click's own code for wrong usage is 2: ours is 1."""
    try:
        return int(app(arguments, prog_name="qingwen", standalone_mode=False) or 0)
    except _UsageError as error:
        error.show()  # type: ignore[attr-defined]  # click's own
        return USAGE
    except OSError as error:  # a file or folder that cannot be read or written
        complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        return USAGE
    except typer.Abort:
        say("interrupted")
        return 130
