"""Dumps of a database: a key before the title and before the text; Markdown with its fields above it."""

from __future__ import annotations

import re

_TITLE = re.compile(
    r"^[ \t]*(?:标题|標題|题目|題目|题名|篇名|文章标题|title|headline)[ \t]*[:：][ \t]*(?=\S)",
    re.MULTILINE | re.IGNORECASE,
)
_TEXT = re.compile(
    r"^[ \t]*(?:正文|内容|內容|全文|文章内容|正文内容|content|text|body)[ \t]*[:：][ \t]*\n?",
    re.MULTILINE | re.IGNORECASE,
)
_FRONT = re.compile(r"\s{0,9}-{3}[ \t]*\n((?:[^\n]{0,500}\n){1,40}?)-{3}[ \t]*(?:\n|$)")
_FIELD = re.compile(r"^(title|date|author|authors)[ \t]*:[ \t]*(\S.*)$", re.MULTILINE)
_LABELS = {"date": "发布时间", "author": "作者", "authors": "作者"}
_FIRST = 10
"""Lines among which the title's key stands."""


def without_keys(text: str) -> str:
    """The text without these two keys, where it has both, the title's first; the other keys are a byline's labels."""
    title = _TITLE.search(text)
    if title is None or text.count("\n", 0, title.start()) >= _FIRST:
        return text
    body = _TEXT.search(text, title.end())
    if body is None:
        return text
    return text[: title.start()] + text[title.end() : body.start()] + text[body.end() :]


def without_fields(text: str) -> str:
    """The text with the fields that Markdown files have above their text, between two lines of dashes, as lines of a byline:
    title, date and who wrote; the other fields are for the program that prints it."""
    found = _FRONT.match(text)
    fields = dict(_FIELD.findall(found.group(1))) if found else {}
    if found is None or "title" not in fields:
        return text
    lines = [fields["title"].strip("\"' ")]
    for key, label in _LABELS.items():
        if value := fields.get(key, "").strip("\"'[] "):
            lines.append(f"{label}：{value}")
    return "\n".join([*lines, text[found.end() :]])
