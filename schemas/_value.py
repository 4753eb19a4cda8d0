"""The base of every record and of its parts: immutable, closed to unknown fields, documented by its attribute docstrings."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A value that flows through qingwen. Equal by value, never changed after it was made."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        ser_json_bytes="base64",
        val_json_bytes="base64",
        ser_json_inf_nan="null",
    )
