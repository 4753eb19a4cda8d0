"""Style sheets of a page: the rules that hide something, and those that show it again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import cast

from lxml import etree

from cleaners.page.declarations import Effects, rule_effects
from cleaners.page.media import holds, is_for_screen
from cleaners.page.selectors import NAME, Selector, all_names, last_names, parse_selectors

_MAX_SHEET = 100_000
_MOST_PER_NAME = 60
_MAX_BLOCK = 2_000
_MAX_GROUP = 2_000
_COMMENT = re.compile(r"/\*[^*]*+(?:\*(?!/)[^*]*+)*+(?:\*/)?")
_AT_RULE = re.compile(r"(@[^{};]{0,500})\{")
_CLASSES = etree.XPath("//@class", smart_strings=False)
_IDENTS = etree.XPath("//@id", smart_strings=False)
_FEW = 10
"""Blocks that hide, up to which it is cheaper not to ask which ids and classes the page has."""
_MANY = 60
"""Names asked for, from which on it is cheaper to know where all of them stand."""
_NAME_ENDS = re.compile(r"(?![\w-])")
_BRACE = re.compile(r"[{}]")
_HIDING = (
    ("none", "display:"),
    ("hidden", "visibility:"),
    ("-999", ("left:", "right:", "top:", "text-indent:")),
    ("#fff", "color:"),
    ("white", "color:"),
    ("transparent", "color:"),
    ("rect(", "clip:"),
    ("inset(", "clip-path:"),
)
"""What hides: a value, and the ends of the properties that it stands behind."""
_ZERO = re.compile(r"(?:opacity|font-size)\s{0,9}:\s{0,9}\.?0")
_PROPERTY = 24  # characters of a property with the blanks behind it


@dataclass(frozen=True, slots=True)
class Rule:
    selector: Selector
    sets: Effects
    order: int
    """Of two rules of one weight the later one wins."""


class Sheets:
    """The sheets of a page that a reader at a screen gets. Rules are parsed when they are asked for, most are not."""

    def __init__(self, root: etree._Element) -> None:
        self._text = "}".join(_for_screen(text) for text in _texts(root))
        self._index: Mapping[str, Sequence[int]] | None = None
        self._hiding: defaultdict[str, list[Block]] = defaultdict(list)
        self._parsed: dict[str, list[Rule]] = {}
        self._setting: dict[tuple[str, str], list[Rule]] = {}
        hiding = [
            block
            for block in _blocks(self._text, _hiding_places(self._text))
            if any(hides for hides, _ in block.sets.values())
        ]
        there = _names_there(root) if len(hiding) > _FEW else None
        for block in hiding:
            for name in last_names(block.group, there):
                self._hiding[name].append(block)
        self.hiding = frozenset(self._hiding)
        """What the elements are found by that a rule hides: `#id`, `.class` or a tag."""
        self.asked = all_names(block.group for blocks in self._hiding.values() for block in blocks)
        """All names that these rules ask for."""

    def hiding_rules(self, name: str) -> list[Rule]:
        """The rules that hide the elements found by a name."""
        rules = self._parsed.get(name)
        if rules is None:
            rules = self._parsed[name] = _rules(self._hiding.get(name, ()), name)
        return rules

    def rules_of(self, name: str, sets: str) -> list[Rule]:
        """All rules for the elements of an id or a class that set a property."""
        rules = self._setting.get((name, sets))
        if rules is None:
            blocks = _blocks(self._text, _bodies_after(self._text, name, sets, self._places(name)))
            rules = self._setting[name, sets] = _rules(blocks, name)
        return rules

    def _places(self, name: str) -> Iterable[int]:
        """Where a name stands. Searching is cheaper for a few names, an index for many."""
        if self._index is None and len(self._setting) > _MANY:
            self._index = _index(self._text)
        return _find_all(self._text, name) if self._index is None else self._index.get(name, ())


@dataclass(frozen=True, slots=True)
class Block:
    group: str
    """What stands before the brace."""
    sets: Effects
    order: int


def _names_there(root: etree._Element) -> frozenset[str]:
    """The ids and classes of a page."""
    classes, idents = cast("list[str]", _CLASSES(root)), cast("list[str]", _IDENTS(root))
    return frozenset(
        [*["." + name for name in {*" ".join(classes).split()}], *["#" + name for name in idents]]
    )


def _texts(root: etree._Element) -> Iterator[str]:
    for style in root.iter("style"):
        parent = style.getparent()
        if (
            style.text
            and is_for_screen(style.get("media") or "")
            and (parent is None or parent.tag != "noscript")
        ):
            text = style.text[:_MAX_SHEET]
            yield _COMMENT.sub("", text) if "/*" in text else text


def _for_screen(sheet: str) -> str:
    """A sheet without the blocks that do not hold for a reader at a screen."""
    parts, done = [], 0
    for at in _find_all(sheet, "@"):
        rule = _AT_RULE.match(sheet, at)
        if at >= done and rule is not None and not holds(rule[1]):
            parts.append(sheet[done:at])
            done = _closed(sheet, rule.end() - 1)
    return "".join([*parts, sheet[done:]])


def _closed(sheet: str, opened: int) -> int:
    """Where the block ends that opens here."""
    depth = 0
    for brace in _BRACE.finditer(sheet, opened):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return len(sheet)


def _rules(blocks: Iterable[Block], name: str) -> list[Rule]:
    """The rules in some blocks whose elements have a name."""
    found = (
        Rule(selector, block.sets, block.order)
        for block in blocks
        for selector in parse_selectors(block.group)
        if name in selector.last
    )
    return list(islice(found, _MOST_PER_NAME))


def _blocks(sheet: str, places: Iterable[int]) -> Iterator[Block]:
    """The blocks with these places in their declarations."""
    seen = set()
    for at in places:
        opened = sheet.rfind("{", max(0, at - _MAX_BLOCK), at)
        if opened >= 0 and opened not in seen:
            seen.add(opened)
            close = sheet.find("}", opened)
            if close < 0 or at <= close:
                begin = max(sheet.rfind(mark, max(0, opened - _MAX_GROUP), opened) for mark in "{};") + 1
                group = sheet[max(begin, opened - _MAX_GROUP) : opened]
                yield Block(group, rule_effects(sheet[opened + 1 : close]), opened)


def _bodies_after(sheet: str, name: str, sets: str, places: Iterable[int]) -> Iterator[int]:
    """Where the declarations of the rules begin that have a name, at these places, in their selectors and set a
    property."""
    for at in places:
        opened = sheet.find("{", at, at + _MAX_GROUP)
        if opened < 0 or sheet.find("}", at, opened) >= 0 or not _NAME_ENDS.match(sheet, at + len(name)):
            continue
        close = sheet.find("}", opened, opened + _MAX_BLOCK)
        if close >= 0 and sheet.find(sets, opened, close) >= 0:
            yield opened + 1


def _index(sheet: str) -> Mapping[str, Sequence[int]]:
    """Where each id and class stands."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for found in NAME.finditer(sheet):
        places[found[0]].append(found.start())
    return places


def _hiding_places(sheet: str) -> Iterator[int]:
    """Where something may hide. Plain searches, because sheets are long and such rules few."""
    for value, properties in _HIDING:
        for at in _find_all(sheet, value):
            before = sheet[max(0, at - _PROPERTY) : at].replace(" ", "").lower()
            if before.endswith(properties) and not before.endswith("-color:"):
                yield at
    for name in ("opacity", "font-size"):
        yield from (at for at in _find_all(sheet, name) if _ZERO.match(sheet, at))


def _find_all(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))
