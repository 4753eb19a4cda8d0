"""The ledger of a job: one SQLite file that says what is queued, what became of it, and how long each output is.

Nothing is written when a row is taken: it stays pending until its group is committed. A group is appended to the
output files, brought to the disk, and then one transaction makes it count; whatever interrupts this leaves the state
before it. Opening the ledger cuts the files to their committed lengths.
"""

import sqlite3
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from crawler.discovery.forms import Counts
from crawler.job.committed import ROW, SOURCE, Committed, source_of
from crawler.job.database import open_database
from crawler.job.errors import JobError, JobUnwritable
from crawler.job.lock import Lock
from crawler.job.rows import Link, Row, Settled, Source, State
from crawler.job.settle import DENIED, HOST_LEFT, LATEST_LOOK, Settling
from crawler.job.shards import SHARD_BYTES, Shards, first_shard
from crawler.job.table import SqlTable
from schemas import Failure, Record, Stage

LEDGER = "ledger.sqlite"
"""The ledger's file name, by which a job folder is known."""
IDENTITY = "worker.json"
"""The file by which the folder of one worker of a shared job is known."""
LIMIT = "limit"
"""Why a run ended that has as many articles as were asked for: what waits is left to the next."""
REPLAY = "replay"
"""Why a run that fetched nothing ended."""
_DEATHS = 6
"""So many processes died with the row in work, three of them with no other: even if its page never arrived."""
_INSERT = (
    "INSERT INTO url (fingerprint, url, host, site, priority, request, run) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?8"
)
_ANEW = """ON CONFLICT (fingerprint) DO UPDATE
SET url = excluded.url, priority = excluded.priority, request = excluded.request, run = excluded.run,
    state = 'pending', attempts = 0, deaths = 0 WHERE url.run < excluded.run"""
_ADD = f"""{_INSERT} WHERE NOT EXISTS (SELECT 1 FROM alias WHERE fingerprint = ?1) {_ANEW}
AND (revisit OR ?7 > (SELECT started FROM run WHERE run.id = url.run))"""
_START = f"{_INSERT} WHERE true {_ANEW}"
_START_WAITS = """UPDATE url SET url = ?2, priority = ?5, request = ?6, run = ?8
WHERE fingerprint = ?1 AND state = 'pending'"""


class Ledger(Committed):
    """The state of a job. One process at a time; raises JobLocked, JobDamaged or JobUnwritable."""

    def __init__(
        self,
        folder: Path,
        *,
        recheck: float | None = None,
        clock: Callable[[], float] = time.time,
        shard_bytes: int = SHARD_BYTES,
    ) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise JobUnwritable(f"{folder}: {error}") from error
        self.folder = folder
        self._recheck = recheck
        self._broken = ""
        self._lock = Lock(folder)
        try:
            _check_own(folder)
            super().__init__(open_database(folder / LEDGER), clock)
            self._shards = Shards(folder, self.lengths(), shard_bytes=shard_bytes)
            self.run = 0
        except BaseException:
            self._lock.release()
            raise

    def commit(self, group: Collection[Settled], started: Iterable[Link] = ()) -> list[Link]:
        """Write what some rows gave, and queue requests that no page led to: all of it or, when JobUnwritable is
        raised, nothing. Gives the links that are waiting now and were not before."""
        with self._group(), self._settling() as settling:
            added = [
                link for link in started if not self._run(_START_WAITS, link) and self._run(_START, link)
            ]
            for settled in group:
                settling.write(settled)
                new = self._add(settled.links)
                settling.named(settled, new)
                added += new
        return added

    def pending(self, host: str, limit: int, *, without: Collection[int] = ()) -> list[Row]:
        """The next rows of a host, best first; `without` are those in work."""
        query = (
            f"SELECT {ROW} FROM url WHERE state = 'pending' AND deaths < 3 AND host = ?"
            " ORDER BY priority DESC, id LIMIT ?"
        )
        rows = (Row(*values) for values in self._db.execute(query, (host, limit + len(without))))
        return [row for row in rows if row.id not in without][:limit]

    def suspects(self) -> list[Row]:
        """The rows that were in work at three deaths of a process or more, oldest first."""
        query = f"SELECT {ROW} FROM url WHERE state = 'pending' AND deaths >= 3 ORDER BY id"
        return [Row(*values) for values in self._db.execute(query)]

    def note_death(self, rows: Mapping[int, bool]) -> None:
        """The last process died with these rows in work, and whether their pages had arrived. A suspect that was alone
        is to blame: it is a Failure. While a page is fetched, the process dies of something else, unless it always
        does."""
        alone = next((row for row in self.suspects() if list(rows) == [row.id]), None)
        with self._group():
            one_more = "UPDATE url SET deaths = deaths + 1 WHERE id = ? AND state = 'pending'"
            self._db.executemany(one_more, [(row,) for row in rows])
        if alone and (rows[alone.id] or self._deaths(alone) >= _DEATHS):
            self.commit([Settled(alone, killed(alone, self._clock()))])

    def waiting_hosts(self, after: str | None, limit: int) -> list[str]:
        """Hosts with pending rows, in their order, those behind one of them. Costs the same however many rows each has."""
        least = "SELECT min(host) FROM url WHERE state = 'pending' AND deaths < 3 AND host"
        query = (
            f"WITH RECURSIVE next(host) AS ({least} {'>=' if after is None else '>'} ?"
            f" UNION ALL SELECT ({least} > next.host) FROM next WHERE next.host IS NOT NULL)"
            " SELECT host FROM next WHERE host IS NOT NULL LIMIT ?"
        )
        return [host for (host,) in self._db.execute(query, (after or "", limit))]

    def waiting(self) -> dict[str, int]:
        """Number of pending rows by host."""
        return dict(self._db.execute("SELECT host, count(*) FROM url WHERE state = 'pending' GROUP BY host"))

    def knows(self, fingerprint: bytes) -> bool:
        """Whether a page was ever queued, under this URL or one that leads to it."""
        query = (
            "SELECT 1 FROM url WHERE fingerprint = ?1 UNION ALL SELECT 1 FROM alias WHERE fingerprint = ?1"
        )
        return self._db.execute(query, (fingerprint,)).fetchone() is not None

    def revisits(self, fingerprint: bytes) -> bool:
        """Whether a page is a list, which each run that finds it asks again."""
        query = "SELECT 1 FROM url WHERE fingerprint = ? AND revisit"
        return self._db.execute(query, (fingerprint,)).fetchone() is not None

    def is_outdated(self, fingerprint: bytes, changed: float) -> bool:
        """Whether a known page was asked for last in a run that began before it changed."""
        query = "SELECT 1 FROM url JOIN run ON run.id = url.run WHERE fingerprint = ? AND started < ?"
        return self._db.execute(query, (fingerprint, changed)).fetchone() is not None

    def forms(self, host: str = "") -> dict[str, Counts]:
        """What the pages of each form were: of a host, without www, or of all."""
        query = "SELECT * FROM form WHERE form >= ? AND form < ?" if host else "SELECT * FROM form"
        found = self._db.execute(query, (f"{host}/", f"{host}0") if host else ())  # 0 stands behind /
        return {form: Counts(*counts) for form, *counts in found}

    def idle(self) -> list[tuple[str, str]]:
        """Query parameters that choose no page, as pages have shown: form of the URLs, without www, and name."""
        return self._ask("SELECT form, name FROM idle ORDER BY form, name")

    def learn_idle(self, form: str, name: str, known: Mapping[bytes, int]) -> None:
        """One more is idle. `known` are fingerprints without it of pages that are articles of rows."""
        with self._group():
            self._db.execute("INSERT OR IGNORE INTO idle VALUES (?, ?)", (form, name))
            self._db.executemany("INSERT OR IGNORE INTO alias VALUES (?, ?)", list(known.items()))

    def forget_idle(self, form: str, name: str) -> None:
        """It is not: a page has shown that."""
        with self._group():
            self._db.execute("DELETE FROM idle WHERE form = ? AND name = ?", (form, name))

    def states(self) -> dict[str, int]:
        """Number of queued URLs by state; they add up to all that were ever queued."""
        return dict(self._db.execute("SELECT state, count(*) FROM url GROUP BY state"))

    def forget(self, site: str | None = None) -> int:
        """Have every page (of a site) fetched anew in the next run. Gives the number of pages. An article that did
        not change is still written only once."""
        change = "UPDATE url SET due = 0, etag = NULL, modified = NULL WHERE state != 'pending'"
        with self._group():
            return self._db.execute(f"{change} AND (?1 IS NULL OR site = ?1)", (site,)).rowcount

    def reroute(
        self, site: str, routes: str, follows: Callable[[str], bool], cleans: Callable[[str], bool]
    ) -> int:
        """Act on known pages where a person said anew which are followed and which are cleaned: what waits and is not
        followed is left, what was a list or left and is to be cleaned waits. Gives the number of pages."""
        before = self._db.execute("SELECT routes FROM route WHERE site = ?", (site,)).fetchone()
        if before == (routes,):
            return 0
        changes = self._rerouted(site, follows, cleans) if before else []
        with self._group():
            self._db.execute("INSERT OR REPLACE INTO route VALUES (?, ?)", (site, routes))
            query = "UPDATE url SET state = ?, attempts = 0, deaths = 0, due = NULL, revisit = 1 WHERE id = ?"
            self._db.executemany(query, changes)
            table = SqlTable(self._db, self.run)
            if denied := sum(state is State.SKIPPED for state, _ in changes):
                table.count(site, State.SKIPPED, DENIED, denied)
            table.save_counts()
        return len(changes)

    def _rerouted(
        self, site: str, follows: Callable[[str], bool], cleans: Callable[[str], bool]
    ) -> list[tuple[State, int]]:
        query = "SELECT id, url, state FROM url WHERE site = ? AND state IN ('pending', 'listed', 'skipped')"
        changes = []
        for row, url, state in self._db.execute(query, (site,)):
            if state == State.PENDING and not follows(url):
                changes.append((State.SKIPPED, row))
            elif state != State.PENDING and follows(url) and cleans(url):
                changes.append((State.PENDING, row))
        return changes

    def sites(self) -> list[str]:
        """The spiders whose pages the job holds."""
        return [site for (site,) in self._db.execute("SELECT DISTINCT site FROM url ORDER BY site")]

    def read_robots(self, origin: str, digest: str) -> bool:
        """The rules of an origin's robots.txt are these. Where they were others, pages of its host that they forbade
        wait again. Gives whether there are any. Raises JobUnwritable."""
        with self._group():
            old = self._db.execute("SELECT digest FROM robots WHERE origin = ?", (origin,)).fetchone()
            if old == (digest,):
                return False
            self._db.execute("INSERT OR REPLACE INTO robots VALUES (?, ?)", (origin, digest))
            query = """UPDATE url SET state = 'pending', run = ?, attempts = 0, deaths = 0
                WHERE state = 'forbidden' AND host = ?"""
            values = (self.run, urlsplit(origin).hostname)
            return old is not None and self._db.execute(query, values).rowcount > 0

    def good_page(self, host: str) -> str:
        """The page of the host that became an article last, '' where there is none."""
        query = "SELECT url FROM url WHERE host = ? AND state = 'article' ORDER BY id DESC LIMIT 1"
        found = self._db.execute(query, (host,)).fetchone()
        return found[0] if found else ""

    def end_process(self, reason: str, left: Mapping[str, str] = MappingProxyType({})) -> None:
        """Note why the process ends. The run is over when nothing is left to do but the pages of hosts that were left:
        those count as failed, and wait for the next run. So it is when nothing more was asked for."""
        over = reason == LIMIT or (reason == "finished" and not self.waiting().keys() - left.keys())
        with self._group():
            if over:
                self._count_waiting(left)
            self._db.execute(
                "UPDATE run SET reason = ?, ended = ?, over = ? WHERE id = ?",
                (reason, self._clock(), over, self.run),
            )

    def _count_waiting(self, left: Mapping[str, str]) -> None:
        table = SqlTable(self._db, self.run)
        query = "SELECT site, count(*) FROM url WHERE state = 'pending' AND host = ? GROUP BY site"
        for host, why in left.items():
            for site, pages in self._db.execute(query, (host,)).fetchall():
                table.count(site, State.FAILED, Stage.FETCH, pages)
                table.count(site, HOST_LEFT, f"{host} {why}", pages)
        table.save_counts()

    def close(self) -> None:
        """Close the files and let the next process in. A second call does nothing."""
        self._shards.close()
        self._db.close()
        self._lock.release()

    def begin_run(self) -> None:
        """Go on with the run that was interrupted; else begin one, in which pages that are due are pending again."""
        last = self._db.execute("SELECT max(id) FROM run WHERE NOT over").fetchone()[0]
        self.run = last or self._new_run()

    def begin_replay(self) -> None:
        """Begin a run that fetches nothing: it cleans archived pages again."""
        with self._group():
            values = (self._clock(), REPLAY)
            query = "INSERT INTO run (started, ended, reason, over) VALUES (?1, ?1, ?2, 1)"
            self.run = self._db.execute(query, values).lastrowid or 0

    def sources(self, states: Collection[State]) -> Iterator[Source]:
        """Outcomes in one of the states whose pages are archived, oldest row first."""
        marks = ",".join("?" * len(states))
        query = f"""SELECT {SOURCE} FROM url
            WHERE state IN ({marks}) AND parts != '[]' AND id > ? ORDER BY id LIMIT 100"""
        last = 0
        while rows := self._db.execute(query, (*states, last)).fetchall():
            yield from map(source_of, rows)
            last = rows[-1][0]

    def replace(self, outcomes: Iterable[tuple[Row, Record]]) -> None:
        """Write what archived pages gave this time, as new versions of what they gave before."""
        with self._group(), self._settling() as settling:
            for row, record in outcomes:
                settling.replace(row, record)

    def _deaths(self, row: Row) -> int:
        deaths: int = self._db.execute("SELECT deaths FROM url WHERE id = ?", (row.id,)).fetchone()[0]
        return deaths

    @contextmanager
    def _settling(self) -> Iterator[Settling]:
        table = SqlTable(self._db, self.run)
        yield Settling(table, self._shards, self._clock(), self._recheck)
        table.save_counts()

    def _new_run(self) -> int:
        now = self._clock()
        latest = self._db.execute("SELECT max(max(started), max(coalesce(ended, 0))) FROM run").fetchone()[0]
        with self._group():
            if latest and latest > now:  # the clock went back: what it said before is worth nothing
                self._db.execute("UPDATE url SET due = ?1, since = ?1 WHERE since > ?1", (now,))
            run = self._db.execute("INSERT INTO run (started) VALUES (?)", (now,)).lastrowid
            self._db.execute(
                "UPDATE url SET state = 'pending', run = ?, attempts = 0, deaths = 0, due = NULL"
                " WHERE due <= ? OR due > ?",
                (run, now, now + LATEST_LOOK),
            )
        return run or 0

    def _add(self, links: Iterable[Link]) -> list[Link]:
        return [link for link in links if self._run(_ADD, link)]

    def _run(self, query: str, link: Link) -> bool:
        """Whether the query changed a row."""
        return self._db.execute(query, (*link, self.run)).rowcount > 0

    def _save_lengths(self) -> None:
        save = "INSERT INTO file VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET length = excluded.length"
        self._db.executemany(save, list(self._shards.sync().items()))

    @contextmanager
    def _group(self) -> Iterator[None]:
        """All that is written inside counts together, or not at all."""
        if self._broken:
            raise JobUnwritable(f"{self.folder}: {self._broken}")
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield
            self._save_lengths()
        except BaseException as error:
            self._undo()
            self._shards.rollback()
            self._report(error)
            raise
        self._count_it()
        self._shards.committed()

    def _count_it(self) -> None:
        try:
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            self._undo()  # the files stay as they are: only the next opening knows for sure what the disk holds
            self._report(error)

    def _report(self, error: BaseException) -> None:
        """After a disk error nothing more is written: the next opening starts from what is committed."""
        if isinstance(error, OSError | sqlite3.Error):
            self._broken = str(error)
            raise JobUnwritable(f"{self.folder}: {error}") from error

    def _undo(self) -> None:
        with suppress(sqlite3.Error):
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")


def killed(row: Row, now: float) -> Failure:
    """The outcome of a page that nobody survived."""
    return Failure(
        url=row.url,
        stage=Stage.DISCOVER,
        error="killed",
        detail="the crawl died again and again with this page in work, at last with no other",
        attempts=row.attempts + 1,
        failed_at=datetime.fromtimestamp(now, UTC),
    )


def open_existing(folder: Path) -> Ledger:
    """A job of one machine that was there before. Raises JobError."""
    if any(folder.glob(f"*/{IDENTITY}")) or (folder / IDENTITY).exists():
        raise JobError(
            f"{folder}: a job that several workers share in Redis: only one of a single machine can be opened;"
            " qingwen batch cleans its archives (archive-*.warc.gz in each worker's folder) anew"
        )
    if not (folder / LEDGER).is_file():
        raise JobError(
            f"{folder} is not a job folder: it has no {LEDGER}; qingwen crawl SITE --out JOB makes one"
        )
    return Ledger(folder)


def _check_own(folder: Path) -> None:
    """Opening cuts files to their committed lengths: without a ledger that would empty somebody's files."""
    found = None if (folder / LEDGER).exists() else first_shard(folder)
    if found:
        raise JobError(f"{folder} holds {found} and no {LEDGER}: take another folder, or move the files away")
