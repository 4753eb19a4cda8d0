"""`qingwen export`."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from crawler.cli.codes import DONE
from crawler.cli.console import give_up, say
from crawler.cli.foreign import translated
from crawler.cli.options import Json, Quiet
from crawler.corpus.options import Copies, Personal, Target
from crawler.words import _

if TYPE_CHECKING:
    from crawler.corpus.export import ExportReport
    from crawler.corpus.measures import Measures


def export(
    paths: Annotated[
        list[Path],
        typer.Argument(
            help="Job folders, batch output, or files of articles.", exists=True, show_default=False
        ),
    ],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Folder for the results.", file_okay=False)
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            help="Or a database: postgresql://USER@HOST/NAME, sqlite:///FILE. What it lacks of a job."
        ),
    ] = None,
    target: Annotated[Target, typer.Option("--as", help="Form of the files.")] = Target.JSONL,
    where: Annotated[
        str | None,
        typer.Option(help="Which articles, e.g. 'quality.repeated_share < .3'.", show_default="all"),
    ] = None,
    copies: Annotated[
        Copies | None,
        typer.Option(help="Mark the copies of an article (转载), or drop them.", show_default="neither"),
    ] = None,
    personal: Annotated[
        Personal | None,
        typer.Option(
            help="Mask personal data (phone, ID and card numbers, mail, plates), or count it.",
            show_default="neither",
        ),
    ] = None,
    tokenizer: Annotated[
        Path | None,
        typer.Option(help="A tokenizer.json, for quality.tokens.", exists=True, dir_okay=False),
    ] = None,
    language_model: Annotated[
        Path | None,
        typer.Option(help="A model of KenLM, for quality.perplexity.", exists=True, dir_okay=False),
    ] = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Write the articles of a crawl or a batch in the form that other tools read, or what a database lacks of a job.
    Nothing is filtered unless asked."""
    if to:
        if out or where or copies or personal or tokenizer or language_model or len(paths) > 1:
            give_up(
                _("--to takes one job, as it is"),
                _("Filters, copies, personal data and measures go with --out."),
            )
        return _to_database(paths[0], to, quiet=quiet)
    if out is None:
        give_up(_("where to? --out FOLDER, or --to DATABASE"))
    measures = _measures(tokenizer, language_model) if tokenizer or language_model else None
    report = _written(paths, out, target, where, copies=copies, personal=personal, measures=measures)
    if as_json:
        typer.echo(report.model_dump_json())
    elif not quiet:
        _tell(report, out)
    return DONE


def _measures(tokenizer: Path | None, language_model: Path | None) -> "Measures":
    try:
        from crawler.corpus.measures import Measures

        return Measures(tokenizer, language_model)
    except ImportError as error:
        _needs(error)
    except ValueError as error:
        give_up(str(error))


def _needs(error: ImportError) -> NoReturn:
    if not error.name:  # raised by hand: it says itself what to install
        give_up(str(error))
    give_up(_("this needs {name}").format(name=error.name), f"pip install {error.name}")


def _written(
    paths: list[Path],
    out: Path,
    target: Target,
    where: str | None,
    *,
    copies: Copies | None,
    personal: Personal | None,
    measures: "Measures | None",
) -> "ExportReport":
    try:
        from crawler.corpus.export import export as written
        from crawler.corpus.where import Where, WhereError
    except ImportError as error:
        _needs(error)
    try:
        which = Where(where) if where else None
        return written(paths, out, target, where=which, copies=copies, personal=personal, measures=measures)
    except WhereError as error:
        give_up(_("--where: {error}").format(error=translated(str(error))))
    except ImportError as error:
        _needs(error)
    except (ValueError, EOFError) as error:
        give_up(str(error))


def _to_database(job: Path, to: str, *, quiet: bool) -> int:
    from crawler.sinks import SinkError, catch_up, open_sink

    try:
        with closing(open_sink(to)) as sink:
            written = catch_up(job, sink)
    except SinkError as error:
        give_up(str(error), _("Nothing is lost: the same command goes on from where this ended."))
    if not quiet:
        say(_("{written} articles written").format(written=written))
    return DONE


def _tell(report: "ExportReport", out: Path) -> None:
    say(
        _("{out}: {written} of {read} articles, {characters} characters").format(
            out=out, written=report.written, read=report.read, characters=report.characters
        )
    )
    if report.filtered:
        say(_("  {filtered} left out: not {where}").format(filtered=report.filtered, where=report.where))
    if report.copies:
        say(_("  {copies} left out: copies of others").format(copies=report.copies))
    for kind, count in report.personal.items():
        say(_("  personal data, {kind}: {count}").format(kind=kind, count=count))
