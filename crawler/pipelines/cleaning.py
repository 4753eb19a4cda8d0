"""Fetched -> Outcome."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.utils.defer import deferred_from_coro

from cleaners import Cleaner
from cleaners.joining import join
from cleaners.sites import GENERIC
from cleaners.structure import formats_of
from crawler.downloads.ending import GIVE_UP, ends
from crawler.downloads.waits import NotCleaned
from crawler.guard import Guard, GuardError
from crawler.items import Fetched, Outcome
from crawler.pipelines.kinds import Listed, is_list, judged
from crawler.sites import sites_of, with_own
from schemas import Article, Failure, Flag, Kind, Page, Record, Stage

logger = logging.getLogger(__name__)


class CleaningPipeline:
    """Cleans what the spiders fetched; everything else passes.

    With CLEANER_WORKERS, pages are cleaned in child processes: the crawl goes on meanwhile, and a page that hangs,
    crashes or eats memory costs one worker and becomes a Failure. Without, in the crawler's own process. `stop` is
    called when no worker can be started.
    """

    def __init__(self, cleaner: Cleaner, workers: int, stop: Callable[[], object] = lambda: None) -> None:
        self._stop = stop
        self._process = cleaner.process
        self._wanted = cleaner.wanted
        self._guard = Guard(self._process, workers=workers) if workers else None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        def stop() -> None:
            if crawler.engine and not ends(crawler):
                logger.critical("No worker cleans any more: the crawl stops")
                deferred_from_coro(crawler.engine.close_spider_async(reason="no_cleaning_worker"))

        own = getattr(crawler.spidercls, "site", GENERIC)
        formats = formats_of(crawler.settings.getlist("FORMATS"))
        kinds = frozenset(map(Kind, crawler.settings.getlist("KINDS")))
        cleaner = Cleaner(kinds=kinds, formats=formats, sites=with_own(sites_of(crawler.settings), own))
        pipeline = cls(cleaner, crawler.settings.getint("CLEANER_WORKERS"), stop)
        crawler.signals.connect(pipeline.close_spider, GIVE_UP)
        return pipeline

    async def process_item(self, item: Any) -> Any:
        """A page that breaks the cleaner is a Failure. Raises Listed for a page that is no candidate after all, and
        NotCleaned when there are no workers any more."""
        if not isinstance(item, Fetched):
            return item
        try:
            results = await asyncio.gather(*map(self._clean, item.pages))
            record = judged(item, one_record(results, whole=item.whole), self._wanted)
        except (GuardError, asyncio.CancelledError) as error:
            self._stop()
            raise NotCleaned(f"no worker cleans any more: {error}") from error
        except Exception as error:  # whatever one page does, the crawl goes on and the page is kept
            record = Failure.of(error, item.pages[0].url, Stage.CLEAN, failed_at=datetime.now(UTC))
        if is_list(item, record):
            raise Listed(record.url)
        return Outcome(item.site, record, item.ticket)

    def close_spider(self) -> None:
        """End the workers."""
        if self._guard:
            self._guard.close()

    async def _clean(self, page: Page) -> Record:
        return await self._guard.clean(page) if self._guard else self._process(page)


def one_record(results: Sequence[Record], *, whole: bool = True) -> Record:
    """What the pages of one candidate are together. The first decides whether there is an article; `whole` is False
    when a later one was not fetched."""
    articles = [result for result in results if isinstance(result, Article)]
    if not isinstance(results[0], Article):
        return results[0]
    article = join(articles) if len(articles) > 1 else articles[0]
    return article if whole and len(articles) == len(results) else _truncated(article)


def _truncated(article: Article) -> Article:
    return article.model_copy(update={"flags": tuple(dict.fromkeys((*article.flags, Flag.TRUNCATED)))})
