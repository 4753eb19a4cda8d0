"""`qingwen check`."""

from pathlib import Path
from typing import Annotated

import typer

from crawler.cli.codes import DONE, FAILURES
from crawler.cli.console import err, give_up, say
from crawler.cli.foreign import translated
from crawler.cli.options import Quiet, chosen_sites
from crawler.words import _


def check(
    sites: Annotated[
        list[Path], typer.Argument(help="Site files, or folders of them and their recorded pages.")
    ],
    fixtures: Annotated[
        Path | None, typer.Option(help="Where recorded pages live, if elsewhere.", file_okay=False)
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Read site files, clean their recorded pages, and tell what comes out differently than written down."""
    from cleaners import Cleaner, load_sites
    from crawler.checking import cases_of, faults

    known = chosen_sites([str(path) for path in sites])
    cleaner, failed = Cleaner(sites=known), False
    folders = [*(path if path.is_dir() else path.parent for path in sites), *([fixtures] if fixtures else [])]
    for site in load_sites(*sites):
        try:
            cases = cases_of(site, folders)
        except (OSError, ValueError, StopIteration) as error:
            give_up(
                _("{name}: a recorded page is malformed: {error}").format(
                    name=site.name, error=translated(str(error))
                )
            )
        found = {case.name: list(faults(case, site, cleaner)) for case in cases}
        for name, lines in found.items():
            for line in lines:
                err.print(f"{site.name}/{name}: {line}", style="red", markup=False, soft_wrap=True)
        wrong = sum(map(bool, found.values()))
        failed = failed or bool(wrong)
        if not quiet:
            say(
                _("{name}: {found} recorded pages, {wrong} of them differ").format(
                    name=site.name, found=len(found), wrong=wrong
                )
            )
    raise typer.Exit(FAILURES if failed else DONE)
