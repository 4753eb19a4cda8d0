"""Small changes to a source file, each of which a test should notice. Text in, text out.

Changed are comparisons, `and` and `or`, `not`, conditions, + and -, numbers and truth values inside functions, and
statements that are calls, counts or raises. Not changed: protocols, named constants (which number a bound has is a choice, and a
test that repeats it tests nothing), annotations, messages, what goes into a log, what stands inside an f-string.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

_COMPARISONS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: (r"<(?!=)", "<="),
    ast.LtE: (r"<=", "<"),
    ast.Gt: (r">(?!=)", ">="),
    ast.GtE: (r">=", ">"),
    ast.Eq: (r"==", "!="),
    ast.NotEq: (r"!=", "=="),
    ast.Is: (r"\bis\b(?!\s+not\b)", "is not"),
    ast.IsNot: (r"\bis\s+not\b", "is"),
    ast.In: (r"\bin\b", "not in"),
    ast.NotIn: (r"\bnot\s+in\b", "in"),
}
_SUMS: dict[type[ast.operator], tuple[str, str]] = {ast.Add: (r"\+", "-"), ast.Sub: (r"-", "+")}
_SKIPPED = ("annotation", "returns", "decorator_list", "type_params")


class Mutant(NamedTuple):
    """One change to one file."""

    file: str
    function: str
    """Its name, with that of its class."""
    line: int
    start: int
    """Place of what is changed, in bytes of the file."""
    end: int
    instead: str
    lines: tuple[str, str]
    """The lines that it stands in, before and after."""

    @property
    def name(self) -> str:
        """Stays the same while other lines change."""
        before, after = (" ".join(text.split()) for text in self.lines)
        return f"{self.file} {self.function}: {before} -> {after}"


def mutants(file: str, source: str) -> list[Mutant]:
    """Every change to a file, in the order of its lines."""
    return sorted(_Finder(file, source).found, key=lambda mutant: mutant[3:])


def mutated(source: str, mutant: Mutant) -> str:
    """The file with the change."""
    data = source.encode()
    return (data[: mutant.start] + mutant.instead.encode() + data[mutant.end :]).decode()


class _Finder:
    """Walks the tree and collects."""

    def __init__(self, file: str, source: str) -> None:
        self._file = file
        self._data = source.encode()
        self._lines = [0]
        for line in self._data.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self.found: list[Mutant] = []
        self._walk(ast.parse(source), [])

    def _walk(self, node: ast.AST, function: list[str]) -> None:
        if isinstance(node, ast.JoinedStr) or _is_for_types(node) or _is_log(node) or _is_protocol(node):
            return
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            function = [*function, node.name]
        if function:
            for start, end, instead in self._changes(node):
                self._add(start, end, instead, ".".join(function))
        for name, value in ast.iter_fields(node):
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST) and name not in _SKIPPED:
                    self._walk(child, function)

    def _add(self, start: int, end: int, instead: str, function: str) -> None:
        first = self._data.rfind(b"\n", 0, start) + 1
        last = self._data.find(b"\n", end)
        before = self._data[first:last].decode()
        after = (self._data[first:start] + instead.encode() + self._data[end:last]).decode()
        line = self._data.count(b"\n", 0, start) + 1
        self.found.append(Mutant(self._file, function, line, start, end, instead, (before, after)))

    def _changes(self, node: ast.AST) -> Iterator[tuple[int, int, str]]:
        match node:
            case ast.Compare():
                yield from self._comparisons(node)
            case ast.BoolOp():
                word, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
                for left, right in zip(node.values, node.values[1:], strict=False):
                    yield from self._between(left, right, rf"\b{word}\b", other)
            case ast.UnaryOp(op=ast.Not()):
                start, _ = self._span(node)
                yield start, start + len("not"), ""
            case ast.BinOp() if type(node.op) in _SUMS:
                yield from self._between(node.left, node.right, *_SUMS[type(node.op)])
            case ast.Constant(value=bool() as value):
                yield *self._span(node), str(not value)
            case ast.Constant(value=int() | float() as number):
                yield *self._span(node), str(number + 1)
            case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
                yield from self._condition(test)
            case ast.comprehension():
                for test in node.ifs:
                    yield from self._condition(test)
            case ast.Expr(value=ast.Call() | ast.Await()) | ast.AugAssign() | ast.Raise() | ast.Delete():
                yield *self._span(node), "pass"

    def _comparisons(self, node: ast.Compare) -> Iterator[tuple[int, int, str]]:
        operands = [node.left, *node.comparators]
        for left, operator, right in zip(operands, node.ops, node.comparators, strict=False):
            yield from self._between(left, right, *_COMPARISONS[type(operator)])

    def _condition(self, test: ast.expr) -> Iterator[tuple[int, int, str]]:
        """Turned round, where no part of it is changed anyway."""
        if isinstance(test, ast.Name | ast.Attribute | ast.Call | ast.NamedExpr | ast.Subscript):
            start, end = self._span(test)
            yield start, end, f"not ({self._data[start:end].decode()})"

    def _between(
        self, left: ast.AST, right: ast.AST, pattern: str, after: str
    ) -> Iterator[tuple[int, int, str]]:
        start, end = self._span(left)[1], self._span(right)[0]
        if found := re.search(pattern, self._data[start:end].decode()):
            offset = start + len(self._data[start:end].decode()[: found.start()].encode())
            yield offset, offset + len(found[0].encode()), after

    def _span(self, node: ast.AST) -> tuple[int, int]:
        place: ast.expr | ast.stmt = node  # type: ignore[assignment]  # all others have one
        assert place.end_lineno is not None and place.end_col_offset is not None
        first = self._lines[place.lineno - 1] + place.col_offset
        return first, self._lines[place.end_lineno - 1] + place.end_col_offset


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _is_protocol(node: ast.AST) -> bool:
    return isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "Protocol" for base in node.bases)


def _is_log(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and ast.unparse(node).startswith("logger.")
