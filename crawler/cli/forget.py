"""`qingwen forget`."""

from pathlib import Path
from typing import Annotated

import typer

from crawler.cli.codes import code_of
from crawler.cli.console import give_up, say
from crawler.words import _


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
                    _("{job} holds no site {site!r}").format(job=job, site=site),
                    _("It holds: {sites}.").format(sites=", ".join(ledger.sites()) or _("nothing")),
                )
            pages = ledger.forget(site)
        finally:
            ledger.close()
    except JobError as error:
        give_up(str(error), code=code_of(error))
    say(_("{pages} pages will be fetched anew.").format(pages=pages))
