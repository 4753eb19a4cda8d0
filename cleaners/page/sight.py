"""Which elements a reader does not see, and which of them a script or a click shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import cast

from lxml import etree

from cleaners.junk import junk_mark
from cleaners.lexicon import any_of, fold
from cleaners.page.aloud import CLASSES, PROPERTIES, is_spoken
from cleaners.page.declarations import Effects, effects, hiding, may_hide
from cleaners.page.scripts import shown_names
from cleaners.page.selectors import Names, Place, Selector, names_of
from cleaners.page.sheets import Rule, Sheets
from cleaners.tags import INLINE, KINDS

__all__ = ["FOLDED", "HIDDEN", "SEEN", "Sight", "may_hide"]

SEEN, HIDDEN, FOLDED = range(3)
"""Folded: hidden as the page was sent, and shown by a script or a click, as far as the page tells."""

_SCRIPTED = frozenset({"js_content"})
"""Ids of articles that a script of another file shows: WeChat's."""
_FADES = frozenset(["opacity", "width", "height", "max-width", "max-height"])
"""What opens and fades in boxes. A word in a line it hides for good."""
_MOST = 0.6
"""Share of a page's Han characters that no page keeps from its readers. A second copy of the text has half of them."""
_TEXT = 40
"""Han characters. Less is a label, or a mark against copying, whoever shows it."""
_BODY = 120
"""Han characters of the shortest article."""
_WATERMARK = 12
_UNFOLD = re.compile(rf"\W{{0,4}}{any_of('buttons.unfold')}")
_BUTTON, _BEFORE = 16, 60
"""Characters of a button that unfolds a text, and elements behind it that it may show."""
_NEXT = 2
"""Elements behind a folded text up to its button."""
_MANY = 100
"""Names around an element that count as one element more to look at."""
_MOST_STEPS = 300_000
"""Elements that are looked at; what is found beyond that is taken as the page was sent."""
_LENGTH = etree.XPath("string-length()")
_TEXTS = etree.XPath(
    "descendant::text()[not(parent::script or parent::style or parent::noscript or parent::template)]",
    smart_strings=False,
)
_CAPTION = etree.XPath(
    "self::*[count(descendant::img)=1]/descendant::text()[not(ancestor::a)]", smart_strings=False
)
_HAN = re.compile(r"[\u3400-\u9fff]+")
_WORD = re.compile(r"\w")

_NOWHERE = Place(frozenset(), frozenset(), None)


class Sight:
    """What the style sheets, attributes and scripts of one page say of its elements."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self.steps = 0
        """Elements that were looked at for others."""
        self._sheets = Sheets(root)
        hiding = self._sheets.hiding
        self.idents = frozenset(name[1:] for name in hiding if name[0] == "#")
        self.classes = CLASSES | {name[1:] for name in hiding if name[0] == "."}
        self.tags = frozenset(name for name in hiding if name[0] not in "#.")
        self._known: dict[tuple[str, str | None, str | None], Names] = {}
        self._asked: dict[Names, Names] = {}
        self._places: dict[etree._Element, Place] = {}
        self._likely: dict[Names, list[Rule]] = {}
        self._inside: dict[tuple[Names, Names], list[Rule]] = {}

    def of(self, element: etree._Element) -> int:
        """SEEN, HIDDEN or FOLDED; asked of elements that a rule, their style or `hidden` may hide."""
        if element.tag in ("html", "body"):
            return SEEN
        style = element.get("style")
        own = effects(style) if style else {}
        found = own and hiding({name: hides for name, (hides, _) in own.items()})
        found = found or self._hidden_by_rules(element, own)
        if "color" in found and not self._is_watermark(element):
            found -= {"color"}
        if found <= PROPERTIES:
            aloud = found or not CLASSES.isdisjoint((element.get("class") or "").split())
            return HIDDEN if aloud and is_spoken(element) else SEEN
        is_block = KINDS.get(element.tag) != INLINE
        return FOLDED if (is_block and found <= _FADES) or self._is_shown(element, found) else HIDDEN

    def _hidden_by_rules(self, element: etree._Element, own: Effects) -> frozenset[str]:
        """The properties by which rules hide an element, after the cascade."""
        rules = self._hiding(element)
        names = {name for rule in rules for name, (hides, _) in rule.sets.items() if hides}
        if element.get("hidden") is not None:
            names.add("display")
        if not names or _is_aside(element):
            return frozenset(names)
        return frozenset(name for name in names if self._hides(element, name, own.get(name)))

    def _hides(self, element: etree._Element, name: str, own: tuple[bool, bool] | None) -> bool:
        """Whether an element is hidden by a property: by the last of the declarations that weigh most."""
        ranked = [((False, (0, 0, 0), -1), name == "display" and element.get("hidden") is not None)]
        for rule in self._rules(element, name):
            hides, important = rule.sets[name]
            ranked.append(((important, rule.selector.weight, rule.order), hides))
        (important, _, _), hides = max(ranked)
        return own[0] if own is not None and (own[1] or not important) else hides

    def _hiding(self, element: etree._Element) -> list[Rule]:
        """The rules that would hide an element."""
        if not self._sheets.hiding:
            return []
        names = self._names(element)
        rules = self._likely.get(names)
        if rules is None:
            named = (rule for name in names for rule in self._sheets.hiding_rules(name))
            rules = self._likely[names] = [rule for rule in named if rule.selector.last <= names]
        return self._fitting(rules, names, element) if rules else rules

    def _fitting(self, rules: list[Rule], names: Names, element: etree._Element) -> list[Rule]:
        """Of the rules for elements of these names those that select this one."""
        outer = self._place(element).outer
        likely = self._inside.get((names, outer))
        if likely is None:
            likely = self._inside[names, outer] = [rule for rule in rules if rule.selector.outer <= outer]
        return [rule for rule in likely if self._fits(rule.selector, element)]

    def _rules(self, element: etree._Element, sets: str) -> Iterator[Rule]:
        """The rules for an element that set a property; of those for its tag only the ones that hide."""
        names = self._names(element)
        for name in names:
            rules = self._sheets.rules_of(name, sets) if name[0] in "#." else self._sheets.hiding_rules(name)
            for rule in rules:
                if sets in rule.sets and rule.selector.last <= names and self._fits(rule.selector, element):
                    yield rule

    def _fits(self, selector: Selector, element: etree._Element) -> bool:
        return not selector.around or (self._may_look(1) and selector.fits(self._place(element)))

    def _place(self, element: etree._Element) -> Place:
        """Where an element stands."""
        unknown = []
        parent = element.getparent()
        while parent is not None and parent not in self._places:
            unknown.append(parent)
            parent = parent.getparent()
        place = self._places[parent] if parent is not None else _NOWHERE
        for parent in reversed(unknown):
            names, outer = self._names(parent), place.outer
            asked = self._asked.get(names)
            if asked is None:
                asked = self._asked[names] = names & self._sheets.asked
            if not asked <= outer:
                outer |= asked
            place = self._places[parent] = Place(names, outer, place)
            if len(outer) >= _MANY:
                self._may_look(len(outer) // _MANY)
        return place

    def _names(self, element: etree._Element) -> Names:
        key = element.tag, element.get("class"), element.get("id")
        names = self._known.get(key)
        if names is None:
            names = self._known[key] = names_of(*key)
        return names

    def _is_shown(self, element: etree._Element, found: frozenset[str]) -> bool:
        """Whether a hidden element is text that its readers come to see."""
        if element.get("id") in _SCRIPTED:
            return True
        if self._is_unfolded(element) or self._is_above_button(element) or self._is_below_button(element):
            return True
        if found == {"display"} and self._is_slide(element):
            return True
        size = 0 if _is_aside(element) else self._size(element)
        if size >= _BODY and size > self._total * _MOST:
            return True
        return size >= _TEXT and not self._shown.isdisjoint(self._names(element))

    def _is_unfolded(self, element: etree._Element) -> bool:
        """A paragraph behind a button that shows the rest of a text, as a script hides them one by one."""
        if element.tag != "p" or _is_aside(element):
            return False
        for before in islice(element.itersiblings(preceding=True), _BEFORE):
            text = before.text or ""
            if not self._may_look(1) or (len(text) <= _BUTTON and _UNFOLD.match(fold(text))):
                return self.steps < _MOST_STEPS
        return False

    def _is_above_button(self, element: etree._Element) -> bool:
        """The rest of a text, right above a button that shows it; not a whole text below its own beginning."""
        if KINDS.get(element.tag) == INLINE or (element.tag != "p" and self._size(element) < _TEXT):
            return False
        if _is_aside(element) or not any(map(_unfolds, self._beside(element))):
            return False
        return self._goes_on(element, element.getprevious())

    def _is_below_button(self, element: etree._Element) -> bool:
        """The rest of a text in a box of its own, right below a button that shows it."""
        button = element.getprevious()
        if button is None or KINDS.get(element.tag) == INLINE or _is_aside(element) or not _unfolds(button):
            return False
        return self._size(element) >= _TEXT and self._goes_on(element, button.getprevious())

    def _goes_on(self, element: etree._Element, before: etree._Element | None) -> bool:
        """It does not begin as what stands before it does."""
        if before is None:
            return True
        start = _start_of(element)
        return start not in _han_of(before) or not self._may_look(len(before))

    def _beside(self, element: etree._Element) -> Iterator[etree._Element]:
        """The elements behind one: those hidden as it is, and the next two."""
        left = _NEXT
        for behind in islice(element.itersiblings(), _BEFORE):
            if not self._may_look(1):
                return
            yield behind
            left -= not (behind.get("hidden") is not None or may_hide(behind.get("style") or ""))
            if not left:
                return

    def _is_slide(self, element: etree._Element) -> bool:
        """A picture and its caption beside another of their form that is shown."""
        parent, form = element.getparent(), _form_of(element)
        if parent is None or not len(element) or _is_aside(element):
            return False
        beside = (other for other in islice(parent, _BEFORE) if other is not element and self._may_look(1))
        if not any(_form_of(other) == form and self._is_plain(other) for other in beside):
            return False
        texts = cast("list[str]", _CAPTION(element)) if self._may_look(1) else []
        return self._may_look(len(texts)) and any(map(_HAN.search, texts))

    def _is_plain(self, element: etree._Element) -> bool:
        """Neither its own attributes nor a rule hide it."""
        hidden = element.get("hidden") is not None or may_hide(element.get("style") or "")
        return not hidden and not self._hidden_by_rules(element, {})

    def _size(self, element: etree._Element) -> int:
        """Han characters in it."""
        is_label = not len(element) and len(element.text or "") < _TEXT
        if is_label or not self._may_look(1) or cast("float", _LENGTH(element)) < _TEXT:
            return 0
        texts = cast("list[str]", _TEXTS(element))
        return sum(map(len, _HAN.findall("".join(texts)))) if self._may_look(len(texts)) else 0

    def _is_watermark(self, element: etree._Element) -> bool:
        """A few letters without colour, inside a word, on no background that would let them be read."""
        text, parent, previous = element.text or "", element.getparent(), element.getprevious()
        if parent is None or len(element) or not 0 < len(text) <= _WATERMARK:
            return False
        before = parent.text if previous is None else previous.tail
        if not _WORD.match((before or "")[-1:]) or not _WORD.match(element.tail or ""):
            return False
        path = [element, *element.iterancestors()]
        return self._may_look(len(path)) and not any(
            "background" in (around.get("style") or "") for around in path
        )

    def _may_look(self, steps: int) -> bool:
        self.steps = min(self.steps + steps, _MOST_STEPS)
        return self.steps < _MOST_STEPS

    @cached_property
    def _total(self) -> int:
        return self._size(self._root)

    @cached_property
    def _shown(self) -> frozenset[str]:
        return shown_names(self._root)


def _unfolds(element: etree._Element) -> bool:
    """A button that shows the rest of a text."""
    if cast("float", _LENGTH(element)) > 2 * _BUTTON:
        return False
    text = " ".join("".join(map(str, element.itertext())).split())
    return len(text) <= _BUTTON and _UNFOLD.match(fold(text)) is not None


def _han_of(element: etree._Element) -> str:
    return "".join(_HAN.findall("".join(cast("list[str]", _TEXTS(element)))))


def _start_of(element: etree._Element) -> str:
    return _han_of(element)[:_BUTTON]


def _form_of(element: etree._Element) -> tuple[str, ...]:
    """Tag, first class and the tags of what it holds."""
    name = next(iter((element.get("class") or "").split(maxsplit=1)), "")
    return (str(element.tag), name, *(str(inner.tag) for inner in islice(element, _BUTTON)))


def _is_aside(element: etree._Element) -> bool:
    """Nothing of the article, whether it is hidden or not: without text, or named like a menu or a dialog."""
    if not len(element):
        return not element.text
    return bool(junk_mark(element.tag, f"{element.get('class') or ''} {element.get('id') or ''}"))
