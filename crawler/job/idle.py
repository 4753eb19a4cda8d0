"""Parameters of URLs that do not choose the page: session ids, random numbers, under names that nobody listed.

One is idle in a form of URLs when articles or lists were found again under other values of it and nothing else, each with
the same text or links, and no two with different ones. An article's number is not: without it, different texts have one
URL. What a job has learnt the next run begins with, and puts to the test.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from hashlib import sha1
from typing import NamedTuple
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
_TESTS = 3
"""Pages that a run asks under another value of a parameter that an earlier run found idle."""

Parameter = tuple[str, str]
"""The form of URLs that have it, and its name."""


class Page(NamedTuple):
    """A page that was met, under the first value of one of its parameters."""

    form: str
    value: str
    text: str
    """Digest of what it says."""
    article: int
    """Id of its row; 0 where it is none."""


class Idle:
    """What one process has learnt; `known` is what earlier ones had."""

    def __init__(self, known: Collection[Parameter] = ()) -> None:
        self._idle = set(known)
        self._tests = Counter(dict.fromkeys(known, _TESTS))
        self._tested: set[str] = set()
        self.news: dict[Parameter, Mapping[str, int] | None] = {}
        """Parameters that were found idle, with the articles that were met before: URL without it to row. None for one
        that is not idle any more."""
        self._forget()

    def _forget(self) -> None:
        self._pages: dict[tuple[str, str], Page] = {}
        self._again: defaultdict[Parameter, set[str]] = defaultdict(set)
        self._chooses: set[Parameter] = set()

    def note(self, url: str, text: str, article: int = 0) -> bool:
        """A page came that says this; an article has the id of its row. Whether one whose URL differs by one parameter
        said the same."""
        again = False
        text = sha1(text.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
        form = form_key(url)
        for name, value, rest in _without(url):
            before = self._pages.setdefault((name, rest), Page(form, value, text, article))
            if text != before.text:
                self._refute((form, name))
            elif value != before.value:
                self._again[form, name].add(rest)
                self._judge((form, name))
                again = True
        if len(self._pages) > _REMEMBERED:
            self._forget()
        return again

    def without(self, url: str) -> str:
        """The URL without its idle parameters. A few are left as they are, so that a page may prove them wrong."""
        if "?" not in url or not self._idle or url in self._tested:
            return url
        form = form_key(url)
        for name, value, rest in _without(url):
            if (form, name) in self._idle:
                return url if self._is_test((form, name), value, rest, url) else self.without(rest)
        return url

    def _is_test(self, parameter: Parameter, value: str, rest: str, url: str) -> bool:
        met = self._pages.get((parameter[1], rest))
        if not self._tests[parameter] or met is None or met.value == value:
            return False
        self._tests[parameter] -= 1
        self._tested.add(url)
        return True

    def _judge(self, parameter: Parameter) -> None:
        proven = parameter not in self._chooses and len(self._again[parameter]) >= _PROVEN
        if proven and parameter not in self._idle:
            self._idle.add(parameter)
            self.news[parameter] = dict(self._articles(parameter))

    def _articles(self, parameter: Parameter) -> Iterator[tuple[str, int]]:
        for (name, rest), page in self._pages.items():
            if page.article and (page.form, name) == parameter:
                yield rest, page.article

    def _refute(self, parameter: Parameter) -> None:
        self._chooses.add(parameter)
        if parameter in self._idle:
            self._idle.remove(parameter)
            self.news[parameter] = None


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
