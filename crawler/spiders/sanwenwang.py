"""散文网: channel lists, articles under the channel or under /subject/."""

import re

from cleaners.sites import PROFILES
from crawler.spiders.base import ArticleSpider

_OPEN_SUBJECT = re.compile(r"/subject/\d+$")


class SanwenwangSpider(ArticleSpider):
    """sanwenwang.com, sanwen.net and the hosts of its topics."""

    name = "sanwenwang"
    profile = PROFILES["sanwenwang"]
    homes = (
        "https://www.sanwenwang.com/sanwen/",
        "https://www.sanwenwang.com/suibi/",
        "https://www.sanwenwang.com/zawen/",
    )

    def tidy(self, url: str) -> str:
        """/subject/ID is served with and without the final slash."""
        return f"{url}/" if _OPEN_SUBJECT.search(url) else url
