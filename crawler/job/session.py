"""One process at work on a job: hands out requests, has each followed until it is settled, commits in groups.

The one object behind the scheduler, the spider middleware and the signal handlers; it lives from the opening of the
spider to its closing.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.utils.request import RequestFingerprinterProtocol

from crawler.discovery.canonical import twin_urls
from crawler.discovery.forms import Standing
from crawler.items import START, VIA
from crawler.job.errors import JobUnwritable
from crawler.job.interfaces import JobLedger, Queue
from crawler.job.inwork import InWork
from crawler.job.requests import link_of, request_of
from crawler.job.rows import Link, Row, Settled
from crawler.job.selection import Selection
from crawler.job.tracker import Tracker
from crawler.job.twins import on_desktop, titled
from crawler.job.visits import Visit, conditional
from crawler.politeness.health import Doubt, Verdict
from schemas import Article

GROUP = 128
"""Pages that are committed together at most: a commit waits for the disk three times."""
GROUP_BYTES = 8 * 1024 * 1024
"""So much of the archive is held in memory at most, and the last page."""

logger = logging.getLogger(__name__)


class Session:
    """`stop` is called once, with the error, when the job cannot be written any more. `ends` says whether the crawl
    does."""

    def __init__(
        self,
        ledger: JobLedger,
        queue: Callable[[], Queue],
        spider: Spider,
        fingerprinter: RequestFingerprinterProtocol,
        *,
        attempts: int,
        archive: bool,
        stop: Callable[[JobUnwritable], None],
        ends: Callable[[], bool],
    ) -> None:
        self.ledger = ledger
        self._spider = spider
        self._attempts = attempts
        self._stop = stop
        self._ends = ends
        self._stopped = False
        self._in_work = InWork(ledger.folder)
        if self._in_work.left:
            ledger.note_death(self._in_work.left)
        self._frontier = queue()
        self._selection = Selection(
            self._frontier,
            ledger,
            fingerprinter,
            learns=getattr(spider, "learns_forms", False),
            hosts=self._hosts_at_work,
            leave_out=self._leave_out,
        )
        self._forms = self._selection.forms
        self._fingerprinter = self._selection.fingerprinter
        self.tracker = Tracker(
            spider,
            self._fingerprinter,
            self._in_work,
            archive=archive,
            settle=self._settle,
            may_wait=self._may_wait,
        )
        self._settled: list[Settled] = []
        self._held_bytes = 0
        self._doubtful: dict[Doubt, list[Visit]] = {}
        self.hosts_left: dict[str, str] = {}
        """Those that are not asked again in this run, and why."""
        self._started: list[Link] = []
        self._following: deque[Request] = deque()  # redirects, retries and later pages of rows in work

    def known(self, url: str) -> bool:
        """Whether the page was ever queued."""
        return self.ledger.knows(self._fingerprinter.fingerprint(Request(url)))

    def revisits(self, url: str) -> bool:
        """Whether the page is a list, which a run asks again when it finds it."""
        return self.ledger.revisits(self._fingerprinter.fingerprint(Request(url)))

    def is_outdated(self, url: str, changed: float) -> bool:
        """Whether a known page was asked for last before it changed."""
        return self.ledger.is_outdated(self._fingerprinter.fingerprint(Request(url)), changed)

    def standing(self, url: str) -> Standing:
        """What is to be expected of the page, by what others of its form were."""
        return self._forms.standing(url)

    def enqueue(self, request: Request) -> bool:
        """A request that no page gave: a start URL; or one that goes on with a row in work."""
        if self.tracker.visit(request):
            self._following.append(request)
            return True
        fingerprint = self._fingerprinter.fingerprint(
            request
        )  # start URLs are unfiltered in Scrapy, and come anew
        self._started.append(link_of(request, self._spider, fingerprint))
        if len(self._started) >= GROUP:
            self.commit()
        return True

    def next_request(self) -> Request | None:
        """What to fetch next; commits when that brings more to fetch."""
        if self._stopped:
            return None
        if self._following:
            return self._following.popleft()
        while not self._has_enough() and (row := self._take_or_commit()):
            if request := self._request(row):
                return request
        return None

    def has_pending(self) -> bool:
        """Whether something waits to be fetched or committed. Scrapy asks when it has nothing in work: rows in work then
        are lost, and may hold up the others. Where there are such, or all that waits stands behind pages in doubt,
        nothing does: Scrapy is idle, and they are decided upon."""
        own = self._following if self.tracker else self._selection or self._settled or self._started
        waits = not self.tracker and self._frontier and not self._waits_for_doubts()
        return not self._stopped and bool(own or waits)

    def _waits_for_doubts(self) -> bool:
        return bool(self._doubtful) and self._frontier.rests()

    def commit(self) -> None:
        """Write what is settled. When that is impossible, stop; nothing is lost."""
        if self._stopped or not (self._settled or self._started):
            return
        group, started = self._settled, self._started
        self._settled, self._started, self._held_bytes = [], [], 0
        try:
            added = self.ledger.commit(group, started)
        except JobUnwritable as error:
            self._give_up(error)
            return
        self._frontier.added(added)
        self._forms.changed(form for settled in group for form in (settled.form, settled.via) if form)
        for settled in group:
            self._frontier.committed(settled.row)
            self._in_work.end(settled.row.id)

    def close(self) -> None:
        """Commit what is settled; the rest stays pending. The ledger stays open."""
        self.commit()
        self._in_work.close()

    def _take_or_commit(self) -> Row | None:
        row = self._take()
        if row is None and self._commit_brings_rows():
            self.commit()
            row = self._take()
        return row

    def _has_enough(self) -> bool:
        """Whether what is in work may be all that the spider's limit leaves."""
        left: int | None = getattr(self._spider, "left", None)
        return left is not None and len(self.tracker) >= left

    def _take(self) -> Row | None:
        try:
            return self._selection.take()
        except JobUnwritable as error:
            self._give_up(error)
            return None

    def _hosts_at_work(self) -> Iterator[str]:
        """Hosts of which pages are in work, or gave links that are not committed."""
        yield from self.tracker.hosts()
        yield from (settled.row.host for settled in self._settled if settled.links)

    def _leave_out(self, row: Row, why: str) -> None:
        self._frontier.downloaded(row)
        self._settled.append(Settled(row, form=self._forms.key(row.url), skipped=why))
        if len(self._settled) >= GROUP:
            self.commit()

    def _give_up(self, error: JobUnwritable) -> None:
        if not self._stopped:
            self._stopped = True
            self._stop(error)

    def _commit_brings_rows(self) -> bool:
        fruitful = any(settled.links or settled.retry for settled in self._settled)
        return bool(self._started) or fruitful or not self.tracker

    def _request(self, row: Row) -> Request | None:
        visit = self.tracker.begin(row)
        try:
            request = request_of(row, self._spider)
        except ValueError as error:  # the spider's code changed
            self.tracker.raised(visit, error)
            return None
        visit.start, visit.via = START in request.meta, request.meta.get(VIA, "")
        visit.form = self._forms.key(row.url)
        self._selection.begun(visit.form)
        if conditional(row) and not visit.start:  # an answer without a page would give no links
            request.headers.update({"If-None-Match": row.etag, "If-Modified-Since": row.modified})
        return self.tracker.watched(request)

    def _may_wait(self, row: Row) -> bool:
        """Whether the row is not given out again in this run: else, as where its page led to another host that was
        left, it would come back at once, and without end."""
        return row.host in self.hosts_left or self._ends()

    def decided(self, doubt: Doubt) -> None:
        """Answers that may have been the host's own are settled, or their pages wait."""
        for visit in self._doubtful.pop(doubt, ()):
            self._finish(visit)

    def robots_read(self, origin: str, digest: str) -> None:
        """The rules of an origin are known: where they changed, what they forbade is asked for."""
        try:
            if self.ledger.read_robots(origin, digest):
                self._frontier.wake(urlsplit(origin).hostname or "")
        except JobUnwritable as error:
            self._give_up(error)

    def host_left(self, host: str, why: str) -> None:
        """Nothing more is asked of the host in this run: what is queued waits for the next."""
        self.hosts_left[host] = why
        try:
            self._frontier.leave(host, why)
        except JobUnwritable as error:
            self._give_up(error)

    def _settle(self, visit: Visit) -> None:
        self._selection.ended(visit.form)  # a page in doubt, too: others of its form are to be asked
        self._frontier.downloaded(visit.row)
        if visit.doubt and visit.doubt.verdict is Verdict.OPEN:
            self._doubtful.setdefault(visit.doubt, []).append(visit)
            self._in_work.end(visit.row.id)
        else:
            self._finish(visit)

    def _twins(self, row: Row, article: Article) -> tuple[bytes, ...]:
        """Under which the same article may be known: other URLs, and on its host its title."""
        urls = twin_urls(row.url, article.canonical_url)
        return (*(self._fingerprinter.fingerprint(Request(url)) for url in urls), *titled(row.host, article))

    def _finish(self, visit: Visit) -> None:
        if isinstance(visit.record, Article):
            visit.twins = self._twins(visit.row, visit.record)
            visit.elsewhere = on_desktop(visit.row.host, visit.record)
        visit.decided()
        self._selection.note(visit)
        self._settled.append(visit.settled(self._attempts))
        self._forms.note(self._settled[-1])
        self._held_bytes += sum(map(len, visit.archive))
        if len(self._settled) >= GROUP or self._held_bytes >= GROUP_BYTES:
            self.commit()
