"""The one walk over the tree: elements in, runs of text out."""

from __future__ import annotations

import re

from lxml import etree

from cleaners.document import Box, Run
from cleaners.dom import MAX_DEPTH, TooLarge, select
from cleaners.hidden import SCRIPTED, hidden_names, hides
from cleaners.junk import junk_mark
from cleaners.sites.profile import Profile

_SILENT, _BREAK, _INLINE, _BLOCK = range(4)
_KINDS = dict.fromkeys(
    "head script style noscript template iframe frame object embed applet svg math canvas video audio map "  # noqa: SIM905 - a list of words reads best
    "select datalist textarea input meta link title rp".split(),
    _SILENT,
)
_KINDS |= dict.fromkeys(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr o:p q rb rt ruby "  # noqa: SIM905 - a list of words reads best
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
    try:
        walk.children(tree, 1)
    except RecursionError as error:
        raise TooLarge("nested deeper than the interpreter allows") from error
    walk.close()
    return walk.runs


class _Walk:
    """State of one walk: the open box and the pieces of the run being read."""

    def __init__(self, root: etree._Element, profile: Profile) -> None:
        self.drop = select(root, profile.drop)
        self.hidden_classes, self.hidden_ids = hidden_names(root)
        self.known: dict[str, bool] = {"": False}
        self.hides = bool(self.hidden_classes or self.hidden_ids)
        self.runs: list[Run] = []
        self.box = Box(root, "", None, "", "", 0)
        self.pieces: list[str] = []
        self.links = 0
        self.link_chars = 0
        self.pre = 0

    def children(self, parent: etree._Element, depth: int) -> None:
        """Read the elements inside one element; recursive, because calls are the cheapest stack there is."""
        if depth > MAX_DEPTH:
            raise TooLarge(f"nested deeper than {MAX_DEPTH} levels")
        for element in parent:
            tag = element.tag
            kind = _KINDS.get(tag, _BLOCK)
            if kind == _BLOCK:
                self.block(element, tag, depth)
            elif kind == _INLINE:
                self.inline(element, tag, depth)
            elif kind == _BREAK and self.pieces:
                self.flush()
            text = element.tail
            if text and (self.pieces or not text.isspace()):
                self.add(text)

    def block(self, element: etree._Element, tag: str, depth: int) -> None:
        if self.pieces:
            self.flush()
        runs, outer = self.runs, self.box
        name, junk = self.named(element, tag)
        box = self.box = Box(element, tag, outer, junk, outer.mark or junk, len(runs), 0, name)
        self.pre += tag == "pre"
        text = element.text
        if text and not text.isspace():
            self.add(text)
        if len(element):
            self.children(element, depth + 1)
        if self.pieces:
            self.flush()
        self.pre -= tag == "pre"
        box.end = len(runs)
        self.box = outer

    def inline(self, element: etree._Element, tag: str, depth: int) -> None:
        get = element.get
        style = get("style")
        if (style is not None and hides(style)) or (tag == "rt" and _in_ruby(element)):
            return
        if self.hides:
            name, ident = get("class"), get("id")
            if (name or ident) and self.is_hidden(name or "", ident or ""):
                return
        linked = tag == "a" and get("href") is not None
        self.links += linked
        text = element.text
        if text and (self.pieces or not text.isspace()):
            self.add(text)
        if len(element):
            self.children(element, depth + 1)
        self.links -= linked

    def named(self, element: etree._Element, tag: str) -> tuple[str, str]:
        """Class of a block and the rule that marks it as junk."""
        get = element.get
        name, ident, style = get("class") or "", get("id") or "", get("style")
        if self.drop and element in self.drop:
            return name, "profile"
        if style is not None and hides(style) and ident not in SCRIPTED:
            return name, "hidden"
        if get("hidden") is not None or (self.hides and self.is_hidden(name, ident)):
            return name, "hidden"
        return name, junk_mark(tag, f"{name} {ident}" if ident else name)

    def is_hidden(self, name: str, ident: str) -> bool:
        """One of its classes or its id is hidden by a style sheet."""
        if ident in self.hidden_ids:
            return True
        hidden = self.known.get(name)
        if hidden is None:
            hidden = self.known[name] = not self.hidden_classes.isdisjoint(name.split())
        return hidden

    def add(self, text: str) -> None:
        if self.pre and "\n" in text:
            *lines, text = text.split("\n")
            for line in lines:
                self.pieces.append(line)
                self.flush()
        self.pieces.append(text)
        if self.links:
            self.link_chars += len(text.strip())

    def close(self) -> None:
        if self.pieces:
            self.flush()
        self.box.end = len(self.runs)

    def flush(self) -> None:
        pieces = self.pieces
        raw = pieces[0] if len(pieces) == 1 else "".join(pieces)
        self.pieces = []
        box, links, self.link_chars = self.box, self.link_chars, 0
        if "\u3000\u3000" in raw:
            for part in _INDENT.split(raw):
                if text := " ".join(part.split()):
                    own = min(links, len(text))
                    links -= own
                    self.runs.append(Run(text, box.element, own, box.mark, "", box))
        elif text := " ".join(raw.split()):
            self.runs.append(Run(text, box.element, min(links, len(text)), box.mark, "", box))


def _in_ruby(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "ruby"
