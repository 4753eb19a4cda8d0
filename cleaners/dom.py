"""Text to tree: one parse, bounded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from cleaners.errors import CleanerError

MAX_CHARS = 32_000_000
MAX_TAGS = 2_100_000
"""Opening and closing tags: of a million elements. The tree of so many takes half a gigabyte."""
MAX_DEPTH = 400
"""Ten times the depth of real pages, and less than Python's own limit on calls. libxml2 stops at 2,048 levels and
loses the text beyond them without a word."""

MAX_ATTRIBUTES = 1_000
"""Of one tag; real ones have a hundred at most. libxml2 compares each with all before it: 100,000 take 30 seconds."""
_FEW, _MANY = 200_000, 500_000
"""Bytes up to which no tag can be costly, and from which one can be even when each attribute is quoted."""
_LOST = "\ufffd".encode()
_OPENS = re.compile(rb"<[A-Za-z]")
_LONG = 2 * MAX_ATTRIBUTES
"""Bytes that the attributes of a crowded tag take at least."""

_TAG = re.compile(
    rb"""<(?:!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+)
    |(?P<tag>(?:(?P<raw>script|style|textarea|title|xmp)\b|[a-z])(?:[^=>]++|=\s*+(?:"[^"]*+"?|'[^']*+'?)?)*+)
     (?(raw)[^<]*+(?:<(?!/(?P=raw))[^<]*+)*+))""",
    re.IGNORECASE | re.VERBOSE,
)
"""Comment, or start tag with what is raw text behind it. Always matches from a tag's start, so the search is linear."""
_VALUE = re.compile(rb"""=\s*+(?:"[^"]*+"?|'[^']*+'?)""")
_BETWEEN = re.compile(rb"[\s/=]+")

_CLOSED = re.compile(rb"</(?:[bB][oO][dD][yY]|[hH][tT][mM][lL])\s{0,9}>")
"""libxml2 loses what follows them, and header includes close pages early."""
_TRAILER = 24
"""Bytes that the closing tags themselves and the blanks between them take."""


class TooLarge(CleanerError):
    """More characters, tags, attributes or levels than the limits allow; the message says which."""


def parse(html: str) -> etree._Element:
    """Parse a page; returns its <html> element, an empty one for an empty page.

    Markup errors are repaired as browsers do, a label inside the text (XML declaration, <meta charset>) is
    ignored. Raises TooLarge beyond MAX_CHARS, MAX_TAGS or MAX_ATTRIBUTES.
    """
    if len(html) > MAX_CHARS:
        raise TooLarge(f"{len(html)} characters, at most {MAX_CHARS} are read")
    if len(html) > MAX_TAGS and (tags := html.count("<")) > MAX_TAGS:
        raise TooLarge(f"{tags} tags, at most {MAX_TAGS} are read")
    data = html.encode("utf-8", "replace")
    if len(data) > _FEW and _is_crowded(data):
        raise TooLarge(f"a tag of more than {MAX_ATTRIBUTES} attributes")
    if _CLOSED.search(data, 0, len(data) - _TRAILER):
        data = _CLOSED.sub(b"", data)
    if b"\0" in data:
        data = data.replace(b"\0", _LOST)
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    root = etree.fromstring(data, parser)
    return etree.Element("html") if root is None else root


def _is_crowded(data: bytes) -> bool:
    """Whether a tag has more than MAX_ATTRIBUTES; only the longest are counted, and in a page of common size none
    where a look at its long stretches shows none."""
    if len(data) <= _MANY and not any(map(_may_be_crowded, _stretches(data))):
        return False
    tags = (found["tag"] or b"" for found in _TAG.finditer(data))
    return any(
        len(_BETWEEN.split(_VALUE.sub(b"=", tag))) > 2 * MAX_ATTRIBUTES for tag in tags if len(tag) > _LONG
    )


def _stretches(data: bytes) -> Iterator[bytes]:
    """The long stretches that no bracket closes, scripts mostly. Looks at one byte in thousands; a tag whose attributes
    hold quoted brackets is cut."""
    at = 0
    while len(data) - at > _LONG:
        end = data.rfind(b">", at, at + _LONG)
        if end < 0:
            end = data.find(b">", at + _LONG)
            yield data[at:] if end < 0 else data[at:end]
        at = end + 1 or len(data)


def _may_be_crowded(stretch: bytes) -> bool:
    opens = _OPENS.search(stretch)
    return opens is not None and len(stretch[opens.start() :].split()) > MAX_ATTRIBUTES / 2


def select(root: etree._Element, css: str) -> frozenset[etree._Element]:
    """The elements that a CSS selector names; none for an empty one."""
    if not css:
        return frozenset()
    return frozenset(element for element in root.cssselect(css))
