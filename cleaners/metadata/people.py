"""Source and credits of a page: every place that names them, in order of trust."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from cleaners.metadata.credits import closing_credits, field_credits, merged, opening_credits
from cleaners.metadata.dates import find_dates
from cleaners.metadata.elements import text_of
from cleaners.metadata.head import ld_people
from cleaners.metadata.labels import Field, fields
from cleaners.metadata.lines import is_dateline
from cleaners.metadata.names import is_nobody, is_outlet, is_person, is_press
from cleaners.metadata.source import beside_date, clean_source, dateline_source, source_value
from cleaners.metadata.titles import key
from schemas import Credit, Role

if TYPE_CHECKING:
    from cleaners.document import Body, Document, Run
    from cleaners.metadata.zones import Zones


@dataclass(frozen=True, slots=True)
class People:
    """Who published and who made an article."""

    source: str | None
    source_where: str
    credits: tuple[Credit, ...]
    credits_where: str


def find_people(doc: Document, body: Body, zones: Zones, title: str) -> People:
    """Source and credits. The printed byline comes first; the head is asked only for what is printed nowhere."""
    # The headline, printed once more among the bylines, is no byline.
    above, top, bottom, low = (
        [run for run in zone if not title or key(run.text) != key(title)]
        for zone in (zones.above, zones.header, zones.tail, zones.late)
    )
    header, tail = _with_values(top), _with_values(bottom)
    beside = list(_beside_dates(top, doc.fetched_at))
    lone = list(_lone_lines(top))
    source, where = _source(doc, body, [*_with_values(above), *header], tail, [*beside, *lone])
    late = [(run, _of_page(found)) for run, found in _with_values(low)]
    answered = _answered([*header, *tail, *late])
    accounts = [account for _, account in (*lone, *beside) if account]
    byline = [*_bylines(header, answered), *accounts, *_bylines([*tail, *late], answered)]
    opening = [c for paragraph in body.paragraphs[:2] for c in opening_credits(paragraph)]
    closing = closing_credits(body.paragraphs[-1]) if body.paragraphs else []
    credits = merged([*byline, *opening, *closing], _avoid(doc, source))
    where_credits = "byline" if byline else "text" if credits else ""
    if not any(c.role in (Role.AUTHOR, Role.REPORTER) for c in credits):
        # A portal's head may name the editor as author.
        printed = {credit.name for credit in credits}
        stated = [credit for credit in _stated_authors(doc, source) if credit.name not in printed]
        credits, where_credits = (*stated, *credits), where_credits or ("head" if stated else "")
    return People(source, where, credits, where_credits)


def _with_values(runs: Sequence[Run]) -> list[tuple[Run, list[Field]]]:
    """The fields of each line. A label at the end of a line takes its value from the next, if that is short and
    is no field itself."""
    lines = [(run, fields(run.text)) for run in runs]
    for index, (_, found) in enumerate(lines[:-1]):
        following, theirs = lines[index + 1]
        if found and found[-1].marked and not found[-1].value and not theirs and _is_value(following):
            found[-1] = replace(found[-1], value=following.text)
    return lines


def _is_value(run: Run) -> bool:
    return len(run.text) <= 16 and not re.search(
        r"[\d:：。，,]|字号|分享|评论|关注|打印|收藏|扫|正文", run.text
    )


def _source(
    doc: Document,
    body: Body,
    header: list[tuple[Run, list[Field]]],
    tail: list[tuple[Run, list[Field]]],
    unlabelled: list[tuple[str | None, Credit | None]],
) -> tuple[str | None, str]:
    """(source, rule)."""
    for lines, where in ((header, "line under the title"), (tail, "line below the text")):
        for run, found in lines:
            for field in found:
                if value := source_value(field):
                    return _linked(run, field, value), where
        if lines is header and (value := next((outlet for outlet, _ in unlabelled if outlet), None)):
            return value, "beside the date"
    for key_ in ("contentsource", "source", "og:source", "article:source", "mediaid", "copyright-source"):
        if (value := clean_source(doc.metas.get(key_, ""))) and not value.startswith("http"):
            return value, f"meta {key_}"
    named = doc.metas.get("article:author", "")
    if is_press(named) and not _is_site(doc, named):
        return named, "meta article:author"
    value = dateline_source(body.paragraphs[0]) if body.paragraphs else None
    return value, "dateline of the text" if value else ""


def _linked(run: Run, field: Field, value: str) -> str:
    """A linked source ends where its link ends."""
    if run.link_chars and run.block is not None:
        for link in run.block.iter("a"):
            text = text_of(link)
            if 2 <= len(text) < len(value) and value.startswith(text) and field.value.startswith(text):
                return text
    return value


def _beside_dates(
    runs: Sequence[Run], fetched_at: datetime | None
) -> Iterator[tuple[str | None, Credit | None]]:
    for run in runs:
        dates = find_dates(run.text, fetched_at=fetched_at)
        if dates and (is_dateline(run.text) or dates[0].relative) and len(run.text) <= 160:
            outlet, account = beside_date(run.text, dates[0], linked=run.link_chars > 0)
            yield outlet, Credit(name=account, role=Role.AUTHOR) if account else None


_SIGNED_BY = re.compile(r"([\u4e00-\u9fff·\s]{2,20})\s?[/／]\s?([\u4e00-\u9fff]{2,12})")
_DESK = re.compile(
    r"^[\[【(（]?\s?([\u4e00-\u9fff]{2,10})[╱/／|｜]\s?[\u4e00-\u9fff]{0,4}(?:记者|記者|[\u4e00-\u9fff]{2,4}\d{1,2}日[电電])"
)
"""`【聯合報╱記者某某／台北報導】`, `【世界日報╱廣州12日電】`: outlet, bar, who or where."""
_FOLLOW = re.compile(r"\+?\s?(?:已)?(?:关注|關注|订阅|訂閱)")


def _lone_lines(runs: Sequence[Run]) -> Iterator[tuple[str | None, Credit | None]]:
    """Bylines without a label: `石佳/中国青年报`, an outlet alone beside the date, an account above its 关注 button."""
    for index, run in enumerate(runs[:12]):
        text = run.text.strip()
        following = runs[index + 1].text if index + 1 < len(runs) else ""
        if (
            _FOLLOW.fullmatch(following.strip())
            and 2 <= len(text) <= 20
            and not is_nobody(text)
            and not fields(text)
            and not re.search(r"\d{3}", text)
        ):
            yield None, Credit(name=text.replace(" ", ""), role=Role.AUTHOR)
        elif (desk := _DESK.match(text)) and is_outlet(desk.group(1)):
            yield desk.group(1), None
        elif (
            (match := _SIGNED_BY.fullmatch(text))
            and is_outlet(match.group(2))
            and is_person(match.group(1).strip())
        ):
            yield match.group(2), Credit(name=match.group(1).strip(), role=Role.AUTHOR)
        elif len(text) <= 16 and is_press(text) and (_dated(runs, index + 1) or _dated(runs, index - 1)):
            yield re.sub(r"(?:网络版|電子版|电子版|数字报)$", "", text), None


def _dated(runs: Sequence[Run], index: int) -> bool:
    return 0 <= index < len(runs) and len(runs[index].text) <= 40 and is_dateline(runs[index].text)


def _bylines(lines: Sequence[tuple[Run, list[Field]]], answered: bool) -> Iterator[Credit]:
    """Credits of the lines. Where a 责任编辑 answers for the page, a plain 编辑 worked on the copy."""
    for run, found in lines:
        # A list of links is a menu: 作者：… in it belongs to other articles.
        if run.link_chars * 3 < len(run.text) * 2 + 12:
            yield from field_credits(
                replace(field, kind=Role.COPY_EDITOR) if answered and _plain_editor(field) else field
                for field in found
            )


def _plain_editor(field: Field) -> bool:
    return field.kind is Role.EDITOR and not field.responsible


def _of_page(found: list[Field]) -> list[Field]:
    """The fields of a line below the related stories that still speak of the page: its editors."""
    return [f for f in found if f.marked and f.kind in (Role.EDITOR, Role.PROOFREADER, Role.REVIEWER)]


def _answered(lines: Sequence[tuple[Run, list[Field]]]) -> bool:
    """Whether a 责任编辑 is named."""
    editors = (f for _, found in lines for f in found if f.kind is Role.EDITOR and f.responsible)
    return any(field_credits([field]) for field in editors)


def _avoid(doc: Document, source: str | None) -> frozenset[str]:
    """Names that are no author's: the source, the site, its host."""
    names = {
        source or "",
        doc.metas.get("og:site_name", ""),
        doc.profile.title,
        *re.split(r"[./]", doc.url or ""),
    }
    return frozenset(name.lower() for name in names if name)


def _is_site(doc: Document, name: str) -> bool:
    """Whether a name is that of the site: it stands in the tail of <title> or in og:site_name."""
    return bool(key(name)) and (
        key(name) in key(doc.metas.get("og:site_name", ""))
        or key(doc.metas.get("title", "")).endswith(key(name))
    )


def _stated_authors(doc: Document, source: str | None) -> Iterator[Credit]:
    """Authors that only the head names. Portals put their own name there, so it must be a person's."""
    names = [*ld_people(doc.json_ld, "author"), *(doc.metas.get(k, "") for k in ("author", "article:author"))]
    for name in dict.fromkeys(" ".join(name.split()) for name in names):
        if is_person(name) and name != source and not _is_site(doc, name):
            yield Credit(name=name, role=Role.AUTHOR)
