"""What the scripts of a page say of its elements, read and not run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from cleaners.page.literals import NotLiteral, read_literal

_CALLS = (
    ".show(", ".fadeIn(", ".fadeToggle(", ".slideDown(", ".slideToggle(", ".toggle(", ".removeClass(", ".toggleClass(",
    "classList.remove(", ".style.display", ".style.visibility", ".style.opacity", '.css("display"', ".css('display'",
)  # fmt: skip  # laid out for reading
"""What shows an element."""
_HIDES = re.compile(r"\s{0,9}[=,]\s{0,9}[\"'](?:none|hidden)")
"""What makes an assignment the opposite."""
_NAMED = re.compile(r"[\"']([#.]?)([A-Za-z_][\w-]{0,80})[\"']")
_QUOTED = r"""(?:'(?:[^'\\\n]|\\.)*+'|"(?:[^"\\\n]|\\.)*+"|`(?:[^`\\]|\\.)*+`)"""
_LITERAL = re.compile(_QUOTED)
_WRITES = re.compile(rf"document\.write(?:ln)?\(\s*+({_QUOTED}(?:\s*+\+\s*+{_QUOTED})*+)\s*+\)")
_PUTS = re.compile(
    rf"(?:(?<![\w$])([\w$]{{1,80}}+)\s*+=|\.(html|append)\()\s*+({_QUOTED}(?:\s*+\+\s*+{_QUOTED})*+)(\s*+\+)?"
)
_REACH = 120
"""Characters before a call within which it names its element."""
_MAX_SCRIPTS = 1_000_000
_MAX_CALLS = 500


def shown_names(root: etree._Element) -> frozenset[str]:
    """`#id` and `.class` of what the page's own scripts show: each name in quotes shortly before a call that shows
    something. Evidence and no more: what is shown at a click is among it."""
    return frozenset(name for script in _scripts(root) for name in _names(script))


def written(script: str) -> str:
    """What a script writes into the page, as far as it stands there word for word."""
    return "".join(
        _plain(literal[0]) for call in _WRITES.finditer(script) for literal in _LITERAL.finditer(call[1])
    )


def put(script: str) -> Iterator[tuple[str, str]]:
    """Strings that a script puts somewhere, with the name of the place: a variable, `innerHTML`."""
    for found in _PUTS.finditer(script):
        if found[4] is None:  # nothing that is computed follows
            literals = _LITERAL.finditer(found[3])
            yield found[1] or found[2], "".join(_plain(literal[0]) for literal in literals)


def _plain(literal: str) -> str:
    try:
        return str(read_literal(literal)[0])
    except NotLiteral:
        return ""


def _scripts(root: etree._Element) -> Iterator[str]:
    left = _MAX_SCRIPTS
    for script in root.iter("script"):
        if left > 0 and (text := script.text) and "json" not in (script.get("type") or ""):
            yield text[:left]
            left -= len(text)


def _names(script: str) -> Iterator[str]:
    for call in _CALLS:
        at = script.find(call)
        for _ in range(_MAX_CALLS):
            if at < 0:
                break
            end = at + len(call)
            if _HIDES.match(script, end) is None:
                for mark, name in _NAMED.findall(script, max(0, at - _REACH), at + 2):
                    yield from (f"{mark}{name}",) if mark else (f"#{name}", f".{name}")
            at = script.find(call, end)
