"""Values in a page's scripts, by the paths of a site file: variables, JSON scripts, or an answer that is JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

_IS_JSON = re.compile(r"\s*[{\[]")
_DECODER = json.JSONDecoder(strict=False)
_IDENTS = ('id="', "id='", "id=")
_MOST_VALUES = 10_000
_MOST_PLACES = 20
"""Assignments to one name that are looked at."""
_NAME = re.compile(r"[\w$.-]")
_FOLLOWS = frozenset("=:\"'] \t\r\n")
"""What may stand behind a name that is given a value."""
_SHORT = 3
"""Characters of a name that stands by chance in every other word of a script."""
_ENDS = _FOLLOWS | {">"}
_SIGN = re.compile(r"[\"'\]]{0,2}\s{0,20}([=:])(?![=:])\s{0,20}")
_OWNERS = ("window.", "self.")
_STRING = re.compile(r"""(["'`])((?:\\.|(?!\1)[^\\])*)\1""", re.DOTALL)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_CALL = re.compile(r"[\w$.]{1,60}\(\s*(?=[\"'`])")
"""`htmlDecode("…")`, `JSON.parse("…")`: what the call is given."""
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|\r?\n|(.))", re.DOTALL)
_PLAIN = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}


def script_values(source: str, path: str) -> Iterator[Any]:
    """The strings and numbers at a dotted path, in order: `ct`, `__NEXT_DATA__.props.article.title`. A list on the way
    is walked through, or indexed by a number; `*` takes all entries of an object. In a source that is JSON itself the
    path begins at its root. Never raises."""
    name, *keys = path.split(".")
    if _IS_JSON.match(source):
        yield from _at(_json(source.lstrip()), [name, *keys])
        return
    for value in _named(source, name):
        yield from _at(value, keys)


def _named(source: str, name: str) -> Iterator[Any]:
    """What scripts hold under a name."""
    places = _places(source, name)
    idents = ((at - len(sign), sign) for at in places for sign in _IDENTS if source.endswith(sign, 0, at))
    begins = min(idents, key=lambda found: (_IDENTS.index(found[1]), found[0]), default=None)
    if begins is not None and (value := _in_script(source, name, begins[0])) is not None:
        yield value
    for start in _assigned(source, name, places):
        if (value := _literal(source, start)) is not None:
            yield value


def _places(source: str, name: str) -> list[int]:
    """Where a name may be given a value. Found by plain text: an expression would try every character of a page of
    megabytes."""
    if 0 < len(name) <= _SHORT:
        return [found.start() for found in re.finditer(rf"{re.escape(name)}(?=[=:\"'\] \t\r\n>])", source)]
    places: list[int] = []
    size, find = len(name), source.find
    at = find(name) if name else -1
    while at >= 0:
        end = at + size
        if source[end : end + 1] in _ENDS:
            places.append(at)
        at = find(name, end)
    return places


def _in_script(source: str, name: str, at: int) -> Any:
    """The JSON in the script of an id, which stands at a place; None where there is none."""
    opening = re.compile(rf"id=[\"']?{re.escape(name)}[\"'\s>][^<>]{{0,500}}>?\s{{0,20}}")
    found = opening.match(source, at)
    if found is None:
        return None
    if source.startswith("%7B", found.end()):
        return _json(unquote(source[found.end() :].split("<", 1)[0]))
    return _json(source, found.end()) if source.startswith(("{", "["), found.end()) else None


def _assigned(source: str, name: str, places: Iterable[int]) -> Iterator[int]:
    """Where what is assigned to a name begins: `name = …` first, then `name: …`, a key of an object that is no JSON."""
    keys: list[int] = []
    count = 0
    for at in places:
        end = at + len(name)
        if source[end] in _FOLLOWS and (sign := _SIGN.match(source, end)) and _is_own(source, at):
            if sign[1] == "=":
                yield sign.end()
                count += 1
                if count >= _MOST_PLACES:
                    break
            elif len(keys) < _MOST_PLACES:
                keys.append(sign.end())
    yield from keys


def _is_own(source: str, at: int) -> bool:
    """Whether a name begins here, and is no end of another one."""
    return at == 0 or not _NAME.match(source[at - 1]) or source[max(0, at - 7) : at].endswith(_OWNERS)


def _literal(source: str, start: int) -> Any:
    """The JavaScript value that begins at `start`, None for one that would have to be run."""
    call = _CALL.match(source, start)
    at = call.end() if call else start
    if string := _STRING.match(source, at):
        text = _unescaped(string[2])
        return _json(text.lstrip()) if call and call[0].startswith("JSON.parse") else text
    if number := _NUMBER.match(source, at):
        return number[0]
    return _json(source, at) if source[at : at + 1] in ("{", "[") else None


def _json(text: str, at: int = 0) -> Any:
    try:
        value = _DECODER.raw_decode(text, at)[0]
        return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None


def _unescaped(text: str) -> str:
    def one(escape: re.Match[str]) -> str:
        if code := escape[1] or escape[2]:
            return chr(int(code, 16))
        return _PLAIN.get(escape[3] or "", escape[3] or "")

    return _ESCAPE.sub(one, text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _at(value: Any, keys: list[str]) -> Iterator[Any]:
    found = [value]
    for key in keys:
        found = [inner for outer in found for inner in _inner(outer, key)][:_MOST_VALUES]
    for end in found:
        for leaf in end if isinstance(end, list) else [end]:
            if isinstance(leaf, str | int | float) and not isinstance(leaf, bool):
                yield leaf


def _inner(value: Any, key: str) -> list[Any]:
    if key == "*":
        return list(value.values() if isinstance(value, dict) else value if isinstance(value, list) else ())
    if isinstance(value, dict):
        return [value[key]] if key in value else []
    if isinstance(value, list) and key.isdigit():
        return value[int(key[:9]) :][:1]
    if isinstance(value, list):
        return [inner[key] for inner in value[:_MOST_VALUES] if isinstance(inner, dict) and key in inner]
    return []
