"""One page, fetched like a crawl fetches it: robots.txt, address guard, size limit and certificates hold."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

from scrapy import Request, Spider, signals
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from twisted.python.failure import Failure as Error

from crawler.project import project_settings
from crawler.spiders.records import lost_record, page_of
from schemas import Failure, Page, Reason, Rejection


class NotFetched(Exception):
    """There is no response; the message says why."""


class _OnePage(Spider):
    name = "one_page"

    def __init__(self, url: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.url = url

    async def start(self) -> AsyncIterator[Any]:
        yield Request(self.url, self.parse, errback=self.lost, meta={"handle_httpstatus_all": True})

    def parse(self, response: Response, **kwargs: Any) -> Any:
        yield page_of(response)

    def lost(self, error: Error) -> Any:
        yield lost_record(error.request, error.value or Exception())  # type: ignore[attr-defined]  # set by Scrapy


def fetch(url: str, settings: Mapping[str, Any] | None = None) -> Page:
    """Fetch one page, error statuses included. Raises NotFetched. Once per process: a reactor starts once."""
    quiet = {
        "LOG_ENABLED": False,
        "ITEM_PIPELINES_BASE": {},
        "ITEM_PIPELINES": {},
        "EXTENSIONS_BASE": {},
        "EXTENSIONS": {},
        "RETRY_TIMES": 1,
    }
    process = AsyncCrawlerProcess(project_settings({**quiet, **(settings or {})}))
    crawler = process.create_crawler(_OnePage)
    found: list[Any] = []

    def scraped(item: Any) -> None:
        found.append(item)

    crawler.signals.connect(scraped, signals.item_scraped)
    process.crawl(crawler, url=url)
    process.start()
    if found and isinstance(found[0], Page):
        return found[0]
    raise NotFetched(_why(found[0]) if found else "no response")


def _why(record: Rejection | Failure) -> str:
    if isinstance(record, Rejection):
        return (
            "refused: robots.txt" if record.reason is Reason.ROBOTS else f"{record.reason}: {record.detail}"
        )
    return f"{record.error}: {record.detail}"
