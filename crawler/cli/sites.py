"""`qingwen sites`."""

from typing import TYPE_CHECKING

import typer

from crawler.cli.options import Json, Setting, SiteFiles, chosen_sites
from crawler.words import _

if TYPE_CHECKING:
    from cleaners import Site


def sites(site: SiteFiles = None, setting: Setting = None, as_json: Json = False) -> None:
    """The sites of which something is known, the nearest first."""
    import json

    from cleaners.sites import GENERIC

    known = [*chosen_sites(site, setting), GENERIC]
    if as_json:
        shown = [{**one.model_dump(mode="json"), "digest": one.digest} for one in known]
        typer.echo(json.dumps(shown, ensure_ascii=False))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(_("name"), _("title"), _("known by"))
    for one in known:
        table.add_row(one.name, one.title, _known_by(one))
    Console().print(table)


def _known_by(site: "Site") -> str:
    return ", ".join(site.hosts) or (_("what the page carries") if site.marks else _("any other page"))
