"""Code as it stands in its element: indentation and line breaks kept."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from cleaners.structure.blocks import Block, Kind, Line
from cleaners.structure.inline import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from cleaners.document import Run

_LANGUAGE = re.compile(r"(?:language-|lang-|brush:\s*|highlight-source-|code-snippet__)([A-Za-z0-9+#]{1,15})")
_NAMES = frozenset(
    "bash shell sh c cpp csharp java javascript js typescript ts json xml html css sql python py ruby go rust php "  # noqa: SIM905 - a list of words reads best
    "kotlin swift scala yaml yml lua perl r matlab powershell ini toml nginx dockerfile makefile diff vue jsx tsx "
    "objectivec dart groovy haskell".split()
)
_NO_NAMES = frozenset(["js", "fix"])
_NO_NAME_OF = "code-snippet__"
_HAN, _LETTER = re.compile("[\u3400-\u9fff]"), re.compile(r"\w")
_PROSE = 0.6
"""Share of Han characters from which a <pre> that says nothing of code is prose."""
_AROUND = 6
"""Boxes around code that may name its language: a theme's table of line numbers has four."""
_BREAKING = frozenset(["br", "div", "li", "p", "tr"])
_SKIPPED = frozenset(["script", "style", "button", "template"])


def is_code(element: etree._Element, tag: str) -> bool:
    """Whether an element is a block of code."""
    if tag != "pre":
        return "syntaxhighlighter" in (element.get("class") or "").lower().split()
    if next(element.iter("code"), None) is not None or language_of(element):
        return True
    text = "".join(map(str, element.itertext()))
    letters = len(_LETTER.findall(text))
    return len(_HAN.findall(text)) < _PROSE * letters


def code_block(element: etree._Element, kept: Sequence[int], runs: Sequence[Run]) -> Block:
    """The block of a code element whose kept runs are given."""
    wanted = [runs[index].text for index in kept]
    rows = _trimmed("".join(_source(element)).replace("\xa0", " ").split("\n"))
    if _bare(rows) != _bare(wanted):
        rows = _kept_rows(rows, wanted)
    lines = [Line(plain(runs[index].text), index) for index in kept]
    return Block(Kind.CODE, element, lines, text="\n".join(rows), language=language_of(element))


def respelt(code: str, text: str) -> str:
    """Code in the characters of the finished text, its own blanks between them."""
    words = "".join(text.split())
    if words == _bare([code]):
        return code
    signs = iter(words)
    spelt = "".join(char if char.isspace() else next(signs, "") for char in code)
    return spelt + "".join(signs)


def _kept_rows(rows: list[str], wanted: list[str]) -> list[str]:
    """Those rows that are kept; the kept texts alone where rows and texts do not fit together."""
    found: list[str] = []
    at = 0
    for row in rows:
        if at < len(wanted) and _bare([row]) == _bare([wanted[at]]):
            at += 1
            found.append(row)
        elif not row.strip() and found and found[-1].strip():
            found.append("")
    return _trimmed(found) if at == len(wanted) else wanted


def _bare(rows: Sequence[str]) -> str:
    return "".join("".join(rows).split())


def _trimmed(rows: list[str]) -> list[str]:
    """The rows without empty ones at both ends, and without blanks at their ends."""
    rows = [row.rstrip() for row in rows]
    while rows and not rows[0]:
        del rows[0]
    while rows and not rows[-1]:
        del rows[-1]
    return rows


def _source(element: etree._Element) -> Iterator[str]:
    """The text of a code element; what stands on a line of its own without a break in the text is given one."""
    fresh = True
    for event, node, text in _events(element):
        if event == "break":
            if not (fresh and node.tag != "br"):
                yield "\n"
            fresh = True
        else:
            yield text
            fresh = text.endswith("\n")


def _events(element: etree._Element) -> Iterator[tuple[str, etree._Element, str]]:
    if element.text:
        yield "text", element, element.text
    for child in element:
        if child.tag not in _SKIPPED:
            if child.tag in _BREAKING:
                yield "break", child, ""
            yield from _events(child)
            if child.tag in _BREAKING and child.tag != "br":
                yield "break", child, ""
        if child.tail:
            yield "text", child, child.tail


def _places(element: etree._Element) -> Iterator[etree._Element]:
    """Where a language may be named: here, on the code inside, on the boxes around."""
    yield element
    yield from islice(element.iter("code"), 1)
    box = element.getparent()
    for _ in range(_AROUND):
        if box is None or box.tag in ("body", "article"):
            return
        yield box
        box = box.getparent()


def language_of(element: etree._Element) -> str:
    """The language that classes or data of a code element, of one inside or of its box name; '' where none does."""
    for place in _places(element):
        named = place.get("data-lang") or place.get("data-language") or place.get("lang") or ""
        if named.lower() in _NAMES:
            return named.lower()
        classes = place.get("class") or ""
        if (found := _LANGUAGE.search(classes)) and not (
            found[0].startswith(_NO_NAME_OF) and found[1] in _NO_NAMES
        ):
            return found[1].lower()
        for name in classes.lower().split():
            if name in _NAMES and ("hljs" in classes or "highlight" in classes or "code" in classes):
                return name
    return ""
