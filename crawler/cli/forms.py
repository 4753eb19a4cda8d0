"""`qingwen forms`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crawler.cli.console import give_up
from crawler.cli.options import Json
from crawler.words import _, noted

if TYPE_CHECKING:
    from crawler.discovery.forms import Counts

_MEANING = {
    "GIVES": noted("articles"),
    "LEADS": noted("leads to articles"),
    "BARREN": noted("gives nothing"),
    "UNKNOWN": "",
}


def forms(
    job: Annotated[Path, typer.Argument(help="Job folder.", show_default=False)],
    as_json: Json = False,
) -> None:
    """What a job has learnt of its sites' URL forms: which are articles, which lead to some, which are left."""
    found = learnt_forms(job)
    ranked = sorted(found.items(), key=lambda form: (-form[1].articles, -form[1].led, form[0]))
    if as_json:
        import json

        typer.echo(
            json.dumps([{"form": form, **counts._asdict()} for form, counts in ranked], ensure_ascii=False)
        )
    else:
        _show(ranked)


def learnt_forms(job: Path) -> "dict[str, Counts]":
    """What a job has learnt. Exits where it cannot be read."""
    from crawler.job.errors import JobError
    from crawler.job.ledger import open_existing

    try:
        ledger = open_existing(job)
        try:
            return ledger.forms()
        finally:
            ledger.close()
    except JobError as error:
        give_up(str(error))


def _show(ranked: "list[tuple[str, Counts]]") -> None:
    from rich.console import Console
    from rich.table import Column, Table
    from rich.text import Text

    from crawler.discovery.forms import Counts, standing

    table = Table(Column(_("form"), overflow="fold"), box=None, padding=(0, 2, 0, 0))  # 80 columns are few
    for name in Counts._fields:
        table.add_column(_(name))
    table.add_column(_("is"), max_width=10)
    for form, counts in ranked:
        told = _MEANING[standing(counts, f"http://{form}").name]
        table.add_row(Text(form), *map(str, counts), told and _(told))
    Console().print(table)
