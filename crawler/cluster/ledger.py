"""The ledger of a job that several workers share: rows in Redis, output files in a folder of each worker.

The contract is that of the SQLite ledger: append the lines, bring them to the disk, then one commit makes the group
count, file lengths included. A row in work is leased; whoever loses the lease (killed, stopped, cut off) is fenced out
of the commit by the lease's token, and its lines are cut off again.
"""

import logging
import secrets
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from crawler.cluster.folder import claim, others
from crawler.cluster.store import Store, packed, unpacked
from crawler.cluster.table import Changes, Lease
from crawler.discovery.forms import Counts, form_key
from crawler.job.committed import RUNNING
from crawler.job.errors import JobError, JobUnwritable
from crawler.job.ledger import LEDGER, LIMIT, killed
from crawler.job.rows import Link, Row, Settled, State
from crawler.job.settle import HOST_LEFT, LATEST_LOOK, Settling
from crawler.job.shards import Shards
from schemas import Stage

_DEATHS = 4
"""So many workers died with the row in work, the last one when nothing else was."""
_NOTHING_YET: dict[str, Any] = dict.fromkeys(
    ("due", "since", "content_hash", "version", "etag", "modified", "record", "article", "parts")
)
_NEW = _NOTHING_YET | {"state": State.PENDING, "attempts": 0, "deaths": 0, "revisit": False, "whole": True}

logger = logging.getLogger(__name__)


class ClusterLedger:
    """The state of a shared job. Any number of processes at a time. Raises JobDamaged or JobUnwritable."""

    def __init__(
        self,
        folder: Path,
        store: Store,
        *,
        lease: float,
        delay: float,
        per_host: int,
        recheck: float | None = None,
    ) -> None:
        if (folder / LEDGER).exists():
            raise JobError(f"{folder}: a job of one machine; take another folder for one in Redis")
        self._job_folder = folder
        self._store = store
        self._lease = lease
        self._delay = delay
        self._per_host = per_host
        self._recheck = recheck
        self._leases: dict[int, Lease] = {}
        self.all_in_work = False
        """Whether `take` found that every row that is left is in work, here or elsewhere."""
        self._broken = ""
        self._job = self._begin()
        self._worker = claim(folder, self._job)
        self.folder = self._worker.folder
        try:
            self._shards = self._open_shards()
        except BaseException:
            self._worker.lock.release()
            raise

    def begin_run(self) -> None:
        """Go on with the run under way, else begin one, in which pages that are due are pending again."""
        self._begin()
        while self._store.run("due", self.run, LATEST_LOOK):
            pass

    def take(self) -> Row | float | None:
        """The next row; else the seconds until it is worth asking again, or None when the job is done."""
        token = f"{self._worker.id}:{uuid4().hex}"
        id, answer, *in_work = self._store.run("take", token, self._lease, self._delay)
        self.all_in_work = bool(in_work)
        if not id:
            return float(answer) if answer else None
        values = unpacked(answer)
        row = _row(int(id), values)
        self._leases[row.id] = Lease(token, values)
        if values["deaths"] < _DEATHS:
            return row
        self.commit([Settled(row, killed(row, time.time()))])
        return 0.0

    def hold(self) -> None:
        """Extend the leases of the rows in work."""
        held = [part for id, lease in self._leases.items() for part in (id, lease.token)]
        if held:
            self._store.run("extend", self._lease, *held)

    def leave(self, row: Row, delay: float, pause: float) -> None:
        """Nothing more is asked of the row's host: others may, after `pause` seconds; `delay` seconds lie between."""
        if lease := self._leases.get(row.id):
            self._store.run("leave", row.id, lease.token, row.host, delay, pause)

    def commit(self, group: Collection[Settled], started: Iterable[Link] = ()) -> list[Link]:
        """Write what some rows gave, and queue requests that no page led to: all of it or, when JobUnwritable is
        raised, nothing. Gives the links that are new. Rows whose lease was lost count elsewhere."""
        if self._broken:
            raise JobUnwritable(f"{self.folder}: {self._broken}")
        commit, started = uuid4().hex, list(started)
        while True:
            group = [settled for settled in group if settled.row.id in self._leases]
            links = started + [link for settled in group for link in settled.links]
            named_by = [""] * len(started) + [
                _named_by(settled, link) for settled in group for link in settled.links
            ]
            answer, *details = self._try(commit, group, links, named_by, len(started))
            if answer == b"done":
                self._shards.committed()
                self._forget(settled.row.id for settled in group)
                return [links[int(index) - 1] for index in details]
            self._shards.rollback()
            if answer == b"fenced":
                logger.warning("Job %s: %d rows lost their lease, others do them", self.folder, len(details))
                self._forget(map(int, details))
            elif answer == b"files":
                logger.warning(
                    "Job %s: Redis went back to an earlier state, its rows are done anew", self.folder
                )
                self._shards.close()
                self._shards = self._open_shards()

    def note_death(self, rows: Mapping[int, bool]) -> None:
        """The last process in this folder died with these rows in work: they need not wait for their leases' end."""
        self._store.run("give_back", self._worker.id, *rows)

    def give_back(self) -> None:
        """Have others do what this worker holds, or held in an earlier life."""
        self._store.run("give_back", self._worker.id)

    def knows(self, fingerprint: bytes) -> bool:
        """Whether a page was ever queued, under this URL or one that leads to it."""
        return any(self._store.field(name, fingerprint.hex()) for name in ("seen", "alias"))

    def revisits(self, fingerprint: bytes) -> bool:
        """Whether a page is a list, which each run that finds it asks again."""
        row = self._store.field("seen", fingerprint.hex())
        return row is not None and self._store.field("lists", row.decode()) is not None

    def is_outdated(self, fingerprint: bytes, changed: float) -> bool:
        """Whether a known page was asked for last before it changed."""
        row = self._store.field("seen", fingerprint.hex())
        values = unpacked(self._store.field("rows", row.decode()) or b"{}") if row else {}
        return bool(values.get("asked", changed) < changed)

    def forms(self, host: str = "") -> dict[str, Counts]:
        """What the pages of each form were: of a host, without www, or of all."""
        found: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for name in [f"forms:{host}"] if host else self._store.names("forms:"):
            for field, count in self._store.fields(name).items():
                form, _, what = field.rpartition("\t")
                found[form][what] = int(count)
        return {form: Counts(**counts) for form, counts in sorted(found.items())}

    def idle(self) -> list[tuple[str, str]]:
        """Query parameters that choose no page, as pages have shown: form of the URLs, without www, and name."""
        found = self._store.fields("idle").items()
        return sorted(
            (form, name) for key, held in found if held == b"1" for form, _, name in [key.rpartition("\t")]
        )

    def learn_idle(self, form: str, name: str, known: Mapping[bytes, int]) -> None:
        """One more is idle. `known` are fingerprints without it of pages that are articles of rows."""
        self._store.put("idle", f"{form}\t{name}", "1")
        self._store.add("alias", {fingerprint.hex(): str(row) for fingerprint, row in known.items()})

    def forget_idle(self, form: str, name: str) -> None:
        """It is not: a page has shown that."""
        self._store.put("idle", f"{form}\t{name}", "0")

    def reroute(
        self, site: str, routes: str, follows: Callable[[str], bool], cleans: Callable[[str], bool]
    ) -> int:
        """Act on known pages where a person said anew which are followed and which are cleaned: what waits and is not
        followed is left, what was a list or left and is to be cleaned waits. Gives the number of pages. The worker that
        joins last says it for all; pages that others have in work stay theirs."""
        before = self._store.field("routes", site)
        if before == routes.encode():
            return 0
        moved = 0
        for rows in self._store.pieces("rows") if before is not None else ():
            states = {
                id: self._rerouted(id, unpacked(row), site, follows, cleans) for id, row in rows.items()
            }
            changes = [part for id, state in states.items() if state for part in (id, state)]
            moved += self._store.run("reroute", self.run, *changes) if changes else 0
        self._store.put("routes", site, routes)
        return moved

    def _rerouted(
        self,
        id: str,
        row: dict[str, Any],
        site: str,
        follows: Callable[[str], bool],
        cleans: Callable[[str], bool],
    ) -> str:
        """Where the row goes now; '' where it stays."""
        if row["site"] != site:
            return ""
        state = (self._store.field("state", id) or b"pending").decode()
        if state == State.PENDING:
            return "" if follows(row["url"]) else State.SKIPPED
        was_left = state in (State.LISTED, State.SKIPPED)
        return State.PENDING if was_left and follows(row["url"]) and cleans(row["url"]) else ""

    def states(self) -> dict[str, int]:
        """Number of queued URLs by state; they add up to all that were ever queued."""
        return {state: int(count) for state, count in self._store.fields("states").items() if int(count)}

    def tally(self, run: int) -> list[tuple[str, str, str, int]]:
        """Site, what became of its pages, reason or stage, and how often, in one run."""
        found = []
        for key, count in self._store.fields(f"tally:{run}").items():
            site, what, detail = key.split("\t")
            found.append((site, what, detail, int(count)))
        return sorted(found)

    def times(self, run: int) -> tuple[float, float, str]:
        """When a run began and when its last worker ended (Unix time), and why; now and `running` before that."""
        found = self._store.fields(f"run:{run}")
        ended = float(found["ended"]) if "ended" in found else time.time()
        return float(found["started"]), ended, found.get("reason", RUNNING.encode()).decode()

    def read_robots(self, origin: str, digest: str) -> bool:
        """The rules of an origin's robots.txt are these. Where they were others, pages of its host that they forbade
        wait again. Gives whether there are any."""
        return bool(self._store.run("robots", origin, urlsplit(origin).hostname or "", digest, self.run))

    def good_page(self, host: str) -> str:
        """The page of the host that became an article last, '' where there is none."""
        return (self._store.field("good", host) or b"").decode("utf-8", "surrogatepass")

    def leave_host(self, host: str, why: str) -> None:
        """No worker is given pages of the host any more in this run."""
        self._store.run("leave_host", host, why)

    def end_process(self, reason: str, left: Mapping[str, str] = MappingProxyType({})) -> None:
        """Give back what is in work, and note why the process ends. The run is over when nothing is left to do but the
        pages of hosts that were left, by whichever worker: those count as failed, and wait for the next run."""
        self.give_back()
        self._store.run("end", self.run, reason, State.FAILED, Stage.FETCH, HOST_LEFT, LIMIT)

    def close(self) -> None:
        """Close the files and let the next process in. Cuts off what workers of this machine wrote last before they
        were killed."""
        self._shards.close()
        self._worker.lock.release()
        try:
            for worker in others(self._job_folder, self._job):
                Shards(worker.folder, self._lengths(worker.id)).close()
        except (JobError, OSError) as error:
            logger.error("Job %s: a worker's files could not be looked at: %s", self._job_folder, error)

    def _begin(self) -> str:
        job, self.run = self._store.run("begin", uuid4().hex, self._per_host)
        return str(job.decode())

    def _try(
        self,
        commit: str,
        group: Iterable[Settled],
        links: Iterable[Link],
        named_by: Iterable[str],
        starts: int,
    ) -> list[Any]:
        changes = Changes(self._store, self._leases)
        settling = Settling(changes, self._shards, time.time(), self._recheck, folder=f"{self.folder.name}/")
        tokens = {}
        try:
            for settled in group:
                settling.write(settled)
                tokens[str(settled.row.id)] = self._leases[settled.row.id].token
            after = self._shards.sync()
        except BaseException as error:
            self._shards.rollback()
            if not isinstance(error, OSError):
                raise
            self._broken = str(error)
            raise JobUnwritable(f"{self.folder}: {error}") from error
        request = {
            "commit": commit,
            "run": self.run,
            "worker": self._worker.id,
            "tokens": tokens,
            "before": self._shards.lengths,
            "after": after,
            "links": [
                _new_row(link) | {"start": number < starts, "by": by}
                for number, (link, by) in enumerate(zip(links, named_by, strict=True))
            ],
        }
        answer: list[Any] = self._store.run("commit", packed(request | changes.packed()))
        return answer

    def _forget(self, rows: Iterable[int]) -> None:
        for row in rows:
            del self._leases[row]

    def _open_shards(self) -> Shards:
        return Shards(self.folder, self._lengths(self._worker.id))

    def _lengths(self, worker: str) -> dict[str, int]:
        return {name: int(length) for name, length in self._store.fields(f"files:{worker}").items()}


def _row(id: int, values: dict[str, Any]) -> Row:
    wanted = {name: values[name] for name in Row._fields if name in values}
    fingerprint = values["fingerprint"]
    return Row(**wanted | {"id": id, "fingerprint": fingerprint and bytes.fromhex(fingerprint)})


def _named_by(settled: Settled, link: Link) -> str:
    """The form that is to be credited with the link, where it leads to another form."""
    return settled.form if settled.form and form_key(link.url) != settled.form else ""


def _new_row(link: Link) -> dict[str, Any]:
    fingerprint = link.fingerprint and link.fingerprint.hex()
    # Drawn, not counted: a Redis that went back to an earlier state would give a number twice.
    return {"id": str(1 + secrets.randbits(52)), "row": link._asdict() | _NEW | {"fingerprint": fingerprint}}
