"""Text to tree: one parse, bounded."""

from __future__ import annotations

import re

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
"""Characters up to which no tag can be costly, and from which one can be even when each attribute is quoted."""
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{2000,}")
"""Much cheaper to find than every tag; one whose attributes hold quoted brackets escapes it."""

_TAG = re.compile(
    r"""<(?:!--(?:-?>|(?s:.*?)(?:--!?>|\Z))
    |(?P<tag>(?:(?P<raw>script|style|textarea|title|xmp)\b|[a-z])(?:[^=>]++|=\s*+(?:"[^"]*+"?|'[^']*+'?)?)*+)
     (?(raw)(?s:.*?)(?:</(?P=raw)|\Z)))""",
    re.IGNORECASE | re.VERBOSE,
)
"""Comment, or start tag with what is raw text behind it. Always matches from a tag's start, so the search is linear."""
_VALUE = re.compile(r"""=\s*+(?:"[^"]*+"?|'[^']*+'?)""")
_BETWEEN = re.compile(r"[\s/=]+")

_CLOSED = re.compile(r"</(?:body|html)\s{0,9}>", re.IGNORECASE)
"""libxml2 loses what follows them, and header includes close pages early."""


_TRAILER = 24
"""Characters that the closing tags themselves and the blanks between them take."""


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
    if len(html) > _FEW and (len(html) > _MANY or _has_wordy_tag(html)) and _is_crowded(html):
        raise TooLarge(f"a tag of more than {MAX_ATTRIBUTES} attributes")
    if _goes_on(html):
        html = _CLOSED.sub("", html)
    if "\0" in html:
        html = html.replace("\0", "\ufffd")
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    return etree.Element("html") if root is None else root


def _has_wordy_tag(html: str) -> bool:
    """Whether something may be a tag with very many attributes; scripts have such stretches, too."""
    return any(len(match[0].split()) > MAX_ATTRIBUTES / 2 for match in _LONG_TAG.finditer(html))


def _is_crowded(html: str) -> bool:
    """Whether a tag has more than MAX_ATTRIBUTES; only the longest ones are counted."""
    tags = (match["tag"] or "" for match in _TAG.finditer(html))
    return any(
        len(_BETWEEN.split(_VALUE.sub("=", tag))) > 2 * MAX_ATTRIBUTES
        for tag in tags
        if len(tag) > 2 * MAX_ATTRIBUTES
    )


def _goes_on(html: str) -> bool:
    """True when the page is closed before its end."""
    early = len(html) - _TRAILER
    return any(html.find(tag, 0, early) >= 0 for tag in ("</body", "</html", "</BODY", "</HTML"))


def select(root: etree._Element, css: str) -> frozenset[etree._Element]:
    """The elements that a CSS selector names; none for an empty one."""
    if not css:
        return frozenset()
    return frozenset(element for element in root.cssselect(css))
