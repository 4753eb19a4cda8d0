"""The Arrow schema of a record, from its model: fixed before the first row is seen, the same in every file."""

from __future__ import annotations

import types
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pyarrow as pa
from pydantic import AwareDatetime, BaseModel

_SCALARS: dict[Any, pa.DataType] = {
    bool: pa.bool_(),
    int: pa.int64(),
    float: pa.float64(),
    str: pa.string(),
    bytes: pa.binary(),
    AwareDatetime: pa.timestamp("us", tz="UTC"),
}


@cache
def schema_of(model: type[BaseModel]) -> pa.Schema:
    """The columns of a record: its fields, then the derived ones. Raises TypeError for a type without a column."""
    return pa.schema(_fields(model))


def row_of(record: BaseModel) -> dict[str, Any]:
    """The record as a row of its schema. Maps become lists of (key, value): not every reader knows map columns.
    Values of several models (blocks) become JSON texts."""
    row = record.model_dump()
    for name, field in type(record).model_fields.items():
        if get_origin(field.annotation) is dict:
            row[name] = [{"key": key, "value": value} for key, value in row[name].items()]
        elif row[name] and _is_choice(field.annotation):
            row[name] = [value.model_dump_json() for value in getattr(record, name)]
    return row


def _is_choice(annotation: Any) -> bool:
    """Whether values are of several models, which may nest in one another."""
    if get_origin(annotation) is Annotated:
        return get_args(annotation)[0] is not str
    return any(map(_is_choice, get_args(annotation)))


def _fields(model: type[BaseModel]) -> list[pa.Field]:
    fields = {name: field.annotation for name, field in model.model_fields.items()}
    derived = {name: field.return_type for name, field in model.model_computed_fields.items()}
    return [pa.field(name, type_of(annotation)) for name, annotation in (fields | derived).items()]


def type_of(annotation: Any) -> pa.DataType:
    """The column type of an annotation. Raises TypeError when there is none."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated and arguments[0] is str:
        return pa.string()
    if origin in (Union, types.UnionType):
        [inner] = [argument for argument in arguments if argument is not type(None)]
        return type_of(inner)
    if origin is tuple:
        return pa.list_(type_of(arguments[0]))
    if origin is dict:
        return pa.list_(pa.struct([("key", type_of(arguments[0])), ("value", type_of(arguments[1]))]))
    if origin in (Annotated, Literal):  # one of several models is JSON
        return pa.string()
    if annotation in _SCALARS:
        return _SCALARS[annotation]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return pa.struct(_fields(annotation))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return pa.string()
    raise TypeError(f"no column type for {annotation}")
