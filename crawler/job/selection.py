"""Which of the rows that wait is asked for next: by what pages of its form gave, and whether it is a page that is known."""

from collections import Counter
from collections.abc import Callable, Iterable

from scrapy import Request
from scrapy.utils.request import RequestFingerprinterProtocol

from crawler.discovery.forms import form_key
from crawler.job.alike import Alike
from crawler.job.form_counts import Forms
from crawler.job.idle import Idle, IdleFingerprinter, told
from crawler.job.interfaces import JobLedger, Queue
from crawler.job.requests import is_asked_for, is_get, via_of
from crawler.job.rows import Row
from crawler.job.settle import BARREN, COPY, TRAP
from crawler.job.twins import desktop_of
from crawler.job.visits import Visit
from schemas import Article

_HELD = 32
"""Rows that wait at most, because nobody knows yet what pages of their forms give."""


class Selection:
    """`hosts` gives those of which something is in work or not yet committed; `leave_out` settles a row with a reason."""

    def __init__(
        self,
        queue: Queue,
        ledger: JobLedger,
        fingerprinter: RequestFingerprinterProtocol,
        *,
        learns: bool,
        hosts: Callable[[], Iterable[str]],
        leave_out: Callable[[Row, str], None],
    ) -> None:
        self.forms = Forms(ledger.forms)
        self._idle = Idle(ledger.idle())
        self.fingerprinter = IdleFingerprinter(fingerprinter, self._idle)
        """What makes two requests the same page, by what is known so far."""
        self._queue, self._ledger = queue, ledger
        self._learns, self._hosts, self._leave_out = learns, hosts, leave_out
        self._alike = Alike()
        self._met_again: set[bytes] = set()
        self._in_form: Counter[str] = Counter()
        self._held: list[Row] = []

    def __bool__(self) -> bool:
        """Whether rows are held until it is known what pages of their forms give."""
        return bool(self._held)

    def take(self) -> Row | None:
        """The next row of which something can be expected. Those that wait for what others give are held."""
        self._keep_learnt()
        return self._released() or self._taken()

    def begun(self, form: str) -> None:
        """A page of the form is in work."""
        self._in_form[form] += 1

    def ended(self, form: str) -> None:
        """It is no longer."""
        self._in_form -= Counter((form,))

    def note(self, visit: Visit) -> None:
        """What came of a page is known."""
        if isinstance(visit.record, Article):
            self._alike.note(visit.form, visit.via, visit.record.title, visit.record.text)
        if text := told(visit):
            known = isinstance(visit.record, Article) and visit.row.fingerprint and is_get(visit.row)
            visit.again = self._idle.note(visit.row.url, text, visit.row.id if known else 0)
            if known and (fingerprint := self._print_by_now(visit.row)):
                visit.aliases.append(fingerprint)

    def _keep_learnt(self) -> None:
        while self._idle.news:
            (form, name), articles = self._idle.news.popitem()
            if articles is None:
                self._ledger.forget_idle(form, name)
            else:
                known = {self._print(url): row for url, row in articles.items()}
                self._ledger.learn_idle(form, name, known)

    def _print(self, url: str) -> bytes:
        return self.fingerprinter.fingerprint(Request(url))

    def _taken(self) -> Row | None:
        while len(self._held) < _HELD and (row := self._queue.take()):
            if is_asked_for(row) or not self._learns:
                return row
            if self._is_known_again(row):
                self._leave_out(row, COPY)
            elif self._is_trap(row):
                self._leave_out(row, TRAP)
            elif self._waits(row):
                self._held.append(row)
            elif not self._skip(row):
                return row
        return None

    def _released(self) -> Row | None:
        """A held row whose form is known by now."""
        ready = [row for row in self._held if not self._waits(row)]
        for row in ready:
            self._held.remove(row)
            if not self._skip(row):
                return row
        return None

    def _is_trap(self, row: Row) -> bool:
        """Whether the page was found on one of its own form, of which all are alike."""
        return self._alike.is_trap(self.forms.key(row.url)) and via_of(row) == form_key(row.url)

    def _is_known_again(self, row: Row) -> bool:
        """Whether the page is known under another URL, which since the row was queued turned out to be the same."""
        fingerprint = self._print_by_now(row)
        if fingerprint is None:
            return False
        known = fingerprint in self._met_again or self._ledger.knows(fingerprint)
        self._met_again.add(fingerprint)
        return known

    def _print_by_now(self, row: Row) -> bytes | None:
        """The fingerprint of the page without parameters that were found idle since the row was queued. None where there
        are none."""
        if self._idle.without(row.url) == row.url or row.fingerprint is None or not is_get(row):
            return None
        fingerprint = self._print(row.url)
        return fingerprint if fingerprint != row.fingerprint else None

    def _waits(self, row: Row) -> bool:
        """Whether enough pages of the form are in work to tell what it gives."""
        limit = self.forms.tries(row.url)
        enough = limit is not None and self._in_form[self.forms.key(row.url)] >= limit
        return enough or (bool(desktop_of(row.host)) and self._on_desktops())

    def _on_desktops(self) -> bool:
        """Whether something is in work that hosts for phones do not show: what they show will be known by then."""
        return not all(map(desktop_of, self._hosts()))

    def _skip(self, row: Row) -> bool:
        """Settle a row that is not asked for: pages of its form give nothing."""
        if not self.forms.skips(row.url, self._ledger.run):
            return False
        self._leave_out(row, BARREN)
        return True
