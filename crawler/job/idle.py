"""Parameters of URLs that do not choose the page: session ids, random numbers, under names that nobody listed.

One is idle in a form of URLs when articles or lists were found again under other values of it and nothing else, each with
the same text or links, and no two with different ones. An article's number is not: without it, different texts have one
URL.
"""

from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha1
from urllib.parse import parse_qsl, urlencode, urlsplit

from scrapy import Request
from scrapy.utils.request import RequestFingerprinterProtocol

from crawler.discovery.forms import form_key
from crawler.discovery.links import page_links
from crawler.job.visits import Visit
from schemas import Article

_PROVEN = 3
"""Pages that were found again."""
_REMEMBERED = 20_000
"""URLs without one of their parameters that are remembered."""
_FEWEST_LINKS = 10
"""Of a list that says something."""
_MOST = 8
"""Parameters of a URL that are looked at."""


class Idle:
    """What one process has learnt."""

    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._texts: dict[tuple[str, str], tuple[str, str]] = {}
        self._again: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self._chooses: set[tuple[str, str]] = set()

    def note(self, url: str, text: str) -> bool:
        """A page came that says this. Whether one whose URL differs by one parameter said the same."""
        again = False
        text = sha1(text.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
        form = form_key(url)
        for name, value, rest in _without(url):
            value_before, text_before = self._texts.setdefault((name, rest), (value, text))
            if text != text_before:
                self._chooses.add((form, name))
            elif value != value_before:
                self._again[form, name].add(rest)
                again = True
        if len(self._texts) > _REMEMBERED:
            self._forget()
        return again

    def without(self, url: str) -> str:
        """The URL without its idle parameters."""
        form = form_key(url) if "?" in url and self._again else ""
        rests = (rest for name, _, rest in _without(url) if form and self._is_idle((form, name)))
        return next((self.without(rest) for rest in rests), url)

    def _is_idle(self, key: tuple[str, str]) -> bool:
        return key not in self._chooses and len(self._again.get(key, ())) >= _PROVEN


def told(visit: Visit) -> str:
    """What tells whether two pages say the same: an article's text, a list's links. '' for a page that says nothing."""
    if isinstance(visit.record, Article):
        return f"{visit.record.title} {visit.record.content_hash}"
    if visit.record or visit.response is None or visit.doubt or visit.error or "?" not in visit.row.url:
        return ""
    links = [link.text for link in page_links(visit.response) if link.text]
    return "\n".join(links) if len(links) >= _FEWEST_LINKS else ""


class IdleFingerprinter:
    """A request fingerprinter for which idle parameters make no other page."""

    def __init__(self, fingerprinter: RequestFingerprinterProtocol, idle: Idle) -> None:
        self._fingerprinter = fingerprinter
        self._idle = idle

    def fingerprint(self, request: Request) -> bytes:
        """Of the request without them."""
        url = self._idle.without(request.url)
        return self._fingerprinter.fingerprint(request if url == request.url else request.replace(url=url))


def _without(url: str) -> Iterator[tuple[str, str, str]]:
    """Each parameter, its value, and the URL without it."""
    parts = urlsplit(url)
    query = parse_qsl(parts.query, keep_blank_values=True)
    for place, (name, value) in enumerate(query[:_MOST]):
        rest = urlencode(sorted(query[:place] + query[place + 1 :]))
        yield name.lower(), value, parts._replace(query=rest).geturl()
