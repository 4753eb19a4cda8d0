"""The one walk over the tree: elements in, runs of text out."""

from __future__ import annotations

import re

from lxml import etree

from cleaners.document import Box, Run
from cleaners.dom import MAX_DEPTH, TooLarge, select
from cleaners.hidden import SCRIPTED, hidden_names, hides, is_named
from cleaners.junk import junk_mark
from cleaners.sites.profile import Profile

_SILENT, _BREAK, _INLINE, _BLOCK = range(4)
_KINDS = dict.fromkeys(
    "head script style noscript template iframe frame object embed applet svg math canvas video audio map "  # noqa: SIM905
    "select datalist textarea input meta link title rp".split(),
    _SILENT,
)
_KINDS |= dict.fromkeys(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr o:p q rb rt ruby "  # noqa: SIM905
    "s samp small span strike strong sub sup time tt u var wbr".split(),
    _INLINE,
)
_KINDS["br"] = _BREAK
"""How a tag is read; what is not here splits the text: an unknown tag is more often a component than a word."""

_INDENT = re.compile(r"(?<=[。！？；…”」』）.!?\n])[ \t\r\xa0]{0,8}\u3000{2,8}")
"""Two full-width blanks after a sentence or a line break open a paragraph where the markup has none."""


def read_runs(tree: etree._Element, profile: Profile) -> list[Run]:
    """All text of a page as runs, in document order, each with the junk mark of the boxes around it.

    Raises TooLarge for nesting deeper than MAX_DEPTH.
    """
    walk = _Walk(tree, profile)
    walker = etree.iterwalk(tree, events=("start", "end"))
    depth, skipped = 0, False
    for event, element in walker:
        tag = element.tag
        kind = _KINDS.get(tag, _BLOCK)
        if event == "start":
            depth += 1
            if depth > MAX_DEPTH:
                raise TooLarge(f"nested deeper than {MAX_DEPTH} levels")
            if kind >= _INLINE and walk.enter(element, tag, kind):
                text = element.text
            else:
                text = None
                skipped = True
                walker.skip_subtree()
                if kind == _BREAK:
                    walk.flush()
        else:
            depth -= 1
            if skipped:
                skipped = False
            elif kind == _BLOCK:
                walk.close()
            elif tag == "a":
                walk.links -= element.get("href") is not None
            text = element.tail
        if text and (walk.pieces or not text.isspace()):
            walk.add(text)
    walk.close()
    return walk.runs


class _Walk:
    """State of one walk: the open box and the pieces of the run being read."""

    def __init__(self, root: etree._Element, profile: Profile) -> None:
        self.drop = select(root, profile.drop)
        self.hide = hidden_names(root)
        self.runs: list[Run] = []
        self.box = Box(root, "", None, "", "", 0)
        self.pieces: list[str] = []
        self.links = 0
        self.link_chars = 0
        self.pre = 0

    def enter(self, element: etree._Element, tag: str, kind: int) -> bool:
        """Open an element; False when its content is not read."""
        get = element.get
        style = get("style")
        if kind == _INLINE:
            if style is not None and hides(style):
                return False
            if self.hide and is_named(get("class") or "", get("id") or "", self.hide):
                return False
            if tag == "a":
                self.links += get("href") is not None
            return not (tag == "rt" and _in_ruby(element))
        if self.pieces:
            self.flush()
        name, ident = get("class") or "", get("id") or ""
        junk = junk_mark(tag, f"{name} {ident}" if ident else name)
        if (style is not None and hides(style) and ident not in SCRIPTED) or get("hidden") is not None:
            junk = "hidden"
        if self.hide and is_named(name, ident, self.hide):
            junk = "hidden"
        if self.drop and element in self.drop:
            junk = "profile"
        self.pre += tag == "pre"
        outer = self.box
        self.box = Box(element, tag, outer, junk, outer.mark or junk, len(self.runs), 0, name)
        return True

    def add(self, text: str) -> None:
        if self.pre and "\n" in text:
            *lines, text = text.split("\n")
            for line in lines:
                self.pieces.append(line)
                self.flush()
        self.pieces.append(text)
        if self.links:
            self.link_chars += len("".join(text.split()))

    def close(self) -> None:
        if self.pieces:
            self.flush()
        box = self.box
        box.end = len(self.runs)
        if box.tag == "pre":
            self.pre -= 1
        if box.parent is not None:
            self.box = box.parent

    def flush(self) -> None:
        raw = "".join(self.pieces)
        links, box = self.link_chars, self.box
        for part in _INDENT.split(raw) if "\u3000\u3000" in raw else (raw,):
            text = " ".join(part.split())
            if text:
                own = min(links, len(text))
                self.runs.append(Run(text, box.element, own, box.mark, "", box))
                links -= own
        self.pieces = []
        self.link_chars = 0


def _in_ruby(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "ruby"
