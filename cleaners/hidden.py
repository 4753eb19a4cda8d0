"""Which elements a reader does not see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

_DECLARATION = re.compile(
    r"display\s*:\s*none"
    r"|visibility\s*:\s*hidden"
    r"|(?:left|right|top|text-indent|margin-left|margin-top)\s*:\s*-(?:999|\d{4})"
    r"|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:[;!}]|$)",
    re.IGNORECASE,
)
SCRIPTED = frozenset({"js_content"})
"""WeChat hides its article until a script runs."""
_SIMPLE = re.compile(r"[.#][A-Za-z_][\w-]{0,80}\Z")
_MAX_STYLE = 100_000
_MAX_DECLARATION = 500
_MAX_SELECTORS = 2_000
_HIDING = (
    ("none", "display:"),
    ("hidden", "visibility:"),
    ("-999", ("left:", "right:", "top:", "text-indent:")),
)
"""What hides: a value, and the ends of the properties that it stands behind."""
_SIZE = "font-size"
_PROPERTY = 24  # characters of a property with the blanks behind it


@lru_cache(maxsize=4096)
def _hides(style: str) -> bool:
    return _DECLARATION.search(style) is not None


def hidden_names(root: etree._Element) -> tuple[frozenset[str], frozenset[str]]:
    """Classes and ids that an inline style sheet of the page hides."""
    classes: set[str] = set()
    idents: set[str] = set()
    for style in root.iter("style"):
        for selector in _hiding_selectors((style.text or "")[:_MAX_STYLE]):
            if _SIMPLE.match(selector):
                (classes if selector[0] == "." else idents).add(selector[1:])
    return frozenset(classes), frozenset(idents - SCRIPTED)


def _hiding_selectors(sheet: str) -> Iterator[str]:
    """Selectors of the rules that hide."""
    for at in _hiding_places(sheet):
        start = sheet.rfind("{", 0, at)
        opened = max(sheet.rfind("}", 0, start), sheet.rfind("{", 0, start), start - _MAX_SELECTORS, -1)
        yield from (part.strip() for part in sheet[opened + 1 : max(start, 0)].split(","))


def _hiding_places(sheet: str) -> Iterator[int]:
    """Where the rules that hide do so. Plain searches, because sheets are long and such rules few."""
    for value, properties in _HIDING:
        for at in _find_all(sheet, value):
            if sheet[max(0, at - _PROPERTY) : at].replace(" ", "").endswith(properties):
                yield at
    for at in _find_all(sheet, _SIZE):
        if _DECLARATION.match(sheet, at):
            yield at


def _find_all(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))


def hides(style: str) -> bool:
    """True when a `style` attribute keeps its element from the reader."""
    return _hides(style if len(style) <= _MAX_DECLARATION else style[:_MAX_DECLARATION])
