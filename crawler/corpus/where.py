"""Filter expressions over articles: `quality.chars >= 200 and 'truncated' not in flags and site != 'x.test'`.

An expression reads fields of an Article, by their names and with dots; it may compare them (`== != < <= > >=`, `in`,
`is None`) with numbers, strings, times and lists of those, or with one another, and combine that by `and`, `or`, `not`
and parentheses. As in SQL a comparison with a missing value is neither true nor false, and such articles are not kept.

The same expression is a function of an Article and a condition for DuckDB.
"""

from __future__ import annotations

import ast
import operator
import re
import types
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any, NamedTuple, Union, get_args, get_origin

from pydantic import AwareDatetime, BaseModel, TypeAdapter

from schemas import Article

Value = Any
Function = Callable[[Article], Value]
_ASSIGNED = re.compile(r"(?<![=<>!])=(?!=)")
_BEIJING = timezone(timedelta(hours=8))
_TIME = TypeAdapter(datetime)
_COMPARISONS: dict[type, tuple[str, Callable[[Any, Any], bool]]] = {
    ast.Eq: ("=", operator.eq),
    ast.NotEq: ("<>", operator.ne),
    ast.Lt: ("<", operator.lt),
    ast.LtE: ("<=", operator.le),
    ast.Gt: (">", operator.gt),
    ast.GtE: (">=", operator.ge),
}


class WhereError(ValueError):
    """An expression that is none, with the reason."""


class _Term(NamedTuple):
    sql: str
    value: Function
    type: Any
    """bool, float, str, datetime, list (of strings), or None for the literal None."""


class Where:
    """An expression. Raises WhereError when it is not understood."""

    def __init__(self, text: str) -> None:
        try:
            tree = ast.parse(text.strip(), mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            raise WhereError(f"{text!r} is not an expression: {_fault(text, error)}") from error
        term = _read(tree)
        if term.type is not bool:
            raise WhereError(f"{text!r} is neither true nor false")
        self.text = text.strip()
        self.sql = term.sql
        """The condition behind WHERE, for DuckDB over the files of a corpus."""
        self._value = term.value

    def keeps(self, article: Article) -> bool:
        """Whether it is true of an article."""
        return self._value(article) is True


def _fault(text: str, error: Exception) -> str:
    if _ASSIGNED.search(text):
        return "equal is written =="
    return error.msg if isinstance(error, SyntaxError) else str(error)


def _read(node: ast.expr) -> _Term:
    match node:
        case ast.BoolOp(op, values):
            terms = [_boolean(value) for value in values]
            return _all(terms) if isinstance(op, ast.And) else _any(terms)
        case ast.UnaryOp(ast.Not(), operand):
            return _not(_boolean(operand))
        case ast.UnaryOp(ast.USub(), ast.Constant(int() | float() as number)):
            return _literal(-number)
        case ast.Compare(left, operators, comparators):
            sides = [_read(left), *map(_read_side, comparators)]
            return _all([_compare(*three) for three in zip(sides, operators, sides[1:], strict=False)])
        case ast.Constant(value):
            return _literal(value)
        case ast.Name() | ast.Attribute():
            return _field(node)
    raise WhereError(f"{ast.unparse(node)!r} is not understood")


def _read_side(node: ast.expr) -> _Term:
    if not isinstance(node, ast.Tuple | ast.List):
        return _read(node)
    terms = [_read(element) for element in node.elts]
    values = [term.value(_NONE) for term in terms]
    if not terms or not all(isinstance(value, str | int | float) for value in values):
        raise WhereError(f"{ast.unparse(node)!r} is not a list of numbers or strings")
    return _Term(f"({', '.join(term.sql for term in terms)})", lambda _: values, tuple)


def _boolean(node: ast.expr) -> _Term:
    term = _read(node)
    if term.type is not bool:
        raise WhereError(f"{ast.unparse(node)!r} is neither true nor false")
    return term


def _all(terms: list[_Term]) -> _Term:
    def value(article: Article) -> bool | None:
        values = [term.value(article) for term in terms]
        return False if False in values else None if None in values else True

    return (
        terms[0] if len(terms) == 1 else _Term(f"({' AND '.join(term.sql for term in terms)})", value, bool)
    )


def _any(terms: list[_Term]) -> _Term:
    def value(article: Article) -> bool | None:
        values = [term.value(article) for term in terms]
        return True if True in values else None if None in values else False

    return _Term(f"({' OR '.join(term.sql for term in terms)})", value, bool)


def _not(term: _Term) -> _Term:
    def value(article: Article) -> bool | None:
        found = term.value(article)
        return None if found is None else not found

    return _Term(f"(NOT {term.sql})", value, bool)


def _literal(value: object) -> _Term:
    if value is None:
        return _Term("NULL", lambda _: None, None)
    if isinstance(value, bool):
        return _Term(str(value).upper(), lambda _: value, bool)
    if isinstance(value, int | float):
        return _Term(repr(value), lambda _: value, float)
    if isinstance(value, str):
        quoted = value.replace("'", "''")
        return _Term(f"'{quoted}'", lambda _: value, str)
    raise WhereError(f"{value!r} is neither a number nor a string")


def _field(node: ast.expr) -> _Term:
    names = ast.unparse(node).split(".")
    annotation: Any = Article
    for at, name in enumerate(names):
        columns = _columns(annotation)
        if name not in columns:
            asked, known = ".".join(names[: at + 1]), ", ".join(sorted(columns))
            raise WhereError(f"{asked} is not a field" + (f"; there are {known}" if known else ""))
        annotation = _present(columns[name])
    kind = _kind(annotation)
    if kind is None:
        raise WhereError(f"{'.'.join(names)} is neither a number, a string, a time nor a list of strings")
    sql = ".".join(f'"{name}"' for name in names)

    def value(article: Article) -> Value:
        found: Any = article
        for name in names:
            found = None if found is None else getattr(found, name)
        return found

    return _Term(f"CAST({sql} AS TIMESTAMPTZ)" if kind is datetime else sql, value, kind)


def _columns(annotation: Any) -> dict[str, Any]:
    if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return {}
    derived = {name: field.return_type for name, field in annotation.model_computed_fields.items()}
    return {name: field.annotation for name, field in annotation.model_fields.items()} | derived


def _present(annotation: Any) -> Any:
    """The annotation of a value that is there."""
    if get_origin(annotation) in (Union, types.UnionType):
        return next(inner for inner in get_args(annotation) if inner is not type(None))
    return annotation


def _kind(annotation: Any) -> Any:
    if annotation is AwareDatetime:
        return datetime
    if annotation is bool:
        return bool
    if annotation in (int, float):
        return float
    plain = get_args(annotation)[0] if hasattr(annotation, "__metadata__") else annotation
    if isinstance(plain, type) and issubclass(plain, str):
        return str
    if get_origin(annotation) is tuple and _kind(get_args(annotation)[0]) is str:
        return list
    return None


def _compare(left: _Term, op: ast.cmpop, right: _Term) -> _Term:
    if isinstance(op, ast.Is | ast.IsNot):
        return _is_missing(left, right, isinstance(op, ast.Is))
    if isinstance(op, ast.In | ast.NotIn):
        found = _contains(left, right)
        return found if isinstance(op, ast.In) else _not(found)
    left, right = _as_time(left, right), _as_time(right, left)
    if left.type is not right.type or left.type in (list, tuple, None):
        raise WhereError(f"{left.sql} cannot be compared with {right.sql} (a missing value: `is None`)")
    sign, compare = _COMPARISONS[type(op)]

    def value(article: Article) -> bool | None:
        one, other = left.value(article), right.value(article)
        return None if one is None or other is None else compare(one, other)

    return _Term(f"{left.sql} {sign} {right.sql}", value, bool)


def _is_missing(left: _Term, right: _Term, wanted: bool) -> _Term:
    if right.type is not None:
        raise WhereError("`is` stands only before None")
    return _Term(
        f"{left.sql} IS {'' if wanted else 'NOT '}NULL",
        lambda article: (left.value(article) is None) is wanted,
        bool,
    )


def _contains(left: _Term, right: _Term) -> _Term:
    def value(article: Article) -> bool | None:
        one, among = left.value(article), right.value(article)
        return None if one is None or among is None else one in among

    if right.type is tuple and left.type in (str, float):
        return _Term(f"{left.sql} IN {right.sql}", value, bool)
    if right.type is list and left.type is str:
        return _Term(f"list_contains({right.sql}, {left.sql})", value, bool)
    if right.type is str and left.type is str:
        return _Term(f"contains({right.sql}, {left.sql})", value, bool)
    raise WhereError(f"{left.sql} cannot be in {right.sql}")


def _as_time(term: _Term, beside: _Term) -> _Term:
    """A string beside a time is one; without zone it is Beijing's."""
    if beside.type is not datetime or term.type is not str:
        return term
    try:
        time = _TIME.validate_python(term.value(_NONE))
    except (ValueError, AttributeError) as error:
        raise WhereError(
            f"{term.sql} is not a time such as 2026-03-04 or 2026-03-04T10:20:00+08:00"
        ) from error
    time = time if time.tzinfo else time.replace(tzinfo=_BEIJING)
    return _Term(f"TIMESTAMPTZ '{time.isoformat()}'", lambda _: time, datetime)


_NONE = Article(title="", text="")
"""What the value of a literal does not depend on."""
