"""人人焦點: channel lists with `?page=N`."""

from cleaners.sites import PROFILES
from crawler.spiders.base import ArticleSpider


class PpfocusSpider(ArticleSpider):
    """ppfocus.com."""

    name = "ppfocus"
    profile = PROFILES["ppfocus"]
    homes = ("https://ppfocus.com/",)
