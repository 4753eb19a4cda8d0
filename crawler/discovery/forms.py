"""The form of a URL, under which a site's pages are counted: what differs from page to page is taken out of it.

/2024/01/05/old-canal-a/          /0/0/0/~/           0  a number
/news/list_2_13.html              /news/list_0_0.html ~  words joined by hyphens, or not ASCII: a headline
/posts/3f2a9b1c/                  /posts/#/           #  letters and digits mixed: a hash, an id
/category/city/                   /category/@/        @  one word at the end of the path
/show.asp?id=12&page=3            /show.asp?id=0&page=0
"""

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit
from zlib import crc32

from crawler.discovery.patterns import looks_barren

_SOME, _ENOUGH, _MANY = 2, 5, 30
"""Pages after which a form is judged: one whose name says that it is nothing, any other, one that leads on and on."""
_RARE = 50
"""A form that gives an article in so many pages gives nothing."""
_SAMPLE, _SEVERAL = 2, 24
"""Pages of a barren form that a run asks, of so many or more."""
_LONGEST = 120
"""Characters of the longest form; the rest of a longer path tells nothing."""
_COLLECTIONS = {"category", "tag", "tags", "author", "topic", "user", "label", "column", "search"}
"""Words before a name that differs from page to page."""
_FIXED = {"index", "default", "list", "page", "home", "main", "show", "view", "content", "article"}
"""Words at the end of a path that say what kind of page it is."""
_SCRIPT = re.compile(r"\.(?:php|aspx?|jsp|jspx|do|cgi|action)$", re.I)
_CHOOSES = re.compile(r"(?:mod|m|c|a|ac|act|action|do|op|cmd|method|r|route|app|s|type|view)", re.I)
"""Query parameters whose words say which page of a program is meant."""
_WORD = re.compile(r"[a-z]{1,20}", re.I)
_DIGITS = re.compile(r"\d+")
_PREFIXED = re.compile(r"([a-z]{0,8})\d+", re.I)
_SPLIT = re.compile(r"([_-])")


@lru_cache(maxsize=16_384)
def form_of(url: str) -> str:
    """The form of path and query. The same URL gives the same form in every run."""
    parts = urlsplit(url)
    segments, slash = parts.path.removesuffix("/").split("/"), "/" if parts.path.endswith("/") else ""
    if "=" in parts.query and not slash and not looks_barren(f"?{parts.query}"):  # /read?id=12: a program
        *folders, program = segments
        program = _folder(program) if re.search(r"\d|%", program) else program.lower()
        return ("/".join([*map(_folder, folders), program]) + _query(parts.query))[:_LONGEST]
    return ("/".join(_segments(segments)) + slash + _query(parts.query))[:_LONGEST]


def form_key(url: str) -> str:
    """Host and form, by which a job counts: a.cn/news/0.html. With and without www it is one host."""
    return (urlsplit(url).hostname or "").removeprefix("www.") + form_of(url)


_PARTS = {"0": r"\d+", "~": r"[^/?]+", "#": r"[\w-]+", "@": "[a-z]+"}


def form_pattern(key: str) -> str:
    """The expression for URLs of a form, to be searched in path and query. Parameters may stand in any order."""
    path, _, query = key[key.index("/") :].partition("?")
    if "=" not in query:
        return f"(?i)^{_pattern(path)}{_pattern('?' + query) if query else ''}$"
    fields = (field.partition("=") for field in query.split("&"))
    asked = "".join(rf"(?=(?:.*&)?{re.escape(name)}={_pattern(value)}(?:&|$))" for name, _, value in fields)
    return rf"(?i)^{_pattern(path)}\?{asked}"


def _pattern(form: str) -> str:
    return "".join(_PARTS.get(char) or re.escape(char) for char in form)


def _segments(segments: list[str]) -> Iterator[str]:
    *folders, last = segments
    for before, folder in zip(["", *folders], folders, strict=False):
        yield "@" if before.lower() in _COLLECTIONS else _folder(folder)
    yield _last(last)


def _folder(segment: str) -> str:
    """A word on the way names a channel or a part of the program: it stays."""
    named = _WORD.fullmatch(segment) or _SCRIPT.search(segment)
    return segment.lower() if named else _name(segment)


def _last(segment: str) -> str:
    if not segment:
        return ""
    stem, dot, ending = segment.rpartition(".")
    if not dot or len(ending) > 5:
        stem, dot, ending = segment, "", ""
    if _SCRIPT.search(segment) or stem.lower() in _FIXED:
        return segment.lower()
    return ("@" if _WORD.fullmatch(stem) else _name(stem)) + dot + ending.lower()


def _name(stem: str) -> str:
    if not stem.isascii() or "%" in stem:
        return "~"
    tokens = _SPLIT.split(stem)
    words = [token for token in tokens[::2] if _WORD.fullmatch(token)]
    numbers = sum(len(token) for token in tokens[::2] if _DIGITS.fullmatch(token))
    if len(words) > 1 and numbers < 4:  # a number of some length is an id behind a name
        return "~"
    return "".join(map(_token, tokens))


def _token(token: str) -> str:
    if not token or token in "_-" or _WORD.fullmatch(token):
        return token.lower()
    if found := _PREFIXED.fullmatch(token):  # t20240105, c1001
        return f"{found[1].lower()}0"
    return "#"


def _query(query: str) -> str:
    if not query:
        return ""
    if "=" not in query:  # /?xinwen/345.html
        return "?" + "/".join(_segments(query.split("/")))
    pairs = (field.partition("=") for field in query.split("&") if field)
    return "?" + "&".join(sorted({f"{name.lower()}={_value(name, value)}" for name, _, value in pairs}))


def _value(name: str, value: str) -> str:
    if _CHOOSES.fullmatch(name) and _WORD.fullmatch(value):
        return value.lower()
    return "0" if _DIGITS.fullmatch(value) else "~" if value else ""


class Counts(NamedTuple):
    """What the pages of one form were, over all runs of a job."""

    pages: int = 0
    """Pages of the form that came, each once."""
    articles: int = 0
    lists: int = 0
    """Lists among them that showed likely articles which no other of the form had shown: facets are all alike."""
    led: int = 0
    """Articles that pages of the form were the first to lead to."""
    new: int = 0
    """Pages of other forms that they were the first to name."""
    skipped: int = 0
    """Pages that were not asked for."""


class Standing(IntEnum):
    """What is to be expected of a form. The higher, the sooner its pages are asked for."""

    BARREN = 0
    """Its pages give nothing: reply and print forms, calendars, facets. A few are asked in each run."""
    UNKNOWN = 1
    LEADS = 2
    """Its pages lead to articles, and some may be articles."""
    GIVES = 3
    """Most of its pages are articles."""


def standing(counts: Counts, url: str) -> Standing:
    """What the form of a URL is worth, by what its pages were."""
    gave = counts.articles + counts.led
    if counts.articles >= _SOME and counts.articles * 2 >= counts.pages:
        return Standing.GIVES
    if gave and (counts.pages < _MANY or gave * _RARE >= counts.pages):
        return Standing.LEADS
    fruitless = counts.pages >= enough(url) and (counts.new + counts.lists) * 4 <= counts.pages
    return Standing.BARREN if fruitless or counts.pages >= _MANY else Standing.UNKNOWN


def enough(url: str) -> int:
    """Pages after which a form is judged by what they gave."""
    return _SOME if looks_barren(url) else _ENOUGH


def is_sample(url: str, run: int, counts: Counts) -> bool:
    """Whether a page of a barren form is asked in this run all the same: about two of them are, each run others."""
    known = max(_SEVERAL, counts.pages + counts.skipped)
    return crc32(f"{run} {url}".encode("utf-8", "replace")) % known < _SAMPLE
