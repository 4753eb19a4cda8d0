"""What is waiting in Redis, handed out one row at a time."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from time import monotonic

from crawler.cluster.ledger import ClusterLedger
from crawler.job.errors import JobUnwritable
from crawler.job.rows import Link, Row

_POLL = 0.2
"""Seconds: other workers' commits bring rows without notice."""


class ClusterFrontier:
    """`pace` gives the seconds between requests to a host, and those until the next may leave; `wake` is called with
    the seconds after which to take again."""

    def __init__(
        self,
        ledger: ClusterLedger,
        pace: Callable[[str], tuple[float, float]],
        wake: Callable[[float], None],
    ) -> None:
        self._ledger = ledger
        self._pace = pace
        self._wake = wake
        self._asleep_until = 0.0
        self._done = False
        ledger.give_back()

    def take(self) -> Row | None:
        """The next row. None when there is none right now."""
        if (left := self._asleep_until - monotonic()) > 0:
            self._wake(left)
            return None
        answer = self._ledger.take()
        if isinstance(answer, Row):
            return answer
        self._done = answer is None
        pause = _POLL if answer is None else min(_POLL, answer)
        self._asleep_until = monotonic() + pause
        self._wake(pause)
        return None

    def __bool__(self) -> bool:
        """Whether this or another worker has something to do."""
        return not self._done

    def rests(self) -> bool:
        """Whether every row that is left is in work."""
        return self._done or self._ledger.all_in_work

    def added(self, links: Iterable[Link]) -> None:
        """New rows wait."""
        self._asleep_until = 0.0

    def downloaded(self, row: Row) -> None:
        """The row's downloads have ended: other workers may ask its host."""
        with suppress(JobUnwritable):  # the commit that follows decides whether the crawl stops
            self._ledger.leave(row, *self._pace(row.host))
        self._asleep_until = 0.0

    def wake(self, host: str) -> None:
        """Rows of the host wait again that did not."""
        self._asleep_until = 0.0

    def leave(self, host: str, why: str) -> None:
        """Give out nothing more of a host in this run, to any worker."""
        self._ledger.leave_host(host, why)

    def committed(self, row: Row) -> None:
        """The row's group is committed."""
        self._asleep_until = 0.0
