"""When two URLs are the same page, for the seen-filter only: the URL that is fetched stays as it was found.

Query strings carry article ids on Chinese sites (`show.asp?id=12`), so a parameter is dropped only where its name
says that it never chooses the page.
"""

import hashlib
import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from scrapy import Request
from w3lib.url import canonicalize_url

from crawler.safety.urls import malformed

# name pattern -> what it is
_IDLE = {
    r"utm_\w+": "campaign tracking",
    r"spm|scm|spm_id_from": "Alibaba and Bilibili tracking",
    r"phpsessid|jsessionid|aspsessionid\w*|asp\.net_sessionid|sessionid|session_id": "session id",
    r"isappinstalled|nsukey|share_?token|from_?source|_t|_|timestamp": "shared from an app, or not to be cached",
    r"fbclid|gclid|msclkid|bd_vid|hmsr|hmpl|hmcu|hmkw|hmci": "advertisement click (hm*: Baidu Tongji)",
}
_IDLE_NAME = re.compile("|".join(f"(?:{name})" for name in _IDLE), re.IGNORECASE)
_SHARED = {"timeline", "singlemessage", "groupmessage", "weixin", "wechat", "qq", "weibo"}
"""Values of `from` by which WeChat and others say where a link was opened."""
_PORTS = {"http": ":80", "https": ":443"}
_PATH_SESSION = re.compile(r";jsessionid=[^/?#;]*", re.IGNORECASE)


def seen_key(url: str) -> str:
    """The URL under which a page is remembered: parameters sorted, fragment and idle parameters dropped."""
    parts = urlsplit(canonicalize_url(_PATH_SESSION.sub("", url)))
    parts = parts._replace(netloc=parts.netloc.removesuffix(_PORTS.get(parts.scheme, ":")))
    query = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in query if not _is_idle(name, value)]
    return urlunsplit(parts._replace(query=urlencode(kept) if len(kept) < len(query) else parts.query))


def _is_idle(name: str, value: str) -> bool:
    return bool(_IDLE_NAME.fullmatch(name)) or (name == "from" and value in _SHARED)


def twin_urls(url: str, canonical: str | None) -> tuple[str, ...]:
    """URLs under which the same article may be found again: its own and the one it names as canonical, each without
    regard to case, scheme, www and a final slash. Only articles that read the same are one."""
    return tuple(dict.fromkeys(_levelled(one) for one in (url, canonical) if one and not malformed(one)))


def _levelled(url: str) -> str:
    parts = urlsplit(seen_key(url).lower())
    return urlunsplit(("http", parts.netloc.removeprefix("www."), parts.path.rstrip("/"), parts.query, ""))


class SeenFingerprinter:
    """Scrapy's request fingerprinter over `seen_key`."""

    def fingerprint(self, request: Request) -> bytes:
        """SHA-1 of method, URL and body."""
        return _digest((request.method.encode(), seen_key(request.url).encode(), request.body))


def _digest(parts: Iterable[bytes]) -> bytes:
    return hashlib.sha1(b"\0".join(parts), usedforsecurity=False).digest()
