"""The link to the next page of a split article: `a.html` -> `a_2.html` -> `a_3.html`, `?page=2`, `【2】`.

下一篇 leads to another article and is never taken: the link's words must be those of a pager, and its URL must be
this page's URL with the page number raised by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from cleaners.lexicon import expression, filled, fold
from cleaners.metadata.elements import text_of
from cleaners.metadata.found import Choice, Found
from cleaners.metadata.urls import absolute, follows

if TYPE_CHECKING:
    from lxml import etree

    from cleaners.metadata.lines import Line
    from cleaners.metadata.near import Near

_WORDED = expression(r"\W{0,4}<~pager.next>(?:\W{0,4}|\W\d{1,2}/\d{1,2}\W?)", needs="pager.next", flags=re.I)
_NUMBERED = re.compile(r"\W{0,2}(?:\d{1,3}|第\s?\d{1,3}\s?页(?:\W.{0,20})?)\W{0,2}|\s?[>›»]{1,2}\s?")
_PAGER = re.compile(
    filled(
        r"<~pager.next>|^(?:分页|页码|页数|pages?)?[\W\d]+$|[【\[(]\s?\d{1,2}\s?[】\])]|第\s?\d{1,2}\s?页"
    ),
    re.I,
)
_MAX_LINK, _MAX_PAGER = 40, 120
_LINKED = 1.0


def next_page_among(url: str, links: Iterable[tuple[str, str]]) -> str | None:
    """Of links, each (text, absolute URL), the URL of the page after `url` in the same article; None without one."""
    return next((there for text, there in links if is_pager(text) and follows(url, there)), None)


def is_pager(text: str) -> bool:
    """Whether a link's words are those of a pager: 下一页, 余下全文(1/3), the number alone or in brackets, an arrow."""
    folded = fold(text) if len(text) <= _MAX_LINK else ""
    return bool(_NUMBERED.fullmatch(folded) or _WORDED.fullmatch(folded))


def find_next_page(near: Near) -> Iterator[Choice]:
    """URL of the next page, as a link near the text names it. None where the page's own URL is not known: without it
    the two cannot be compared."""
    page, found = near.doc.url, None
    if page:
        links = (
            (text, absolute(page, href)) for text, href in _links([*near.zones.header, *near.zones.tail])
        )
        url = next_page_among(page, ((text, url.split("#", 1)[0]) for text, url in links if url))
        found = Found(url, "pager", _LINKED) if url else None
    yield Choice("next_page", (found,) if found else (), found)


def _links(lines: Sequence[Line]) -> Iterator[tuple[str, str | None]]:
    """Text and address of the links in lines that look like a pager, or around them."""
    pagers = (line.run for line in lines if line.run.link_chars and len(line.text) <= _MAX_PAGER)
    for block in dict.fromkeys(run.block for run in pagers if _PAGER.search(fold(run.text))):
        if block is not None:
            for link in (*block.iter("a"), *block.iterancestors("a")):
                yield _text(link), link.get("href")


def _text(link: etree._Element) -> str:
    return text_of(link) if len(link) else " ".join((link.text or "").split())
