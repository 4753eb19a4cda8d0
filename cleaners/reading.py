"""Reading a page: bytes or lines in, everything that was found out. `Cleaner` and `explain` both start here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaners.body import find_body
from cleaners.decoding import decode
from cleaners.document import Body, Document, Run
from cleaners.dom import TooLarge, parse
from cleaners.errors import Rejected
from cleaners.judge import judge
from cleaners.metadata import Metadata, Title, find_title, read_metadata
from cleaners.normalise import strip_pinyin
from cleaners.runs import read_runs
from cleaners.sites import mend, profile_for
from cleaners.structured import read_head
from cleaners.version import VERSION
from schemas import DecodeReport, Page, Reason, Rejection

if TYPE_CHECKING:
    from datetime import datetime

    from cleaners.normalise import PinyinResult

MAX_BYTES = 16 * 2**20
"""Largest body that is read. The longest real article pages are a few MB; more is a dump or an attack."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one page, before it is written up as an Article."""

    doc: Document
    title: Title
    body: Body
    metadata: Metadata
    pinyin: PinyinResult
    encoding: DecodeReport | None
    verdict: tuple[Reason, str] | None
    """Why the page is not an article, or None when it is one."""


def read_page(page: Page) -> Reading:
    """Read an HTML page. Raises Rejected where there is nothing to read."""
    refuse_unreadable(page)
    decoded = decode(page.body, headers=page.headers)
    return read_html(decoded.text, encoding=decoded.report, url=page.url, fetched_at=page.fetched_at)


def read_html(
    source: str, *, encoding: DecodeReport | None, url: str | None = None, fetched_at: datetime | None = None
) -> Reading:
    """Read decoded HTML. Raises Rejected where it is beyond the limits."""
    pinyin = strip_pinyin(source)
    try:
        return _conclude(_document(source, pinyin.text, url, fetched_at), pinyin, encoding)
    except TooLarge as error:
        raise Rejected(rejection(Reason.TOO_LARGE, str(error), url, fetched_at)) from error


def _document(source: str, html: str, url: str | None, fetched_at: datetime | None) -> Document:
    """The document in a page; `source` is the page as served, `html` what is read of it."""
    tree = parse(html)
    metas, json_ld = read_head(tree)
    profile = profile_for(url, source)
    return Document(
        runs=read_runs(tree, profile),
        profile=profile,
        tree=tree,
        html=html,
        url=url,
        fetched_at=fetched_at,
        metas=metas,
        json_ld=json_ld,
    )


def read_lines(text: str, *, url: str | None = None, fetched_at: datetime | None = None) -> Reading:
    """Read text that somebody already extracted, one block a line."""
    pinyin = strip_pinyin(text)
    lines = (" ".join(line.split()) for line in pinyin.text.splitlines())
    doc = Document(
        runs=[Run(line, None) for line in lines if line],
        profile=profile_for(url, text),
        url=url,
        fetched_at=fetched_at,
    )
    return _conclude(doc, pinyin, None)


def _conclude(doc: Document, pinyin: PinyinResult, encoding: DecodeReport | None) -> Reading:
    mend(doc.runs, doc.profile)
    title = find_title(doc)
    body = find_body(doc, title.text)
    metadata = read_metadata(doc, body, title)
    return Reading(doc, title, body, metadata, pinyin, encoding, judge(doc, body, title.text))


def refuse_unreadable(page: Page) -> None:
    """Raise Rejected for a page that need not be decoded: error status, no bytes, too many bytes."""
    if page.status >= 400:
        raise Rejected(rejection(Reason.STATUS, str(page.status), page.url, page.fetched_at))
    if not page.body.strip():
        raise Rejected(rejection(Reason.EMPTY, "", page.url, page.fetched_at))
    if len(page.body) > MAX_BYTES:
        raise Rejected(rejection(Reason.TOO_LARGE, f"{len(page.body)} bytes", page.url, page.fetched_at))


def rejection(reason: Reason, detail: str, url: str | None, fetched_at: datetime | None) -> Rejection:
    """A Rejection stamped with this version."""
    return Rejection(url=url, reason=reason, detail=detail, fetched_at=fetched_at, cleaner_version=VERSION)
