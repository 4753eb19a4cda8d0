"""Keywords that a page prints for its article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cleaners.lexicon import expression
from cleaners.metadata.elements import links_of, text_of
from cleaners.metadata.found import Choice, Found, best

if TYPE_CHECKING:
    from cleaners.document import Document, Run
    from cleaners.metadata.lines import Line
    from cleaners.metadata.near import Near

_LABEL = expression(
    r"(?:^|[\s\]】)）|])(?:文章|相关|本文|新闻|热门)?<around.tags>\s?(?:[:：]|>>|»)\s?", needs="around.tags"
)
_HASHED = re.compile(r"(?:#\s?[^#\s]{1,24}\s{0,3}){1,20}")
_PRINTED, _STATED = 1.0, 0.8
_SEPARATORS = re.compile(r"[\s,，、;；|｜/#]+")
_MAX_TAGS, _MAX_TAG = 20, 24


def _related_tags(doc: Document) -> tuple[str, ...]:
    """The links that say by `rel="tag"` that they are keywords; categories say it, too, beside their own word."""
    links = doc.tree.iter("a") if doc.tree is not None else ()
    rels = ((link, (link.get("rel") or "").split()) for link in links)
    return _cut([text_of(link) for link, rel in rels if "tag" in rel and "category" not in rel])


def find_tags(near: Near) -> Iterator[Choice]:
    """The keywords of a 标签 or 关键词 line near the text, else of the metas made for news."""
    found = list(_candidates(near.doc, [*near.zones.header, *near.zones.tail]))
    yield Choice("tags", tuple(found), best(found))


def _candidates(doc: Document, lines: Sequence[Line]) -> Iterator[Found[tuple[str, ...]]]:
    for index, line in enumerate(lines):
        if match := _LABEL.search(line.folded):
            following = (field.start for field in line.fields if field.start >= match.end())
            value = line.text[match.end() : next(following, None)]
            holder, value = (line.run, value) if value.strip() else _next(lines, index)
            if holder is not None and (tags := _tags(holder, value)):
                yield Found(tags, "keyword line", _PRINTED)
        elif line.run.link_chars and _HASHED.fullmatch(line.text) and (tags := _tags(line.run, line.text)):
            yield Found(tags, "linked hash tags", _PRINTED)
    if tags := _related_tags(doc):
        yield Found(tags, "links with rel=tag", _STATED)
    for field in ("news_keywords", "article:tag"):
        if tags := _cut(_SEPARATORS.split(doc.metas.get(field, ""))):
            yield Found(tags, f"meta {field}", _STATED)


def _next(lines: Sequence[Line], index: int) -> tuple[Run | None, str]:
    """A label alone on its line: the links of the line after it."""
    following = lines[index + 1].run if index + 1 < len(lines) else None
    if following is None or following.link_chars * 2 < len(following.text.replace(" ", "")):
        return None, ""
    return following, following.text


def _tags(run: Run, value: str) -> tuple[str, ...]:
    """The links in the line, where it has any: glued ones are told apart, and a tag may hold a blank."""
    linked = [text_of(link).lstrip("# ") for link in links_of(run)] if run.link_chars else []
    return _cut([text for text in linked if text and text in value]) or _cut(_SEPARATORS.split(value))


def _cut(tags: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(tag for tag in (t.strip(" ,，、#") for t in tags) if 1 < len(tag) <= _MAX_TAG)
    )[:_MAX_TAGS]
