"""Dumps of a database: a key before the title and before the text."""

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
