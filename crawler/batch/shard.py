"""The unit of work of every engine: one input in, one shard out, the same bytes however often it is done."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from crawler.batch.joining import joined
from crawler.batch.progress import Done, Silent
from crawler.batch.reading import read_pages
from crawler.batch.report import Damage, OutputFile, ShardReport
from crawler.batch.settings import Settings, versions
from crawler.batch.sources import Source
from crawler.batch.store import Store
from crawler.batch.writing import WRITERS, Writer, digest
from crawler.guard.limits import LOSSES
from schemas import KINDS, Article, Failure, Page, Record, Rejection, kind_of

Clean = Callable[[Iterable[Page]], Iterable[Record]]
"""Gives the outcomes of pages in their order: `map` of a Guard, or of the cleaner itself."""
Fill = Callable[[Source, Path], ShardReport]
"""Writes the files of a shard into a folder."""
_TELL_SECONDS = 0.25
"""Far below the time a page may take, which is also how long a worker may be silent."""


def clean_shard(source: Source, store: Store, fill: Fill) -> ShardReport:
    """Clean one input and write its shard. Nothing stands under a final name before all of it is there.

    Raises what `fill` raises, InputFailed when the input cannot be read.
    """
    store.reopen(source)
    with store.scratch() as scratch:
        report = fill(source, scratch)
        for file in report.files:
            store.publish(scratch / file.path, file.path)
    store.finish(report, source)
    return report


def fill(
    source: Source, scratch: Path, settings: Settings, clean: Clean, progress: Silent, redone: str = ""
) -> ShardReport:
    """Read one input, clean it, and write its files below `scratch`. Raises InputFailed when it cannot be read.

    `redone`: why a worker could not make the shard before.
    """
    damage, done, told = Damage(), Done(source.name), time.monotonic()
    with _Outputs.opened(scratch, source.name, settings) as outputs:
        for outcome in joined(clean(read_pages(source, damage.note, done.read))):
            outputs.add(outcome)
            done.pages = outputs.pages
            if time.monotonic() - told > _TELL_SECONDS:
                progress.reached(done)
                told = time.monotonic()
    return outputs.report(source, settings, damage, redone)


class _Outputs:
    """The three files of a shard, and the counts of what went into them."""

    def __init__(self, writers: dict[str, Writer]) -> None:
        self._writers = writers
        self._counts: dict[str, Counter[str]] = {folder: Counter() for folder in writers}
        self._joined = 0

    @classmethod
    @contextmanager
    def opened(cls, scratch: Path, name: str, settings: Settings) -> Iterator[_Outputs]:
        writers: dict[str, Writer] = {}
        with ExitStack() as stack:
            for folder, model in KINDS.items():
                (scratch / folder).mkdir()
                path = scratch / folder / f"{name}.{settings.format.suffix}"
                writers[folder] = stack.enter_context(closing(WRITERS[settings.format](path, model)))
            yield cls(writers)

    @property
    def pages(self) -> int:
        """Pages that have their outcome."""
        return self._joined + sum(counter.total() for counter in self._counts.values())

    def add(self, outcome: Record) -> None:
        folder = kind_of(outcome)
        self._writers[folder].write(outcome)
        self._counts[folder][_why(outcome)] += 1
        if isinstance(outcome, Article):
            self._joined += max(0, len(outcome.pages) - 1)

    def report(self, source: Source, settings: Settings, damage: Damage, redone: str) -> ShardReport:
        """What the closed files hold."""
        blamed = any(error in self._counts["failures"] for error in LOSSES)
        return ShardReport(
            name=source.name,
            input=source.url,
            input_files=len(source.files),
            input_bytes=source.size,
            input_start=source.files[0].start,
            fingerprint=source.fingerprint,
            pages=self.pages,
            articles=self._counts["articles"].total(),
            joined=self._joined,
            rejected=dict(sorted(self._counts["rejections"].items())),
            failed=dict(sorted(self._counts["failures"].items())),
            damage=damage.notes(),
            redone="" if blamed else redone,
            files=tuple(_described(folder, written) for folder, written in self._writers.items()),
            settings=settings.described(),
            versions=versions(),
        )


def _described(folder: str, written: Writer) -> OutputFile:
    path = written.path
    return OutputFile(
        path=f"{folder}/{path.name}", rows=written.rows, bytes=path.stat().st_size, sha256=digest(path)
    )


def _why(outcome: Record) -> str:
    """What an outcome is counted under."""
    match outcome:
        case Rejection():
            return outcome.reason.value
        case Failure():
            return outcome.error
        case _:
            return "article"
