"""Which elements a reader does not see."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

_DECLARATION = re.compile(
    r"display\s*:\s*none"
    r"|visibility\s*:\s*hidden"
    r"|(?:left|right|top|text-indent|margin-left|margin-top)\s*:\s*-(?:999|\d{4})"
    r"|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)",
    re.IGNORECASE,
)
SCRIPTED = frozenset({"js_content"})
"""WeChat hides its article until a script runs."""
_SIMPLE = re.compile(r"([.#][A-Za-z_][\w-]{0,80})\Z")
_MAX_STYLE = 100_000
_MAX_DECLARATION = 500


@lru_cache(maxsize=4096)
def _hides(style: str) -> bool:
    return _DECLARATION.search(style) is not None


def hidden_names(root: etree._Element) -> frozenset[str]:
    """`.class` and `#id` names that an inline style sheet of the page hides."""
    names: set[str] = set()
    for style in root.iter("style"):
        for rule in (style.text or "")[:_MAX_STYLE].split("}"):
            selectors, _, declarations = rule.partition("{")
            if _DECLARATION.search(declarations):
                names.update(s.strip() for s in selectors.split(",") if _SIMPLE.match(s.strip()))
    return frozenset(names)


def hides(style: str) -> bool:
    """True when a `style` attribute keeps its element from the reader."""
    return _hides(style if len(style) <= _MAX_DECLARATION else style[:_MAX_DECLARATION])


def is_named(name: str, ident: str, names: frozenset[str]) -> bool:
    """True when one of the element's classes or its id is among the hidden names."""
    return f"#{ident}" in names or any(f".{word}" in names for word in name.split())
