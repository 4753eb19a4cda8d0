"""`qingwen explain`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crawler.cli.console import say
from crawler.cli.options import Json, Setting, SiteFiles, Source, chosen_sites
from crawler.words import _, noted
from crawler.words.codes import in_words
from schemas import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.table import Table
    from rich.text import Text

    from cleaners import Explanation


def explain(
    source: Source,
    html: Annotated[Path | None, typer.Option(help="Write one HTML page instead.", dir_okay=False)] = None,
    url: Annotated[str | None, typer.Option(help="Where a file is from: evidence for site and date.")] = None,
    site: SiteFiles = None,
    setting: Setting = None,
    as_json: Json = False,
) -> None:
    """Show why a page came out as it did: each line kept or dropped and by which rule, each field and its origin."""
    from cleaners import Cleaner
    from cleaners import explain as explain_bytes
    from crawler.cli.sources import read_source
    from crawler.report.explain_page import explain_page

    sites = chosen_sites(site, setting)
    page = read_source(source, setting)
    explanation = explain_bytes(page.model_copy(update={"url": page.url or url}), Cleaner(sites=sites))
    if html:
        html.write_text(explain_page(explanation), encoding="utf-8")
        say(_("Wrote {page}").format(page=html))
    elif as_json:
        typer.echo(_json(explanation))
    else:
        _print(explanation)


def _json(explanation: "Explanation") -> str:
    import json
    from dataclasses import asdict, replace

    outcome = explanation.outcome.model_dump(mode="json")
    found = asdict(replace(explanation, original="")) | {"outcome": outcome}
    del found["original"]  # the page itself, as it came
    return json.dumps(found, ensure_ascii=False)


def _print(explanation: "Explanation") -> None:
    from rich.console import Console

    out, outcome = Console(), explanation.outcome
    if title := explanation.title or explanation.url:
        out.print(_harmless(title), style="bold", markup=False, highlight=False)
    if not isinstance(outcome, Article):
        reason = _("not an article: {reason}").format(reason=f"{in_words(outcome.reason)} {outcome.detail}")
        out.print(_harmless(reason), style="red", markup=False, highlight=False)
    for heading, table in _tables(explanation):
        if table.row_count:
            out.print(f"\n{heading}", style="bold", markup=False)
            out.print(table)


_ORIGINS = (
    noted("line under the title"),
    noted("line above the title"),
    noted("line below the text"),
    noted("line named by the site"),
    noted("dateline of the original"),
    noted("dateline of the text"),
    noted("byline"),
    noted("beside the date"),
    noted("breadcrumb line"),
    noted("keyword line"),
    noted("time element"),
    noted("text"),
    noted("the article's box"),
)
"""What `_text` translates: the records keep the English."""


def _tables(explanation: "Explanation") -> "Iterator[tuple[str, Table]]":
    yield _("Fields"), _fields(explanation)
    yield _("Readings, the one that was taken first"), _readings(explanation)
    yield _("Lines: kept, or dropped and why"), _lines(explanation)


def _fields(explanation: "Explanation") -> "Table":
    """Those that have a value or a candidate; a candidate stands below with its weight."""
    table = _table()
    for field in explanation.fields:
        if field.value or field.candidates:
            table.add_row(field.name, _text(field.value, field.origin))
        for one in field.candidates:
            table.add_row("", _text(f"{one.weight:.2f} {one.value}", one.origin, "dim"))
    return table


def _readings(explanation: "Explanation") -> "Table":
    table = _table()
    for one in dict.fromkeys(explanation.readings):
        figures = _("{chars} characters, expected F1 {confidence}, score {score}").format(
            chars=one.chars, confidence=one.confidence, score=one.score
        )
        table.add_row(one.box, _text(one.title or "–", figures))
    return table


def _lines(explanation: "Explanation") -> "Table":
    """A kept line has no rule before it."""
    from cleaners.readings.rules import Rule

    table = _table()
    for block in explanation.blocks:
        why = "" if block.kept else _(Rule(block.rule).meaning)
        table.add_row(why, _text(block.text, style="" if block.kept else "dim"))
    return table


def _table() -> "Table":
    """Two columns without lines; nothing in them is cut."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="cyan", max_width=28, overflow="fold")
    table.add_column(overflow="fold")
    return table


def _text(text: str, origin: str = "", style: str = "") -> "Text":
    from rich.text import Text

    found = Text(_harmless(text), style=style)
    return found.append(f"  {_harmless(_(origin))}", style="dim") if origin else found


def _harmless(text: str) -> str:
    """Without control characters, by which a page would write to the terminal what it likes."""
    return "".join(char for char in text if char.isprintable() or char in "\n\t")
