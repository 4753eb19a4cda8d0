"""Pages that are numbered: the next one of a split article, which belongs to the article, and those of a list."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urlsplit

from scrapy.http import Response

from cleaners.lexicon import expression, fold
from cleaners.metadata.pagination import is_pager, next_page_among
from crawler.discovery.links import Link, page_links

_PAGE_END = re.compile(r"(?:[_-]\d{1,3})?(\.\w{3,5})?$")
_MORE = expression(r"\W{0,4}<pager.more>\W{0,4}", needs="pager.more", flags=re.I)
_LONGEST = 20  # characters of the longest text that leads further down a list
_FIELDS = {"page", "p", "pn", "pageno", "page_no", "pageindex", "currentpage", "pagenum"}


def next_page(response: Response) -> str | None:
    """URL of the page that follows this one in a split article, or None."""
    links = page_links(response, is_pager)
    return next_page_among(response.url, ((link.text, link.url) for link in links))


def other_parts(url: str, links: Iterable[Link]) -> set[str]:
    """Of a split article's links, those to its own pages."""
    return {link.url for link in links if is_pager(link.text) and _stem(link.url) == _stem(url)}


def pager_number(link: Link, here: int) -> int | None:
    """The page that a list's pager leads to: what it prints, or the one after `here`. None for another link."""
    leads_on = len(link.text) <= _LONGEST and _MORE.fullmatch(fold(link.text))
    if not leads_on and not is_pager(link.text):
        return None
    printed = re.search(r"\d+", link.text)
    return int(printed[0]) if printed else here + 1


def _stem(url: str) -> tuple[str, str]:
    """The URL without its page number."""
    parts = urlsplit(url)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name.lower() not in _FIELDS]
    return _PAGE_END.sub(r"\1", parts.path), urlencode(sorted(query))
