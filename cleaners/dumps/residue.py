"""Residue of HTML and of escapes: entities, tags, `\\n` in letters, characters without width."""

from __future__ import annotations

import html
import re

_ENTITY = re.compile(
    r"&(?:nbsp|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|quot|amp|lt|gt|emsp|ensp|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
)
_TWICE = re.compile(
    r"&amp;(?=(?:nbsp|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|quot|lt|gt|emsp|ensp|#\d{2,6});)"
)
_ESCAPED = re.compile(r"\\r\\n|\\n|\\r|\\t|\\u3000")
_WIDTHLESS = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_DROPPED = (("<script", "</script>"), ("<style", "</style>"), ("<noscript", "</noscript>"), ("<!--", "-->"))
_BLOCK = re.compile(
    r"</?(?:p|div|br|h[1-6]|ul|ol|li|tr|table|tbody|thead|section|article|header|footer|blockquote|figure|figcaption|hr"
    r"|html|head|body|title|dl|dt|dd)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?(?:[a-z][a-z0-9]{0,15})(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE)


def without_residue(text: str) -> str:
    """The text with tags and entities read, those escaped twice, too, and line ends where `\\n` stands for them."""
    text = _WIDTHLESS.sub("", text)
    if len(_ESCAPED.findall(text)) > 1 + 2 * text.count("\n"):
        text = _ESCAPED.sub(_unescaped, text)
    text = _TWICE.sub("&", text)
    if "&lt;" in text and _is_markup(shown := text.replace("&lt;", "<").replace("&gt;", ">")):
        text = shown
    if "<" in text and _is_markup(text):
        text = _TAG.sub("", _BLOCK.sub("\n", _without_scripts(text)))
    if "&" in text and _ENTITY.search(text):
        text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    return text


def _is_markup(text: str) -> bool:
    """Tags all over the text; in a line or two they are what it is about."""
    lines = [line for line in text.split("\n") if line.strip()]
    tagged = sum("<" in line and _TAG.search(line) is not None for line in lines)
    return tagged * 3 >= len(lines) or text.lstrip().startswith("<")


def _without_scripts(text: str) -> str:
    for opening, closing in _DROPPED:
        kept, at, low = [], 0, text.lower()
        while (start := low.find(opening, at)) >= 0 and (end := low.find(closing, start)) >= 0:
            kept.append(text[at:start])
            at = end + len(closing)
        text = "\n".join([*kept, text[at:]])
    return text


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if "n" in found.group() or "r" in found.group() else " "
