"""What a session needs of the place where its job is kept: one SQLite file, or Redis for several machines."""

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Protocol, runtime_checkable

from crawler.discovery.forms import Counts
from crawler.job.rows import Link, Row, Settled


class JobLedger(Protocol):
    """The state of a job."""

    folder: Path
    """Where this process writes."""
    run: int

    def begin_run(self) -> None:
        """Go on with the run under way, else begin one."""

    def commit(self, group: Collection[Settled], started: Iterable[Link] = ()) -> list[Link]:
        """Write what some rows gave, and queue requests that no page led to: each run asks them again. Gives the links
        that are new. Raises JobUnwritable."""

    def note_death(self, rows: Mapping[int, bool]) -> None:
        """The last process in this folder died with these rows in work; whether their pages had arrived."""

    def knows(self, fingerprint: bytes) -> bool:
        """Whether a page was ever queued."""

    def revisits(self, fingerprint: bytes) -> bool:
        """Whether a page is a list, which each run that finds it asks again."""

    def is_outdated(self, fingerprint: bytes, changed: float) -> bool:
        """Whether a known page was asked for last before it changed (Unix time)."""

    def forms(self, host: str = "") -> dict[str, Counts]:
        """What the pages of each form were: of a host, without www, or of all."""

    def idle(self) -> Collection[tuple[str, str]]:
        """Query parameters that choose no page, as pages have shown: form of the URLs, without www, and name."""

    def learn_idle(self, form: str, name: str, known: Mapping[bytes, int]) -> None:
        """One more is idle. `known` are fingerprints without it of pages that are articles of rows. Raises
        JobUnwritable."""

    def forget_idle(self, form: str, name: str) -> None:
        """It is not: a page has shown that. Raises JobUnwritable."""

    def reroute(
        self, site: str, routes: str, follows: Callable[[str], bool], cleans: Callable[[str], bool]
    ) -> int:
        """Act on known pages where a person said anew which are followed and which are cleaned."""

    def states(self) -> dict[str, int]:
        """Number of queued URLs by state."""

    def tally(self, run: int) -> list[tuple[str, str, str, int]]:
        """Site, what became of its pages, reason or stage, and how often, in one run."""

    def times(self, run: int) -> tuple[float, float, str]:
        """When a run began and when its last process ended (Unix time), and why."""

    def read_robots(self, origin: str, digest: str) -> bool:
        """The rules of an origin's robots.txt are these. Whether pages wait again that other rules forbade."""

    def good_page(self, host: str) -> str:
        """A page of the host that was an article, '' where there is none."""

    def end_process(self, reason: str, left: Mapping[str, str]) -> None:
        """Note why the process ends, and which hosts were left and why."""

    def close(self) -> None:
        """Close the files and let the next process in."""


@runtime_checkable
class Routed(Protocol):
    """A spider that a person can tell which URLs it follows and cleans."""

    name: str

    @property
    def routes(self) -> str:
        """What it was told, as text: another text acts on known pages."""

    def is_followed(self, url: str) -> bool:
        """Whether such a page is asked for."""

    def may_be_article(self, url: str) -> bool:
        """Whether such a page is cleaned."""


class Queue(Protocol):
    """Gives out the rows that wait, each once."""

    def take(self) -> Row | None:
        """The next row. None when there is none right now."""

    def __bool__(self) -> bool:
        """Whether something may wait, now or later."""

    def rests(self) -> bool:
        """Whether nothing can be taken before a row in work, here or elsewhere, is settled."""

    def added(self, links: Iterable[Link]) -> None:
        """New rows wait."""

    def downloaded(self, row: Row) -> None:
        """The row's downloads have ended."""

    def committed(self, row: Row) -> None:
        """The row's group is committed."""

    def wake(self, host: str) -> None:
        """Rows of the host wait again that did not."""

    def leave(self, host: str, why: str) -> None:
        """Give out nothing more of a host in this run."""
