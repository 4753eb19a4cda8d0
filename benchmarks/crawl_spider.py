"""The spider of the throughput benchmark: as little work of its own as possible."""

from collections.abc import AsyncIterator, Iterator
from time import perf_counter, process_time
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.items import Fetched
from crawler.spiders.records import page_of
from schemas import Article

WARM = 100
"""Items before the time begins to count: until then connections are opened and workers load their dictionaries."""


class CrawlSpider(Spider):
    """`-a url=BASE`. Leaves `timed/seconds` and `timed/cpu_seconds`, of its own process, among the stats."""

    name = "crawl"
    _begin = (0.0, 0.0)
    _items = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.warm_up, signals.item_scraped)
        return spider

    async def start(self) -> AsyncIterator[Any]:
        """The first list."""
        yield Request(self.url, self.parse_list)  # type: ignore[attr-defined]  # Scrapy sets arguments as attributes

    def warm_up(self) -> None:
        """The watch starts with the last of the first items."""
        self._items += 1
        if self._items == WARM:
            self._begin = (perf_counter(), process_time())
            self.crawler.signals.disconnect(self.warm_up, signals.item_scraped)

    def closed(self, reason: str) -> None:
        """Note what the crawl took."""
        seconds, cpu = self._begin
        self.crawler.stats.set_value("timed/seconds", perf_counter() - seconds)
        self.crawler.stats.set_value("timed/cpu_seconds", process_time() - cpu)

    def parse_list(self, response: Response) -> Iterator[Request]:
        """Links to articles, and to the next list, which comes last."""
        for href in response.css("a::attr(href)").getall():
            parse = self.parse_article if "article" in href else self.parse_list
            yield response.follow(href, parse, priority="article" in href)

    def parse_article(self, response: Response) -> Iterator[Fetched]:
        """The page, to be cleaned."""
        yield Fetched(self.name, (page_of(response),))


class Uncleaned:
    """Takes the page for an article as it is."""

    def process_item(self, item: Fetched) -> Article:
        """A short article."""
        return Article(url=item.pages[0].url, title="合成", text="合成", content_hash="0")
