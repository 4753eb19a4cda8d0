"""The unit of work of every engine: one input in, one shard out, the same bytes however often it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from crawler.batch.progress import Silent
from crawler.batch.reading import read_pages
from crawler.batch.report import Damage, OutputFile, ShardReport
from crawler.batch.settings import Settings, versions
from crawler.batch.sources import Source
from crawler.batch.store import Store
from crawler.batch.writing import Writer, digest, writer
from crawler.guard import Guard
from schemas import Article, Failure, Rejection

Outcome = Article | Rejection | Failure
_FOLDERS: dict[type[Outcome], str] = {Article: "articles", Rejection: "rejections", Failure: "failures"}


def clean_shard(
    source: Source,
    store: Store,
    settings: Settings,
    guard: Guard[Article | Rejection],
    progress: Silent | None = None,
) -> ShardReport:
    """Clean one input and write its shard. Nothing stands under a final name before all of it is there.

    Raises InputFailed when the input cannot be read, GuardError when no worker can be started.
    """
    progress = progress or Silent()
    damage = Damage()
    store.reopen(source)
    with store.scratch() as scratch:
        with _Outputs.opened(scratch, settings) as outputs:
            for outcome in guard.map(read_pages(source, damage.note, progress.read)):
                outputs.add(outcome)
                progress.cleaned()
        files = tuple(outputs.publish(store, source.name))
    report = outputs.report(source, settings, damage, files)
    store.finish(report)
    progress.finished(source.size)
    return report


class _Outputs:
    """The three files of a shard, and the counts of what went into them."""

    def __init__(self, writers: dict[str, Writer]) -> None:
        self._writers = writers
        self._counts: dict[str, Counter[str]] = {folder: Counter() for folder in writers}

    @classmethod
    @contextmanager
    def opened(cls, scratch: Path, settings: Settings) -> Iterator[_Outputs]:
        with ExitStack() as stack:
            writers = {
                folder: stack.enter_context(
                    closing(writer(scratch / f"{folder}.{settings.format}", model, settings.format))
                )
                for model, folder in _FOLDERS.items()
            }
            yield cls(writers)

    def add(self, outcome: Outcome) -> None:
        folder = _FOLDERS[type(outcome)]
        self._writers[folder].write(outcome)
        self._counts[folder][_why(outcome)] += 1

    def publish(self, store: Store, name: str) -> Iterator[OutputFile]:
        """Give the closed files their final names."""
        for folder, written in self._writers.items():
            path = f"{folder}/{name}{written.path.name.removeprefix(folder)}"
            size, sha256 = written.path.stat().st_size, digest(written.path)
            store.publish(written.path, path)
            yield OutputFile(path=path, rows=written.rows, bytes=size, sha256=sha256)

    def report(
        self, source: Source, settings: Settings, damage: Damage, files: tuple[OutputFile, ...]
    ) -> ShardReport:
        return ShardReport(
            name=source.name,
            input=source.url,
            input_files=len(source.files),
            input_bytes=source.size,
            fingerprint=source.fingerprint,
            pages=sum(counter.total() for counter in self._counts.values()),
            articles=self._counts["articles"].total(),
            rejected=dict(sorted(self._counts["rejections"].items())),
            failed=dict(sorted(self._counts["failures"].items())),
            damage=damage.notes(),
            files=files,
            settings=settings.described(),
            versions=versions(),
        )


def _why(outcome: Outcome) -> str:
    """What an outcome is counted under."""
    match outcome:
        case Rejection():
            return outcome.reason.value
        case Failure():
            return outcome.error
        case _:
            return "article"
