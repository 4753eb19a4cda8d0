"""What Next's app router pushes into a page: rows of `id:value`."""

from __future__ import annotations

import json
import re
from typing import Any

from cleaners.structured import whole_characters

_ROW = re.compile(r"([0-9a-f]{1,8}):(?:([A-Z]{1,2})([0-9a-f]{1,8})?,?)?")


def read_flight(text: str) -> dict[str, Any]:
    """The rows by their id. Rows of text say how many bytes they have, all others end with the line."""
    rows: dict[str, Any] = {}
    data, at = text, 0
    while (row := _ROW.match(data, at)) is not None:
        if row[2] == "T" and row[3]:
            at, rows[row[1]] = _text(data, row.end(), int(row[3], 16))
            continue
        end = data.find("\n", row.end())
        end = len(data) if end < 0 else end
        rows[row[1]] = _json(data[row.end() : end])
        at = end + 1
    return rows


def _text(data: str, start: int, size: int) -> tuple[int, str]:
    """Where a text of so many bytes ends, and the text."""
    whole = data[start : start + size].encode("utf-8", "replace")[:size].decode("utf-8", "ignore")
    return start + len(whole), whole


def _json(text: str) -> Any:
    try:
        return whole_characters(json.loads(text, strict=False), text)
    except (ValueError, RecursionError):
        return text
