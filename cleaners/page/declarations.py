"""CSS declarations, as far as they keep text from a reader."""

from __future__ import annotations

import re
from functools import lru_cache

_ZERO = r"(?:0+(?:\.0*)?|\.0+)(?:px|pt|em|rem|%)?"
_EDGE = r"[01](?:px)?[\s,]+"
_VALUES = {
    "display": "none",
    "visibility": "hidden|collapse",
    "opacity": _ZERO,
    "font-size": _ZERO,
    "clip": rf"rect\(\s*{_EDGE}{_EDGE}{_EDGE}[01](?:px)?\s*\)",
    "clip-path": r"inset\(\s*(?:50|100)%.{0,20}",
    "overflow": "hidden",
    "color": r"#fff|#ffffff|white|transparent|rgba?\(\s*255\s*,\s*255\s*,\s*255\s*(?:,.{0,9})?\)",
}
_VALUES |= dict.fromkeys(
    ("left", "right", "top", "text-indent", "margin-left", "margin-top"), r"-(?:999|\d{4}).{0,20}"
)
_VALUES |= dict.fromkeys(("width", "height", "max-width", "max-height"), rf"1px|{_ZERO}")
_PROPERTIES = {name: re.compile(values, re.IGNORECASE) for name, values in _VALUES.items()}
"""Values of each property that keep text from a reader, alone or together with another."""
_ROOM = frozenset(["width", "height", "max-width", "max-height"])
_BOX = _ROOM | {"overflow"}
"""By these a sheet sizes boxes that a script fills, or cuts those that a click unfolds."""
_HINTS = (
    "none",
    "hidden",
    "collapse",
    "opacity",
    "-999",
    "-1",
    "-2",
    "-3",
    "-5",
    ":0",
    ": 0",
    ":.0",
    "clip",
    "#fff",
    "white",
    "transp",
    "255",
)
"""What stands in declarations that hide. Most styles hold none of it."""
_IMPORTANT = re.compile(r"(?<!\s)\s*+!\s*+important\Z", re.IGNORECASE)
_MAX_STYLE = 500
_MAX_DECLARATIONS = 60

Effects = dict[str, tuple[bool, bool]]
"""Property to (its value hides, it is important)."""


@lru_cache(maxsize=4096)
def effects(style: str) -> Effects:
    """What a block of declarations says of the properties that can hide."""
    found: Effects = {}
    for declaration in style[:_MAX_STYLE].split(";", _MAX_DECLARATIONS):
        name, _, value = declaration.partition(":")
        if (hiding := _PROPERTIES.get(name.strip().lower())) is not None:
            value = value.strip()
            plain = _IMPORTANT.sub("", value)
            found[name.strip().lower()] = hiding.fullmatch(plain) is not None, plain != value
    return found


def rule_effects(declarations: str) -> Effects:
    """The same of a rule of a style sheet."""
    return {name: effect for name, effect in effects(declarations).items() if name not in _BOX}


@lru_cache(maxsize=4096)
def may_hide(style: str) -> bool:
    """Whether a block of declarations hides, where nothing overrules it."""
    return any(hint in style.lower() for hint in _HINTS) and bool(
        hiding({name: hides for name, (hides, _) in effects(style).items()})
    )


def hides(style: str) -> bool:
    """Whether a style of its own hides an element, whatever stands around it."""
    return may_hide(style) and bool(
        hiding({n: value for n, (value, _) in effects(style).items()}) - {"color"}
    )


def hiding(hides: dict[str, bool]) -> frozenset[str]:
    """The properties that hide. A box without room does so only where what overflows it is cut."""
    names = frozenset(name for name, value in hides.items() if value)
    return names - {"overflow"} if "overflow" in names else names - _ROOM
