"""What a page carries as data: the values in its scripts, under the names they have there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from cleaners.page.flight import read_flight
from cleaners.page.literals import NotLiteral, read_arguments, read_literal
from cleaners.page.references import resolved

if TYPE_CHECKING:
    from lxml import etree

    from cleaners.document import Document

_MAX_SCRIPT = 4_000_000
_MAX_VALUES = 300
"""Values of one page that are read."""
_OPENINGS = ("={", "= {", "=[", "= [", "JSON.parse(", "=(function(", "= (function(", "=function(")
"""What stands where a script puts a whole state under a name."""
_NAME = re.compile(r"([\w$][\w$.]{0,60}+|[\"'][\w$-]{1,60}[\"'])\]?\s{0,9}+=?\s{0,9}\Z")
_REACH = 90
_FUNCTION = re.compile(r"\(?\s{0,9}function\s{0,9}\(([^()]{0,20000})\)\s{0,9}\{\s{0,9}return\s{0,9}")
_ARGUMENTS = re.compile(r"\}?\s{0,9}[;})]{1,3}\s{0,9}\(")
_CHINESE = re.compile(
    r"[\u3400-\u9fff]|\\u\{?[4-9][0-9a-fA-F]{3}|\\x[eE][4-9]|%[eE][4-9]%|&#x?[2-9a-f][0-9a-f]{3}"
)
_AGAIN = 3
"""How many times the length of a script is read, all values together."""


@dataclass(frozen=True, slots=True)
class State:
    """One value of a page's scripts."""

    name: str
    """Id of the script or name of the variable (`__NEXT_DATA__`, `cgiDataNew`); '' where it has none."""
    value: Any


def read_states(doc: Document) -> Iterator[State]:
    """All values that a page's scripts hold, decoded as a browser would, in their order."""
    if doc.json_ld:
        yield State("json-ld", doc.json_ld)
    left = _MAX_VALUES
    pushed: list[str] = []
    for script in _scripts(doc):
        for state in _of_script(script, pushed):
            left -= 1
            if left < 0:
                return
            yield state
    if pushed:
        yield State("__next_f", read_flight("".join(pushed)))


def _scripts(doc: Document) -> Iterator[etree._Element]:
    if doc.tree is not None:
        for script in doc.tree.iter("script"):
            if (
                script.text
                and len(script.text) <= _MAX_SCRIPT
                and "src" not in script.attrib
                and _is_told(script.text)
            ):
                yield script


def _is_told(script: str) -> bool:
    """It holds a Chinese character, however it is written, or a part of a state that may; libraries hold none."""
    return "__next_f" in script or _CHINESE.search(script) is not None


def _of_script(script: etree._Element, pushed: list[str]) -> Iterator[State]:
    text, name = script.text or "", script.get("id") or ""
    kind = (script.get("type") or "").lower()
    if "ld+json" in kind:
        return
    if "json" in kind:
        value = _read(unquote(text) if text.lstrip().startswith("%") else text, 0)
        if value is not None:
            yield State(name, resolved(value) if name.startswith("__NUXT") else value)
    elif "__next_f" in text:
        pushed += _pushes(text)
    else:
        yield from _assigned(text)


def _assigned(text: str) -> Iterator[State]:
    done, left = 0, _AGAIN * len(text)
    for at in _openings(text):
        if at < done or left < 0:
            continue
        begin = at + 1 if text[at] == "=" else at
        name = _NAME.search(text, max(0, at - _REACH), begin)
        try:
            value, done = _value(text, begin)
        except NotLiteral as error:
            left -= max(0, error.at - at)
            continue
        if isinstance(value, (dict, list)) and value:
            yield State(name[1].strip("\"'").removeprefix("window.") if name else "", value)


def _openings(text: str) -> list[int]:
    places: set[int] = set()
    for opening in _OPENINGS:
        at = text.find(opening)
        for _ in range(_MAX_VALUES):
            if at < 0:
                break
            places.add(at)
            at = text.find(opening, at + len(opening))
    return sorted(places)


def _pushes(text: str) -> Iterator[str]:
    r"""What `self.__next_f.push([1,"…"])` pushes."""
    at, done = text.find(".push("), 0
    while at >= 0:
        if at >= done:
            try:
                value, done = _value(text, at + len(".push("))
            except NotLiteral as error:
                value, done = None, error.at
            if isinstance(value, list) and len(value) > 1 and isinstance(value[1], str):
                yield value[1]
        at = text.find(".push(", at + 1)


def _read(text: str, at: int) -> Any:
    try:
        return _value(text, at)[0]
    except NotLiteral:
        return None


def _value(text: str, at: int) -> tuple[Any, int]:
    """The value at a place; of a function that is called at once, what it returns (Nuxt 2)."""
    called = _FUNCTION.match(text, at) or _FUNCTION.match(text, at + 1)
    if called is None:
        return read_literal(text, at)
    names = [name.strip() for name in called[1].split(",")]
    _, end = read_literal(text, called.end())
    arguments = _ARGUMENTS.match(text, end)
    values = read_arguments(text, arguments.end()) if arguments is not None else []
    known = dict(zip(names, values, strict=False))
    return read_literal(text, called.end(), known)
