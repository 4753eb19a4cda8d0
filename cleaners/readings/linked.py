"""Lines that are links and text all the same: rules and laws, works of a digest, sources, addresses, cells of a table."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from cleaners.document import boxes_around
from cleaners.readings.places import Places
from cleaners.readings.scope import Scope
from cleaners.readings.view import row_of

_ADDRESS = re.compile(
    r"(?:(?:项目|官网|代码|仓库|演示|文档|报名|购票|预约|论文|数据|工具)\w{0,4}\s?[:：]\s?)?(?:https?://|www\.)[!-~]{4,200}"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_FEWEST = 4
"""Han letters outside of a link that are words of their own."""
_REFERENCE = re.compile(r"参考(?:链接|资料|文献|来源)\s?[:：]|\W{0,2}\d{1,2}\W{1,2}(?=.*https?://)")
_LINKED = 30
"""A link this long that ends a sentence is a linked paragraph."""
_NUMBERED = re.compile(r"\d{1,2}\s?[、.．](?!\d)")
_HEADS = 2
"""Numbered links over paragraphs that are a digest."""


@dataclass
class Linked:
    """Links among the lines of one box under one title."""

    scope: Scope
    places: Places
    rules: list[str]
    """Of each run of the page; read here."""
    _above: dict[int, int] = field(default_factory=dict)
    """Of links of a list, the line above the list; so that each line of it is walked over once."""

    def is_text(self, index: int) -> bool:
        """A line that is a link is content."""
        text = self._is_linked_text(index) or self._is_announced(index) or self.is_addressed(index)
        listed = self._is_item_among_others(index) or index in self._linked_heads
        return text or listed or self._is_linked_cell(index) or self.is_printed_address(index)

    def _is_item_among_others(self, index: int) -> bool:
        """An item of a list between the paragraphs, of which as many are no links: rules, some of which are to be had."""
        view, box = self.scope.view, self.scope.view.runs[index].box
        item = next((inner for inner in boxes_around(box) if inner.tag == "li"), None)
        if item is None or item.parent is None or self.places.is_edge(index):
            return False
        lines = range(item.parent.start, item.parent.end)
        return not self.places.is_edge(lines[-1]) and 2 * sum(view.link[at] for at in lines) <= len(lines)

    @cached_property
    def _linked_heads(self) -> frozenset[int]:
        """Numbered links over paragraphs, one as the other: what a digest tells of."""
        view, goods = self.scope.view, frozenset(self.places.goods)
        found = [
            at
            for at in range(self.scope.start, self.scope.end)
            if view.link[at] and at + 1 in goods and _NUMBERED.match(view.runs[at].text)
        ]
        shapes = Counter(view.shape(at) for at in found)
        return frozenset(at for at in found if shapes[view.shape(at)] >= _HEADS)

    def _is_linked_text(self, index: int) -> bool:
        """A paragraph that is one link."""
        text = self.scope.view.runs[index].text
        return len(text) >= _LINKED and "。" in text and self.scope.view.shape(index) in self.scope.shapes

    def is_addressed(self, index: int) -> bool:
        """Words of a paragraph before an address or names in Latin letters, which alone are links; behind the text only where
        they are a reference."""
        run = self.scope.view.runs[index]
        words = len(_HAN.findall(run.text))
        if not _FEWEST <= words <= len(run.text) - run.link_chars:
            return False
        inside = run.link_chars > 0 and not self.places.is_edge(index)
        told = inside or _REFERENCE.match(self.scope.view.folded(index)) is not None
        return told and self.scope.view.shape(index) in self.scope.shapes

    def _is_announced(self, index: int) -> bool:
        """One of a list of links between paragraphs, the first of which announces it: `参阅以下资料：`."""
        if self.places.is_edge(index):
            return False
        above = index - 1  # at the latest the first paragraph, which is no link
        while self.scope.view.link[above] and self.rules[above] == "body":
            above = self._above.get(above, above - 1)
        self._above[index] = above
        announces = self.scope.view.good[above] and self.scope.view.runs[above].text[-1] in ":："
        return announces and self.rules[above] == "body" and self.places.is_beside(index)

    def is_printed_address(self, index: int) -> bool:
        """An address printed among paragraphs, as one of them."""
        if self.places.is_edge(index) or self.scope.view.shape(index) not in self.scope.shapes:
            return False
        return _ADDRESS.fullmatch(self.scope.view.folded(index)) is not None

    def _is_linked_cell(self, index: int) -> bool:
        """A cell of a table of data whose row holds more than links."""
        row = row_of(self.scope.view.runs[index])
        if row is None or not self.places.is_cell(index):
            return False
        return not all(self.scope.view.link[at] for at in range(row.start, row.end))
