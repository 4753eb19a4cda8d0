r"""Values written in JavaScript: JSON, and what scripts write besides (`{title:'石桥',n:'0'*1,text:JsDecode('\x3cp')}`).

Nothing is run. Linear in the text, and bounded in depth.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import unquote

from cleaners.structured import whole_characters

_DEEPEST = 100
_TOKEN = re.compile(
    r"""\s*+(?:
    (?P<string>"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|`(?:[^`\\]|\\.)*+`)
    |(?P<number>-?(?:\d[\d_]*+\.?\d*+|\.\d++)(?:[eE][+-]?\d++)?)
    |(?P<word>[A-Za-z_$][\w$]*+(?:\.[A-Za-z_$][\w$]*+)*+)
    |(?P<mark>[\[\]{}(),:;]|\|\||[^\s\w"'`])
    )""",
    re.VERBOSE | re.DOTALL,
)
_BRACKET = re.compile(
    r"""(?:[^"'`\[\]{}()]++|"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|`(?:[^`\\]|\\.)*+`)*+([\[\]{}()]?)""",
    re.DOTALL,
)
"""The next bracket outside of strings."""
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|.))", re.DOTALL)
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "b": "", "f": "", "v": "", "0": "", "\n": "", "\r\n": ""}
_WORDS: dict[str, Any] = {"true": True, "false": False}
_CLOSES = {"{": "}", "[": "]", "(": ")"}


class NotLiteral(ValueError):
    """No value begins here, or it is nested too deep."""

    at = 0
    """How far was read."""


def read_literal(text: str, at: int = 0, known: Mapping[str, Any] | None = None) -> tuple[Any, int]:
    """The value that begins at a place of a script, and where it ends; `known` are values of names. Raises NotLiteral."""
    begin = _after_blanks(text, at)
    try:
        value, end = json.JSONDecoder(strict=False).raw_decode(text, begin)
        return whole_characters(value, text[begin:end]), end
    except (ValueError, RecursionError) as error:
        met = getattr(error, "pos", begin)
    reader = _Reader(text, begin, known or {})
    try:
        return reader.value(0), reader.at
    except (NotLiteral, RecursionError) as error:
        failed = NotLiteral(str(error))
        failed.at = max(met, reader.at)
        raise failed from error


def read_arguments(text: str, at: int) -> list[Any]:
    """The arguments of a call; `at` is the place behind its bracket. Raises NotLiteral."""
    try:
        return _Reader(text, at, {}).items(")", 0)
    except RecursionError as error:
        raise NotLiteral("nested deeper than the interpreter allows") from error


def unescape(text: str) -> str:
    """A string's content as a browser reads it."""
    if "\\" not in text:
        return text
    whole = _ESCAPE.sub(_character, text)
    return whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _character(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code is None:
        return _NAMED.get(found[4], found[4])
    number = int(code, 16)
    return chr(number) if number <= 0x10FFFF else "\ufffd"


def _after_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


class _Reader:
    def __init__(self, text: str, at: int, known: Mapping[str, Any]) -> None:
        self.text, self.at, self.known = text, at, known

    def next(self) -> re.Match[str]:
        found = _TOKEN.match(self.text, self.at)
        if found is None:
            raise NotLiteral(f"nothing to read at {self.at}")
        self.at = found.end()
        return found

    def peek(self) -> str:
        found = _TOKEN.match(self.text, self.at)
        return found[0].strip() if found is not None else ""

    def value(self, depth: int) -> Any:
        """One value, and what is done with it up to the next comma or bracket."""
        if depth > _DEEPEST:
            raise NotLiteral(f"nested deeper than {_DEEPEST} levels")
        value = self.plain(depth)
        while (mark := self.peek()) and mark not in ",}]);:":
            token = self.next()
            if mark == "||" and not value:
                value = self.plain(depth)
            elif mark in _CLOSES:
                self.skip(_CLOSES[mark])
            elif (
                token["string"] is not None
                and isinstance(value, str)
                and self.text[token.start() - 1 : token.start()] == "+"
            ):
                value += unescape(token["string"][1:-1])
        return value

    def plain(self, depth: int) -> Any:
        token = self.next()
        if token["string"] is not None:
            return unescape(token["string"][1:-1])
        if token["number"] is not None:
            return _number(token["number"])
        if token["word"] is not None:
            return self.word(token["word"], depth)
        mark = token["mark"]
        if mark == "{":
            return self.object(depth)
        if mark == "[":
            return self.items("]", depth)
        if mark == "(":
            return (self.items(")", depth) or [None])[-1]
        if mark == "!":
            return not self.plain(depth)
        if mark in "-+":
            return self.plain(depth)
        raise NotLiteral(f"{mark!r} begins no value")

    def word(self, word: str, depth: int) -> Any:
        if word == "function":
            self.function()
            return None
        if word in ("new", "void", "typeof"):
            value = self.plain(depth + 1)
            return None if word == "void" else value
        if self.peek() == "(":
            self.next()
            return _called(word, self.items(")", depth))
        return _WORDS.get(word, self.known.get(word))

    def function(self) -> None:
        while self.next()["mark"] != "(":
            pass
        self.skip(")")
        if self.peek() == "{":
            self.next()
            self.skip("}")

    def object(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while True:
            token = self.next()
            mark = token["mark"]
            if mark == "}":
                return found
            if mark == ",":
                continue
            key = token["string"][1:-1] if token["string"] is not None else token["word"] or token["number"]
            if key is None:
                raise NotLiteral(f"{mark!r} is no key")
            if self.peek() == ":":
                self.next()
                found[unescape(key)] = self.value(depth + 1)
            elif self.peek() in ",}":
                found[key] = self.known.get(key)
            else:
                raise NotLiteral("a method or an expression for a key")

    def items(self, close: str, depth: int) -> list[Any]:
        found: list[Any] = []
        while True:
            mark = self.peek()
            if mark == close:
                self.next()
                return found
            if mark in (",", ";", ":"):
                self.next()
                continue
            if mark in ("", ")", "]", "}"):
                raise NotLiteral(f"{mark!r} before {close!r}")
            found.append(self.value(depth + 1))

    def skip(self, close: str) -> None:
        """Past the bracket that closes the one just read."""
        open_ = [close]
        while open_:
            found = cast("re.Match[str]", _BRACKET.match(self.text, self.at))  # it may match nothing
            self.at, mark = found.end(), found[1]
            if not mark:
                raise NotLiteral(f"no {close!r} before {self.at}")
            if mark in _CLOSES:
                open_.append(_CLOSES[mark])
            elif mark == open_[-1]:
                open_.pop()


def _number(text: str) -> float | int:
    plain = text.replace("_", "")
    try:
        return int(plain) if len(plain) < 30 else float(plain)
    except ValueError:
        return float(plain)


def _called(name: str, arguments: list[Any]) -> Any:
    """What a call of a function gives, as far as it is known: its first argument, decoded."""
    first = arguments[0] if arguments else None
    if not isinstance(first, str):
        return first
    if name.endswith("JSON.parse"):
        try:
            return json.loads(first, strict=False)
        except (ValueError, RecursionError):
            return None
    if name.lower().endswith(("decodeuri", "decodeuricomponent")):
        return unquote(first)
    return html.unescape(first) if name.endswith(("htmlDecode", "JsDecode")) else first
