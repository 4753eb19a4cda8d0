"""Reading a page: bytes or lines in, everything that was found out. `Cleaner` and `explain` both start here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cleaners.decoding import decode
from cleaners.document import Body, Document, Run
from cleaners.dom import parse
from cleaners.dumps import plain_text
from cleaners.errors import Rejected
from cleaners.kinds import Verdict, judge, judge_lines
from cleaners.limits import TooLarge
from cleaners.metadata import Metadata, Title, choose_title, read_metadata
from cleaners.normalise import strip_pinyin
from cleaners.readings import Picked, read_body
from cleaners.readings.outward import with_lists_told
from cleaners.readings.summary import without_names, without_summary
from cleaners.refusal import other_format, refuse_unreadable, rejection
from cleaners.restate import restate
from cleaners.runs import read_runs
from cleaners.sites import Sites, known_sites, mend
from cleaners.structured import read_head
from schemas import DecodeMethod, DecodeReport, Kind, Page, Reason

if TYPE_CHECKING:
    from datetime import datetime

    from lxml import etree

    from cleaners.normalise import PinyinResult
    from cleaners.sites import Site

USUAL = frozenset([Kind.ARTICLE, Kind.GALLERY])
"""Kinds that are taken unless others are asked for; of a thread the opening post is taken as an article."""
MAX_LINES, MAX_TEXT_LINES = 300_000, 2_000_000
"""Most lines of a page and of a dump (with blank ones) that are judged, each by all rules, at some 40 microseconds
and one KiB."""

_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""What `str.splitlines` ends a line at."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one page, before it is written up as an Article."""

    doc: Document
    title: Title
    body: Body
    metadata: Metadata
    pinyin: PinyinResult
    encoding: DecodeReport | None
    verdict: Verdict
    """What the page is, and why it is not taken, where it is not."""
    picked: Picked
    """The readings of the page, and the one that was taken."""


def read_page(page: Page, sites: Sites, wanted: Collection[Kind] = USUAL) -> Reading:
    """Read an HTML page, by the rules of its site; `wanted` are the kinds of pages that are taken. Raises Rejected where
    there is nothing to read."""
    refuse_unreadable(page)
    decoded = decode(page.body, headers=page.headers)
    if what := other_format(decoded.text):
        raise Rejected(rejection(Reason.NOT_HTML, what, page.url, page.fetched_at))
    whole = decoded.report.method is DecodeMethod.UTF8 and not decoded.report.mended and 0 not in page.body
    return read_html(
        decoded.text,
        encoding=decoded.report,
        sites=sites,
        url=page.url,
        fetched_at=page.fetched_at,
        utf8=page.body if whole else None,
        wanted=wanted,
    )


def read_html(
    source: str,
    *,
    encoding: DecodeReport | None,
    sites: Sites | None = None,
    url: str | None = None,
    fetched_at: datetime | None = None,
    utf8: bytes | None = None,
    wanted: Collection[Kind] = USUAL,
) -> Reading:
    """Read decoded HTML; `utf8` is the same encoded, where it came so. Raises Rejected where it is beyond the limits."""
    pinyin = strip_pinyin(source)
    try:
        tree = parse(pinyin.text, utf8 if pinyin.text is source else None)
        restate(tree, pinyin.text)
        site = (sites or known_sites()).of(url, source)
        doc = _document(tree, pinyin.text, site, url, fetched_at)
        if len(doc.runs) > MAX_LINES:
            raise TooLarge(f"{len(doc.runs)} lines, at most {MAX_LINES} are read")
        return _conclude(doc, pinyin, encoding, wanted)
    except TooLarge as error:
        raise Rejected(rejection(Reason.TOO_LARGE, str(error), url, fetched_at)) from error


def _document(
    tree: etree._Element, html: str, site: Site, url: str | None, fetched_at: datetime | None
) -> Document:
    """The document in a page; `html` is what is read of it, and was parsed."""
    metas, json_ld = read_head(tree)
    return Document(
        runs=read_runs(tree, site),
        site=site,
        tree=tree,
        html=html,
        url=url,
        fetched_at=fetched_at,
        metas=metas,
        json_ld=json_ld,
    )


def read_lines(
    text: str,
    *,
    sites: Sites | None = None,
    url: str | None = None,
    fetched_at: datetime | None = None,
) -> Reading:
    """Read text that somebody already extracted, one block a line. Raises Rejected where it is no text."""
    if what := other_format(text):
        raise Rejected(rejection(Reason.NOT_HTML, what, url, fetched_at))
    pinyin = strip_pinyin(plain_text(text))
    if (count := sum(map(pinyin.text.count, _BREAKS))) > MAX_TEXT_LINES:
        told = f"{count} lines, at most {MAX_TEXT_LINES} are read"
        raise Rejected(rejection(Reason.TOO_LARGE, told, url, fetched_at))
    lines = (" ".join(line.split()) for line in pinyin.text.splitlines())
    doc = Document(
        runs=[Run(line, None) for line in lines if line],
        site=(sites or known_sites()).of(url, text),
        url=url,
        fetched_at=fetched_at,
    )
    return _conclude(doc, pinyin, None, USUAL)


def _conclude(
    doc: Document, pinyin: PinyinResult, encoding: DecodeReport | None, wanted: Collection[Kind]
) -> Reading:
    doc.runs = with_lists_told(mend(doc.runs, doc.site))
    picked = read_body(doc)
    body = without_summary(doc, picked.body)
    title = choose_title(doc, body, picked.taken.title)
    metadata = read_metadata(doc, body, title)
    body = without_names(doc, body, metadata.names)
    in_lines = doc.tree is None
    verdict = (
        judge_lines(doc, body, title.text, metadata)
        if in_lines
        else judge(doc, body, title, metadata, wanted)
    )
    if verdict.thread:
        body = replace(body, paragraphs=verdict.thread.opening)
    return Reading(doc, title, body, metadata, pinyin, encoding, verdict, picked)
