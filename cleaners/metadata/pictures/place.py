"""Where a picture stands among the runs of the article's box."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

    from cleaners.document import Body, Box, Document


class Places:
    """The boxes of the article's box and what is kept of each."""

    def __init__(self, doc: Document, body: Body, container: etree._Element) -> None:
        self.container = container
        self.runs = doc.runs
        self.boxes: dict[etree._Element, Box] = {}
        for box in dict.fromkeys(run.box for run in doc.runs[body.start : body.end]):
            while box is not None and box.element not in self.boxes:
                self.boxes[box.element] = box
                box = box.parent
        self.kept = body.kept
        self.order = {element: place for place, element in enumerate(container.iter())}

    def holds(self, element: etree._Element) -> bool:
        """Whether a picture is the article's: not in a box of other stories, not behind what was cut from its end."""
        place: etree._Element | None = element
        while place is not None and place is not self.container:
            box = self.boxes.get(place)
            if box is not None:
                own = range(box.start, box.end)
                if bisect_left(self.kept, own.start) < bisect_left(self.kept, own.stop):
                    break
                if box.mark or sum(self.runs[index].link_chars for index in own):
                    return False
            place = place.getparent()
        return not self._behind(element)

    def _behind(self, element: etree._Element) -> bool:
        """Whether it stands behind what was cut from the end: promotion, other stories; not the last line once more."""
        if not self.kept:
            return False
        last = self.runs[self.kept[-1]].text
        for run in self.runs[self.kept[-1] + 1 :]:
            if run.text != last and run.block is not None and run.block in self.order:
                return self.order[element] > self.order[run.block]
        return False
