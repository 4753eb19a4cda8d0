"""Where the paragraphs of an article stand, and whether a line stands as they do."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from cleaners.document import Box, boxes_around
from cleaners.readings.boxes import LEAF
from cleaners.readings.header import header_end
from cleaners.readings.scope import Scope
from cleaners.readings.view import row_of
from cleaners.tags import HEADINGS

_CONTENT = LEAF | frozenset(
    "ul ol dl table tbody thead tr section figure strong b".split()  # noqa: SIM905 - a list of words reads best
)
"""Elements that hold a paragraph, a list or a table, not a panel. A cell may be layout."""
_LEADS = 2
"""Running lines that may stand above the date: a lead, a caption."""


class Met:
    """The paragraphs that were met so far: the boxes around theirs, and their shapes."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self._boxes: dict[tuple[str, ...], set[Box | None]] = {}

    def add(self, index: int) -> None:
        """A paragraph stands there."""
        box = self.scope.view.runs[index].box
        self._boxes.setdefault(self.scope.view.shape(index), set()).add(box and box.parent)

    @property
    def any(self) -> bool:
        """A paragraph was met."""
        return bool(self._boxes)

    def is_own(self, index: int) -> bool:
        """Running text where, or as, the article's stands."""
        view = self.scope.view
        if not view.good[index] or self.scope.marks[index]:
            return False
        box = view.runs[index].box
        if box is None or box.parent is self.scope.trunk:
            return True
        return self._knows(index) if self.any else view.shape(index) in self.scope.shapes

    def _knows(self, index: int) -> bool:
        """A line of this shape stood in the same box, or in several boxes of one form: sections, nested wrappers."""
        boxes: Set[Box | None] = self._boxes.get(self.scope.view.shape(index), frozenset())
        box = self.scope.view.runs[index].box
        return len(boxes) > 1 or (box and box.parent) in boxes


@dataclass
class Places:
    """The paragraphs, once they are known."""

    scope: Scope
    goods: Sequence[int]
    """Their indexes."""

    def is_edge(self, index: int) -> bool:
        """Before the first paragraph or after the last; down to the end of the header where a lead stands above it."""
        inside = bool(self.goods) and self.goods[0] < index < self.goods[-1]
        return not inside or index <= self.header or self._is_below_lead(index)

    def _is_below_lead(self, index: int) -> bool:
        """The date of the article, in a box of its own below a lead; in a heading it is that of a part: a release, a day."""
        view, above = self.scope.view, index + 1 in self.goods[: _LEADS + 1]
        box = view.runs[index].box
        if self.scope.box is None or not above or view.shape(index) in self.scope.shapes:
            return False
        return view.noise(index, edge=True) == "dateline" and (box is None or box.tag not in HEADINGS)

    @cached_property
    def header(self) -> int:
        """Where the header of a text without boxes ends."""
        return header_end(self.scope, self.goods)

    def is_paragraph(self, index: int) -> bool:
        """Running text, though there may be little of it: a line of verse."""
        return index in self._indexes

    @cached_property
    def _indexes(self) -> frozenset[int]:
        return frozenset(self.goods)

    def is_cell(self, index: int) -> bool:
        """A cell of a table of data."""
        row = row_of(self.scope.view.runs[index])
        if row is None:
            return False
        below = bool(self.goods) and index > self.goods[0]
        return below or (
            row.parent is not None and row.parent.end - row.parent.start > 2 * (row.end - row.start)
        )

    def is_among(self, index: int) -> bool:
        """It stands in an element as the paragraphs do; in a text without boxes every line does."""
        box = self.scope.view.runs[index].box
        return box is None or (box.tag, box.name, box.parent) in self._places

    def is_beside(self, index: int, panels: bool = True) -> bool:
        """It stands as the paragraphs do, or in an element beside them: of content or, where `panels` count, of any kind."""
        if self.is_among(index):
            return True
        box = self.scope.view.runs[index].box
        while box is not None and box.parent is not None and box is not self.scope.box:
            wrapper = _is_wrapper(box)
            if box.parent in self._stems:
                return wrapper or panels
            if not wrapper:
                return False
            box = box.parent
        return False

    @cached_property
    def _places(self) -> frozenset[tuple[str, str, Box | None]]:
        """Tag, class and surroundings of the paragraphs."""
        boxes = (self.scope.view.runs[at].box for at in self.goods)
        return frozenset((box.tag, box.name, box.parent) for box in boxes if box is not None)

    @cached_property
    def _stems(self) -> frozenset[Box]:
        """The boxes in which the paragraphs stand, elements of content around them apart."""
        stems: set[Box] = set()
        for at in self.goods:
            for box in islice(boxes_around(self.scope.view.runs[at].box), 1, None):
                if box in stems:
                    break
                stems.add(box)
                if not _is_wrapper(box):
                    break
        return frozenset(stems)


def _is_wrapper(box: Box) -> bool:
    """It holds one line, or is an element of content."""
    return box.end - box.start == 1 or box.tag in _CONTENT
