"""Every regular expression of the package, and strings made to be slow for it.

    python -m benchmarks.expressions

Prints those whose cost grows faster than the string: a string is doubled twice, which is four times the cost when it
is linear and sixteen when it is quadratic. Processor time, and only of what takes long enough to be measured.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import string
from collections.abc import Callable, Iterator, Mapping
from itertools import takewhile
from pathlib import Path
from re import _compiler as compiler  # type: ignore[attr-defined]  # no stubs
from re import _constants as op  # type: ignore[attr-defined]  # no stubs
from re import _parser as parser  # type: ignore[attr-defined]  # no stubs
from time import process_time
from typing import Any, NamedTuple

import cleaners
import crawler
import schemas
from benchmarks.commands import parser_of

PACKAGES = (cleaners, crawler, schemas)
_SIZE = 3_000
_MEASURABLE = 0.005
"""Seconds. Something quadratic takes several times as long for _SIZE characters, something linear a hundredth."""
_MOST_RATIO = 9
_COMMON = [*" \t\n\u3000.,-_/:;!?#&='\"<>()[]{}|*\\\u4e00\uff1a0a\u00b7"]
_BREAKERS = ("\x01", "\n")


class Expression(NamedTuple):
    """An expression and where it stands."""

    place: str
    pattern: re.Pattern[Any]
    method: str
    """`search`, or `match` when it is never searched with."""


def expressions() -> Iterator[Expression]:
    """Those that stand in modules (in tables, too), and those written where they are used."""
    seen: set[tuple[Any, int, str]] = set()
    for package in PACKAGES:
        for found in _of_package(package.__name__, str(package.__path__[0])):
            key = (found.pattern.pattern, found.pattern.flags, found.method)
            if key not in seen:
                seen.add(key)
                yield found


def _of_package(name: str, folder: str) -> Iterator[Expression]:
    for info in pkgutil.walk_packages([folder], f"{name}."):
        if info.name.endswith(".__main__"):
            continue  # it runs
        try:
            module = importlib.import_module(info.name)
        except (ImportError, SystemExit):
            continue  # an extra that is not installed
        source = (
            Path(module.__file__ or "").read_text("utf-8") if (module.__file__ or "").endswith(".py") else ""
        )
        for variable, value in list(vars(module).items()):
            for pattern in _patterns_in(value, 4):
                yield Expression(f"{info.name}.{variable}", pattern, _method(variable, source))
        yield from _written_inline(info.name, source)


def _patterns_in(value: object, depth: int) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, Mapping):
        for item in value.values():
            yield from _patterns_in(item, depth - 1)
    elif depth and isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from _patterns_in(item, depth - 1)
    elif depth and hasattr(value, "__slots__") and not isinstance(value, type):
        for slot in value.__slots__ or ():
            yield from _patterns_in(getattr(value, slot, None), depth - 1)


_ONLY_MATCHED = {"SECTIONS"}
"""Tables whose expressions are only ever matched at the beginning."""


def _method(variable: str, source: str) -> str:
    if variable in _ONLY_MATCHED:
        return "match"
    uses = set(re.findall(rf"\b{re.escape(variable)}\.(\w+)", source))
    return uses.pop() if uses and len(uses) == 1 and uses <= {"match", "fullmatch"} else "search"


def _written_inline(module: str, source: str) -> Iterator[Expression]:
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        first = node.args[0]
        of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
        of_re = of_re and node.func.attr != "compile"  # those have names, which say how they are used
        if of_re and isinstance(first, ast.Constant) and isinstance(first.value, str | bytes):
            method = node.func.attr if node.func.attr in ("match", "fullmatch") else "search"
            yield Expression(f"{module}:{node.lineno}", re.compile(first.value), method)


def pumps(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str, str]]:
    """(before, repeated, behind): what an expression repeats, behind what it wants before that, and broken off."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    found = dict.fromkeys((before, body) for before, body in _repeats(tree, "") if body)
    for before, body in [
        *found,
        *(("", char) for char in _COMMON),
        *((b, c) for b, _ in found for c in " 0a一"),
    ]:
        for breaker in _BREAKERS:
            yield before, body, breaker


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    for code, argument in tree:
        if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            least, most, body = argument
            if most > 50:
                for sample in _samples(body):
                    yield before, sample
            yield from _repeats(body, before)
            before += _sample(body) * min(least, 20)
            continue
        for inner in _inner(code, argument):
            yield from _repeats(inner, before)
        before += _sample([(code, argument)])


def _inner(code: Any, argument: Any) -> list[Any]:
    if code is op.SUBPATTERN:
        return [argument[3]]
    if code is op.BRANCH:
        return list(argument[1])
    if code is op.ATOMIC_GROUP:
        return [argument]
    return [argument[1]] if code in (op.ASSERT, op.ASSERT_NOT) else []


def _samples(tree: Any) -> Iterator[str]:
    """Strings for a tree: one for each kind of character of a class, and for each branch."""
    items = list(tree)
    if len(items) == 1:
        code, argument = items[0]
        if code in (op.IN, op.ANY, op.NOT_LITERAL):
            yield from _members(code, argument)
            return
        if inner := _inner(code, argument):
            for branch in inner:
                yield from _samples(branch)
            return
    yield _sample(items)


def _sample(tree: Any) -> str:
    return "".join(_of_node(code, argument) for code, argument in tree)


def _of_node(code: Any, argument: Any) -> str:
    if code is op.LITERAL:
        return chr(argument)
    if code in (op.IN, op.ANY, op.NOT_LITERAL):
        return next(_members(code, argument), "")
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return _sample(argument[2]) * min(argument[0], 20)
    inner = [] if code in (op.ASSERT, op.ASSERT_NOT) else _inner(code, argument)
    return _sample(inner[0]) if inner else ""


def _members(code: Any, argument: Any) -> Iterator[str]:
    one = re.compile("(?s:.)") if code is op.ANY else compiler.compile(_tree(code, argument))
    candidates = [*string.ascii_lowercase[:1], *_COMMON, "Z", "9", *_literals(code, argument)]
    yield from filter(one.match, dict.fromkeys(candidates))


def _literals(code: Any, argument: Any) -> Iterator[str]:
    for kind, value in argument if code is op.IN else ():
        if kind is op.LITERAL:
            yield chr(value)
        elif kind is op.RANGE:
            yield chr(value[0])


def _tree(code: Any, argument: Any) -> Any:
    return parser.SubPattern(parser.State(), [(code, argument)])


def _seconds(run: Callable[[Any], object], text: Any) -> float:
    started = process_time()
    run(text)
    return process_time() - started


def slow(expression: Expression) -> Iterator[tuple[str, float]]:
    """The pumps that cost more than linear time, with the ratio of two doublings."""
    run = getattr(expression.pattern, expression.method)
    as_bytes = isinstance(expression.pattern.pattern, bytes)

    def text(pump: tuple[str, str, str], size: int) -> Any:
        before, body, behind = pump
        made = before + body * (size // len(body)) + behind
        return made.encode("latin-1", "replace") if as_bytes else made

    for pump in pumps(expression.pattern):
        if _seconds(run, text(pump, _SIZE)) < _MEASURABLE:
            continue
        ratios = (
            _seconds(run, text(pump, 2 * _SIZE)) / max(1e-6, _seconds(run, text(pump, _SIZE // 2)))
            for _ in range(3)
        )
        seen = list(takewhile(lambda ratio: ratio > _MOST_RATIO, ratios))  # one quick run is proof
        if len(seen) == 3:
            yield repr(pump), min(seen)
            return


def main() -> None:
    parser_of(__doc__).parse_args()
    found = list(expressions())
    for expression in found:
        for pump, ratio in slow(expression):
            text = expression.pattern.pattern
            print(
                f"{expression.place} ({expression.method}): {ratio:.1f} with {pump}: {text!r:.150}",
                flush=True,
            )
    print(f"{len(found)} expressions")


if __name__ == "__main__":
    main()
