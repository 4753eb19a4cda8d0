"""Text to tree: one parse, bounded."""

from __future__ import annotations

import re

from lxml import etree

from cleaners.errors import CleanerError

MAX_CHARS = 32_000_000
MAX_TAGS = 4_000_000
"""Opening and closing tags."""
MAX_DEPTH = 400
"""Ten times the depth of real pages, and less than Python's own limit on calls. libxml2 stops at 2,048 levels and
loses the text beyond them without a word."""

_CLOSED = re.compile(r"</(?:body|html)\s{0,9}>", re.IGNORECASE)
"""libxml2 loses what follows them, and header includes close pages early."""


_TRAILER = 24
"""Characters that the closing tags themselves and the blanks between them take."""


class TooLarge(CleanerError):
    """More characters, tags or levels than the limits allow; the message says which."""


def parse(html: str) -> etree._Element:
    """Parse a page; returns its <html> element, an empty one for an empty page.

    Markup errors are repaired as browsers do, a label inside the text (XML declaration, <meta charset>) is
    ignored. Raises TooLarge beyond MAX_CHARS or MAX_TAGS.
    """
    if len(html) > MAX_CHARS:
        raise TooLarge(f"{len(html)} characters, at most {MAX_CHARS} are read")
    if len(html) > MAX_TAGS and (tags := html.count("<")) > MAX_TAGS:
        raise TooLarge(f"{tags} tags, at most {MAX_TAGS} are read")
    if _goes_on(html):
        html = _CLOSED.sub("", html)
    if "\0" in html:
        html = html.replace("\0", "\ufffd")
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    return etree.Element("html") if root is None else root


def _goes_on(html: str) -> bool:
    """True when the page is closed before its end."""
    early = len(html) - _TRAILER
    return any(html.find(tag, 0, early) >= 0 for tag in ("</body", "</html", "</BODY", "</HTML"))


def select(root: etree._Element, css: str) -> frozenset[etree._Element]:
    """The elements that a CSS selector names; none for an empty one."""
    if not css:
        return frozenset()
    return frozenset(element for element in root.cssselect(css))
