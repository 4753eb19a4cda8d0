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
_SCRIPTED = frozenset({"js_content"})
"""WeChat hides its article until a script runs."""
_SIMPLE = re.compile(r"([.#][A-Za-z_][\w-]{0,80})\Z")
_MAX_STYLE = 100_000


@lru_cache(maxsize=4096)
def _hides(style: str) -> bool:
    return _DECLARATION.search(style) is not None


def hidden_names(root: etree._Element) -> frozenset[str]:
    """`.class` and `#id` names that an inline style sheet of the page hides."""
    names: set[str] = set()
    for style in root.iter("style"):
        for rule in (style.text or "")[:_MAX_STYLE].split("}"):
            selectors, _, declarations = rule.partition("{")
            if _hides(declarations):
                names.update(s.strip() for s in selectors.split(",") if _SIMPLE.match(s.strip()))
    return frozenset(names)


def is_hidden(element: etree._Element, name: str, ident: str, names: frozenset[str]) -> bool:
    """True when its style, the `hidden` attribute or a hidden class or id keeps it from the reader."""
    style = element.get("style")
    if style is not None and _hides(style[:500]):
        return ident not in _SCRIPTED
    if element.get("hidden") is not None:
        return True
    if not names or not (name or ident):
        return False
    return f"#{ident}" in names or any(f".{word}" in names for word in name.split())
