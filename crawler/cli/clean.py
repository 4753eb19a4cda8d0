"""`qingwen clean`."""

from enum import StrEnum
from typing import Annotated

import typer

from crawler.cli.codes import FAILURES
from crawler.cli.console import say
from crawler.cli.options import Json, Setting, Source
from schemas import Article


class Script(StrEnum):
    """Which script the article is given in."""

    SIMPLIFIED = "simplified"
    ORIGINAL = "original"


def clean(
    source: Source,
    as_json: Json = False,
    script: Annotated[
        Script, typer.Option(help="Convert Traditional, or keep what is printed.")
    ] = Script.SIMPLIFIED,
    url: Annotated[str | None, typer.Option(help="Where a file is from: evidence for site and date.")] = None,
    setting: Setting = None,
) -> None:
    """Print the article of one page. Exit code 2 when the page is no article."""
    from cleaners import Cleaner
    from crawler.cli.sources import read_source

    page = read_source(source, setting)
    result = Cleaner(script=script.value).process(page.model_copy(update={"url": page.url or url}))
    if as_json:
        typer.echo(result.model_dump_json())
    elif isinstance(result, Article):
        typer.echo(_readable(result))
    else:
        say(f"no article: {result.reason}" + (f" ({result.detail})" if result.detail else ""))
    if not isinstance(result, Article):
        raise typer.Exit(FAILURES)


def _readable(article: Article) -> str:
    date = article.published_at.isoformat(" ", "minutes") if article.published_at else None
    credits = (f"{credit.role.value} {credit.name}" for credit in article.credits)
    line = " · ".join(filter(None, (date, article.source, *credits)))
    return "\n\n".join(filter(None, (article.title, line, article.text.replace("\n", "\n\n"))))
