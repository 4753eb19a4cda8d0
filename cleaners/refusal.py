"""Pages that are refused before they are read: too large, empty, no pages at all."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from cleaners.errors import Rejected
from cleaners.version import VERSION
from schemas import Kind, Page, Reason, Rejection

if TYPE_CHECKING:
    from datetime import datetime

MAX_BYTES = 16 * 2**20
"""Largest body that is read. The longest real article pages are a few MB; more is a dump or an attack."""
MAX_TEXT_BYTES = 2 * MAX_BYTES
"""Largest dump: a long novel has 20 MB, and no tree is built of it."""
_SNIFFED = 4096
"""Characters by which binary data is told from text."""
_STRAY = 15
"""Control characters that a page may hold by accident; beside them, one in fifty characters."""
_BINARY = re.compile(
    rb"%PDF-|\x89PNG|\xff\xd8\xff|GIF8[79]a|PK\x03\x04|Rar!|\x1f\x8b|RIFF....WEBP|7z\xbc\xaf", re.DOTALL
)
"""How files begin that servers send under an article's URL: documents, pictures, archives."""
_CONTROL = re.compile(r"[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f]")
"""Binary data bytes of the WHATWG MIME Sniffing Standard, NUL apart, which decoding takes out."""


def refuse_unreadable(page: Page, most: int = MAX_BYTES) -> None:
    """Raise Rejected for a page that need not be decoded: error status, no bytes, more than `most`, those of a known file."""
    if page.status >= 400:
        raise Rejected(rejection(Reason.STATUS, str(page.status), page.url, page.fetched_at))
    if not page.body or page.body.isspace():
        raise Rejected(rejection(Reason.EMPTY, "", page.url, page.fetched_at))
    if len(page.body) > most:
        raise Rejected(rejection(Reason.TOO_LARGE, f"{len(page.body)} bytes", page.url, page.fetched_at))
    if _BINARY.match(page.body):
        raise Rejected(
            rejection(Reason.NOT_HTML, "a document, picture or archive", page.url, page.fetched_at)
        )


def other_format(text: str) -> str:
    """What a text is that is no page: binary data or JSON; '' for a page."""
    start = text[:_SNIFFED]
    if (controls := len(_CONTROL.findall(start))) > max(_STRAY, len(start) // 50):
        return f"{controls} control characters in {len(start)}"
    return "JSON" if start.lstrip()[:1] in ("{", "[") and _is_json(text) else ""


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def rejection(
    reason: Reason, detail: str, url: str | None, fetched_at: datetime | None, kind: Kind | None = None
) -> Rejection:
    """A Rejection stamped with this version."""
    return Rejection(
        url=url, reason=reason, detail=detail, kind=kind, fetched_at=fetched_at, cleaner_version=VERSION
    )
