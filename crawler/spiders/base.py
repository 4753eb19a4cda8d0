"""What all spiders share: lists lead to lists and articles, split articles are collected, losses are accounted for."""

import re
from collections.abc import AsyncIterator, Iterable, Iterator
from typing import Any, ClassVar, TypeAlias

from scrapy import Request, Spider
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure as Error

from cleaners.sites import GENERIC, Profile
from crawler.discovery.links import host_of, page_links, path_of
from crawler.discovery.next_page import next_page
from crawler.discovery.sitemaps import read_entries
from crawler.discovery.traps import Trail
from crawler.items import CONTINUES, Fetched, Outcome
from crawler.safety.urls import malformed
from crawler.spiders.arguments import refuse_unknown, whole_number
from crawler.spiders.records import lost_record, page_of
from schemas import Page, Rejection

MAX_PAGES = 50
"""Pages of the longest split article that is followed."""
_LIST, _ARTICLE, _LATER_PAGE = 0, 1, 2  # priorities: what was begun is finished first

Output: TypeAlias = Iterator[Request | Fetched | Outcome]


class ArticleSpider(Spider):
    """Crawls a site from its lists, or from the lists, sitemaps, feeds and articles of `-a start=URL[,URL…]`.

    `-a limit=N` stops after N article candidates. A site spider sets `name`, `profile` and `homes`. Raises WrongArgument
    for an argument that it does not know.
    """

    profile: ClassVar[Profile] = GENERIC
    homes: ClassVar[tuple[str, ...]] = ()
    """Lists to start from when none is given. Empty for families that live under many hosts."""

    def __init__(self, start: str = "", limit: str | int | None = None, **kwargs: Any) -> None:
        refuse_unknown(type(self), kwargs)
        super().__init__(**kwargs)
        self.starts = tuple(filter(None, map(str.strip, start.split(",")))) or self.homes
        self.allowed_domains = sorted({*self.profile.hosts, *map(host_of, self.starts)} - {""})
        self.left = None if limit is None else whole_number("limit", limit)
        self.trail = Trail()
        self.finds_only_old = False  # set by SincePipeline

    async def start(self) -> AsyncIterator[Any]:
        if not self.starts:
            self.logger.error("%s has no home of its own: name one with -a start=URL", self.name)
            raise CloseSpider("no start URL")
        for url in self.starts:
            if why := malformed(url):
                self.logger.error("%s cannot be a start URL: %s", url, why)
                raise CloseSpider(f"bad start URL: {why}")
            for request in self.articles([url]) if self.is_article(url) else [self.list_request(url)]:
                yield request

    def is_article(self, url: str) -> bool:
        """Whether the URL is an article's."""
        return bool(re.search(self.profile.article_url, path_of(url)))

    def is_list(self, url: str) -> bool:
        """Whether the URL is a list's."""
        return bool(re.search(self.profile.list_url, path_of(url)))

    def tidy(self, url: str) -> str:
        """One URL for an article that the site links under several."""
        return url

    def _is_on_site(self, url: str) -> bool:
        host = host_of(url)  # without the port
        return any(host == domain or host.endswith(f".{domain}") for domain in self.allowed_domains)

    def known(self, url: str) -> bool:
        """Whether an earlier run has the article. A job replaces this."""
        return False

    def parse_list(self, response: Response, barren: int = 0) -> Output:
        """A list, sitemap or feed. `barren` counts the lists before it that led to no new article."""
        entries = read_entries(response)
        links = entries.pages if entries else [link.url for link in page_links(response)]
        on_site = [url for url in links if self._is_on_site(url)]
        articles = list(self.articles(url for url in on_site if self.is_article(url)))
        yield from articles
        self.trail.passed(response.url, fruitful=bool(articles))
        barren = 0 if articles else barren + 1
        lists = [url for url in on_site if self.is_list(url) and not self.is_article(url)]
        if self.left != 0 and not self.finds_only_old:
            yield from (self.list_request(url, barren) for url in lists if self.trail.leads_on(url, barren))
            yield from (self.list_request(url) for url in (entries.more if entries else ()))

    def parse_article(self, response: Response, pages: tuple[Page, ...] = ()) -> Output:
        """One page of an article; `pages` are those before it."""
        pages = (*pages, page_of(response))
        following = next_page(response)
        if following and len(pages) < MAX_PAGES and all(following != page.url for page in pages):
            yield Request(
                following,
                self.parse_article,
                errback=self.lost_page,
                cb_kwargs={"pages": pages},
                meta={CONTINUES: True},
                priority=_LATER_PAGE,
                dont_filter=True,  # filtered, the pages before it would be lost
            )
        else:
            yield Fetched(self.name, pages)

    def lost_list(self, error: Error) -> Output:
        """A list that could not be fetched. One that does not exist holds nothing; behind another there are articles."""
        record = lost_record(_request(error), error.value or Exception())
        if isinstance(record, Rejection):
            self.logger.info("No such list: %s %s", record.url, record.detail)
            self.crawler.stats.inc_value(f"lists/{record.reason}")
        else:
            yield Outcome(self.name, record)

    def lost(self, error: Error) -> Output:
        """An article that could not be fetched."""
        yield Outcome(self.name, lost_record(_request(error), error.value or Exception()))

    def lost_page(self, error: Error) -> Output:
        """A later page of a split article that could not be fetched: the article is made of what is there."""
        yield Fetched(self.name, _request(error).cb_kwargs["pages"], whole=False)

    def articles(self, urls: Iterable[str]) -> Iterator[Request]:
        """Requests for the articles that are new, as many as the limit leaves."""
        for url in map(self.tidy, urls):
            if self.left == 0:
                return
            if self.trail.is_new(url) and not self.known(url):
                self.left = None if self.left is None else self.left - 1
                yield Request(url, self.parse_article, errback=self.lost, priority=_ARTICLE)

    def list_request(self, url: str, barren: int = 0) -> Request:
        """Request for a list, sitemap or feed."""
        return Request(
            url, self.parse_list, errback=self.lost_list, cb_kwargs={"barren": barren}, priority=_LIST
        )


def _request(error: Error) -> Request:
    request: Request = error.request  # type: ignore[attr-defined]  # set by Scrapy
    return request
