"""`qingwen record`."""

import webbrowser
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from crawler.cli.console import err, say
from crawler.cli.options import Setting


def record(
    url: Annotated[str, typer.Argument(help="The page.", show_default=False)],
    folder: Annotated[Path, typer.Option("--fixtures", help="Where fixtures live.")] = Path("fixtures"),
    name: Annotated[str, typer.Option(help="The case's folder.", show_default="from the URL's path")] = "",
    site: Annotated[str, typer.Option(help="The site's profile.", show_default="known, or from host")] = "",
    setting: Setting = None,
) -> None:
    """Save a page as a fixture: its bytes, a proposal of what it must give, and a profile where the site has none."""
    from cleaners.sites import PROFILES
    from crawler.cli.sources import fetch_page
    from crawler.recording import proposal_of
    from crawler.recording import record as record_page

    case = record_page(url, folder, fetch=partial(fetch_page, setting=setting), name=name, site=site)
    say(f"{case}/ is written.")
    say(
        f"Read {case}/expected.json against the page and mend it: it is what profile and cleaner make of it today."
    )
    if case.parent.name not in PROFILES:
        say(f"A profile is proposed: {proposal_of(case)}. More pages of the site make it better.")
    _explain(case, folder.parent / "out" / "explain")


def _explain(case: Path, out: Path) -> None:
    """Write why the page came out as it did; before a person at a terminal, open it."""
    from cleaners import explain
    from cleaners.explain_page import explain_page
    from crawler.cases import read_case

    html = out / f"{case.parent.name}-{case.name}.html"
    out.mkdir(parents=True, exist_ok=True)
    html.write_text(explain_page(explain(read_case(case).page)), encoding="utf-8")
    say(f"{html} shows which rule kept or dropped each line.")
    if err.is_terminal:
        webbrowser.open(html.absolute().as_uri())
