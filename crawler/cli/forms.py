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
    """What a job has learnt of its sites' URL forms: which are articles, which lead to some, which are left, and which
    parameters choose no page."""
    found, idle = learnt_forms(job)
    ranked = sorted(found.items(), key=lambda form: (-form[1].articles, -form[1].led, form[0]))
    if as_json:
        import json

        told = [{"form": form, **counts._asdict(), "idle": idle.get(form, [])} for form, counts in ranked]
        typer.echo(json.dumps(told, ensure_ascii=False))
    else:
        _show(ranked)
        for form, names in idle.items():
            typer.echo(_("{form} without {names} is the same page").format(form=form, names=", ".join(names)))


def learnt_forms(job: Path) -> "tuple[dict[str, Counts], dict[str, list[str]]]":
    """What the pages of each form were, and the names of its parameters that choose no page. Exits where the job cannot
    be read."""
    from contextlib import closing
    from itertools import groupby
    from operator import itemgetter

    from crawler.discovery.forms import Counts
    from crawler.job.errors import JobError
    from crawler.job.ledger import open_existing

    try:
        with closing(open_existing(job)) as ledger:
            by_form = groupby(ledger.idle(), key=itemgetter(0))
            idle = {form: [name for _form, name in some] for form, some in by_form}
            return dict.fromkeys(idle, Counts()) | ledger.forms(), idle
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
