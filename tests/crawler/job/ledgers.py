"""Both places where a job may be kept, behind one way to open them."""

import json
from collections.abc import Collection
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple, Protocol

from crawler.cluster.frontier import ClusterFrontier
from crawler.cluster.ledger import ClusterLedger
from crawler.cluster.store import Store
from crawler.job.frontier import Frontier
from crawler.job.interfaces import JobLedger, Queue
from crawler.job.ledger import Ledger
from crawler.job.rows import Link, Row, Settled
from schemas import Article

_PATIENCE = 60.0
"""Seconds for a row to come; it should be there at once."""


class Open(Protocol):
    """Opens the job as its next process. Dead rows are those that the last one died with."""

    def __call__(self, dead: Collection[Row] = ()) -> "Job": ...


class Job(NamedTuple):
    """One process at work on a job."""

    ledger: JobLedger
    queue: Queue

    def take(self) -> Row | None:
        """The next row; None when nothing is left to do."""
        end = monotonic() + _PATIENCE
        while self.queue:
            if row := self.queue.take():
                return row
            assert monotonic() < end, "no row came"
            sleep(0.001)
        return None

    def rest(self) -> list[str]:
        """Fingerprints of what waits, in the order in which it is given out; each is settled as a list."""
        found = []
        while row := self.take():
            found.append((row.fingerprint or b"").decode())
            self.commit(Settled(row))
        return found

    def commit(self, *group: Settled, start: Collection[Link] = ()) -> list[str]:
        """Settle rows and queue starts; gives the fingerprints of the links that are new."""
        for settled in group:
            self.queue.downloaded(settled.row)
        added = self.ledger.commit(group, start)
        self.queue.added(added)
        for settled in group:
            self.queue.committed(settled.row)
        return [(link.fingerprint or b"").decode() for link in added]

    def settle(self, name: str, **gave: object) -> list[str]:
        """Start from a page, take it, and settle it with what it gave."""
        self.commit(start=[link(name)])
        row = self.take()
        assert row and row.fingerprint == name.encode()
        return self.commit(Settled(row, **gave))  # type: ignore[arg-type]  # its own fields

    def end(self, reason: str = "finished", **left: str) -> None:
        """End the process."""
        self.ledger.end_process(reason, {host.replace("_", "."): why for host, why in left.items()})
        self.ledger.close()

    def written(self, kind: str) -> list[dict[str, object]]:
        """The lines of all files of a kind."""
        files = sorted(self.ledger.folder.glob(f"{kind}-*"))
        return [json.loads(line) for file in files for line in file.read_bytes().splitlines()]


def link(name: str, host: str = "a.example", priority: int = 0) -> Link:
    return Link(name.encode(), f"http://{host}/{name}", host, "site", priority, "{}")


def article(text: str = "正文", **fields: object) -> Article:
    return Article(title="题", text=text, content_hash=text, **fields)  # type: ignore[arg-type]  # its own fields


def alone(folder: Path) -> Open:
    """A job in one SQLite file."""

    def opened(dead: Collection[Row] = ()) -> Job:
        ledger = Ledger(folder)
        ledger.begin_run()
        _dead(ledger, dead)
        return Job(ledger, Frontier(ledger))

    return opened


def shared(folder: Path, store: Store) -> Open:
    """A job in Redis."""

    def opened(dead: Collection[Row] = ()) -> Job:
        ledger = ClusterLedger(folder, store, lease=600, delay=0, per_host=9)
        ledger.begin_run()
        _dead(ledger, dead)
        return Job(ledger, ClusterFrontier(ledger, lambda host: (0.0, 0.0), lambda seconds: None))

    return opened


def _dead(ledger: JobLedger, rows: Collection[Row]) -> None:
    if rows:
        ledger.note_death({row.id: True for row in rows})
