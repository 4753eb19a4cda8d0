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
_NEEDLES = tuple(
    f"{name}{colon}{value}"
    for name, value in (
        ("display", "none"),
        ("visibility", "hidden"),
        ("left", "-999"),
        ("text-indent", "-999"),
        ("font-size", "0"),
    )
    for colon in (":", ": ", " : ")
)
"""What hides, as style sheets write it."""


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
    """Selectors of the rules that hide. Plain searches, because sheets are long and such rules few."""
    for needle in _NEEDLES:
        at = sheet.find(needle)
        while at >= 0:
            start = sheet.rfind("{", 0, at) if _DECLARATION.match(sheet, at) else -1
            opened = max(sheet.rfind("}", 0, start), sheet.rfind("{", 0, start), start - _MAX_SELECTORS, -1)
            yield from (part.strip() for part in sheet[opened + 1 : max(start, 0)].split(","))
            at = sheet.find(needle, at + len(needle))


def hides(style: str) -> bool:
    """True when a `style` attribute keeps its element from the reader."""
    return _hides(style if len(style) <= _MAX_DECLARATION else style[:_MAX_DECLARATION])
