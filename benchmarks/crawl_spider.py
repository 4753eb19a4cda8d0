"""The spider of the throughput benchmark: as little work of its own as possible."""

from collections.abc import AsyncIterator, Iterator
from time import process_time
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response

from crawler.items import Fetched
from crawler.spiders.records import page_of
from schemas import Article


class CrawlSpider(Spider):
    """`-a url=BASE`."""

    name = "crawl"

    async def start(self) -> AsyncIterator[Any]:
        """The first list."""
        self._cpu = process_time()
        yield Request(self.url, self.parse_list)  # type: ignore[attr-defined]  # Scrapy sets arguments as attributes

    def closed(self, reason: str) -> None:
        """Note what the crawl cost this process."""
        self.crawler.stats.set_value("cpu_seconds", process_time() - self._cpu)

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
