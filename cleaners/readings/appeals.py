"""Appeals to the reader between the paragraphs of an article and right behind them: a letter to subscribe to, a membership, a
coupon, something to try or to buy, the author with a button to follow.

Their form tells them: a small box of its own, apart from where the paragraphs stand, that holds a field to write into, a
button that asks for a deed, or the picture and the name of who is credited above. No sentence is read; only the words of
buttons are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, takewhile
from typing import NamedTuple
from weakref import WeakKeyDictionary

from lxml import etree

from cleaners.document import Box
from cleaners.lexicon import filled, fold
from cleaners.metadata.byline.names import names_alone
from cleaners.metadata.title.strings import key
from cleaners.readings.noise.facts import is_event, is_fact
from cleaners.readings.scope import Scope
from cleaners.readings.view import View

_LINES, _CHARS = 7, 220
"""Lines and characters of the largest card that asks for something."""
_LIFE, _LINES_OF_LIFE = 400, 5
"""Characters of the largest card of an author, and lines of one that is told by the name."""
_INNER = 4
"""Boxes around a line that are looked at, from the outermost small one inwards."""
_ELEMENTS = 200
"""Elements of a card that are looked at."""
_LITTLE = 3
"""So many times the running text of all cards stands outside of them."""
_SHAPES = 3
"""The shape of a paragraph has more than this part of the text in the commonest shape."""
_SEVERAL = 3
"""Boxes of one form, each with words of its own, that are entries of a list: hotels with a button each."""
_PANELS = frozenset(["div", "section", "aside", "form", "article", "center", "fieldset"])
"""Elements that a card may be; lists, tables, quotations and figures are content."""
_FIELDS = frozenset(["text", "email", "tel", ""])
"""Types of fields to write a name, an address or a number into."""
_BUTTON = 14
"""Characters of the longest button."""
_NAME, _ABOVE = range(2, 13), 16
"""Letters of an author's name, and lines above the text that may credit one."""
_BYLINES = frozenset(["byline", "dateline", "editor"])
_PRESSED = re.compile(r"(?:^|[\s_-])(?:btn|button|cta)(?![a-z])", re.IGNORECASE)
_DEED = re.compile(filled(r"\W{0,3}(?:<calls.soon>\s?){0,2}<calls.deed>[^，。；：:？?]{0,8}"))
BUY = re.compile(filled(r"\W{0,4}<buttons.buy>\W{0,4}"))
"""So sure that a line of these words alone is a button, whatever its element."""
_FOLLOWS = re.compile(filled(r"\W{0,3}<calls.follows>\W{0,3}"))
_FILE = re.compile(r"附件|\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|apk|exe|dmg|epub)\b", re.IGNORECASE)
_WORDS = etree.XPath("string()")


def find_appeals(scope: Scope) -> Mapping[int, str]:
    """The lines that stand in cards, and the rule of each: `promotion`, or `user` for an author."""
    if scope.box is None or not scope.sums[-1]:
        return {}
    cards = _Appeals(scope).found()
    held = sum(scope.good(box.start, box.end) for box in cards)
    if held * _LITTLE > scope.sums[-1] - held:
        return {}
    return {at: rule for box, rule in cards.items() for at in range(box.start, box.end)}


def asks_deed(folded: str) -> bool:
    """The words of a button that asks for a deed: `立即订阅`, `免费试用`."""
    return (_DEED.fullmatch(folded) or BUY.fullmatch(folded)) is not None


def follows_author(folded: str) -> bool:
    """The words of a button on an author's card: `+ 关注`, `查看全部文章`."""
    return _FOLLOWS.fullmatch(folded) is not None


class _Held(NamedTuple):
    """What a small box holds, whatever is read around it."""

    mail: bool
    field: bool
    pictured: bool
    follows: Sequence[str]
    """The words of its buttons that follow somebody."""
    deeds: Sequence[str]
    """Those that ask for a deed, where it is small enough."""


_held_of: WeakKeyDictionary[View, dict[Box, _Held | None]] = WeakKeyDictionary()


def _held(view: View, box: Box) -> _Held | None:
    """What a box holds, found out once a page; None where it holds facts of an event or a file."""
    known = _held_of.setdefault(view, {})
    if box not in known:
        known[box] = _look_into(view, box)
    return known[box]


def _look_into(view: View, box: Box) -> _Held | None:
    lines = [view.folded(at) for at in range(box.start, box.end)]
    if any(is_fact(line) or is_event(line) or _FILE.search(line) for line in lines):
        return None
    elements = list(islice(box.element.iter(), _ELEMENTS))
    small = sum(map(len, lines)) <= _CHARS
    fields = list(filter(_is_field, elements)) if small else []
    words = [fold(button) for element in elements if (button := _button(element))]
    words += [line for line in lines if BUY.fullmatch(line)]
    return _Held(
        mail=any(map(_is_mail, fields)),
        field=bool(fields),
        pictured=any(element.tag in ("img", "picture", "svg") for element in elements),
        follows=list(filter(follows_author, words)),
        deeds=list(filter(asks_deed, words)) if small else [],
    )


class _Appeals:
    """The cards of one box under one title."""

    def __init__(self, scope: Scope) -> None:
        self._scope, self._runs = scope, scope.view.runs
        self._lines = _paragraphs(scope)

    def found(self) -> dict[Box, str]:
        """Cards, each with its rule; boxes of one form that say different things are a list of the article's."""
        found = dict(self._panels())
        listed = {self._text(box): _form(box, rule) for box, rule in found.items() if rule == "promotion"}
        forms = Counter(listed.values())
        return {box: rule for box, rule in found.items() if forms[_form(box, rule)] < _SEVERAL}

    def _panels(self) -> Iterator[tuple[Box, str]]:
        """Small boxes in which no paragraph stands, the outermost that is a card, each with its rule."""
        done = self._scope.start
        for index, boxes in self._scope.view.opened.items():
            if done <= index < self._scope.end:
                found = next(((box, rule) for box in self._small(boxes) if (rule := self._card(box))), None)
                if found:
                    yield found
                    done = found[0].end

    def _small(self, boxes: Sequence[Box]) -> Iterable[Box]:
        """Those of the boxes that a line opens that may be cards, outermost first."""
        within = takewhile(self._is_small, boxes)
        panels = [
            box for box in within if box.tag in _PANELS and not any(self._scope.marks[box.start : box.end])
        ]
        return reversed(panels[-_INNER:])

    def _is_small(self, box: Box) -> bool:
        """It holds few words and no paragraph."""
        if box.end - box.start > _LINES or self._scope.view.chars(box.start, box.end) > _LIFE:
            return False
        return self._above(box.start) == self._above(box.end)

    def _above(self, index: int) -> int:
        """How many paragraphs stand above a line."""
        return bisect_left(self._lines, index)

    def _text(self, box: Box) -> str:
        return "\n".join(run.text for run in self._runs[box.start : box.end])

    def _card(self, box: Box) -> str:
        """What a small box is taken for, or ''."""
        held, below = _held(self._scope.view, box), self._above(box.start) > 0
        if held is None:
            return ""
        if self._is_author(box, held):
            return "user"
        if held.mail or (below and held.field):
            return "promotion"
        if not below:
            return ""
        if any(self._is_behind(box) or self._ends(box, word) for word in held.follows):
            return "user"
        return "promotion" if any(self._ends(box, word) for word in held.deeds) else ""

    def _is_behind(self, box: Box) -> bool:
        return self._above(box.start) == len(self._lines)

    def _ends(self, box: Box, button: str) -> bool:
        """No running text stands below the button, as it does where a button opens an answer."""
        view = self._scope.view
        at = max((at for at in range(box.start, box.end) if button in view.folded(at)), default=box.end)
        return not any(view.good[at + 1 : box.end])

    def _is_author(self, box: Box, held: _Held) -> bool:
        """A picture with the name of who is credited above the text, and what is said of that person."""
        if not self._is_behind(box) or not 2 <= box.end - box.start <= _LINES_OF_LIFE:
            return False
        name = key(self._runs[box.start].text)
        return held.pictured and len(name) in _NAME and any(name in line for line in self._credits)

    @cached_property
    def _credits(self) -> list[str]:
        """The lines above the text that name its author: a name alone, or a byline."""
        return [
            key(self._runs[at].text)
            for at in range(self._lines[0])[-_ABOVE:]
            if self._scope.view.noise(at, edge=True) in _BYLINES or names_alone(self._runs[at].text)
        ]


def _form(box: Box, rule: str) -> tuple[str, str, str]:
    return rule, box.tag, box.name


def _paragraphs(scope: Scope) -> list[int]:
    """Running text in the commonest shapes."""
    chars: Counter[tuple[str, ...]] = Counter()
    lines = [at for at in range(scope.start, scope.end) if scope.view.good[at] and not scope.marks[at]]
    for at in lines:
        chars[scope.view.shape(at)] += len(scope.view.runs[at].text)
    most = max(chars.values())
    return [at for at in lines if chars[scope.view.shape(at)] * _SHAPES > most]


def _is_field(element: etree._Element) -> bool:
    """A field that the reader fills in; one that is only read holds the page's address."""
    return (
        element.tag == "input"
        and (element.get("type") or "").lower() in _FIELDS
        and element.get("readonly") is None
    )


def _is_mail(element: etree._Element) -> bool:
    return (element.get("type") or "").lower() in ("email", "tel")


def _button(element: etree._Element) -> str:
    """The words of a button, or of a link that stands as one does: no words of a sentence before it or behind it."""
    tag = element.tag
    if tag == "input":
        return (element.get("value") or "") if element.get("type") in ("submit", "button") else ""
    pressed = tag == "button" or _PRESSED.search(element.get("class") or "") is not None
    if not (pressed or (tag == "a" and _is_alone(element))):
        return ""
    words = " ".join(str(_WORDS(element)).split())
    return words if len(words) <= _BUTTON else ""


def _is_alone(link: etree._Element) -> bool:
    before, parent = link.getprevious(), link.getparent()
    beside = before.tail if before is not None else (parent.text if parent is not None else "")
    return not (beside or "").strip() and not (link.tail or "").strip()
