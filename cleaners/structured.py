"""What a page says of itself in its head: meta tags, <title>, canonical link, JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

MAX_SCRIPT = 200_000
"""Characters of one JSON-LD script that are read; real ones hold a few thousand."""
MAX_OBJECTS = 200
"""JSON-LD objects that are kept of one page."""
_MAX_CONTENT = 2_000
_MAX_METAS = 500

_BLANKS = re.compile(r"\s+")
_TRAILING_COMMA = re.compile(r",\s{0,100}(?=[}\]])")
_CONTROL = re.compile(r"(?<!\\)((?:\\\\)*)\\u00(?:0[0-8bcefBCEF]|1[0-9a-fA-F]|7[fF])")
_OPENS, _CLOSES = re.compile(r"<!--|(?://\s{0,9})?<!\[CDATA\["), re.compile(r"(?:-->|(?://\s{0,9})?\]\]>)$")
# A value with a bare quote inside breaks the JSON; one pair a line is still readable.
_PAIR = re.compile(
    r'"(@?[A-Za-z]{2,30})"\s{0,9}:\s{0,9}"([^\r\n]{0,500}?)"\s{0,9}(?=,?\s{0,9}(?:[\r\n}]|"[@\w]{2,30}"\s{0,9}:|"?\w{0,30}$))'
)


def read_head(tree: etree._Element) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """The metas and the JSON-LD objects of a page, as `Document.metas` and `Document.json_ld` document them."""
    metas: dict[str, str] = {}
    json_ld: list[dict[str, Any]] = []
    title = ""
    for element in tree.iter("meta", "title", "link", "script"):
        if element.tag == "meta":
            _add_meta(metas, element)
        elif element.tag == "script":
            if "ld+json" in (element.get("type") or "").lower() and len(json_ld) < MAX_OBJECTS:
                json_ld.extend(_objects(element.text or ""))
        elif element.tag == "title":
            title = title or _tidy(element.text)
        elif (element.get("rel") or "").strip().lower() == "canonical":
            metas.setdefault("canonical", (element.get("href") or "").strip()[:_MAX_CONTENT])
    if title:
        metas["title"] = title
    return metas, json_ld[:MAX_OBJECTS]


def _add_meta(metas: dict[str, str], element: etree._Element) -> None:
    content = _tidy(element.get("content"))
    if not content or len(metas) >= _MAX_METAS:
        return
    for attribute in ("property", "name", "itemprop"):
        if key := (element.get(attribute) or "").strip().lower():
            metas.setdefault(key, content)


def _tidy(text: str | None) -> str:
    return _BLANKS.sub(" ", (text or "")[:_MAX_CONTENT]).strip()


def _objects(script: str) -> Iterator[dict[str, Any]]:
    """The objects in one script: lists and @graph unfolded, without recursion."""
    pending = [_load(script)]
    for _ in range(MAX_OBJECTS):
        if not pending:
            return
        value = pending.pop()
        if isinstance(value, list):
            pending.extend(reversed(value[:MAX_OBJECTS]))
        elif isinstance(value, dict):
            yield value
            pending.append(value.get("@graph"))


def whole_characters(value: Any, source: str) -> Any:
    r"""A JSON value without halves of characters (`\ud83d` alone) and without control characters, which no text may hold;
    `source` is what it was read from. Raises RecursionError for deep nesting."""
    if "\\ud" not in source and "\\uD" not in source and _CONTROL.search(source) is None:
        return value
    written = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()
    return json.loads(_CONTROL.sub(r"\1", written))


def _load(script: str) -> Any:
    """The JSON value of a script. Raw newlines, trailing commas and comment wrappers are tolerated; of a script that
    is broken beyond that, the string pairs that can still be told apart are kept."""
    text = script[:MAX_SCRIPT].strip(" \t\r\n;")
    if opens := _OPENS.match(text):
        text = _CLOSES.sub("", text[opens.end() :])
    text = _TRAILING_COMMA.sub("", text)
    try:
        return whole_characters(json.loads(text, strict=False), text)
    except (ValueError, RecursionError):
        return dict(reversed(_PAIR.findall(text)))
