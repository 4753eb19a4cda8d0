"""The link to the next page of a split article. 下一篇, the next article, is not it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cleaners.metadata.elements import text_of
from cleaners.metadata.urls import absolute, follows

if TYPE_CHECKING:
    from lxml import etree

    from cleaners.document import Document
    from cleaners.metadata.lines import Line

_PAGER = re.compile(
    r"下\s?一?\s?[页頁]|后一?[页頁]|[Nn]ext|^[\W\d]+$|[【\[(]\s?\d{1,2}\s?[】\])]|剩余全文|余下全文"
)
_NEXT = re.compile(
    r"\W{0,4}(?:下\s?一?\s?[页頁]|后一?[页頁]|[Nn]ext(?: [Pp]age)?|余下全文.{0,8}|阅读剩余全文)\W{0,4}"
    r"|\W{0,2}\d{1,2}\W{0,2}|\W{0,2}第\s?\d{1,2}\s?[页頁].{0,20}"
)
_MAX_PAGER = 120


def find_next_page(doc: Document, lines: Sequence[Line]) -> str | None:
    """URL of the next page: a link near the text that says 下一页 or bears a page number, to the same URL with the
    next page number. None where the page's own URL is not known: without it the two cannot be compared."""
    if not doc.url:
        return None
    for link in _links(lines):
        url = absolute(doc.url, link.get("href"))
        if url and follows(doc.url, url := url.split("#", 1)[0]):
            return url
    return None


def _links(lines: Sequence[Line]) -> Iterator[etree._Element]:
    seen = set()
    pagers = (line.run for line in lines if line.run.link_chars and len(line.text) <= _MAX_PAGER)
    for block in dict.fromkeys(run.block for run in pagers if _PAGER.search(run.text)):
        if block is None:
            continue
        for link in (*block.iter("a"), *block.iterancestors("a")):
            text = text_of(link) if len(link) else " ".join((link.text or "").split())
            if link not in seen and _NEXT.fullmatch(text):
                seen.add(link)
                yield link
