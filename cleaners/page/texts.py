"""Texts that a page carries outside of what it prints: in its data, and in elements that browsers leave out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from cleaners.document import Run
from cleaners.dom import parse
from cleaners.limits import TooLarge
from cleaners.page.literals import NotLiteral, read_literal
from cleaners.page.scripts import put, written
from cleaners.page.state import read_states
from cleaners.runs import read_runs
from cleaners.sites.site import GENERIC

if TYPE_CHECKING:
    from cleaners.document import Document

_LEAST = 80
"""Han characters of a text worth reading; labels and summaries are shorter."""
_MOST = 12
"""Texts of one page."""
_MAX_VALUES = 200_000
_KEYS = frozenset(
    ["articlebody", "content", "body", "text", "html", "article", "contenthtml", "articlecontent",
     "maintext", "detail", "newscontent", "bodyhtml", "richtext", "contentnoencode", "innerhtml", "srcdoc",
     "sections", "contentlist", "origincontent", "paragraphs", "ops", "longtextcontent"]
)  # fmt: skip  # laid out for reading
"""Names, lower case and without underscores, under which sites keep the article."""
_ENDINGS = ("content", "html", "body", "text")
_BLOCKS = re.compile(r"<(?:p|br|div|section|article)[\s/>]", re.IGNORECASE)
_LONG_VALUES = etree.XPath(f"//@*[string-length() >= {_LEAST}]")
_PARTS = ("content", "text", "data", "value", "html", "word", "words", "rich", "insert")
"""Names under which an item of a list keeps its piece of the article."""
_WORDS = ("nodes", "children", "spans")
"""Names under which a piece keeps its words, each with its style."""
_DEPTH = 6
"""Objects in each other, from a piece to its words."""
_MARKUP = frozenset(["text/html", "text/template", "text/x-template"])
"""Types of scripts that hold markup, which another script puts in place."""
_HAN = re.compile(r"[\u3400-\u9fff]+")
_ESCAPED = re.compile(r"&lt;/?[a-zA-Z]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class EmbeddedText:
    """A text that a page carries and does not print."""

    where: str
    """Where it stood: `json __NEXT_DATA__ props.article.content`, `noscript`, `template`."""
    runs: tuple[Run, ...]
    """Its lines, as the walk gives them; in boxes where it is markup."""
    chars: int
    """Han characters in them."""


def embedded_texts(doc: Document) -> list[EmbeddedText]:
    """Every text of a page's data, of what its scripts write, and of its `<noscript>`, `<template>` and the like that is long
    enough to be an article, those under telling names first, longer before shorter. Summaries and other stories may be
    among them."""
    found: dict[str, str] = {}
    for where, text in _all(doc):
        if sum(map(len, _HAN.findall(text))) >= _LEAST:
            found.setdefault(text, where)
    ranked = sorted(found, key=lambda text: (not _is_telling(found[text]), -len(text)))[:_MOST]
    texts = [_embedded(found[text], text) for text in ranked]
    return sorted((t for t in texts if t.chars >= _LEAST), key=lambda t: (not _is_telling(t.where), -t.chars))


def _all(doc: Document) -> Iterator[tuple[str, str]]:
    for state in read_states(doc):
        for path, text in _texts(state.value):
            yield f"json {state.name} {path}".replace("  ", " "), text
    if doc.tree is not None:
        for script in doc.tree.iter("script"):
            kind = (script.get("type") or "").lower()
            yield (
                ("template", script.text or "")
                if kind in _MARKUP
                else ("document.write", written(script.text or ""))
            )
            yield from (
                (f"script {name}", text) for name, text in put(script.text or "") if _is_body(name, text)
            )
        yield from _attributes(doc.tree)
        for element in doc.tree.iter("noscript", "template", "textarea", "foreignobject"):
            text = _inner(element)
            if text.lstrip().startswith(("{", "[")):
                yield from ((f"json {element.tag} {path}", inner) for path, inner in _texts(_value(text)))
            else:
                yield str(element.tag), text


def _attributes(tree: etree._Element) -> Iterator[tuple[str, str]]:
    """What elements of scripts and frames are given as attributes: `:article="{…}"`, `data-content="<p>…"`, `srcdoc`."""
    for value in cast("list[Any]", _LONG_VALUES(tree)):
        name = re.split("[:-]", str(value.attrname))[-1]
        text = str(value).strip()
        if text.startswith(("{", "[")):
            yield from ((f"json {name} {path}", inner) for path, inner in _texts(_value(text)))
        elif _BLOCKS.search(text) and _is_name(name):
            yield f"attribute {name}", text.strip("'\"`")


def _is_body(name: str, text: str) -> bool:
    """A string of markup, under a name of an article's or one that ends so: articleContent, news_html."""
    return _BLOCKS.search(text) is not None and (_is_name(name) or name.lower().endswith(_ENDINGS))


def _is_name(name: str) -> bool:
    return name.lower().replace("_", "") in _KEYS


def _inner(element: etree._Element) -> str:
    """The markup inside an element."""
    parts = [html.escape(element.text or "", quote=False)] if len(element) else [element.text or ""]
    return "".join([*parts, *(etree.tostring(inner, encoding="unicode", method="html") for inner in element)])


def _value(text: str) -> Any:
    try:
        return read_literal(text)[0]
    except NotLiteral:
        return None


def _texts(data: Any) -> Iterator[tuple[str, str]]:
    """The strings in a value with their paths, and the lists of pieces as one, breadth first and bounded."""
    queue: list[tuple[str, Any]] = [("", data)]
    for count, (path, value) in enumerate(queue):
        if count > _MAX_VALUES:
            return
        if isinstance(value, str):
            if len(value) >= _LEAST:
                yield path, value
        elif isinstance(value, dict):
            queue += ((f"{path}.{key}".lstrip("."), inner) for key, inner in value.items())
        elif isinstance(value, list):
            if len(pieces := _pieces(value)) > 1:
                yield path, "\n".join(pieces)
            queue += ((f"{path}.{index}".lstrip("."), inner) for index, inner in enumerate(value))


def _pieces(items: list[Any]) -> list[str]:
    """The pieces of a text that is kept as a list: of strings, or of objects with a string in each, or the words of one."""
    return [piece for item in items if (piece := _piece(item, _DEPTH)).strip()]


def _piece(item: Any, depth: int) -> str:
    if isinstance(item, str):
        return item
    if isinstance(item, dict) and depth:
        inner = next((item[name] for name in _PARTS if isinstance(item.get(name), (str, dict))), None)
        if inner is None:
            words = next((item[name] for name in _WORDS if isinstance(item.get(name), list)), ())
            return "".join(_piece(word, depth - 1) for word in words)
        return _piece(inner, depth - 1)
    return ""


def _is_telling(where: str) -> bool:
    names = [name for name in where.lower().split(" ")[-1].split(".") if not name.isdecimal()]
    return not where.startswith("json") or bool(names and _is_name(names[-1]))


def _embedded(where: str, text: str) -> EmbeddedText:
    if _ESCAPED.search(text) is not None and _TAG.search(text) is None:
        text = html.unescape(text)
    runs = tuple(_runs(text))
    return EmbeddedText(where, runs, sum(len(part) for run in runs for part in _HAN.findall(run.text)))


def _runs(text: str) -> list[Run]:
    if _TAG.search(text) is None:
        return [Run(line, None) for line in (" ".join(part.split()) for part in text.splitlines()) if line]
    try:
        return [run for run in read_runs(parse(text), GENERIC) if not run.junk]
    except TooLarge:
        return []
