"""`qingwen record`."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from crawler.cli.console import say
from crawler.cli.options import Setting


def record(
    url: Annotated[str, typer.Argument(help="The page.", show_default=False)],
    folder: Annotated[Path, typer.Option("--fixtures", help="Where fixtures live.")] = Path("fixtures"),
    name: Annotated[str, typer.Option(help="The case's folder.", show_default="from the URL's path")] = "",
    setting: Setting = None,
) -> None:
    """Save a page as a fixture: its bytes, and a proposal of what it must give."""
    from crawler.cli.sources import fetch_page
    from crawler.recording import record as record_page

    case = record_page(url, folder, fetch=partial(fetch_page, setting=setting), name=name)
    say(f"{case}/ is written.")
    say(
        f"Read {case}/expected.json against the page and mend it: it is what profile and cleaner make of it today."
    )
