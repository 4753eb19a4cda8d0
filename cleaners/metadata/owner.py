"""How a page tells whose it is: the line of the copyright, the link to the front page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from cleaners.metadata.elements import text_of
from cleaners.sites import host_of

if TYPE_CHECKING:
    from cleaners.document import Document

_COPYRIGHT = re.compile(r"©|版[权權]所有|Copyright|Rights Reserved", re.IGNORECASE)
_HOST = "主办"
_FRONT = re.compile(r"(?:https?://[^/]{1,100})?/?")
_MAX_LINE, _FOOT = 200, 20
"""Characters of a line that says whose the site is, and lines at the end of a page among which that of the copyright is."""
_LINKS = 60
"""Links of a page among which its logo is."""


def is_owner(doc: Document, name: str) -> bool:
    """Whether the line of the copyright or the link to the front page has the name."""
    owned = (run.text for run in doc.runs if len(run.text) <= _MAX_LINE and name in run.text)
    return any(_HOST in text or _COPYRIGHT.search(text) for text in owned) or name in logos(doc)


def has_copyright(doc: Document, name: str) -> bool:
    """Whether the line of the copyright at the foot of the page has the name."""
    foot = (run.text for run in doc.runs[-_FOOT:] if len(run.text) <= _MAX_LINE and name in run.text)
    return any(map(_COPYRIGHT.search, foot))


def names_copyright(text: str) -> bool:
    """Whether a line is that of the copyright."""
    return _COPYRIGHT.search(text) is not None


def logos(doc: Document, *, own: bool = False) -> Iterator[str]:
    """What the links to a front page say, in words or by a picture; of the page's `own` site, where it is known."""
    host = host_of(doc.url)
    for link in islice(doc.tree.iter("a"), _LINKS) if doc.tree is not None else ():
        href = link.get("href") or "-"
        if _FRONT.fullmatch(href) and not (own and _leads_off(href, host)):
            yield text_of(link)
            yield from (str(image.get("alt") or "").strip() for image in islice(link.iter("img"), 1))


def _leads_off(href: str, host: str) -> bool:
    """Whether an address names another site than that of the host, or the host is not known."""
    there = host_of(href)
    return bool(there) and there.split(".")[-2:] != host.split(".")[-2:]
