"""Articles that stand in the page's scripts instead of its markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from cleaners.document import Document
from cleaners.dom import parse
from cleaners.runs import read_runs
from cleaners.sites.profile import GENERIC
from cleaners.structured import whole_characters

_KEYS = frozenset(
    ["articlebody", "content", "body", "text", "html", "article", "contenthtml", "content_html", "articlecontent",
     "article_content", "maintext", "detail", "newscontent", "bodyhtml", "richtext", "description"]
)  # fmt: skip  # laid out for reading
"""Names, lower case, under which sites keep the article."""
_LEAST = 80
"""Han characters of an embedded article; labels and summaries are shorter."""
_MAX_SCRIPT = 4_000_000
_MAX_VALUES = 200_000
_STATE = re.compile(r"^\s*(?:window\.|var |let |const )?[\w.$\[\]\"']{1,60}\s*=\s*(?=[\[{])")
_HAN = re.compile(r"[\u3400-\u9fff]")


def embedded_paragraphs(doc: Document) -> list[str]:
    """The longest article text in the page's JSON (JSON-LD, `__NEXT_DATA__`, `window.X = {...}`), or []."""
    best = ""
    for source in _sources(doc):
        for text in _texts(source):
            if len(text) > len(best) and len(_HAN.findall(text)) >= _LEAST:
                best = text
    return _paragraphs(best) if best else []


def _sources(doc: Document) -> Iterator[Any]:
    yield doc.json_ld
    if doc.tree is None:
        return
    for script in doc.tree.iter("script"):
        text = script.text or ""
        if len(text) > _MAX_SCRIPT or "src" in script.attrib:
            continue
        start = 0 if "json" in (script.get("type") or "") else _assigned(text)
        if start is not None:
            try:
                begin = start + len(text[start:]) - len(text[start:].lstrip())
                yield whole_characters(json.JSONDecoder().raw_decode(text, begin)[0], text)
            except (ValueError, RecursionError):
                continue


def _assigned(text: str) -> int | None:
    found = _STATE.match(text[:200])
    return found.end() if found else None


def _texts(data: Any) -> Iterator[str]:
    """Strings under a telling key, breadth first, bounded."""
    queue = [data]
    for count, value in enumerate(queue):
        if count > _MAX_VALUES:
            return
        if isinstance(value, dict):
            for key, inner in value.items():
                if isinstance(inner, str):
                    if str(key).lower() in _KEYS:
                        yield inner
                else:
                    queue.append(inner)
        elif isinstance(value, list):
            queue.extend(inner for inner in value if not isinstance(inner, str))


def _paragraphs(text: str) -> list[str]:
    if "<" in text and ">" in text:
        return [run.text for run in read_runs(parse(text), GENERIC) if not run.junk]
    return [line for line in (" ".join(part.split()) for part in text.splitlines()) if line]
