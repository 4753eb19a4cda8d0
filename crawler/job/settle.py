"""One settled row, as changes to the ledger and lines for the output files."""

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime

from crawler.discovery.forms import form_key
from crawler.job.rows import Link, Row, Settled, State
from crawler.job.shards import Address, Kind, Shards
from crawler.job.table import Owner, Table
from schemas import Article, Failure, Reason, Record, Rejection, kind_of

UNDATED_AGE = 30 * 86_400.0
"""Age in seconds that an article without a date is taken to have."""

LATEST_LOOK = 365 * 86_400.0
"""Seconds after which a page is looked at again at the latest. What is due later is so by a clock that was wrong."""

BARREN = "form"
"""What the tally calls the reason of pages that are not asked for because others of their form gave nothing."""

TRAP = "trap"
"""The same of pages that lead on and on to nothing new."""

DENIED = "denied"
"""The same of pages that a person no longer wants: `allow`, `deny`, a site file."""

COPY = "copy"
"""The same of pages that are known under another URL, from which they differ by what does not choose a page."""

HOST_LEFT = "host left"
"""What the tally calls the pages that wait because their host was left; the detail is the host and why."""

MILLISECONDS = "milliseconds"
"""What the tally calls the time downloads took."""


def version_of(article: Article) -> str:
    """Equal for two records that tell a reader the same: title, text, date, source."""
    told = (article.title, article.content_hash, str(article.published_at), article.source or "")
    return hashlib.sha256("\0".join(told).encode("utf-8", "replace")).hexdigest()[:32]


class Settling:
    """Writes the rows of one group. `folder` is where the shards stand, below the job's own folder."""

    def __init__(
        self, table: Table, shards: Shards, now: float, recheck: float | None, *, folder: str = ""
    ) -> None:
        self._table = table
        self._shards = shards
        self._now = now
        self._recheck = recheck
        self._folder = folder
        self._changes: dict[str, object] = {}

    def write(self, settled: Settled) -> None:
        """Everything the row gave but its links."""
        if settled.milliseconds:
            self._table.count(settled.row.site, MILLISECONDS, "", settled.milliseconds)
        for reason, links in settled.left_out:
            self._table.count(settled.row.site, State.SKIPPED, reason, links)
        if settled.skipped:
            new = not self._table.known(settled.row.id).counted
            self._close(
                settled, State.SKIPPED, detail=settled.skipped, due=self._now + UNDATED_AGE, revisit=True
            )
            self._table.learn(settled.form, skipped=int(new and settled.skipped == BARREN))
        elif settled.retry:
            self._change(attempts=settled.row.attempts + (not settled.blameless))
        else:
            self._settle(settled)
        self._save(settled.row)

    def named(self, settled: Settled, links: Iterable[Link]) -> None:
        """The pages that nobody knew before the row's page named them."""
        if settled.form and (new := sum(form_key(link.url) != settled.form for link in links)):
            self._table.learn(settled.form, new=new)

    def replace(self, row: Row, record: Record) -> None:
        """A new outcome of pages that are archived already: nothing else of the row changes."""
        if isinstance(record, Article):
            self._new_version(row, record, version_of(record))
            state, detail = State.ARTICLE, ""
        else:
            self._change(record=self._append(Kind(kind_of(record)), _line(record)))
            state, detail = _told(record)
        self._change(state=state)
        self._save(row)
        self._table.count(row.site, state, detail)

    def _settle(self, settled: Settled) -> None:
        new = not self._table.known(settled.row.id).counted
        self._settle_as(settled, self._archive(settled))
        state = self._changes["state"]
        moved = state == State.REJECTED and not isinstance(settled.record, Rejection)
        if new and settled.tells_of_form and not moved:
            self._table.learn(
                settled.form,
                pages=1,
                articles=int(state == State.ARTICLE),
                lists=int(bool(self._changes["revisit"]) and settled.shows),
            )
            if settled.via and state == State.ARTICLE and settled.row.version is None:
                self._table.learn(settled.via, led=1)

    def _settle_as(self, settled: Settled, parts: str) -> None:
        if settled.unchanged:
            self._keep(settled)
        elif settled.final and not settled.start and (owner := self._owner(settled.row, settled.final)):
            self._moved(settled, owner, parts)
        elif settled.record is None:
            self._close(settled, State.LISTED, revisit=True)
        elif isinstance(settled.record, Article):
            self._article(settled, settled.record, parts)
        else:
            self._loss(settled, settled.record, parts)

    def _archive(self, settled: Settled) -> str:
        """Append the responses; gives the addresses of those the outcome was made of."""
        places = [self._append(Kind.ARCHIVE, data) for data in settled.archive]
        return json.dumps([places[part] for part in settled.parts])

    def _owner(self, row: Row, final: bytes) -> Owner | None:
        """The other row under which the page a redirect led to has, or will have, an outcome. A row that itself was
        redirected in a circle does not count: otherwise neither would have one."""
        owner = self._table.owner(final)
        return None if owner is None or owner.id == row.id or owner.state == State.DUPLICATE else owner

    def _moved(self, settled: Settled, owner: Owner, parts: str) -> None:
        """A redirect to the home page or a list says that the page is not there: many sites have no other 404."""
        if not owner.is_list:
            self._close(settled, State.DUPLICATE)
            return
        now = datetime.fromtimestamp(self._now, UTC)
        gone = Rejection(
            url=settled.row.url, reason=Reason.STATUS, detail="redirected to a list", fetched_at=now
        )
        self._loss(settled, gone, parts)

    def _article(self, settled: Settled, article: Article, parts: str) -> None:
        row, version = settled.row, version_of(article)
        twins = (*settled.twins, *settled.elsewhere)
        if row.version is None and self._table.has_twin(twins, row.id, article.content_hash):
            self._close(settled, State.DUPLICATE)
            return
        if row.version == version:
            self._keep(settled, article)
            self._change(record=self._table.known(row.id).article)
        else:
            self._new_version(row, article, version)
            self._close(settled, State.ARTICLE, due=self._next_look(article, self._now))
            self._change(since=self._now)
        self._change(parts=parts, whole=settled.whole, etag=settled.etag, modified=settled.modified)
        for fingerprint in filter(None, (settled.final, *settled.aliases)):
            self._table.alias(fingerprint, row.id)
        self._table.claim(settled.twins, row.id)

    def _new_version(self, row: Row, article: Article, version: str) -> None:
        if row.content_hash:
            article = article.model_copy(update={"previous_hash": row.content_hash})
        place = self._append(Kind.ARTICLES, _line(article))
        self._change(record=place, article=place, content_hash=article.content_hash, version=version)

    def _keep(self, settled: Settled, article: Article | None = None) -> None:
        """The article is the one already known: only the time of the next look moves."""
        since = self._table.known(settled.row.id).since
        self._close(settled, State.ARTICLE, what="unchanged", due=self._next_look(article, since))

    def _loss(self, settled: Settled, record: Rejection | Failure, parts: str) -> None:
        kind = Kind(kind_of(record))
        told, detail = _told(record)
        first = self._first_time(settled.row, kind)
        # A list may name a page before it is there.
        soon = told is State.FAILED or detail == Reason.STATUS
        due = 2 * self._now - first if soon else self._next_look(None, first)
        listing, forbidden = detail == Reason.LISTING, detail == Reason.ROBOTS
        state = State.FORBIDDEN if forbidden else told
        due = None if listing or forbidden else due
        self._close(settled, state, what=told, detail=detail, due=due, revisit=listing)
        place = self._append(kind, _line(record))
        self._change(record=place, parts=parts, whole=settled.whole)
        self._change(since=first, etag=None, modified=None)

    def _first_time(self, row: Row, kind: Kind) -> float:
        """When the page was lost first: each look in vain doubles the time to the next."""
        known = self._table.known(row.id)
        lost_before = known.record and known.record.rpartition("/")[2].startswith(f"{kind}-")
        return known.since if lost_before else self._now

    def _next_look(self, article: Article | None, since: float) -> float | None:
        """When to look at the page again: the older its text is, the later."""
        if self._recheck is None:
            return None
        published = article.published_at.timestamp() if article and article.published_at else None
        born = published if published is not None else since - UNDATED_AGE
        return self._now + max(self._recheck, self._now - born)

    def _close(
        self,
        settled: Settled,
        state: State,
        *,
        what: str | None = None,
        detail: str = "",
        due: float | None = None,
        revisit: bool = False,
    ) -> None:
        due = None if due is None else min(due, self._now + LATEST_LOOK)
        self._change(state=state, due=due, revisit=revisit)
        self._table.count(settled.row.site, what or state, detail)

    def _change(self, **columns: object) -> None:
        """Columns of the row at hand, saved at once when all are known."""
        self._changes |= columns

    def _save(self, row: Row) -> None:
        self._table.update(row.id, **self._changes)
        self._changes = {}

    def _append(self, kind: Kind, data: bytes) -> str:
        return self._folder + _place(self._shards.append(kind, data))


def _told(record: Rejection | Failure) -> tuple[State, str]:
    if isinstance(record, Failure):
        return State.FAILED, record.stage
    return State.REJECTED, record.reason


def _line(record: Record) -> bytes:
    return record.model_dump_json().encode() + b"\n"


def _place(address: Address) -> str:
    return f"{address.file}:{address.offset}"
