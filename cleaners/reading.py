"""Reading a page: bytes or lines in, everything that was found out. `Cleaner` and `explain` both start here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaners.body import find_body
from cleaners.decoding import decode
from cleaners.document import Body, Document, Run
from cleaners.dom import parse
from cleaners.errors import Rejected
from cleaners.judge import judge
from cleaners.limits import TooLarge
from cleaners.metadata import Metadata, Title, find_title, read_metadata
from cleaners.normalise import strip_pinyin
from cleaners.refusal import other_format, refuse_unreadable, rejection
from cleaners.runs import read_runs
from cleaners.sites import mend, profile_for
from cleaners.structured import read_head
from schemas import DecodeMethod, DecodeReport, Page, Reason

if TYPE_CHECKING:
    from datetime import datetime

    from lxml import etree

    from cleaners.normalise import PinyinResult

MAX_LINES = 300_000
"""Most lines that are judged, each by all rules, at up to 30 microseconds. A novel has a tenth of them."""


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
    if what := other_format(decoded.text):
        raise Rejected(rejection(Reason.NOT_HTML, what, page.url, page.fetched_at))
    whole = decoded.report.method is DecodeMethod.UTF8 and not decoded.report.mended and 0 not in page.body
    return read_html(
        decoded.text,
        encoding=decoded.report,
        url=page.url,
        fetched_at=page.fetched_at,
        utf8=page.body if whole else None,
    )


def read_html(
    source: str,
    *,
    encoding: DecodeReport | None,
    url: str | None = None,
    fetched_at: datetime | None = None,
    utf8: bytes | None = None,
) -> Reading:
    """Read decoded HTML; `utf8` is the same encoded, where it came so. Raises Rejected where it is beyond the limits."""
    pinyin = strip_pinyin(source)
    try:
        tree = parse(pinyin.text, utf8 if pinyin.text is source else None)
        return _conclude(_document(tree, source, pinyin.text, url, fetched_at), pinyin, encoding)
    except TooLarge as error:
        raise Rejected(rejection(Reason.TOO_LARGE, str(error), url, fetched_at)) from error


def _document(
    tree: etree._Element, source: str, html: str, url: str | None, fetched_at: datetime | None
) -> Document:
    """The document in a page; `source` is the page as served, `html` what is read of it, and was parsed."""
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
    try:
        return _conclude(doc, pinyin, None)
    except TooLarge as error:
        raise Rejected(rejection(Reason.TOO_LARGE, str(error), url, fetched_at)) from error


def _conclude(doc: Document, pinyin: PinyinResult, encoding: DecodeReport | None) -> Reading:
    if len(doc.runs) > MAX_LINES:
        raise TooLarge(f"{len(doc.runs)} lines, at most {MAX_LINES} are read")
    mend(doc.runs, doc.profile)
    title = find_title(doc)
    body = find_body(doc, title.text)
    metadata = read_metadata(doc, body, title)
    return Reading(doc, title, body, metadata, pinyin, encoding, judge(doc, body, title.text))
