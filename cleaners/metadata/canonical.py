"""The URL a page names as its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cleaners.metadata.head import ld_texts
from cleaners.metadata.urls import absolute, unwrapped

if TYPE_CHECKING:
    from cleaners.document import Document
    from cleaners.metadata.lines import Line

_OWN_LINK = re.compile(
    r"(?:(?:本文|文章|本页|本頁|原文)(?:链接|鏈接|連結|地址|网址|網址|永久链接)|首[发發]\w{0,8})\s?[:：]\s?"
    r"(https?://[^\s<>\"'，。）)】]{4,500})"
)


def find_canonical(doc: Document, lines: Sequence[Line]) -> tuple[str | None, str]:
    """(URL, rule). A link to the site's front page is a template's mistake, not a name. None when none is named;
    behind a conversion gateway, the page's own URL is unwrapped."""
    for where, href in _candidates(doc, lines):
        url = absolute(doc.url, href)
        if url and _names_page(url := unwrapped(url), doc.url):
            return url, where
    if doc.url and (inner := unwrapped(doc.url)) != doc.url:
        return inner, "gateway unwrapped"
    return None, ""


def _candidates(doc: Document, lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    for field, where in (("canonical", "link rel=canonical"), ("og:url", "meta og:url")):
        if href := doc.metas.get(field):
            yield where, href
    if doc.profile.canonical:
        for run in doc.runs:
            if match := re.search(doc.profile.canonical, run.text):
                yield "line named by the profile", match.group(1)
                break
    for line in lines:
        if "://" in line.text and (match := _OWN_LINK.search(line.text)):
            yield "本文链接 line", match.group(1)
    for href in ld_texts(doc.json_ld, "mainEntityOfPage", "url", "@id"):
        yield "json-ld", href


def _names_page(url: str, own: str | None) -> bool:
    """Whether a URL names a page at all, and not merely a site."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if not parts.hostname or not parts.scheme:
        return False
    return parts.path.strip("/") not in ("", "index.html", "index.htm") or bool(parts.query) or url == own
