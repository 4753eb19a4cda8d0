"""Under which fingerprints an article is known beside those of its URLs."""

import hashlib
import re

from schemas import Article

_PHONES = re.compile(r"(?:m|wap|3g|h5|mobile|touch)\.(?=[^.]+\.[^.])")


def titled(host: str, article: Article) -> tuple[bytes, ...]:
    """One for a text under its title on a host: what prints and shares of one article have in common. None for an
    article without a title."""
    told = "\0".join((host.removeprefix("www."), article.title, article.content_hash))
    digest = hashlib.sha1(told.encode("utf-8", "replace"), usedforsecurity=False).digest()
    return (digest,) if article.title else ()


def desktop_of(host: str) -> str:
    """The host whose pages are shown on this one for phones; '' for any other."""
    found = _PHONES.match(host)
    return host[found.end() :] if found else ""


def on_desktop(host: str, article: Article) -> tuple[bytes, ...]:
    """Under which the desktop page of an article on a host for phones is known."""
    desktop = desktop_of(host)
    return titled(desktop, article) if desktop else ()
