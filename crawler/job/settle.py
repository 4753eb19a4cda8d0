"""One settled row, as changes to the ledger and lines for the output files."""

import hashlib
import json
import sqlite3

from crawler.job.rows import Row, Settled, State
from crawler.job.shards import Address, Kind, Shards
from schemas import Article, Failure, Reason, Rejection

UNDATED_AGE = 30 * 86_400.0
"""Age in seconds that an article without a date is taken to have."""

Record = Article | Rejection | Failure


def version_of(article: Article) -> str:
    """Equal for two records that tell a reader the same: title, text, date, source."""
    told = (article.title, article.content_hash, str(article.published_at), article.source or "")
    return hashlib.sha256("\0".join(told).encode("utf-8", "replace")).hexdigest()[:32]


class Settling:
    """Writes the rows of one group inside the ledger's transaction."""

    def __init__(
        self, db: sqlite3.Connection, shards: Shards, run: int, now: float, recheck: float | None
    ) -> None:
        self._db = db
        self._shards = shards
        self._run = run
        self._now = now
        self._recheck = recheck

    def write(self, settled: Settled) -> None:
        """Everything the row gave but its links."""
        if settled.again:
            self._db.execute("UPDATE url SET attempts = attempts + 1 WHERE id = ?", (settled.row.id,))
            return
        parts = self._archive(settled)
        if settled.unchanged:
            self._keep(settled)
        elif settled.final and self._has_owner(settled):
            self._close(settled, State.DUPLICATE)
        elif settled.record is None:
            self._close(settled, State.LISTED, revisit=True)
        elif isinstance(settled.record, Article):
            self._article(settled, settled.record, parts)
        else:
            self._loss(settled, settled.record, parts)

    def replace(self, row: Row, record: Record) -> None:
        """A new outcome of pages that are archived already: nothing else of the row changes."""
        settled = Settled(row)
        if isinstance(record, Article):
            self._new_version(settled, record)
            state, detail = State.ARTICLE, ""
        elif isinstance(record, Rejection):
            self._update(settled, "record = ?", _place(self._shards.append(Kind.REJECTIONS, _line(record))))
            state, detail = State.REJECTED, record.reason
        else:
            self._update(settled, "record = ?", _place(self._shards.append(Kind.FAILURES, _line(record))))
            state, detail = State.FAILED, record.stage
        self._update(settled, "state = ?", state)
        self._count(row, state, detail)

    def _archive(self, settled: Settled) -> str:
        """Append the responses; gives the addresses of those the outcome was made of."""
        addresses = [self._shards.append(Kind.ARCHIVE, data) for data in settled.archive]
        return json.dumps([_place(addresses[part]) for part in settled.parts])

    def _has_owner(self, settled: Settled) -> bool:
        """Whether the page a redirect led to has, or will have, an outcome under another row. A row that itself was
        redirected in a circle does not count: one of the two must speak."""
        owner = self._db.execute(
            "SELECT id, state FROM url WHERE fingerprint = ?1 UNION ALL "
            "SELECT alias.id, state FROM alias JOIN url ON url.id = alias.id WHERE alias.fingerprint = ?1",
            (settled.final,),
        ).fetchone()
        return owner is not None and owner[0] != settled.row.id and owner[1] != State.DUPLICATE

    def _article(self, settled: Settled, article: Article, parts: str) -> None:
        known = settled.row.content_hash
        if known == article.content_hash:
            self._keep(settled, article)
            self._update(settled, "record = article, parts = ?, whole = ?", parts, settled.whole)
        else:
            line = article.model_copy(update={"previous_hash": known})
            place = _place(self._shards.append(Kind.ARTICLES, _line(line)))
            self._close(settled, State.ARTICLE, due=self._next_look(article, self._now))
            self._update(settled, "record = ?, parts = ?, whole = ?", place, parts, settled.whole)
            self._update(
                settled, "article = record, since = ?, content_hash = ?", self._now, article.content_hash
            )
        self._update(settled, "etag = ?, modified = ?", settled.etag, settled.modified)
        for fingerprint in filter(None, (settled.final, *settled.aliases)):
            self._db.execute("INSERT OR IGNORE INTO alias VALUES (?, ?)", (fingerprint, settled.row.id))

    def _new_version(self, settled: Settled, article: Article) -> None:
        line = article.model_copy(update={"previous_hash": settled.row.content_hash})
        place = _place(self._shards.append(Kind.ARTICLES, _line(line)))
        self._update(
            settled,
            "record = ?1, article = ?1, content_hash = ?2, version = ?3",
            place,
            article.content_hash,
            version_of(article),
        )

    def _keep(self, settled: Settled, article: Article | None = None) -> None:
        """The article is the one already known: only the time of the next look moves."""
        since = self._db.execute("SELECT since FROM url WHERE id = ?", (settled.row.id,)).fetchone()[0]
        self._close(settled, State.ARTICLE, what="unchanged", due=self._next_look(article, since))

    def _loss(self, settled: Settled, record: Rejection | Failure, parts: str) -> None:
        failed = isinstance(record, Failure)
        state, kind = (State.FAILED, Kind.FAILURES) if failed else (State.REJECTED, Kind.REJECTIONS)
        place = _place(self._shards.append(kind, _line(record)))
        first = self._first_time(settled, kind)
        due = 2 * self._now - first if failed else self._next_look(None, first)
        listing = isinstance(record, Rejection) and record.reason is Reason.LISTING
        detail = record.stage if isinstance(record, Failure) else record.reason
        self._close(settled, state, detail=detail, due=None if listing else due, revisit=listing)
        self._update(settled, "record = ?, parts = ?, whole = ?", place, parts, settled.whole)
        self._update(settled, "since = ?, etag = NULL, modified = NULL", first)

    def _first_time(self, settled: Settled, kind: Kind) -> float:
        """When the page was lost first: each look in vain doubles the time to the next."""
        query = "SELECT since FROM url WHERE id = ? AND record LIKE ?"
        earlier = self._db.execute(query, (settled.row.id, f"{kind}-%")).fetchone()
        return float(earlier[0]) if earlier else self._now

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
        self._update(settled, "state = ?, due = ?, revisit = ?", state, due, revisit)
        self._count(settled.row, what or state, detail)

    def _count(self, row: Row, what: str, detail: str) -> None:
        self._db.execute(
            "INSERT INTO tally VALUES (?, ?, ?, ?, 1)"
            " ON CONFLICT (run, site, what, detail) DO UPDATE SET count = count + 1",
            (self._run, row.site, what, detail),
        )

    def _update(self, settled: Settled, columns: str, *values: object) -> None:
        self._db.execute(f"UPDATE url SET {columns} WHERE id = {settled.row.id}", values)


def _line(record: Record) -> bytes:
    return record.model_dump_json().encode() + b"\n"


def _place(address: Address) -> str:
    return f"{address.file}:{address.offset}"
