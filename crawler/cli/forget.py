"""`qingwen forget`."""

from pathlib import Path
from typing import Annotated

import typer

from crawler.cli.console import give_up, say


def forget(
    job: Annotated[Path, typer.Argument(help="Job folder.", show_default=False)],
    site: Annotated[str | None, typer.Option(help="Only this spider's pages.", show_default="all")] = None,
) -> None:
    """Have a job's pages fetched anew in its next run. What did not change is still written only once."""
    from crawler.job.errors import JobError
    from crawler.job.ledger import open_existing

    try:
        ledger = open_existing(job)
        try:
            if site and site not in ledger.sites():
                give_up(
                    f"{job} holds no site {site!r}", f"It holds: {', '.join(ledger.sites()) or 'nothing'}."
                )
            pages = ledger.forget(site)
        finally:
            ledger.close()
    except JobError as error:
        give_up(str(error))
    say(f"{pages} pages will be fetched anew.")
