"""Telling how far a run is."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.batch.report import ShardReport


@dataclass(slots=True)
class Done:
    """How much of a shard is done."""

    shard: str
    """Its name."""
    pages: int = 0
    """Pages that have their outcome."""
    bytes: int = 0
    """Bytes of input that were read."""

    def read(self, count: int) -> None:
        """Count bytes."""
        self.bytes += count


class Silent:
    """Told of everything, from any thread; shows nothing. The base of what does."""

    def reached(self, done: Done) -> None:
        """So much of a shard is done; less than before when it was begun anew."""

    def finished(self, report: ShardReport) -> None:
        """A shard is finished."""
