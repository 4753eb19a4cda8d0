"""Crawler traps: calendars, endless `?page=N`, paths that grow for ever.

A list is worth following as long as lists lead to new articles. Nothing is judged by a number of pages: a channel of
10,000 pages is crawled to its end as long as each brings something new.
"""

import re
from collections import Counter
from hashlib import blake2b
from urllib.parse import parse_qsl, urlsplit

from crawler.discovery.canonical import seen_key

MAX_BARREN = 4
"""Lists in a row without a new article before a chain of lists is left: home, province, city, county."""
MAX_BARREN_SHAPE = 30
"""The same for lists whose URLs differ in digits only (calendars branch instead of forming a chain)."""
_MAX_SEGMENTS, _MAX_REPEATS, _MAX_PARAMETERS = 12, 2, 8


class Trail:
    """What one crawl has met. Kept in memory: 8 bytes of each article's URL."""

    def __init__(self) -> None:
        self._articles: set[bytes] = set()
        self._barren: Counter[str] = Counter()

    def is_new(self, url: str) -> bool:
        """Whether the article was not met before; remembers it."""
        digest = blake2b(seen_key(url).encode(), digest_size=8).digest()
        before = len(self._articles)
        self._articles.add(digest)
        return len(self._articles) > before

    def passed(self, url: str, *, fruitful: bool) -> None:
        """Note whether a list led to new articles."""
        self._barren[shape(url)] = 0 if fruitful else self._barren[shape(url)] + 1

    def leads_on(self, url: str, barren: int) -> bool:
        """Whether a list is worth following, found at the end of `barren` lists without a new article."""
        return barren < MAX_BARREN and self._barren[shape(url)] < MAX_BARREN_SHAPE and not is_trap(url)


def shape(url: str) -> str:
    """A URL with its numbers and parameter values taken out."""
    parts = urlsplit(url)
    names = sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)})
    return re.sub(r"\d+", "0", f"{parts.netloc}{parts.path}?{'&'.join(names)}")


def is_trap(url: str) -> bool:
    """Whether a URL's form alone gives a trap away: a path that repeats itself, very deep, or with many parameters."""
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.split("/") if segment]
    repeats = max(Counter(segments).values(), default=0)
    return (
        len(segments) > _MAX_SEGMENTS or repeats > _MAX_REPEATS or parts.query.count("&") >= _MAX_PARAMETERS
    )
