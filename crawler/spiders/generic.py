"""Any site: `-a url=`, `-a sitemap=` or `-a feed=`, each one URL or several with commas between."""

from typing import Any

from crawler.discovery.patterns import looks_like_article, looks_like_page
from crawler.spiders.arguments import expression
from crawler.spiders.base import ArticleSpider


class GenericSpider(ArticleSpider):
    """A site without a file of its own.

    `url` is an article, or a page to follow links from; `sitemap` may be an index, gzipped, or a robots.txt; `feed` is
    RSS or Atom. `allow` and `deny` are regular expressions over URLs: with `allow`, only such pages are articles;
    otherwise each page tells by what it holds. What a sitemap or a feed lists is an article or a rejection.
    """

    name = "generic"

    def __init__(
        self, url: str = "", sitemap: str = "", feed: str = "", allow: str = "", deny: str = "", **kwargs: Any
    ) -> None:
        given = ",".join(filter(None, (kwargs.pop("start", ""), url, sitemap, feed)))
        super().__init__(start=given, **kwargs)
        self.allow = expression("allow", allow)
        self.deny = expression("deny", deny)

    @property
    def routes(self) -> str:
        """The expressions that were given."""
        return f"{self.allow.pattern if self.allow else ''} {self.deny.pattern if self.deny else ''}"

    def is_article(self, url: str) -> bool:
        """By `allow` where it is given, else a guess by form: it decides what is asked for first, and nothing else."""
        return bool(self.allow.search(url)) if self.allow else looks_like_article(url)

    def is_list(self, url: str) -> bool:
        """Every page of the site may be one; lists that lead nowhere are left soon."""
        return True

    def may_be_article(self, url: str) -> bool:
        """By `allow`; without it, any page may."""
        return self.allow is None or bool(self.allow.search(url))

    def must_be_article(self, url: str) -> bool:
        """By `allow`."""
        return self.allow is not None and bool(self.allow.search(url))

    def follows_entry(self, url: str) -> bool:
        """Sitemaps and feeds may name pages of other hosts."""
        return self.may_follow(url) and self.may_be_article(url)

    def may_follow(self, url: str) -> bool:
        """Not what `deny` says, nor files."""
        return looks_like_page(url) and not (self.deny and self.deny.search(url))
