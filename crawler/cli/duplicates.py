"""`qingwen duplicates`."""

from pathlib import Path
from typing import Annotated

import typer

from crawler.cli.codes import DONE
from crawler.cli.console import give_up, say
from crawler.cli.options import Quiet
from crawler.words import _


def duplicates(
    paths: Annotated[
        list[Path],
        typer.Argument(
            help="Job folders, batch output, or files of articles.", exists=True, show_default=False
        ),
    ],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File for the groups.", show_default="standard output")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Group the articles that are copies of each other (转载), one JSON object a group. Nothing is deleted."""
    try:
        from crawler.corpus.copies import find_copies
    except ImportError:
        give_up(_("this needs the library rensa"), "pip install rensa")
    try:
        groups = find_copies(paths)
    except (OSError, ValueError, EOFError) as error:
        give_up(str(error))
    lines = "".join(f"{group.model_dump_json()}\n" for group in groups)
    if out is None:
        typer.echo(lines, nl=False)
    else:
        out.write_text(lines, encoding="utf-8")
    if not quiet:
        say(
            _("{groups} groups, {copies} articles in them").format(
                groups=len(groups), copies=sum(len(group.copies) for group in groups)
            )
        )
    raise typer.Exit(DONE)
