"""What is waiting in the ledger, handed out host by host. Holds a few rows a host in memory, however many wait."""

from collections import deque
from collections.abc import Iterable

from crawler.job.ledger import Ledger
from crawler.job.rows import Link, Row

_READ_AHEAD = 64
"""Rows of a host that are read from the ledger at once."""


class _Host:
    """The rows of one host."""

    def __init__(self) -> None:
        self.ready: deque[Row] = deque()
        self.taken: set[int] = set()
        self.more = True  # the ledger may hold rows that are neither ready nor taken


class Frontier:
    """Gives out pending rows, each once. Among hosts, the one with the fewest pages in work comes first."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._hosts: dict[str, _Host] = {host: _Host() for host in ledger.waiting()}
        self._suspect: Row | None = None

    def take(self) -> Row | None:
        """The next row, or None when nothing waits. Nothing is written: the row stays pending in the ledger.

        A row that was in work whenever a process died comes when all else is done, and no other beside it.
        """
        if self._suspect:
            return None
        row = self._take()
        if row is None and not any(host.taken for host in self._hosts.values()):
            row = self._suspect = self._ledger.suspect()
        return row

    def _take(self) -> Row | None:
        while self._hosts:
            name = min(self._hosts, key=lambda host: (not self._may_have(host), len(self._hosts[host].taken)))
            if not self._may_have(name):
                return None
            host = self._hosts[name]
            if not host.ready:
                self._read(name, host)
            if host.ready:
                row = host.ready.popleft()
                host.taken.add(row.id)
                return row
            self._leave(name)
        return None

    def __bool__(self) -> bool:
        """Whether something may wait."""
        return any(map(self._may_have, self._hosts)) or bool(self._ledger.suspect())

    def added(self, links: Iterable[Link]) -> None:
        """The ledger has new rows."""
        for link in links:
            host = self._host(link.host)
            host.more = True
            if host.ready and link.priority > host.ready[-1].priority:
                host.ready.clear()  # read again, in the right order

    def left(self, row: Row) -> None:
        """Its downloads have ended. Nothing follows from it: Scrapy itself keeps the pace of one process."""

    def returned(self, row: Row) -> None:
        """The row's group is committed: it is done, or waits again."""
        if self._suspect and self._suspect.id == row.id:
            self._suspect = None
        host = self._host(row.host)
        host.taken.discard(row.id)
        host.more = True
        self._leave(row.host)

    def _host(self, name: str) -> _Host:
        if name not in self._hosts:
            self._hosts[name] = _Host()
        return self._hosts[name]

    def _may_have(self, name: str) -> bool:
        return bool(self._hosts[name].ready) or self._hosts[name].more

    def _read(self, name: str, host: _Host) -> None:
        rows = self._ledger.pending(name, _READ_AHEAD, without=host.taken)
        host.ready.extend(rows)
        host.more = len(rows) == _READ_AHEAD

    def _leave(self, name: str) -> None:
        """Forget a host without rows."""
        host = self._hosts[name]
        if not (host.ready or host.more or host.taken):
            del self._hosts[name]
