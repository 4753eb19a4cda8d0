"""What becomes of a page: one of three kinds of records, and what their files are called."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from schemas.article import Article
from schemas.outcome import Failure, Rejection

Record: TypeAlias = Article | Rejection | Failure
"""The outcome of a page. Every page has exactly one."""

KINDS: Mapping[str, type[Record]] = MappingProxyType(
    {"articles": Article, "rejections": Rejection, "failures": Failure}
)
"""The kinds of records by the name that their files and folders begin with."""

_NAMES = {model: name for name, model in KINDS.items()}


def kind_of(record: Record) -> str:
    """The kind of a record: a key of KINDS."""
    return _NAMES[type(record)]
