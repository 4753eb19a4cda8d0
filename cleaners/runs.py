"""The one walk over the tree: elements in, runs of text out."""

from __future__ import annotations

import re

from lxml import etree
from lxml.cssselect import CSSSelector

from cleaners.body.junk import junk_mark
from cleaners.document import Box, Run
from cleaners.dom import MAX_DEPTH, TooLarge
from cleaners.hidden import hidden_names, is_hidden
from cleaners.sites.profile import Profile

SILENT = frozenset(
    "head script style noscript template iframe frame object embed applet svg math canvas video audio map "
    "select datalist textarea input meta link title rp".split()
)
"""Never read as text."""
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr o:p q rb rt ruby s "
    "samp small span strike strong sub sup time tt u var wbr".split()
)
"""Everything else splits the text: an unknown tag is more often a component than a word."""


_INDENT = re.compile(r"(?:(?<=[。！？；…”」』）.!?])\s*|\s*\n\s*)\u3000{2,4}(?=\S)")
"""Two full-width blanks after a sentence or a line break open a paragraph where the markup has none."""


class _Walk:
    """State of one walk: the open boxes and the pieces of the run being read."""

    def __init__(self, root: etree._Element) -> None:
        self.runs: list[Run] = []
        self.box = Box(root, "html", None, "", "", 0)
        self.pieces: list[str] = []
        self.links = 0
        self.link_chars = 0
        self.pre = 0

    def add(self, text: str | None) -> None:
        if not text:
            return
        if self.pre and "\n" in text:
            *lines, text = text.split("\n")
            for line in lines:
                self.pieces.append(line)
                self.flush()
        self.pieces.append(text)
        if self.links:
            self.link_chars += len("".join(text.split()))

    def flush(self) -> None:
        if not self.pieces:
            return
        raw = "".join(self.pieces)
        parts = _INDENT.split(raw) if "\u3000\u3000" in raw else [raw]
        links = self.link_chars
        for part in parts:
            text = " ".join(part.split())
            if text:
                own = min(links, len(text))
                self.runs.append(Run(text, self.box.element, own, self.box.mark, "", self.box))
                links -= own
        self.pieces = []
        self.link_chars = 0

    def open(self, element: etree._Element, tag: str, junk: str, name: str) -> None:
        self.flush()
        self.pre += tag == "pre"
        self.box = Box(element, tag, self.box, junk, self.box.mark or junk, len(self.runs), 0, name)

    def close(self) -> None:
        self.flush()
        self.box.end = len(self.runs)
        self.pre -= self.box.tag == "pre"
        if self.box.parent is not None:
            self.box = self.box.parent


def read_runs(tree: etree._Element, profile: Profile) -> list[Run]:
    """All text of a page as runs, in document order, each with the junk mark of the boxes around it.

    Raises TooLarge for nesting deeper than MAX_DEPTH.
    """
    drop = frozenset(CSSSelector(profile.drop)(tree)) if profile.drop else frozenset()
    hide = hidden_names(tree)
    walk = _Walk(tree)
    walker = etree.iterwalk(tree, events=("start", "end"))
    depth = 0
    skipped = False
    for event, element in walker:
        tag = element.tag
        if event == "start":
            depth += 1
            if depth > MAX_DEPTH:
                raise TooLarge(f"nested deeper than {MAX_DEPTH} levels")
            if _enter(walk, element, tag, drop, hide):
                walk.add(element.text)
            else:
                walker.skip_subtree()
                skipped = True
        else:
            depth -= 1
            if not skipped:
                _leave(walk, element, tag)
            skipped = False
            walk.add(element.tail)
    walk.close()
    return walk.runs


def _enter(
    walk: _Walk, element: etree._Element, tag: str, drop: frozenset[etree._Element], hide: frozenset[str]
) -> bool:
    """Open an element; False when its content is not read."""
    if tag in SILENT:
        return False
    if tag == "br":
        walk.flush()
        return False
    name, ident = element.get("class") or "", element.get("id") or ""
    hidden = is_hidden(element, name, ident, hide)
    if tag in INLINE:
        if hidden or (tag == "rt" and _in_ruby(element)):
            return False
        walk.links += tag == "a" and element.get("href") is not None
        return True
    named = f"{name} {ident}" if ident else name
    junk = "profile" if element in drop else "hidden" if hidden else junk_mark(tag, named)
    walk.open(element, tag, junk, named)
    return True


def _in_ruby(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "ruby"


def _leave(walk: _Walk, element: etree._Element, tag: str) -> None:
    if tag == "a":
        walk.links -= element.get("href") is not None
    elif tag not in INLINE:
        walk.close()
