"""The one walk over the tree, in Python; `_compiled.pyx` does the same in C."""

from __future__ import annotations

from lxml import etree

from cleaners.document import Box, Run
from cleaners.hidden import SCRIPTED, hides
from cleaners.junk import junk_mark
from cleaners.limits import MAX_DEPTH, TooLarge
from cleaners.tags import BLOCK, BREAK, INDENT, INLINE, KINDS


def walk(
    root: etree._Element,
    dropped: frozenset[etree._Element],
    hidden_classes: frozenset[str],
    hidden_ids: frozenset[str],
) -> list[Run]:
    """All text as runs, in document order. Raises TooLarge for nesting deeper than MAX_DEPTH.

    `dropped` are the elements that the profile drops, the names those that style sheets hide.
    """
    state = _Walk(root, dropped, hidden_classes, hidden_ids)
    try:
        state.children(root, 1)
    except RecursionError as error:
        raise TooLarge("nested deeper than the interpreter allows") from error
    state.close()
    return state.runs


class _Walk:
    """State of one walk: the open box and the pieces of the run being read."""

    def __init__(
        self,
        root: etree._Element,
        dropped: frozenset[etree._Element],
        hidden_classes: frozenset[str],
        hidden_ids: frozenset[str],
    ) -> None:
        self.dropped, self.hidden_classes, self.hidden_ids = dropped, hidden_classes, hidden_ids
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
            kind = KINDS.get(tag, BLOCK)
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
        if element in self.dropped:
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
            for part in INDENT.split(raw):
                if text := " ".join(part.split()):
                    own = min(links, len(text))
                    links -= own
                    self.runs.append(Run(text, box.element, own, box.mark, "", box))
        elif text := " ".join(raw.split()):
            self.runs.append(Run(text, box.element, min(links, len(text)), box.mark, "", box))


def _in_ruby(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "ruby"
