"""Scrapy's scheduler over a job: it opens the ledger, hands out what waits, and closes it."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Self

from scrapy import Request, Spider, signals
from scrapy.core.scheduler import BaseScheduler
from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings
from scrapy.utils.asyncio import create_looping_call
from scrapy.utils.defer import deferred_from_coro

from crawler.downloads.ending import ends
from crawler.job.errors import JobError, JobUnwritable
from crawler.job.frontier import Frontier
from crawler.job.holder import holder_of
from crawler.job.interfaces import JobLedger, Queue, Routed
from crawler.job.ledger import Ledger
from crawler.job.listeners import Listeners
from crawler.job.report import write_report
from crawler.job.session import Session
from crawler.politeness.ward import HostHealth

_COMMIT_SECONDS = 1.0
"""The longest time a settled page waits for its commit."""
UNWRITABLE = "job_unwritable"
"""Scrapy's close reason when the disk is full or the folder cannot be written."""

logger = logging.getLogger(__name__)


class JobScheduler(BaseScheduler):
    """Raises JobError when the folder cannot be opened."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._holder = holder_of(crawler)
        self._timer = create_looping_call(self._commit)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def open(self, spider: Spider) -> None:
        """Open the job: what is pending is taken up."""
        settings = self._crawler.settings
        ledger, queue = self.open_job()
        ledger.begin_run()
        if isinstance(spider, Routed):
            rerouted = ledger.reroute(spider.name, spider.routes, spider.is_followed, spider.may_be_article)
            logger.info("%d known pages go another way than before", rerouted)
        self._holder.session = session = Session(
            ledger,
            queue,
            spider,
            self._crawler.request_fingerprinter,
            attempts=settings.getint("JOB_ATTEMPTS", 3),
            archive=settings.getbool("JOB_ARCHIVE", True),
            stop=self._stop,
            ends=partial(ends, self._crawler),
        )
        spider.known = session.known  # type: ignore[attr-defined]  # spiders may ask which pages are new
        spider.revisits = session.revisits  # type: ignore[attr-defined]  # spiders that ask the job have it, Scrapy's class has not
        spider.is_outdated = session.is_outdated  # type: ignore[attr-defined]  # as above
        spider.standing = session.standing  # type: ignore[attr-defined]  # as above
        if health := self._crawler.get_downloader_middleware(HostHealth):
            health.known = ledger.good_page
        self._listeners = Listeners(self._crawler, session)
        self._timer.start(_COMMIT_SECONDS, now=False)
        logger.info("Job %s, run %d: %s", ledger.folder, ledger.run, ledger.states() or "empty")

    def open_job(self) -> tuple[JobLedger, Callable[[], Queue]]:
        """The job's ledger, and how what waits in it is handed out."""
        ledger = open_ledger(self._crawler.settings)
        return ledger, partial(Frontier, ledger)

    def close(self, reason: str) -> None:
        """Commit what is settled and write the run's report. What is not settled stays pending."""
        session, self._holder.session = self._holder.session, None
        if session is None:
            return
        self._timer.stop()
        try:
            session.close()
            session.ledger.end_process(reason, session.hosts_left)
            write_report(session.ledger, session.ledger.run)
            logger.info("Job %s: %s", session.ledger.folder, session.ledger.states())
        except (JobError, OSError) as error:
            logger.error("The run's end could not be written, the next process will do it: %s", error)
            self._crawler.signals.connect(self._fail, signals.engine_stopped)
        finally:
            session.ledger.close()

    def has_pending_requests(self) -> bool:
        """Whether something waits to be fetched or committed."""
        return self._holder.session is not None and self._holder.session.has_pending()

    def enqueue_request(self, request: Request) -> bool:
        """Take a start URL, or the next request of a row in work. A page's links come with its commit."""
        return self._holder.session is not None and self._holder.session.enqueue(request)

    def next_request(self) -> Request | None:
        """The next request, or None when nothing waits."""
        return self._holder.session.next_request() if self._holder.session else None

    def _commit(self) -> None:
        if self._holder.session:
            self._holder.session.commit()

    def _stop(self, error: JobUnwritable) -> None:
        logger.critical("The crawl stops, nothing is lost; run it again when this is mended: %s", error)
        self._crawler.stats.set_value("job/unwritable", str(error))
        self._crawler.signals.connect(self._fail, signals.engine_stopped)
        deferred_from_coro(self._crawler.engine.close_spider_async(reason=UNWRITABLE))

    def _fail(self) -> None:
        """`scrapy crawl` exits with 1 when a crawler has no spider, and has no other way to be told."""
        self._crawler.spider = None


def open_ledger(settings: BaseSettings) -> Ledger:
    """The ledger of the setting JOB. Raises JobError."""
    return Ledger(Path(settings["JOB"]), recheck=settings.getfloat("JOB_RECHECK", 86_400.0) or None)
