"""Which conditions of a style sheet hold for a reader at a screen."""

from __future__ import annotations

import re

_SCREEN = 1280
"""Width of the reader's screen in pixels."""
_EM = 16
_WIDTH = re.compile(r"(min|max)-(?:device-)?width\s{0,9}:\s{0,9}(\d{1,6}(?:\.\d{1,4})?)(r?em)?")
_ELSEWHERE = re.compile(
    r"\b(?:print|speech|aural|braille|embossed|handheld|projection|tty|tv)\b"
    r"|prefers-|portrait|forced-colors|inverted-colors|hover\s{0,9}:\s{0,9}none|coarse|-ms-|-moz-"
)
_MAX_CONDITION = 500


def holds(rule: str) -> bool:
    """Whether the rules inside an at-rule hold; `rule` is what stands before its brace."""
    name, _, condition = rule.strip()[:_MAX_CONDITION].lower().partition(" ")
    return is_for_screen(condition) if name == "@media" else name in ("@supports", "@layer")


def is_for_screen(media: str) -> bool:
    """Whether a list of media queries holds for a reader at a screen."""
    return any(_query(query) for query in media.lower().split(","))


def _query(query: str) -> bool:
    query = query.strip()
    if query.startswith("not"):
        return _ELSEWHERE.search(query) is not None
    return _ELSEWHERE.search(query) is None and all(
        (_pixels(size, unit) <= _SCREEN) == (edge == "min") or _pixels(size, unit) == _SCREEN
        for edge, size, unit in _WIDTH.findall(query)
    )


def _pixels(size: str, unit: str) -> float:
    return float(size) * (_EM if unit else 1)
