"""`qingwen clean`."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from crawler.cli.codes import FAILURES
from crawler.cli.console import say
from crawler.cli.options import Json, Setting, SiteFiles, Source, chosen_sites
from crawler.words import _
from crawler.words.codes import in_words
from schemas import Article

if TYPE_CHECKING:
    from cleaners.structure import Format


class Script(StrEnum):
    """Which script the article is given in."""

    SIMPLIFIED = "simplified"
    ORIGINAL = "original"


class Form(StrEnum):
    """How the article is printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


_FORMATS: "dict[Form, tuple[Format, ...]]" = {
    Form.TEXT: (),
    Form.MARKDOWN: ("markdown",),
    Form.HTML: ("html",),
    Form.JSON: ("blocks",),
}


def clean(
    source: Source,
    as_json: Json = False,
    form: Annotated[
        Form,
        typer.Option("--format", help="Plain text, Markdown, an HTML page, or the record with its blocks."),
    ] = Form.TEXT,
    script: Annotated[
        Script, typer.Option(help="Convert Traditional, or keep what is printed.")
    ] = Script.SIMPLIFIED,
    url: Annotated[str | None, typer.Option(help="Where a file is from: evidence for site and date.")] = None,
    site: SiteFiles = None,
    setting: Setting = None,
) -> None:
    """Print the article of one page. Exit code 2 when the page is not an article."""
    from cleaners import Cleaner
    from crawler.cli.printing import printed
    from crawler.cli.sources import read_source

    sites = chosen_sites(site, setting)
    page = read_source(source, setting)
    cleaner = Cleaner(script=script.value, formats=_FORMATS[form], sites=sites)
    result = cleaner.process(page.model_copy(update={"url": page.url or url}))
    if as_json or form is Form.JSON:
        typer.echo(result.model_dump_json())
    elif isinstance(result, Article):
        typer.echo(printed(result))
    else:
        say(
            _("not an article: {reason}").format(reason=in_words(result.reason))
            + (f" ({result.detail})" if result.detail else "")
        )
    if not isinstance(result, Article):
        raise typer.Exit(FAILURES)
