"""The URL a page names as its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cleaners.metadata.found import Choice, Found, best
from cleaners.metadata.head import ld_texts
from cleaners.metadata.urls import absolute, unwrapped

if TYPE_CHECKING:
    from cleaners.document import Document
    from cleaners.metadata.lines import Line
    from cleaners.metadata.near import Near

_OWN_LINK = re.compile(
    r"(?:(?:本文|文章|本页|原文)(?:链接|连结|地址|网址|永久链接)|首发\w{0,8})\s?[:：]\s?(https?://[^\s<>\"'，。）)】]{4,500})"
)
_NAMED, _GATEWAY = 1.0, 0.6


def find_canonical(near: Near) -> Iterator[Choice]:
    """The URL a page names as its own. A link to the site's front page is a template's mistake, not a name. Behind a
    conversion gateway, the page's own URL is unwrapped."""
    doc, found = near.doc, []
    for where, href in _candidates(doc, [*near.zones.header, *near.zones.tail]):
        url = absolute(doc.url, href)
        if url and _names_page(url := unwrapped(url), doc.url):
            found.append(Found(url, where, _NAMED, href))
    if doc.url and (inner := unwrapped(doc.url)) != doc.url:
        found.append(Found(inner, "gateway unwrapped", _GATEWAY))
    yield Choice("canonical_url", tuple(found), best(found))


def _candidates(doc: Document, lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    for field, where in (("canonical", "link rel=canonical"), ("og:url", "meta og:url")):
        if href := doc.metas.get(field):
            yield where, href
    if doc.site.canonical:
        for run in doc.runs:
            if match := re.search(doc.site.canonical, run.text):
                yield "line named by the site", match.group(1)
                break
    for line in lines:
        if "://" in line.text and (match := _OWN_LINK.search(line.folded)):
            yield "本文链接 line", line.text[slice(*match.span(1))]
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
