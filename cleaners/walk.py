"""The one walk over the tree."""

from __future__ import annotations

import re
from typing import cast

from lxml import etree

from cleaners.document import Box, Run
from cleaners.junk import junk_mark
from cleaners.limits import MAX_DEPTH, TooLarge
from cleaners.page.sight import FOLDED, HIDDEN, SEEN, Sight, may_hide
from cleaners.tags import BLOCK, BREAK, HEADINGS, INDENT, INLINE, KINDS, code_line, kind_of
from cleaners.wraps import without_wraps

_LEADS = re.compile(r"location|window\.open\(")
"""A click on it leads to another page: the box is a link."""

_MOST_LINKED, _SENTENCES = 300, 5
"""Characters and sentences of the longest card that is a link as a whole."""
_MOST_LARGE = 30
"""Links of that size that are looked into: they may stand in each other."""
_PARAGRAPH = 40
_NOWHERE = re.compile(r"\s*(?:#|javascript:|$)", re.IGNORECASE)
_LENGTH = etree.XPath("string-length()")


def walk(root: etree._Element, dropped: frozenset[etree._Element], sight: Sight) -> list[Run]:
    """All text as runs, in document order. Raises TooLarge for nesting deeper than MAX_DEPTH.

    `dropped` are the elements that the site drops, `sight` tells those that a reader does not see.
    """
    state = _Walk(root, dropped, sight)
    try:
        state.children(root, 1)
    except RecursionError as error:
        raise TooLarge("nested deeper than the interpreter allows") from error
    state.close()
    return state.runs


class _Walk:
    """State of one walk: the open box and the pieces of the run being read."""

    def __init__(self, root: etree._Element, dropped: frozenset[etree._Element], sight: Sight) -> None:
        self.dropped, self.sight = dropped, sight
        self.idents, self.classes, self.tags = sight.idents, sight.classes, sight.tags
        self.ruled = bool(self.idents or self.classes or self.tags)
        self.known: dict[str, bool] = {"": False}
        self.dark = self.large = 0
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
            kind = KINDS.get(tag)
            if kind is None:
                kind = kind_of(element)
            if kind == BLOCK:
                self.block(element, tag, depth)
            elif kind == INLINE:
                self.inline(element, tag, depth)
            elif kind == BREAK and self.pieces:
                self.flush()
            text = element.tail
            if text and (self.pieces or not text.isspace()):
                self.add(text)

    def block(self, element: etree._Element, tag: str, depth: int) -> None:
        if self.pieces:
            self.flush()
        runs, outer = self.runs, self.box
        name, junk, folded = self.named(element, tag)
        folded = folded or outer.folded
        box = self.box = Box(element, tag, outer, junk, outer.mark or junk, len(runs), 0, name, folded)
        click = element.get("onclick")
        linked = click is not None and _LEADS.search(click) is not None and not self.is_text(element)
        self.links += linked
        self.dark += junk == "hidden"
        self.pre += tag == "pre"
        text = element.text
        if text and not text.isspace():
            self.add(text)
        if len(element):
            self.children(element, depth + 1)
        if self.pieces:
            self.flush()
        self.links -= linked
        self.pre -= tag == "pre"
        self.dark -= junk == "hidden"
        box.end = len(runs)
        self.box = outer

    def inline(self, element: etree._Element, tag: str, depth: int) -> None:
        get = element.get
        if tag == "rt" and _in_ruby(element):
            return
        name, ident = (get("class") or "", get("id") or "") if self.ruled else ("", "")
        if self.is_doubtful(element, tag, name, ident) and self.sight.of(element) == HIDDEN:
            return
        leads = get("href") if tag == "a" else None
        linked = leads is not None and not self.is_text(element) and not self.is_anchor(leads)
        self.links += linked
        text = element.text
        if text and (self.pieces or not text.isspace()):
            self.add(text)
        if len(element):
            self.children(element, depth + 1)
        self.links -= linked

    def is_text(self, link: etree._Element) -> bool:
        """A link around more than a headline and its summary: somebody forgot to end it, and a text went into it. A
        paragraph whose link leads nowhere is none either."""
        if not len(link):
            text, leads = link.text or "", link.get("href")
            return (
                len(text) >= _PARAGRAPH
                and "。" in text
                and leads is not None
                and _NOWHERE.match(leads) is not None
            )
        if self.large == _MOST_LARGE or cast("float", _LENGTH(link)) <= _MOST_LINKED:
            return False
        self.large += 1
        return sum(map("".join(map(str, link.itertext())).count, "。！？")) >= _SENTENCES

    def is_anchor(self, leads: str) -> bool:
        """A heading that is a link to itself, as manuals and blogs have them."""
        return leads[:1] == "#" and self.box.tag in HEADINGS

    def named(self, element: etree._Element, tag: str) -> tuple[str, str, bool]:
        """Class of a block, the rule that marks it as junk, and whether it is folded. The tag of a component is a name."""
        get = element.get
        name, ident = get("class") or "", get("id") or ""
        if element in self.dropped:
            return name, "site", False
        seen = SEEN
        if not self.dark and self.is_doubtful(element, tag, name, ident):
            seen = self.sight.of(element)
        if seen == HIDDEN:
            return name, "hidden", False
        if tag == "footer" and self.box.tag == "blockquote":  # who said it
            return name, "", seen == FOLDED
        told = f"{name} {ident}" if ident else name
        return name, junk_mark(tag, f"{tag} {told}" if "-" in tag else told), seen == FOLDED

    def is_doubtful(self, element: etree._Element, tag: str, name: str, ident: str) -> bool:
        """Whether an attribute, its style or a rule of a sheet may hide an element."""
        style = element.get("style")
        if (style is not None and may_hide(style)) or element.get("hidden") is not None:
            return True
        return self.ruled and (ident in self.idents or tag in self.tags or self.is_ruled(name))

    def is_ruled(self, name: str) -> bool:
        """A rule names one of its classes."""
        ruled = self.known.get(name)
        if ruled is None:
            ruled = self.known[name] = not self.classes.isdisjoint(name.split())
        return ruled

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
        raw = without_wraps(pieces[0] if len(pieces) == 1 else "".join(pieces))
        self.pieces = []
        box, links, self.link_chars = self.box, self.link_chars, 0
        if "\u3000\u3000" in raw:
            for part in INDENT.split(raw):
                if text := " ".join(part.split()):
                    own = min(links, len(text))
                    links -= own
                    self.runs.append(Run(text, box.element, own, box.mark, box))
        elif text := code_line(raw) if self.pre else " ".join(raw.split()):
            self.runs.append(Run(text, box.element, min(links, len(text)), box.mark, box))


def _in_ruby(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "ruby"
