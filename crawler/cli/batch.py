"""`qingwen batch`."""

import os
from enum import StrEnum
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated

import typer

from crawler.cli.clean import Script
from crawler.cli.codes import DONE, FAILURES
from crawler.cli.console import err, give_up, say
from crawler.cli.options import Json, Quiet

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


class FormatName(StrEnum):
    """How results are stored."""

    JSONL = "jsonl"
    PARQUET = "parquet"


def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(
            help="WARC, WET, JSONL, Parquet, HTML or text files, folders, job folders, patterns, fsspec URLs."
        ),
    ],
    out: Annotated[str, typer.Option("--out", "-o", help="Folder or fsspec URL for the corpus.")],
    form: Annotated[FormatName, typer.Option("--format", help="How results are stored.")] = FormatName.JSONL,
    engine: Annotated[EngineName, typer.Option(help="This machine, or a Spark cluster.")] = EngineName.LOCAL,
    workers: Annotated[
        int, typer.Option(min=1, help="Processes of the local engine.", show_default="one a core")
    ] = os.cpu_count() or 1,
    script: Annotated[
        Script, typer.Option(help="Convert Traditional, or keep what is printed.")
    ] = Script.SIMPLIFIED,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Clean archives of raw pages into a corpus. Run it again after any interruption: finished shards are kept."""
    from crawler.batch import BatchError, Format, Settings, find_sources, run_batch
    from crawler.batch.store import Store
    from crawler.guard import GuardError

    if form is FormatName.PARQUET and not find_spec("pyarrow"):
        give_up("Parquet needs an extra", "pip install 'qingwen[parquet]'")
    settings = Settings(
        format=Format.PARQUET if form is FormatName.PARQUET else Format.JSONL, script=script.value
    )
    try:
        sources, store = find_sources(inputs, out), Store(out)
        chosen = (
            _on_spark() if engine is EngineName.SPARK else partial(_locally, workers=workers, quiet=quiet)
        )
        report = run_batch(sources, store, settings, chosen)
    except (BatchError, GuardError, OSError) as error:
        give_up(str(error))
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
        give_up("the Spark engine is not installed", "pip install 'qingwen[spark]'")
    return clean_on_spark


def _tell(report: "BatchReport", out: str) -> None:
    totals = report.totals
    say(f"{report.cleaned} shards cleaned in {report.seconds:.1f} s, {report.skipped} were finished before")
    rejected, failed = sum(totals.rejected.values()), sum(totals.failed.values())
    say(f"{out}: {totals.pages} pages, {totals.articles} articles, {rejected} rejected, {failed} failed")
    if totals.joined:
        say(f"  {totals.joined} pages continue an article and are part of it")
    for label, counts in (("rejected", totals.rejected), ("failed", totals.failed)):
        for reason, count in counts.items():
            say(f"  {label} {reason}: {count}")
    if totals.damaged:
        say(f"{totals.damaged} inputs are damaged: `damage` in {out}/manifest.json says where")
    for reason in report.unreadable:
        say(f"not read: {reason}")
