"""One settled row, as changes to the ledger and lines for the output files."""

import hashlib
import json

from crawler.job.rows import Row, Settled, State
from crawler.job.shards import Address, Kind, Shards
from crawler.job.table import Table
from schemas import Article, Failure, Reason, Rejection

UNDATED_AGE = 30 * 86_400.0
"""Age in seconds that an article without a date is taken to have."""

MILLISECONDS = "milliseconds"
"""What the tally calls the time downloads took."""

Record = Article | Rejection | Failure


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
        if settled.again:
            self._change(attempts=settled.row.attempts + 1)
        else:
            self._settle(settled)
        self._save(settled.row)

    def replace(self, row: Row, record: Record) -> None:
        """A new outcome of pages that are archived already: nothing else of the row changes."""
        if isinstance(record, Article):
            self._new_version(row, record, version_of(record))
            state, detail = State.ARTICLE, ""
        elif isinstance(record, Rejection):
            self._change(record=self._append(Kind.REJECTIONS, _line(record)))
            state, detail = State.REJECTED, record.reason
        else:
            self._change(record=self._append(Kind.FAILURES, _line(record)))
            state, detail = State.FAILED, record.stage
        self._change(state=state)
        self._save(row)
        self._table.count(row.site, state, detail)

    def _settle(self, settled: Settled) -> None:
        parts = self._archive(settled)
        if settled.unchanged:
            self._keep(settled)
        elif settled.final and self._has_owner(settled.row, settled.final):
            self._close(settled, State.DUPLICATE)
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

    def _has_owner(self, row: Row, final: bytes) -> bool:
        """Whether the page a redirect led to has, or will have, an outcome under another row. A row that itself was
        redirected in a circle does not count: one of the two must speak."""
        owner = self._table.owner(final)
        return owner is not None and owner[0] != row.id and owner[1] != State.DUPLICATE

    def _article(self, settled: Settled, article: Article, parts: str) -> None:
        row, version = settled.row, version_of(article)
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
        failed = isinstance(record, Failure)
        state, kind = (State.FAILED, Kind.FAILURES) if failed else (State.REJECTED, Kind.REJECTIONS)
        first = self._first_time(settled.row, kind)
        due = 2 * self._now - first if failed else self._next_look(None, first)
        listing = isinstance(record, Rejection) and record.reason is Reason.LISTING
        detail = record.stage if isinstance(record, Failure) else record.reason
        self._close(settled, state, detail=detail, due=None if listing else due, revisit=listing)
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


def _line(record: Record) -> bytes:
    return record.model_dump_json().encode() + b"\n"


def _place(address: Address) -> str:
    return f"{address.file}:{address.offset}"
