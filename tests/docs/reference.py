"""docs/schema.md and schema.zh.md from the models: `python -m tests.docs.reference` writes them anew."""

import ast
import inspect
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel

import schemas
import schemas.block
from crawler.words import Language, in_languages
from schemas._value import Value

DOCS = Path(__file__).parents[2] / "docs"
PAGES: dict[Language, Path] = {"en": DOCS / "schema.md", "zh": DOCS / "schema.zh.md"}
HEAD: dict[Language, str] = {
    "en": """# Records

What flows through qingwen, one JSON object a line. This page is made from the models in `schemas/`; the JSON Schema of
an article is printed by `qingwen schema` and stands in `schemas/article.schema.json`. Every object is immutable and
refuses unknown fields. Times are ISO 8601 with an offset; bytes are base64 in JSON.
""",
    "zh": """# 记录

在 qingwen 里流动的东西，每行一个 JSON 对象。本页由 `schemas/` 里的模型生成；文章的 JSON Schema 用 `qingwen schema` 打印，也在
`schemas/article.schema.json` 里。每个对象不可变，拒绝未知的字段。时间为带时差的 ISO 8601；JSON 里字节为 base64。
""",
}
COLUMNS: dict[Language, tuple[str, str, str]] = {
    "en": ("field | type", "value", "meaning"),
    "zh": ("字段 | 类型", "值", "含义"),
}
VALUES_OF = {"en": "## Values\n", "zh": "## 取值\n"}
_BLOCKS = [
    model
    for model in vars(schemas.block).values()
    if isinstance(model, type) and issubclass(model, Value) and model is not Value
]
RECORDS = (
    schemas.Article,
    schemas.Credit,
    schemas.Image,
    schemas.Attachment,
    *(
        model
        for model in vars(schemas.block).values()
        if isinstance(model, type) and issubclass(model, Value) and model is not Value
    ),
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
    schemas.block.Mark,
    schemas.DeclaredBy,
    schemas.DecodeMethod,
    schemas.Reason,
    schemas.Stage,
)


_BLOCK = re.compile(r"(?:typing\.)?Annotated\[.*?discriminator='type'\)\]|ForwardRef\('Block'.*?\)")
"""One of the blocks: what pydantic prints of it is long."""


_CHECKED = re.compile(r"Annotated\[str, AfterValidator\(func=<.*?>\)\]")
"""A string of a certain form."""


def reference(language: Language = "en") -> str:
    """The page, as Markdown."""
    records = (_record(model, language) for model in RECORDS)
    return "\n".join(
        [HEAD[language], *records, VALUES_OF[language], *(_values(one, language) for one in VALUES)]
    )


def said(text: str | None, language: Language) -> str:
    """A docstring as a cell of a table, in a language."""
    return line(in_languages(words(text))[language]) if text else ""


def _record(model: type[BaseModel], language: Language) -> str:
    field, _, meaning = COLUMNS[language]
    rows = ((name, kind, said(text, language)) for name, kind, text in _fields(model))
    return "\n".join(
        [f"## {model.__name__}\n", f"{said(model.__doc__, language)}\n", _table(field, meaning, rows)]
    )


def _fields(model: type[BaseModel]) -> Iterator[tuple[str, str, str | None]]:
    for name, field in model.model_fields.items():
        yield name, _type(field.annotation), field.description
    for name, computed in model.model_computed_fields.items():
        yield name, _type(computed.return_type), computed.description


def _values(enum: type[StrEnum], language: Language) -> str:
    documented = member_docs(enum)
    _, value, meaning = COLUMNS[language]
    rows = ((member.value, said(documented.get(member.name), language)) for member in enum)
    return "\n".join(
        [f"### {enum.__name__}\n", f"{said(enum.__doc__, language)}\n", _table(value, meaning, rows)]
    )


def member_docs(enum: type[StrEnum]) -> dict[str, str]:
    """The strings below the members; Python itself does not keep them."""
    (tree,) = ast.parse(inspect.getsource(enum)).body
    assert isinstance(tree, ast.ClassDef)
    docs = {}
    for member, following in zip(tree.body, tree.body[1:], strict=False):
        match member, following:
            case ast.Assign(targets=[ast.Name(id=name)]), ast.Expr(value=ast.Constant(value=str(doc))):
                docs[name] = words(doc)
    return docs


def _table(columns: str, meaning: str, rows: Iterator[tuple[str, ...]]) -> str:
    head = f"| {columns} | {meaning} |"
    lines = (f"| `{row[0]}` | {' | '.join(row[1:])} |" for row in rows)
    return "\n".join([head, re.sub(r"[^|]+", "---", head), *lines, ""])


def _type(annotation: object) -> str:
    text = annotation.__name__ if isinstance(annotation, type) else str(annotation)
    text = _CHECKED.sub("str", _BLOCK.sub("Block", text).replace("typing.", ""))
    text = re.sub(r"^Optional\[(.*)\]$", r"\1 | None", text)
    text = re.sub(r"\b(?:[a-z_]+\.)+", "", text).replace("AwareDatetime", "datetime")
    return f"`{text}`".replace("|", "\\|")


def words(text: str | None) -> str:
    """A docstring as one line."""
    return " ".join((text or "").split())


def line(text: str | None) -> str:
    """A docstring as a cell of a table."""
    return words(text).replace("|", "\\|")


if __name__ == "__main__":
    for language, page in PAGES.items():
        page.write_text(reference(language), encoding="utf-8")
