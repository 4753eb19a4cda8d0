"""`qingwen serve`."""

from pathlib import Path
from typing import Annotated

import typer

from crawler.cli.codes import code_of
from crawler.cli.console import give_up, say
from crawler.cli.options import SiteFiles, chosen_sites
from crawler.words import _


def serve(
    jobs: Annotated[list[Path], typer.Argument(help="Job folders.", show_default=False)],
    port: Annotated[int, typer.Option(help="Port; 0 takes a free one.", min=0, max=65535)] = 8000,
    host: Annotated[
        str,
        typer.Option(help="Address to listen on: others than this machine's own are open to your network."),
    ] = "127.0.0.1",
    site: SiteFiles = None,
) -> None:
    """Show jobs in the browser, live: reports, every article and its explanation, one search over all of them, feeds."""
    from cleaners import Cleaner
    from crawler.job.errors import JobError
    from crawler.serve.server import CannotListen
    from crawler.serve.server import serve as serve_shelves
    from crawler.serve.shelf import Shelf

    cleaner = Cleaner(sites=chosen_sites(site))
    try:
        shelves = [Shelf(name, job, cleaner) for name, job in _named(jobs).items()]
        for shelf in shelves:
            if not shelf.runs():
                give_up(
                    _("{job} holds no run").format(job=shelf.job), _("Make one: qingwen crawl SITE --out JOB")
                )
        serve_shelves(shelves, host, port, lambda url: say(_("{url} (Ctrl+C ends it)").format(url=url)))
    except CannotListen as error:
        give_up(str(error), _("--port 0 takes a free port."))
    except JobError as error:
        give_up(str(error), code=code_of(error))


def _named(jobs: list[Path]) -> dict[str, Path]:
    """Jobs by the names of their folders; of two with the same name, the second is NAME-2."""
    named: dict[str, Path] = {}
    for job in dict.fromkeys(path.resolve() for path in jobs):
        if not job.is_dir():
            give_up(_("{job} is not a job folder").format(job=job))
        count = sum(name == job.name or name.startswith(f"{job.name}-") for name in named)
        named[f"{job.name}-{count + 1}" if job.name in named else job.name] = job
    return named
