"""Cards between the paragraphs: another story with a button to read it, a share and its price. A small box in which no
paragraph stands; one line of it tells what it is, the others go with it. Goods are appeals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from cleaners.document import Box
from cleaners.lexicon import filled
from cleaners.readings.scope import Scope

_TAGS = frozenset(["div", "section", "figure", "blockquote", "a", "span", "label", "form"])
"""Elements of a card; lists and tables between the paragraphs are content."""
_LINES, _CHARS = 10, 300
_TIMES = 2
"""How many times its running text the text has."""
READ = re.compile(filled(r"\W{0,4}(?:<buttons.unfold>|<buttons.read>)\W{0,4}"))
_FIGURE = r"[\s:：]{0,2}[-+]?\d[\d,.]{0,15}\s?[%亿万手元倍]{0,2}"
QUOTED = re.compile(filled(rf"(?>\W{{0,3}}<buttons.quoted>{_FIGURE}){{2,8}}+\W*"))
_TICKER = re.compile(r"\D{2,12}\d{1,6}\.\d\d\W{0,2}[-+]?(?:\d{1,4}\.\d\d\W{0,2}[-+]?)?\d{1,3}\.\d\d%\W*")


class Cards:
    """Those of one box under one title."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def found(self) -> Iterator[tuple[Box, str]]:
        """Each card with the rule that a telling line gives it, once for each such line."""
        if self._scope.trunk is None:
            return
        lines = range(self._scope.start, self._scope.end)
        for rule, card in ((rule, self._card(at)) for at in lines if (rule := self._told(at))):
            if card is not None and (rule != "teaser" or self._is_teaser(card)):
                yield card, rule

    def _told(self, index: int) -> str:
        folded = self._scope.view.folded(index)
        if READ.fullmatch(folded):
            return "teaser"
        return "counter" if QUOTED.fullmatch(folded) or _TICKER.fullmatch(folded) else ""

    def _card(self, index: int) -> Box | None:
        """The largest box of a card's size around a line, if it holds more than that line."""
        box, card = self._scope.view.runs[index].box, None
        while box is not None and self._is_small(box):
            card, box = box, box.parent
        if card is None or card.tag not in _TAGS or card.end - card.start < 2:
            return None
        return None if any(self._is_own(at) for at in range(card.start, card.end)) else card

    def _is_small(self, box: Box) -> bool:
        """It is all of the text's, and holds at most half of what runs in it: never the box of the paragraphs."""
        scope = self._scope
        if box.start < scope.start or box.end > scope.end or box.end - box.start > _LINES:
            return False
        return sum(len(run.text) for run in scope.view.runs[box.start : box.end]) <= _CHARS and (
            _TIMES * scope.good(box.start, box.end) <= scope.sums[-1]
        )

    def _is_own(self, index: int) -> bool:
        """A paragraph, or shaped as those are."""
        return self._scope.view.good[index] and self._scope.view.shape(index) in self._shapes

    @cached_property
    def _shapes(self) -> frozenset[tuple[str, ...]]:
        """Shapes of the paragraphs that stand in the box of the text."""
        view, trunk = self._scope.view, self._scope.trunk
        lines = (at for at in range(self._scope.start, self._scope.end) if view.good[at])
        return frozenset(
            view.shape(at) for at in lines if (box := view.runs[at].box) is not None and box.parent is trunk
        )

    def _is_teaser(self, card: Box) -> bool:
        """It opens with a headline that is a link, and all its links lead there."""
        leads = {link.get("href") for link in card.element.iter("a") if link.get("href")}
        return self._scope.view.link[card.start] and len(leads) == 1
