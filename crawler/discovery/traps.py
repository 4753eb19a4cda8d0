"""Crawler traps: calendars, endless `?page=N`, paths that grow for ever.

A page is worth following as long as pages lead to new ones. Nothing is judged by a number of pages: a channel of 10,000
pages is crawled to its end as long as each brings something new.
"""

from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlsplit

from crawler.discovery.canonical import seen_key
from crawler.discovery.forms import form_key

MAX_BARREN = 4
"""Pages in a row without a new link before a chain is left: home, province, city, county."""
MAX_BARREN_FORM = 30
"""The same for pages of one form (calendars branch instead of forming a chain); and so many links of one form are
something new, unless they look like articles: a calendar's days and months lead to each other."""
_MAX_SEGMENTS, _MAX_REPEATS, _MAX_PARAMETERS = 12, 2, 8
_REMEMBERED = 200_000
"""URLs that are remembered at least; twice as many at most. A job's ledger remembers all."""


class Trail:
    """What one process has met lately. Some 40 bytes for a URL, and a bounded number of them."""

    def __init__(self) -> None:
        self._met = _Recent()
        self._new = _Recent()
        self._shown = _Recent()
        self._barren: Counter[str] = Counter()
        self._found: Counter[str] = Counter()

    def is_new(self, url: str) -> bool:
        """Whether the page was not met before; remembers it."""
        return self._met.add(url) and ((key := seen_key(url)) == url or self._met.add(key))

    def passed(self, url: str, new: Iterable[tuple[str, bool]]) -> bool:
        """Note the links that a page led to and nobody knew, and whether each looks like an article. Gives whether the
        page was worth it: one of them is likely an article, or something new of another form than the page."""
        own, fruitful = form_key(url), False
        for link, likely in new:
            form = form_key(link)
            self._new.add(link)
            self._found[form] += 1
            fruitful |= likely or (form != own and self._found[form] <= MAX_BARREN_FORM)
        self._barren[own] = 0 if fruitful else self._barren[own] + 1
        return fruitful

    def shows_new(self, url: str, articles: Iterable[str]) -> bool:
        """Whether a page leads to likely articles that no other page of its form led to. Facets, which show the same
        ones in another order, do not."""
        own = form_key(url)
        return sum(self._shown.add(f"{own} {link}") for link in articles) > 0

    def has_new(self, links: Iterable[str]) -> bool:
        """Whether this run was the first to meet one of the links."""
        return any(map(self._new.__contains__, links))

    def leads_on(self, url: str, barren: int) -> bool:
        """Whether a page is worth following, found at the end of `barren` pages that led to nothing new."""
        return barren < MAX_BARREN and self._barren[form_key(url)] < MAX_BARREN_FORM and not is_trap(url)


class _Recent:
    """The last texts it was given, by their hashes."""

    def __init__(self) -> None:
        self._now: set[int] = set()
        self._before: set[int] = set()

    def __contains__(self, text: str) -> bool:
        return hash(text) in self._now or hash(text) in self._before

    def add(self, text: str) -> bool:
        """Whether it was not there before."""
        if text in self:
            return False
        if len(self._now) >= _REMEMBERED:
            self._before, self._now = self._now, set()
        self._now.add(hash(text))
        return True


def is_trap(url: str) -> bool:
    """Whether a URL's form alone gives a trap away: a path that repeats itself, very deep, or with many parameters."""
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.split("/") if segment]
    repeats = max(Counter(segments).values(), default=0)
    return (
        len(segments) > _MAX_SEGMENTS or repeats > _MAX_REPEATS or parts.query.count("&") >= _MAX_PARAMETERS
    )
