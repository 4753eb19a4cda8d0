"""Markdown in a dump: what prints nothing goes, what stands for lines and cells becomes them."""

from __future__ import annotations

import re

_PICTURE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{1,1000}(?:\s\"[^\"\n]{0,200}\")?\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\((?:https?:|/|\.)[^()\s]{0,1000}(?:\s\"[^\"\n]{0,200}\")?\)")
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(.{1,300}?)[ \t#]*$", re.MULTILINE)
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1")
_QUOTE = re.compile(r"^[ ]{0,3}>[ \t]?(?=.)", re.MULTILINE)
"""A mark with nothing behind it stands between two places of a breadcrumb."""
_RULE = re.compile(
    r"^[ ]{0,3}(?:[═=]{3,}|(?:\*[ ]?){3,}|(?:-[ ]?){3,}|(?:_[ ]?){3,}|[★☆◆◇]{3,})[ \t]*$", re.MULTILINE
)
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,200}?)(?<=\S)\*(?!\*)")
_CODE = re.compile(r"`([^`\n]{1,200})`")
_ITEM = re.compile(r"^[ ]{0,6}[-*+][ \t]+(?=\S)", re.MULTILINE)
_DIVIDER = re.compile(
    r"^[ ]{0,3}\|?(?:[ ]{0,3}:?-{2,200}:?[ ]{0,3}\|){1,40}(?:[ ]{0,3}:?-{2,200}:?)?[ \t]*$\n?", re.MULTILINE
)
_ROW = re.compile(r"^[ ]{0,3}\|(.{1,2000})\|[ \t]*$", re.MULTILINE)


def without_markdown(text: str) -> str:
    """The text without the marks of Markdown. Emphasis, items and cells are read only where headings, links, pictures or
    tables show that it is Markdown: a line may open with a dash."""
    shown = 0
    if "](" in text:
        text, pictures = _PICTURE.subn("", text)
        text, links = _LINK.subn(r"\1", text)
        shown += pictures + links
    if "#" in text:
        text, headings = _HEADING.subn(r"\1", text)
        shown += headings
    if "**" in text or "__" in text:
        text, strong = _STRONG.subn(r"\2", text)
        shown += strong
    if "--" in text:
        text, tables = _DIVIDER.subn("", text)
        shown += tables
    if text.count("\n>") >= 1 or text.startswith(">"):
        text = _QUOTE.sub("", text)
    text = _RULE.sub("", text)
    return _items_and_cells(text) if shown else text


def _items_and_cells(text: str) -> str:
    if "|" in text:
        text = _ROW.sub(lambda row: " ".join(cell.strip() for cell in row.group(1).split("|")), text)
    if "`" in text:
        text = _CODE.sub(r"\1", text)
    return _EMPHASIS.sub(r"\1", _ITEM.sub("", text)) if "-" in text or "*" in text or "+" in text else text
