"""The next page of a split article: `a.html` -> `a_2.html` -> `a_3.html`, `?page=2`, `【2】`.

下一篇 leads to another article and is never taken: the link's words must be those of a pager, and its URL must be
this page's URL with the page number raised by one.
"""

import re

from scrapy.http import Response

from cleaners.metadata.urls import follows
from crawler.discovery.links import page_links

# What a pager prints, both scripts: words, arrows, and the number alone or in brackets.
_PAGER = re.compile(
    r"[\[【(（]?\s?(?:下\s?一?\s?[页頁]|[后後]一?[页頁]|第\s?\d{1,3}\s?[页頁]|(?:阅读|閱讀)?[余餘剩][余餘]?下?全文"
    r"|next(?: page)?|[>›»]{1,2}|\d{1,3})\s?[>›»]{0,2}\s?[\]】)）]?",
    re.IGNORECASE,
)


def next_page(response: Response) -> str | None:
    """URL of the page that follows this one in a split article, or None."""
    links = page_links(response, _PAGER.fullmatch)
    return next((link.url for link in links if follows(response.url, link.url)), None)
