"""Any site: `-a url=`, `-a sitemap=` or `-a feed=`, each one URL or several with commas between."""

from typing import Any

from scrapy.http import Response

from crawler.discovery.patterns import looks_like_article, looks_like_page
from crawler.discovery.sitemaps import read_entries
from crawler.items import Fetched
from crawler.spiders.arguments import expression
from crawler.spiders.base import ArticleSpider, Output
from crawler.spiders.records import page_of


class GenericSpider(ArticleSpider):
    """A site without a profile of its own.

    `url` is an article, or a page to follow links from; `sitemap` may be an index, gzipped, or a robots.txt; `feed` is
    RSS or Atom. `allow` and `deny` are regular expressions over URLs: with `allow`, they say what an article is,
    otherwise the URL's form does. Everything that a sitemap or a feed lists is an article candidate.
    """

    name = "generic"

    def __init__(
        self, url: str = "", sitemap: str = "", feed: str = "", allow: str = "", deny: str = "", **kwargs: Any
    ) -> None:
        given = ",".join(filter(None, (kwargs.pop("start", ""), url, sitemap, feed)))
        super().__init__(start=given, **kwargs)
        self.allow = expression("allow", allow)
        self.deny = expression("deny", deny)

    def is_article(self, url: str) -> bool:
        """By `allow` where it is given, else by form."""
        if not self._may_follow(url):
            return False
        return bool(self.allow.search(url)) if self.allow else looks_like_article(url)

    def is_list(self, url: str) -> bool:
        """Every other page of the site may be one; lists that lead nowhere are left soon."""
        return self._may_follow(url)

    def parse_list(self, response: Response, barren: int = 0) -> Output:
        """A page named by the user is an article candidate too: its form need not tell."""
        entries = read_entries(response)
        if entries and entries.pages:
            wanted = (url for url in entries.pages if self._may_follow(url) and self._allowed(url))
            for request in self.articles(wanted):
                yield request.replace(meta={**request.meta, "allow_offsite": True})
            return
        if entries is None and not response.meta.get("depth"):
            yield Fetched(self.name, (page_of(response),))
        yield from super().parse_list(response, barren)

    def _allowed(self, url: str) -> bool:
        return self.allow is None or bool(self.allow.search(url))

    def _may_follow(self, url: str) -> bool:
        return looks_like_page(url) and not (self.deny and self.deny.search(url))
