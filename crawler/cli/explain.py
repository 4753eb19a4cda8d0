"""`qingwen explain`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crawler.cli.console import say
from crawler.cli.options import Json, Setting, Source
from schemas import Article

if TYPE_CHECKING:
    from cleaners import Explanation


def explain(
    source: Source,
    html: Annotated[Path | None, typer.Option(help="Write one HTML page instead.", dir_okay=False)] = None,
    url: Annotated[str | None, typer.Option(help="Where a file is from: evidence for site and date.")] = None,
    setting: Setting = None,
    as_json: Json = False,
) -> None:
    """Show why a page came out as it did: each line kept or dropped and by which rule, each field and its origin."""
    from cleaners import explain as explain_bytes
    from cleaners.explain_page import explain_page
    from crawler.cli.sources import read_source

    page = read_source(source, setting)
    explanation = explain_bytes(page.model_copy(update={"url": page.url or url}))
    if html:
        html.write_text(explain_page(explanation), encoding="utf-8")
        say(f"{html} is written.")
    elif as_json:
        typer.echo(_json(explanation))
    else:
        _print(explanation)


def _json(explanation: "Explanation") -> str:
    import json
    from dataclasses import asdict

    found = asdict(explanation) | {"outcome": explanation.outcome.model_dump(mode="json")}
    return json.dumps(found, ensure_ascii=False)


def _print(explanation: "Explanation") -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    out, outcome = Console(), explanation.outcome
    if not isinstance(outcome, Article):
        out.print(Text(f"rejected: {outcome.reason} {outcome.detail}", style="red"))
    fields = Table("field", "value", "from", title=explanation.title or explanation.url, title_justify="left")
    for field in explanation.fields:
        fields.add_row(field.name, Text(field.value), field.origin)
    blocks = Table("rule", "line", show_lines=False)
    for block in explanation.blocks:
        blocks.add_row(block.rule, Text(block.text), style="" if block.kept else "dim")
    for table in (fields, blocks):
        if table.row_count:
            out.print(table)
