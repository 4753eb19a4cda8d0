"""URL strings: joining, gateways, page numbers."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from schemas import as_address

_MAX_URL = 2_000
_PLAIN = re.compile(r"https?://[\w.-]+(?::\d{1,5})?/(?!.*/\.)", re.ASCII)
"""An absolute URL without dot segments: nothing to join."""
_GATEWAY = re.compile(r"^https?://[^/?#]+/gate/(?:big5|gb)/(?P<inner>[^?#]+\.[^?#]+)(?P<rest>[?#].*)?$", re.I)


def absolute(base: str | None, href: str | None) -> str | None:
    """`href` as an absolute http(s) URL without user and password; relative without a base, it stays as it is. None for
    anything else."""
    href = as_address((href or "").strip())
    if not href or len(href) > _MAX_URL or href.startswith("#"):
        return None
    if _PLAIN.match(href):
        return href
    try:
        url = urljoin(base, href) if base else href
        scheme = urlsplit(url).scheme
    except ValueError:
        return None
    url = as_address(url)
    if url.startswith("//"):
        return "https:" + url
    return url if scheme in ("http", "https") or (not base and not scheme) else None


def unwrapped(url: str) -> str:
    """The URL behind a conversion gateway: `http://big5.x.cn/gate/big5/news.x.cn/a.htm` as `http://news.x.cn/a.htm`.
    Gateways may be nested."""
    for _ in range(4):
        match = _GATEWAY.match(url)
        if not match:
            return url
        inner = unquote(match["inner"]) if "%2f" in match["inner"].lower() else match["inner"]
        url = f"{url.split('://', 1)[0]}://{inner}{match['rest'] or ''}"
    return url


_PAGE_IN_PATH = re.compile(r"^(?P<stem>.*?)(?:[_-](?P<number>\d{1,2}))?(?P<ext>\.\w{3,5})?$")
_PAGE_SEGMENT = re.compile(r"^(?P<stem>.*?)/(?:page/|p)?(?P<number>\d{1,2})(?P<ext>/|\.\w{3,5})?$")
_PAGE_FIELDS = ("page", "p", "pn", "pageno", "page_no", "pageindex", "currentpage", "pagenum")


def follows(page: str, other: str) -> bool:
    """Whether `other` is the page after `page` of the same article: same stem, page number one higher.

    The first page carries no number or 1 (or 0), the second 2 (or, where pages are counted from nought, 1).
    """
    try:
        one, two = urlsplit(page), urlsplit(other)
    except ValueError:
        return False
    if one.hostname != two.hostname:
        return False
    if one.path == two.path:
        return _query_follows(one.query, two.query)
    return _path_follows(one.path, two.path)


def _query_follows(one: str, two: str) -> bool:
    first, second = dict(parse_qsl(one)), dict(parse_qsl(two))
    numbers = [(first.pop(f, "1"), second.pop(f)) for f in list(second) if f.lower() in _PAGE_FIELDS]
    if len(numbers) != 1 or any(first.get(k, v) != v for k, v in second.items()):
        return False
    before, after = numbers[0]
    return before.isdecimal() and after.isdecimal() and len(after) <= 2 and int(after) == int(before) + 1


def _path_follows(one: str, two: str) -> bool:
    for pattern in (_PAGE_IN_PATH, _PAGE_SEGMENT):
        after = pattern.match(two)
        if not after or after["number"] is None:
            continue
        number, ext = int(after["number"]), after["ext"] or ""
        stem = after["stem"]
        if one.rstrip("/") in (stem + ext, stem, stem + ext.rstrip("/"), f"{stem}.html", f"{stem}.htm"):
            return number in (1, 2)
        before = pattern.match(one)
        if before and before["number"] and before["stem"] == after["stem"] and (before["ext"] or "") == ext:
            return number == int(before["number"]) + 1
    return False
