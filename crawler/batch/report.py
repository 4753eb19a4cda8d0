"""What a batch run did, in figures that add up.

BatchError       the run cannot start or cannot go on: a missing input, an unknown kind of file
InputFailed      an input could not be read (network, permission): its shard is not written, the others are
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

NOTES = 100
"""Notes on damage that the manifest holds for a shard."""


class BatchError(Exception):
    """The run cannot start or cannot go on."""


class InputFailed(Exception):
    """The storage refused to give an input; the next run tries it again. Damage inside a file is no such error."""


class Record(BaseModel):
    """Immutable, closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Damage:
    """Notes on damage: the first hundred, and how many more there were."""

    def __init__(self) -> None:
        self._notes: list[str] = []
        self._more = 0

    def note(self, text: str) -> None:
        """Add a note."""
        if len(self._notes) < NOTES:
            self._notes.append(text)
        else:
            self._more += 1

    def notes(self) -> tuple[str, ...]:
        """What is kept."""
        return (*self._notes, f"and {self._more} more") if self._more else tuple(self._notes)


class OutputFile(Record):
    """One file of a shard."""

    path: str = Field(pattern=r"^(articles|rejections|failures)/[A-Za-z0-9_-]+\.[a-z.]+$")
    """Below the output folder, and nowhere else: a folder may come from a stranger."""
    rows: int
    """Number of records."""
    bytes: int
    """Size."""
    sha256: str
    """Hex digest of the file."""


class ShardReport(Record):
    """One finished shard: where it came from, what became of its pages, what was written. Its entry in the manifest."""

    name: str = Field(pattern="^[A-Za-z0-9_-]+$")
    """Name of the shard and, with a suffix, of its files."""
    input: str
    """URL of the file, or of the folder that holds all files of the shard; `_shards/NAME.inputs.gz` lists those."""
    input_files: int
    """Number of files read."""
    input_bytes: int
    """Their size, or that of the range of a large one."""
    input_start: int = 0
    """Byte of the file where its range begins."""
    fingerprint: str
    """Digest of the paths, sizes and ranges of those files: the shard is redone when it changes."""
    pages: int
    """Pages read."""
    articles: int
    """Became an Article."""
    joined: int = 0
    """Later pages of a split article, which are part of the first one's Article."""
    rejected: dict[str, int] = Field(default_factory=dict)
    """Became a Rejection, by reason."""
    failed: dict[str, int] = Field(default_factory=dict)
    """Became a Failure, by error."""
    damage: tuple[str, ...] = ()
    """What could not be read, and where it stands. Every whole record before and after it was read."""
    redone: str = ""
    """Why the worker that made it whole was lost, where no page is to blame for that: something around it was (memory
    of the machine, a library, a kill). It was made again page by page, which is slower and gives the same files."""
    files: tuple[OutputFile, ...] = ()
    """What was written: articles, rejections, failures."""
    settings: dict[str, str] = Field(default_factory=dict)
    """Settings of the run."""
    versions: dict[str, str] = Field(default_factory=dict)
    """Versions of cleaner, dictionaries and libraries."""

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        outcomes = self.articles + self.joined + sum(self.rejected.values()) + sum(self.failed.values())
        if self.pages != outcomes:
            raise ValueError(f"{self.pages} pages read, {outcomes} accounted for")
        return self


class Totals(Record):
    """Sums over shards."""

    shards: int = 0
    """Number of shards."""
    pages: int = 0
    """Pages read."""
    articles: int = 0
    """Became an Article."""
    joined: int = 0
    """Later pages of split articles."""
    rejected: dict[str, int] = Field(default_factory=dict)
    """Became a Rejection, by reason."""
    failed: dict[str, int] = Field(default_factory=dict)
    """Became a Failure, by error."""
    damaged: int = 0
    """Shards with damage in their input."""
    redone: int = 0
    """Shards made a second time, page by page, though no page is to blame."""
    bytes: int = 0
    """Size of all output files."""


class Manifest(Record):
    """`manifest.json`: everything in the output folder."""

    totals: Totals
    """Sums over all shards."""
    shards: tuple[ShardReport, ...]
    """Sorted by name."""


class BatchReport(Record):
    """What one run did. The manifest speaks of the whole folder, this of the run."""

    cleaned: int
    """Shards cleaned by this run."""
    skipped: int
    """Shards found finished."""
    unreadable: tuple[str, ...] = ()
    """Inputs that could not be read, and why. While there is one, `_SUCCESS` is not written."""
    totals: Totals
    """Sums over all shards in the folder."""
    seconds: float
    """Wall-clock time of the run."""

    @property
    def complete(self) -> bool:
        """Whether every input was read whole and every page became an article or a rejection."""
        return not (self.unreadable or self.totals.damaged or self.totals.failed)


def total(shards: tuple[ShardReport, ...]) -> Totals:
    """The sums over some shards."""
    return Totals(
        shards=len(shards),
        pages=sum(shard.pages for shard in shards),
        articles=sum(shard.articles for shard in shards),
        joined=sum(shard.joined for shard in shards),
        rejected=add_up(shard.rejected for shard in shards),
        failed=add_up(shard.failed for shard in shards),
        damaged=sum(bool(shard.damage) for shard in shards),
        redone=sum(bool(shard.redone) for shard in shards),
        bytes=sum(file.bytes for shard in shards for file in shard.files),
    )


def add_up(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """The sums of some counts, sorted by name."""
    summed: Counter[str] = Counter()
    for count in counts:
        summed.update(count)
    return dict(sorted(summed.items()))
