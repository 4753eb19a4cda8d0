"""Text to tree: one parse, bounded."""

from __future__ import annotations

import re

from lxml import etree

from cleaners.attributes import is_crowded
from cleaners.limits import MAX_ATTRIBUTES, MAX_CHARS, MAX_TAGS, TooLarge

_FEW = 200_000
"""Bytes up to which no tag is costly: 40,000 attributes take three seconds."""
_LOST = "\ufffd".encode()

_CLOSED = re.compile(rb"</(?:[bB][oO][dD][yY]|[hH][tT][mM][lL])\s{0,9}>")
"""libxml2 loses what follows them, and header includes close pages early."""
_TRAILER = 24
"""Bytes that the closing tags themselves and the blanks between them take."""

_OPENING = frozenset(["header", "nav", "main", "article", "section", "aside", "footer", "figure", "details"])

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def writable(text: str | None) -> str:
    """Text of a tree so that it can be put into one: lxml refuses what XML forbids, and HTML is read with it."""
    return _UNWRITABLE.sub("", text or "")


def parse(html: str, utf8: bytes | None = None) -> etree._Element:
    """Parse a page; returns its <html> element, an empty one for an empty page. `utf8` is the page encoded, where it is at
    hand.

    Markup errors are repaired as browsers do, a label inside the text (XML declaration, <meta charset>) is
    ignored. Raises TooLarge beyond MAX_CHARS, MAX_TAGS or MAX_ATTRIBUTES.
    """
    if len(html) > MAX_CHARS:
        raise TooLarge(f"{len(html)} characters, at most {MAX_CHARS} are read")
    if len(html) > MAX_TAGS and (tags := html.count("<")) > MAX_TAGS:
        raise TooLarge(f"{tags} tags, at most {MAX_TAGS} are read")
    data = html.encode("utf-8", "replace") if utf8 is None else utf8
    if len(data) > _FEW and is_crowded(data):
        raise TooLarge(f"a tag of more than {MAX_ATTRIBUTES} attributes")
    if _CLOSED.search(data, 0, len(data) - _TRAILER):
        data = _CLOSED.sub(b"", data)
    if b"\0" in data:
        data = data.replace(b"\0", _LOST)
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    root = etree.fromstring(data, parser)
    return etree.Element("html") if root is None else _opened(root)


def _opened(root: etree._Element) -> etree._Element:
    """The page with what belongs to its body there: without a <body> tag, libxml2 leaves <header>, <main> and other names
    younger than itself in the head."""
    head = root.find("head")
    children = [] if head is None else list(head)
    first = next((at for at, child in enumerate(children) if child.tag in _OPENING), len(children))
    if first < len(children):
        body = root.find("body")
        body = etree.SubElement(root, "body") if body is None else body
        for at, child in enumerate(children[first:]):
            body.insert(at, child)
    return root


def select(root: etree._Element, css: str) -> frozenset[etree._Element]:
    """The elements that a CSS selector names; none for an empty one."""
    if not css:
        return frozenset()
    return frozenset(element for element in root.cssselect(css))
