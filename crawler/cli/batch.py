"""`qingwen batch`."""

import os
from enum import StrEnum
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated

import typer

from crawler.cli.clean import Script
from crawler.cli.codes import DONE, FAILURES, code_of
from crawler.cli.console import err, give_up, say
from crawler.cli.options import Formats, Json, Quiet, SiteFiles, chosen_sites, formats
from crawler.output import Format
from crawler.words import _, ngettext
from crawler.words.codes import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crawler.batch import BatchReport, Settings, ShardReport, Source
    from crawler.batch.pages import Task
    from crawler.batch.report import InputFailed
    from crawler.batch.run import Engine
    from crawler.batch.store import Store


class EngineName(StrEnum):
    """What runs the workers."""

    LOCAL = "local"
    SPARK = "spark"


def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(
            help="WARC, WET, JSONL, Parquet, HTML or text files, folders, job folders, patterns, fsspec URLs."
        ),
    ],
    out: Annotated[str, typer.Option("--out", "-o", help="Folder or fsspec URL for the corpus.")],
    form: Annotated[Format, typer.Option("--format", help="How results are stored.")] = Format.JSONL,
    engine: Annotated[EngineName, typer.Option(help="This machine, or a Spark cluster.")] = EngineName.LOCAL,
    workers: Annotated[
        int, typer.Option(min=1, help="Processes of the local engine.", show_default="one a core")
    ] = os.cpu_count() or 1,
    shard_size: Annotated[
        float, typer.Option(min=0.001, help="Megabytes of output in a shard, about.")
    ] = 100.0,
    script: Annotated[
        Script, typer.Option(help="Convert Traditional, or keep what is printed.")
    ] = Script.SIMPLIFIED,
    site: SiteFiles = None,
    structure: Formats = "",
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Clean archives of raw pages into a corpus. Run it again after any interruption: finished shards are kept."""
    from crawler.batch import BatchError, Settings, find_sources, run_batch
    from crawler.batch.store import Store
    from crawler.guard import GuardError

    if form.package and not find_spec(form.package):
        give_up(_("{format} needs an extra").format(format=form), f"pip install {form.package}")
    settings = Settings(
        format=form,
        script=script.value,
        sites=chosen_sites(site),
        formats=formats(structure),
    )
    try:
        sources, store = find_sources(inputs, out, shard_size), Store(out)
        chosen = (
            _on_spark() if engine is EngineName.SPARK else partial(_locally, workers=workers, quiet=quiet)
        )
        report = run_batch(sources, store, settings, chosen)
    except (BatchError, GuardError, OSError) as error:
        give_up(str(error), code=code_of(error))
    if as_json:
        typer.echo(report.model_dump_json())
    elif not quiet:
        _tell(report, out)
    return DONE if report.complete else FAILURES


def _locally(
    sources: "Sequence[Source]",
    store: "Store",
    settings: "Settings",
    task: "Task",
    *,
    workers: int,
    quiet: bool,
) -> "Iterator[ShardReport | InputFailed]":
    from crawler.batch.bar import Bar
    from crawler.batch.local import clean_locally
    from crawler.batch.progress import Silent

    clean = partial(clean_locally, sources, store, settings, task, workers=workers)
    if quiet or not sources:
        yield from clean(progress=Silent())
        return
    with Bar(sum(source.size for source in sources), err) as bar:
        yield from clean(progress=bar)


def _on_spark() -> "Engine":
    try:
        from crawler.batch.spark import clean_on_spark
    except ImportError:
        give_up(_("the Spark engine is not installed"), "pip install pyspark pandas pyarrow")
    return clean_on_spark


def _tell(report: "BatchReport", out: str) -> None:
    totals = report.totals
    say(
        ngettext(
            "{cleaned} shard cleaned in {seconds:.1f} s, {skipped} finished before",
            "{cleaned} shards cleaned in {seconds:.1f} s, {skipped} finished before",
            report.cleaned,
        ).format(cleaned=report.cleaned, seconds=report.seconds, skipped=report.skipped)
    )
    rejected, failed = sum(totals.rejected.values()), sum(totals.failed.values())
    say(
        _("{out}: {pages} pages, {articles} articles, {rejected} rejected, {failed} failed").format(
            out=out, pages=totals.pages, articles=totals.articles, rejected=rejected, failed=failed
        )
    )
    if totals.joined:
        say(_("  {joined} pages continue an article and are part of it").format(joined=totals.joined))
    for label, counts in ((_("rejected"), totals.rejected), (_("failed"), totals.failed)):
        for reason, count in counts.items():
            say(f"  {label} {in_words(reason)}: {count}")
    if totals.damaged:
        say(
            _("{damaged} inputs are damaged: `damage` in {out}/manifest.json says where").format(
                damaged=totals.damaged, out=out
            )
        )
    if totals.redone:
        say(
            _(
                "{redone} shards lost their worker and were made again, slower: `redone` in the manifest says why"
            ).format(redone=totals.redone)
        )
    for reason in report.unreadable:
        say(_("not read: {reason}").format(reason=reason))
