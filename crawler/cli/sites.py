"""`qingwen sites`."""

import typer

from crawler.cli.options import Json


def sites(as_json: Json = False) -> None:
    """The sites that have a profile of their own."""
    import json
    from dataclasses import asdict

    from cleaners.sites import PROFILES

    if as_json:
        typer.echo(json.dumps([asdict(profile) for profile in PROFILES.values()], ensure_ascii=False))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table("name", "title", "known by")
    for profile in PROFILES.values():
        known_by = ", ".join(profile.hosts) or (
            "what the page carries" if profile.marks else "any other site"
        )
        table.add_row(profile.name, profile.title, known_by)
    Console().print(table)
