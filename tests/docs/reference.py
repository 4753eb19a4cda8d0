"""docs/schema.md from the models: `python -m tests.docs.reference` writes it anew."""

import ast
import inspect
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel

import schemas

PAGE = Path(__file__).parents[2] / "docs/schema.md"
HEAD = """# Records

What flows through qingwen, one JSON object a line. This page is made from the models in `schemas/`; the JSON Schema of
an article is printed by `qingwen schema` and stands in `schemas/article.schema.json`. Every object is immutable and
refuses unknown fields. Times are ISO 8601 with an offset; bytes are base64 in JSON.
"""
RECORDS = (
    schemas.Article,
    schemas.Credit,
    schemas.Image,
    schemas.Quality,
    schemas.DecodeReport,
    schemas.Rejection,
    schemas.Failure,
    schemas.Page,
    schemas.RunReport,
    schemas.SiteCounts,
)
VALUES = (
    schemas.Precision,
    schemas.Script,
    schemas.Flag,
    schemas.Role,
    schemas.Place,
    schemas.DeclaredBy,
    schemas.DecodeMethod,
    schemas.Reason,
    schemas.Stage,
)


def reference() -> str:
    """The page, as Markdown."""
    return "\n".join([HEAD, *map(_record, RECORDS), "## Values\n", *map(_values, VALUES)])


def _record(model: type[BaseModel]) -> str:
    return "\n".join(
        [f"## {model.__name__}\n", f"{_line(model.__doc__)}\n", _table("field | type", _fields(model))]
    )


def _fields(model: type[BaseModel]) -> Iterator[tuple[str, str, str]]:
    for name, field in model.model_fields.items():
        yield name, _type(field.annotation), _line(field.description)
    for name, computed in model.model_computed_fields.items():
        yield name, _type(computed.return_type), _line(computed.description)


def _values(enum: type[StrEnum]) -> str:
    documented = _member_docs(enum)
    return "\n".join(
        [
            f"### {enum.__name__}\n",
            f"{_line(enum.__doc__)}\n",
            _table("value", ((member.value, documented.get(member.name, "")) for member in enum)),
        ]
    )


def _member_docs(enum: type[StrEnum]) -> dict[str, str]:
    """The strings below the members; Python itself does not keep them."""
    (tree,) = ast.parse(inspect.getsource(enum)).body
    assert isinstance(tree, ast.ClassDef)
    docs = {}
    for member, following in zip(tree.body, tree.body[1:], strict=False):
        match member, following:
            case ast.Assign(targets=[ast.Name(id=name)]), ast.Expr(value=ast.Constant(value=str(doc))):
                docs[name] = _line(doc)
    return docs


def _table(columns: str, rows: Iterator[tuple[str, ...]]) -> str:
    head = f"| {columns} | meaning |"
    lines = (f"| `{row[0]}` | {' | '.join(row[1:])} |" for row in rows)
    return "\n".join([head, re.sub(r"[^|]+", "---", head), *lines, ""])


def _type(annotation: object) -> str:
    text = annotation.__name__ if isinstance(annotation, type) else str(annotation)
    text = re.sub(r"\b(?:[a-z_]+\.)+", "", text).replace("AwareDatetime", "datetime")
    return f"`{text}`".replace("|", "\\|")


def _line(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
