"""What is waiting in the ledger, handed out host by host. Holds some hosts and a few rows of each in memory, however many
wait; a row costs the same among ten hosts and among a million."""

from collections import OrderedDict, deque
from collections.abc import Iterable

from crawler.job.ledger import Ledger
from crawler.job.rows import Link, Row
from crawler.job.twins import desktop_of

_READ_AHEAD, _ROWS = 64, 8_192
"""Rows of a host that are read from the ledger at once, and of all hosts together."""
_HOSTS = 10_000
"""Hosts that take turns at a time; as they are done, others come in."""
_LATER = 1_000
"""Pages in work by which a host for phones stands behind others: what it shows is on its desktop host, too."""


class _Host:
    """The rows of one host."""

    def __init__(self) -> None:
        self.ready: deque[Row] = deque()
        self.taken: set[int] = set()
        self.more = True  # the ledger may hold rows that are neither ready nor taken


class _Turns:
    """Hosts that may have rows. The one with the fewest pages in work comes first, among equals the one that waited."""

    def __init__(self) -> None:
        self._work: dict[str, int] = {}
        self._by_work: dict[int, OrderedDict[str, None]] = {}

    def __len__(self) -> int:
        return len(self._work)

    def __contains__(self, host: str) -> bool:
        return host in self._work

    def put(self, host: str, in_work: int) -> None:
        """The host may have rows, so many of which are in work."""
        in_work += _LATER if desktop_of(host) else 0
        if self._work.get(host) != in_work:
            self.drop(host)
            self._work[host] = in_work
            self._by_work.setdefault(in_work, OrderedDict())[host] = None

    def drop(self, host: str) -> None:
        """The host has no more rows."""
        in_work = self._work.pop(host, None)
        if in_work is not None:
            del self._by_work[in_work][host]
            if not self._by_work[in_work]:
                del self._by_work[in_work]

    def first(self) -> str | None:
        """Whose turn it is."""
        return next(iter(self._by_work[min(self._by_work)])) if self._by_work else None


class Frontier:
    """Gives out pending rows, each once. Among hosts, the one with the fewest pages in work comes first."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._hosts: dict[str, _Host] = {}
        self._turns = _Turns()
        self._in_work = 0
        self._last: str | None = None  # of the hosts that were read from the ledger, in their order
        self._beyond = True  # the ledger may hold rows of hosts behind it
        self._before = False  # and before it
        self._suspect: Row | None = None
        self._hosts_left: set[str] = set()

    def take(self) -> Row | None:
        """The next row, or None when nothing waits. Nothing is written: the row stays pending in the ledger.

        A row that was in work whenever a process died comes when all else is done, and no other beside it.
        """
        if self._suspect:
            return None
        row = self._take()
        if row is None and not self._in_work:
            row = self._suspect = self._next_suspect()
        return row

    def _next_suspect(self) -> Row | None:
        return next((row for row in self._ledger.suspects() if row.host not in self._hosts_left), None)

    def _take(self) -> Row | None:
        while (name := self._turns.first()) is not None or self._read_hosts():
            if name is None:
                continue
            host = self._host(name)
            if not host.ready:
                self._read(name, host)
            if host.ready:
                row = host.ready.popleft()
                host.taken.add(row.id)
                self._in_work += 1
                self._turns.put(name, len(host.taken))
                return row
            self._forget(name, host)
        return None

    def __bool__(self) -> bool:
        """Whether something may wait. Suspects do not while a row is in work."""
        return bool(self._may_take() or (not self._in_work and not self._suspect and self._next_suspect()))

    def rests(self) -> bool:
        """Whether nothing can be taken before a row in work is settled."""
        return not self._may_take()

    def _may_take(self) -> bool:
        return len(self._turns) > 0 or self._read_hosts()

    def added(self, links: Iterable[Link]) -> None:
        """The ledger has new rows."""
        for link in links:
            self.wake(link.host)
            host = self._hosts.get(link.host)
            if host and host.ready and link.priority > host.ready[-1].priority:
                host.ready.clear()  # read again, in the right order

    def downloaded(self, row: Row) -> None:
        """Its downloads have ended. Nothing follows from it: Scrapy itself keeps the pace of one process."""

    def committed(self, row: Row) -> None:
        """The row's group is committed: it is done, or waits again."""
        if self._suspect and self._suspect.id == row.id:
            self._suspect = None
        host = self._host(row.host)
        if row.id in host.taken:
            host.taken.discard(row.id)
            self._in_work -= 1
        self._wait(row.host, host)

    def wake(self, host: str) -> None:
        """Rows of the host wait that did not."""
        if host in self._hosts or host in self._turns or len(self._turns) < _HOSTS:
            self._wait(host, self._host(host))
        else:
            self._before = True

    def leave(self, host: str, why: str) -> None:
        """Give out nothing more of a host in this run: its rows stay pending in the ledger."""
        self._hosts_left.add(host)
        self._turns.drop(host)

    def _host(self, name: str) -> _Host:
        if name not in self._hosts:
            self._hosts[name] = _Host()
        return self._hosts[name]

    def _wait(self, name: str, host: _Host) -> None:
        host.more = True
        if name not in self._hosts_left:
            self._turns.put(name, len(host.taken))

    def _read_hosts(self) -> bool:
        """Have further hosts take turns. Whether there are any."""
        if not self._beyond and self._before:
            self._last, self._beyond, self._before = None, True, False
        if not self._beyond:
            return False
        names = self._ledger.waiting_hosts(self._last, _HOSTS)
        self._beyond = len(names) == _HOSTS
        self._last = names[-1] if names else self._last
        for name in names:
            if name not in self._hosts_left and name not in self._turns:
                self._turns.put(name, len(self._hosts[name].taken) if name in self._hosts else 0)
        return len(self._turns) > 0 or self._read_hosts()

    def _read(self, name: str, host: _Host) -> None:
        ahead = max(2, min(_READ_AHEAD, _ROWS // len(self._turns)))
        rows = self._ledger.pending(name, ahead, without=host.taken) if host.more else []
        host.ready.extend(rows)
        host.more = len(rows) == ahead

    def _forget(self, name: str, host: _Host) -> None:
        """A host without rows."""
        self._turns.drop(name)
        if not host.taken:
            del self._hosts[name]
