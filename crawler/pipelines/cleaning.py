"""Fetched -> Outcome."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Self

from scrapy.crawler import Crawler

from cleaners import Cleaner
from cleaners.joining import join
from crawler.guard import Guard
from crawler.items import Fetched, Outcome
from schemas import Article, Failure, Flag, Page, Rejection, Stage

Record = Article | Rejection | Failure


class CleaningPipeline:
    """Cleans what the spiders fetched; an Outcome that a spider made itself passes.

    With CLEANER_WORKERS, pages are cleaned in child processes: the crawl goes on meanwhile, and a page that hangs,
    crashes or eats memory costs one worker and becomes a Failure. Without, in the crawler's own process.
    """

    def __init__(self, workers: int) -> None:
        self._process = Cleaner().process
        self._guard = Guard(self._process, workers=workers) if workers else None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler.settings.getint("CLEANER_WORKERS"))

    async def process_item(self, item: Fetched | Outcome) -> Outcome:
        """Never raises: a page that breaks the cleaner is a Failure."""
        if isinstance(item, Outcome):
            return item
        try:
            results = await asyncio.gather(*map(self._clean, item.pages))
            return Outcome(item.site, one_record(results, whole=item.whole))
        except Exception as error:  # whatever one page does, the crawl goes on and the page is kept
            return Outcome(item.site, _broken(item.pages[0], error))

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


def _broken(page: Page, error: Exception) -> Failure:
    return Failure(
        url=page.url,
        stage=Stage.CLEAN,
        error=type(error).__name__,
        detail=str(error)[:300],
        failed_at=datetime.now(UTC),
    )
