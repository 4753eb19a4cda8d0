"""The next page of a split article: `a.html` -> `a_2.html` -> `a_3.html`, `?page=2`, `【2】`.

下一篇 leads to another article and is never taken: the link's words must be those of a pager, and its URL must be
this page's URL with the page number raised by one.
"""

import re
from urllib.parse import parse_qsl, urlsplit

from crawler.discovery.links import Link

# What a pager prints, both scripts: words, arrows, and the number alone or in brackets.
_PAGER = re.compile(
    r"[\[【(（]?\s*(?:下一?[页頁]|[后後]一?[页頁]|第\s?\d{1,3}\s?[页頁]|余下全文|餘下全文|next(?: page)?|[>›»]{1,2}|\d{1,3})"
    r"\s*[>›»]{0,2}\s*[\]】)）]?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?P<stem>.*?[^/])[_-](?P<number>\d{1,2})(?P<suffix>\.\w{3,5})?$")
_SUFFIX = re.compile(r"^(?P<stem>.*?)(?P<suffix>\.\w{3,5})?$")
_PARAMETERS = ("page", "p", "pn", "pageno")


def next_page(url: str, links: list[Link]) -> str | None:
    """URL of the page that follows `url` in a split article, or None."""
    here = _places(url)
    for link in links:
        if _PAGER.fullmatch(link.text) and any(
            stem in here and number == here[stem] + 1 for stem, number in _places(link.url).items()
        ):
            return link.url
    return None


def _places(url: str) -> dict[tuple[str, str], int]:
    """Every way to read a URL as (the article, page number); a URL without a number is page 1."""
    parts = urlsplit(url)
    base = f"{parts.netloc}{parts.path}"
    query = parse_qsl(parts.query, keep_blank_values=True)
    rest = repr(sorted((name, value) for name, value in query if name.lower() not in _PARAMETERS))
    places: dict[tuple[str, str], int] = {}
    if match := _SUFFIX.match(base):
        places[f"{match['stem']}|{match['suffix']}", rest] = _page_parameter(query)
    if match := _NUMBERED.match(base):
        places[f"{match['stem']}|{match['suffix']}", rest] = int(match["number"])
    return places


def _page_parameter(query: list[tuple[str, str]]) -> int:
    return next((int(value) for name, value in query if name.lower() in _PARAMETERS and value.isdecimal()), 1)
