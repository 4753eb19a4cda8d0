"""`qingwen record`."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crawler.cli.console import open_in_browser, say
from crawler.cli.options import Setting, SiteFiles, chosen_sites
from crawler.words import _

if TYPE_CHECKING:
    from cleaners import Sites


def record(
    url: Annotated[str, typer.Argument(help="The page.", show_default=False)],
    folder: Annotated[Path, typer.Option("--fixtures", help="Where fixtures live.")] = Path("fixtures"),
    name: Annotated[str, typer.Option(help="The case's folder.", show_default="from the URL's path")] = "",
    named: Annotated[
        str, typer.Option("--as", help="The site's name.", show_default="known, or from the host")
    ] = "",
    job: Annotated[
        Path | None,
        typer.Option(
            help="A job that crawled the site: its file is proposed with the forms of URLs learnt there."
        ),
    ] = None,
    site: SiteFiles = None,
    setting: Setting = None,
) -> None:
    """Save a page as a fixture: its bytes, a proposal of what it must give, and a file for a site that has none."""
    from crawler.cli.forms import learnt_forms
    from crawler.cli.sources import fetch_page
    from crawler.recording import proposal_of
    from crawler.recording import record as record_page

    sites = chosen_sites(site, setting)
    fetch = partial(fetch_page, setting=setting)
    forms = learnt_forms(job)[0] if job else {}
    case = record_page(url, folder, fetch=fetch, sites=sites, name=name, site=named, forms=forms)
    say(_("Wrote {case}/").format(case=case))
    say(
        _(
            "Read {case}/expected.json against the page and mend it: it is what site file and cleaner make of it today."
        ).format(case=case)
    )
    if not sites.named(case.parent.name):
        say(
            _("A site file is proposed: {proposal_of}. More pages of the site make it better.").format(
                proposal_of=proposal_of(case)
            )
        )
    _explain(case, sites, folder.parent / "out" / "explain")


def _explain(case: Path, sites: "Sites", out: Path) -> None:
    """Write why the page came out as it did; before a person at a terminal, open it."""
    from cleaners import Cleaner, explain
    from crawler.cases import read_case
    from crawler.report.explain_page import explain_page

    html = out / f"{case.parent.name}-{case.name}.html"
    out.mkdir(parents=True, exist_ok=True)
    html.write_text(explain_page(explain(read_case(case).page, Cleaner(sites=sites))), encoding="utf-8")
    say(_("{html} shows which rule kept or dropped each line.").format(html=html))
    open_in_browser(html)
