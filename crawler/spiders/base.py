"""What all spiders share: lists lead to lists and articles, split articles are collected, losses are accounted for."""

import re
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from typing import Any, ClassVar, Self, TypeAlias
from urllib.parse import urlsplit

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from scrapy.utils.defer import deferred_from_coro
from twisted.python.failure import Failure as Error

from cleaners.lexicon import fold
from cleaners.sites import GENERIC, Site
from crawler.discovery.forms import Standing, form_key
from crawler.discovery.links import Link, host_of, page_links, path_of
from crawler.discovery.listing import Listing, listing_of
from crawler.discovery.next_page import next_page, other_parts, pager_number
from crawler.discovery.patterns import looks_barren, looks_like_page
from crawler.discovery.site_links import all_links, is_list
from crawler.discovery.sitemaps import MAX_XML, Entries, Entry, read_entries
from crawler.discovery.traps import Trail
from crawler.items import CHANGED, CONTINUES, FOUND, LEFT_OUT, NAMED, SHOWS, START, VIA, Fetched, Outcome
from crawler.pipelines.since import parse_since
from crawler.safety.urls import malformed
from crawler.spiders.arguments import refuse_unknown, whole_number
from crawler.spiders.records import lost_record, page_of
from schemas import Article, Failure, Page

MAX_PAGES = 50
"""Pages of the longest split article that is followed."""
_LISTING = "listing"  # meta key: what the page repeats
_LARGE = {"download_maxsize": MAX_XML}
_FIRST = {"barren": 0, "number": 1}
_BARREN, _PAGE, _LIST, _ARTICLE, _START, _LATER_PAGE = range(
    -1, 5
)  # priorities: what was begun is finished first

Output: TypeAlias = Iterator[Request | Fetched | Outcome]


class ArticleSpider(Spider):
    """Crawls a site from its lists, or from the lists, sitemaps, feeds and articles of `-a start=URL[,URL…]`.

    Every page gives its links; one that may be an article goes to the cleaner, which says whether it is. `-a limit=N`
    stops after N articles. A spider of your own sets `name` and `site`. Raises WrongArgument for an argument that it
    does not know.
    """

    site: ClassVar[Site] = GENERIC
    """What is known of the site: the cleaner reads its pages by it."""

    def __init__(self, start: str = "", limit: str | int | None = None, **kwargs: Any) -> None:
        refuse_unknown(type(self), kwargs)
        super().__init__(**kwargs)
        self.starts = tuple(filter(None, map(str.strip, start.split(",")))) or (
            *self.site.start,
            *self.site.feeds,
            *self.site.sitemaps,
        )
        self.allowed_domains = sorted({*self.site.hosts, *map(_site_of, self.starts)} - {""})
        self.left = None if limit is None else whole_number("limit", limit)
        self.trail = Trail()
        self.finds_only_old = False  # set by SincePipeline

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        if spider.left is not None:
            crawler.signals.connect(spider._count, signals.item_scraped)
        return spider

    async def start(self) -> AsyncIterator[Any]:
        if not self.starts:
            self.logger.error("%s has no start of its own: name one with -a start=URL", self.name)
            raise CloseSpider("no start URL")
        for url in self.starts:
            if why := malformed(url):
                self.logger.error("%s cannot be a start URL: %s", url, why)
                raise CloseSpider(f"bad start URL: {why}")
            self.trail.is_new(url)
            large = _LARGE if urlsplit(url).path.endswith((".xml", ".gz", ".txt")) else {}
            yield self.page_request(url, meta={START: True, **large}, priority=_START)

    def is_article(self, url: str) -> bool:
        """Whether the URL looks like an article's: it is asked for before others."""
        return bool(re.search(self.site.article_url, path_of(url)))

    def is_list(self, url: str) -> bool:
        """Whether the URL looks like a list's."""
        return is_list(url, self.site)

    def may_be_article(self, url: str) -> bool:
        """Whether the page may be an article of the site, and is to be cleaned. Where the URL cannot say, the page
        decides."""
        return self.is_article(url)

    def must_be_article(self, url: str) -> bool:
        """Whether a person said that such pages are articles: one that is none is told of as a rejection."""
        return self.is_article(url)

    def tidy(self, url: str) -> str:
        """One URL for an article that the site links under several."""
        for pattern, replacement in self.site.tidy:
            url = re.sub(pattern, replacement, url)
        return url

    def known(self, url: str) -> bool:
        """Whether the page was ever queued. A job replaces this."""
        return False

    def revisits(self, url: str) -> bool:
        """Whether a known page is a list, which each run asks again. A job replaces this."""
        return False

    def is_outdated(self, url: str, changed: float) -> bool:
        """Whether a known page was asked for last before it changed (Unix time). A job replaces this."""
        return False

    @property
    def routes(self) -> str:
        """What a person said of URLs: when it changes, known pages go the new way."""
        return f"{self.site.article_url} {self.site.list_url}"

    def is_followed(self, url: str) -> bool:
        """Whether the page is asked for when a link leads to it."""
        return self.may_follow(url) and (self.is_article(url) or self.is_list(url))

    def standing(self, url: str) -> Standing:
        """What pages of the URL's form were so far. A job replaces this."""
        return Standing.UNKNOWN

    @property
    def learns_forms(self) -> bool:
        """Whether pages of which others of their form gave nothing are asked seldom: not where a person said which
        forms are articles and lists."""
        return not self.site.article_url

    def parse_page(
        self, response: Response, barren: int = 0, number: int = 1, pages: tuple[Page, ...] = ()
    ) -> Output:
        """Any page: it gives its links and, where it may be an article, goes to the cleaner: what it is, is decided by
        what it holds. `barren` counts the pages before it that led to nothing new, `number` is its place in a list of
        several pages, `pages` are those before it of a split article."""
        if self.left == 0:
            raise CloseSpider("limit")
        self.trail.is_new(response.url)  # where a redirect led, too
        entries = None if pages else read_entries(response)
        if entries is not None:
            yield from self.parse_entries(response, entries)
            return
        response.meta[_LISTING] = listing_of(response)
        yield from self.parse_list(response, barren, number)
        if pages or response.meta.get(NAMED) or any(map(self.may_be_article, _urls(response))):
            yield from self.parse_article(response, pages)

    def parse_entries(self, response: Response, entries: Entries) -> Output:
        """A sitemap or feed."""
        response.meta[FOUND] = len(entries.pages) + len(entries.more)
        dates = entries.dates()
        for entry in entries.pages:
            url = self.tidy(entry.url)
            if not self.follows_entry(url):
                continue
            if self._is_too_old(entry):
                response.meta.setdefault(LEFT_OUT, Counter())["too_old"] += 1
            elif self._is_unknown(url, changed := dates.get(entry.url, 0.0)):
                meta = {NAMED: True, CHANGED: changed, "allow_offsite": not self._is_on_site(url)}
                yield self.page_request(url, via=response, meta=meta, priority=_ARTICLE)
        for url in entries.more:
            if not self.finds_only_old and self.trail.is_new(url):
                yield self.page_request(url, meta=_LARGE, priority=_LIST)

    def parse_list(self, response: Response, barren: int = 0, number: int = 1) -> Output:
        """Requests for a page's links: those that are new, and lists to look at again."""
        links = self._links(response)
        met = [link for link in links if self.trail.is_new(link.url)]
        new = [link for link in met if not self.known(link.url)]
        priorities = {link.url: self._priority(link.url) for link in links}
        fruitful = self.trail.passed(
            response.url, ((link.url, priorities[link.url] == _ARTICLE) for link in new)
        )
        likely = [link.url for link in links if priorities[link.url] == _ARTICLE]
        response.meta[SHOWS] = self.trail.shows_new(response.url, likely)
        barren = 0 if fruitful else barren + 1
        left_out = response.meta.setdefault(LEFT_OUT, Counter())
        for link in new:
            priority = priorities[link.url]
            if priority == _ARTICLE or not (why := self._leaves_out(link.url, barren)):
                page = pager_number(link, number) or 1
                yield self.page_request(link.url, barren, page, via=response, priority=priority)
            else:
                left_out[why] += 1
        if not self.finds_only_old:
            fresh = fruitful if number > 1 else self.trail.has_new(link.url for link in links)
            yield from self._lists_again(met, number, goes_on=fresh)

    def parse_article(self, response: Response, pages: tuple[Page, ...] = ()) -> Output:
        """One page of an article; `pages` are those before it."""
        pages = (*pages, page_of(response))
        following = self._next_page(response)
        if following and len(pages) < MAX_PAGES and all(following != page.url for page in pages):
            self.trail.is_new(following)
            yield Request(
                following,
                self.parse_page,
                errback=self.lost_page,
                cb_kwargs={"pages": pages},
                meta={CONTINUES: True},
                priority=_LATER_PAGE,
                dont_filter=True,  # filtered, the pages before it would be lost
            )
        else:
            listing, links = _listing(response), response.meta.get(FOUND, 0)
            named = bool(response.meta.get(NAMED)) or any(map(self.must_be_article, _urls(response)))
            headed = (
                frozenset(_headlines(response)) if response.cb_kwargs.get("number", 1) > 1 else frozenset()
            )
            yield Fetched(self.name, pages, listing=listing, links=links, headed=headed, named=named)

    def lost(self, error: Error) -> Output:
        """A page that could not be fetched. One that is not an article candidate and does not exist holds nothing."""
        request = _request(error)
        record = lost_record(request, error.value or Exception())
        if isinstance(record, Failure) or START in request.meta or self.may_be_article(request.url):
            yield Outcome(self.name, record)
        else:
            self.logger.info("No such list: %s %s", record.url, record.detail)
            self.crawler.stats.inc_value(f"lists/{record.reason}")

    def lost_page(self, error: Error) -> Output:
        """A later page of a split article that could not be fetched: the article is made of what is there."""
        yield Fetched(self.name, _request(error).cb_kwargs["pages"], whole=False)

    def page_request(
        self,
        url: str,
        barren: int = 0,
        number: int = 1,
        *,
        via: Response | None = None,
        meta: dict[str, Any] | None = None,
        priority: int = _PAGE,
    ) -> Request:
        """Request for any page of the site, found on `via`."""
        meta = {**({VIA: form_key(via.url)} if via else {}), **(meta or {})}
        kwargs = {
            name: value for name, value in (("barren", barren), ("number", number)) if value != _FIRST[name]
        }
        return Request(
            url, self.parse_page, errback=self.lost, cb_kwargs=kwargs, meta=meta, priority=priority
        )

    def may_follow(self, url: str) -> bool:
        """Whether the URL may be a page's, and nobody forbade it."""
        return looks_like_page(url)

    def follows_entry(self, url: str) -> bool:
        """Whether a page that a sitemap or feed names is wanted."""
        return self._is_on_site(url) and self.is_article(url)

    def _links(self, response: Response) -> list[Link]:
        """The links to other pages of the site."""
        links = [replace(link, url=self.tidy(link.url)) for link in all_links(response, self.site)]
        parts = other_parts(response.url, links) if _listing(response).is_text else set()
        links = [link for link in links if link.url not in parts and link.url != response.url]
        links = [link for link in links if self._is_on_site(link.url) and self.may_follow(link.url)]
        response.meta[FOUND] = len(links)
        return [link for link in links if self.is_followed(link.url)]

    def _leaves_out(self, url: str, barren: int) -> str:
        """Why a page that may lead to articles is not asked for; '' where it is."""
        if self.finds_only_old:
            return "too_old"
        return "" if self.trail.leads_on(url, barren) else "trap"

    def _lists_again(self, links: Iterable[Link], number: int, *, goes_on: bool) -> Output:
        """Known lists among the links: first pages; of the pages of this list, the next where it `goes_on` with new
        pages."""
        for link in links:
            if not self.revisits(link.url):
                continue
            page = pager_number(link, number)
            if page is None or (goes_on and page == number + 1):
                yield self.page_request(link.url, number=page or 1, priority=_LIST)

    def _priority(self, url: str) -> int:
        """What is asked for first: what others of its form were decides, and before that what the URL looks like."""
        expected = self.standing(url) if self.learns_forms else Standing.UNKNOWN
        if expected is Standing.UNKNOWN:
            return _BARREN if looks_barren(url) else _ARTICLE if self.is_article(url) else _PAGE
        return {Standing.BARREN: _BARREN, Standing.LEADS: _LIST, Standing.GIVES: _ARTICLE}[expected]

    def _next_page(self, response: Response) -> str | None:
        """The pages of a list are no article, whatever they are called."""
        return next_page(response) if _listing(response).is_text else None

    def _is_unknown(self, url: str, changed: float) -> bool:
        """Whether the page was never looked at as an article (a list, or one that was left, may be one after all), or
        not since it changed."""
        if not self.trail.is_new(url):
            return False
        return not self.known(url) or self.revisits(url) or (changed > 0 and self.is_outdated(url, changed))

    def _is_too_old(self, entry: Entry) -> bool:
        """Whether the entry says that its page was not touched since the date that the crawl asked for."""
        since = self.settings["SINCE"]
        return bool(since and entry.changed and entry.changed < parse_since(since))

    def _is_on_site(self, url: str) -> bool:
        host = host_of(url)  # without the port
        return any(host == domain or host.endswith(f".{domain}") for domain in self.allowed_domains)

    def _count(self, item: Any) -> None:
        """Stop at the limit. What is in work is fetched anew in the next run."""
        if self.left and isinstance(item, Article):
            self.left -= 1
            if self.left == 0:
                deferred_from_coro(self.crawler.engine.close_spider_async(reason="limit"))


def _request(error: Error) -> Request:
    request: Request = error.request  # type: ignore[attr-defined]  # set by Scrapy
    return request


def _listing(response: Response) -> Listing:
    found: Listing = response.meta.get(_LISTING) or Listing()
    return found


def _headlines(response: Response) -> Iterator[str]:
    return (fold(link.text) for link in page_links(response) if link.text)


def _urls(response: Response) -> tuple[str, ...]:
    """The URL that was asked for, and where it led."""
    return (*response.meta.get("redirect_urls", ())[:1], response.url)


def _site_of(url: str) -> str:
    """A host with and without www is one site."""
    return host_of(url).removeprefix("www.")
