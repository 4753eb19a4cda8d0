"""Sites on FastAdmin's CMS add-on, whatever their host: always `-a start=URL`. Lists page by `?page=N`."""

from cleaners.sites import PROFILES
from crawler.spiders.base import ArticleSpider


class FastadminSpider(ArticleSpider):
    """Any site on FastAdmin's CMS. Its 加载更多 link stands on the last page too: the list after it is empty, which
    ends the chain."""

    name = "fastadmin"
    profile = PROFILES["fastadmin"]
