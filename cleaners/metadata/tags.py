"""Keywords that a page prints for its article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cleaners.metadata.elements import text_of

if TYPE_CHECKING:
    from cleaners.document import Document, Run
    from cleaners.metadata.lines import Line

_LABEL = re.compile(
    r"(?:^|[\s\]】)）|])(?:文章|相关|相關|本文|新闻|热门)?(?:标签|標籤|标籤|关键词|关键字|關鍵詞|關鍵字|Tags?|TAGS?|tags?)\s?(?:[:：]|>>|»)\s?(.*)$"
)
_HINT = re.compile(r"(?:[签籤词詞字]|ags?|AGS?)\s?[:：>»]")
_SEPARATORS = re.compile(r"[\s,，、;；|｜/#]+")
_MAX_TAGS, _MAX_TAG = 20, 24


def find_tags(doc: Document, lines: Sequence[Line]) -> tuple[tuple[str, ...], str]:
    """(keywords, rule): of a 标签 or 关键词 line near the text, else of the metas made for news."""
    for index, line in enumerate(lines):
        match = _LABEL.search(line.text) if _HINT.search(line.text) else None
        if match is None:
            continue
        holder, value = (line.run, match.group(1)) if match.group(1).strip() else _next(lines, index)
        if holder is not None and (tags := _tags(holder, value)):
            return tags, "keyword line"
    for field in ("news_keywords", "article:tag"):
        if tags := _cut(_SEPARATORS.split(doc.metas.get(field, ""))):
            return tags, f"meta {field}"
    return (), ""


def _next(lines: Sequence[Line], index: int) -> tuple[Run | None, str]:
    """A label alone on its line: the links of the line after it."""
    following = lines[index + 1].run if index + 1 < len(lines) else None
    if following is None or following.link_chars * 2 < len(following.text.replace(" ", "")):
        return None, ""
    return following, following.text


def _tags(run: Run, value: str) -> tuple[str, ...]:
    """The links in the line, where it has any: glued ones are told apart, and a tag may hold a blank."""
    linked = []
    if run.link_chars and run.block is not None:
        linked = [text_of(link) for link in run.block.iter("a")]
    return _cut([text for text in linked if text and text in value]) or _cut(_SEPARATORS.split(value))


def _cut(tags: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(tag for tag in (t.strip(" ,，、#") for t in tags) if 1 < len(tag) <= _MAX_TAG)
    )[:_MAX_TAGS]
