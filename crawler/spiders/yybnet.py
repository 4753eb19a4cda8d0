"""地方网: home, province, city and county lists, `list_N.html` pages, articles by month."""

from urllib.parse import urlsplit

from cleaners.sites import PROFILES
from crawler.spiders.base import ArticleSpider


class YybnetSpider(ArticleSpider):
    """yybnet.net."""

    name = "yybnet"
    profile = PROFILES["yybnet"]
    homes = ("https://www.yybnet.net/",)

    def tidy(self, url: str) -> str:
        """The mobile twin has the same paths."""
        parts = urlsplit(url)
        return parts._replace(netloc="www.yybnet.net").geturl() if parts.netloc == "m.yybnet.net" else url
