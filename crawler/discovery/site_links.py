"""All links of a page: those in its HTML, in its scripts, and those that only a site file can tell: values of JSON, the
later pages of a list that scripts would ask for."""

import re
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

from scrapy.http import Response, TextResponse

from cleaners.sites import Pager, Site
from cleaners.sites.state import script_values
from crawler.discovery.data_links import data_links
from crawler.discovery.links import Link, page_links, path_of
from crawler.safety.urls import malformed

_MOST_PAGES = 1_000
"""Later pages that one page of a list can name."""


def all_links(response: Response, site: Site) -> list[Link]:
    """The page's links, behind them those that stand in no <a>, and those that the site file tells, each URL once."""
    links = page_links(response)
    if isinstance(response, TextResponse):
        links += data_links(response)
        links += [Link(url, "") for url in _in_state(response, site)]
        if is_list(response.url, site):
            links += [Link(url, "") for url in _later_pages(response, site, links)]
    return list({link.url: link for link in reversed(links)}.values())[::-1]


def is_list(url: str, site: Site) -> bool:
    """Whether the site file calls the URL a list's."""
    path = path_of(url)
    return (
        url in site.start
        or bool(site.list_url and re.search(site.list_url, path))
        or is_later_page(url, site)
    )


def is_later_page(url: str, site: Site) -> bool:
    """Whether the URL is one that the site's pager makes."""
    return bool(site.pager.url) and bool(
        re.search(f"(?:^|/){_form(site.pager.url.lstrip('/'))}$", path_of(url))
    )


def _in_state(response: TextResponse, site: Site) -> Iterator[str]:
    for path in site.links.path:
        for value in script_values(response.text, path):
            url = _absolute(response, site.links.url.replace("{}", str(value)))
            if url:
                yield url


def _later_pages(response: TextResponse, site: Site, links: list[Link]) -> Iterator[str]:
    pager = site.pager
    if not pager.url:
        return
    here = re.search(f"{_form(pager.url, number=True)}$", response.url)
    following = int(here[1]) + 1 if here else pager.first
    for number in range(following, _last(response, site, following, links) + 1):
        if url := _absolute(response, pager.url.replace("{n}", str(number))):
            yield url


def _last(response: TextResponse, site: Site, following: int, links: list[Link]) -> int:
    """The last page that is named: by the count that a script is given; without one, the next as long as this one
    leads to articles."""
    pager: Pager = site.pager
    if not pager.count:
        article = re.compile(site.article_url)
        return following if any(article.search(path_of(link.url)) for link in links) else 0
    count = re.search(pager.count, response.text)
    last = pager.first + int(count[1][:9]) - 2 if count and count[1].isdecimal() else 0
    return min(last, following + _MOST_PAGES)


def _form(template: str, *, number: bool = False) -> str:
    return re.escape(template).replace(r"\{n\}", r"(\d{1,9})" if number else r"\d{1,9}")


def _absolute(response: TextResponse, target: str) -> str:
    try:
        url = urldefrag(urljoin(response.url, target.strip())).url
    except ValueError:
        return ""
    return "" if malformed(url) else url
