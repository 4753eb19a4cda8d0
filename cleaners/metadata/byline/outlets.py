"""The words of 来源: what a labelled field holds, what stands beside a date, what opens a dispatch."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaners.brackets import CLOSERS, CLOSING, OPENERS
from cleaners.lexicon import filled, fold, words
from cleaners.metadata.byline.furniture import without_furniture
from cleaners.metadata.byline.labels import Field, Kind, fields
from cleaners.metadata.byline.names import is_nobody, is_outlet, is_person, is_press
from cleaners.metadata.dates import NARROW, FoundDate

_MAX = 40
_CLOSERS = re.compile(f"[{CLOSING}]")
_OPENER_OF = dict(zip(CLOSERS, OPENERS, strict=True))
_EDGES = " 　\t:：,，.。;；、·‧|｜-—_/／╱>》\"'“”"
_WIDGET = re.compile(
    r"(?<=\S)(?:官方)?微博$|\s\d{1,7}$|(?<=[\u4e00-\u9fff])\d{3,7}$|\s?(?:采集|抓取|收录|转载|整理)?于$"
)
_MICROBLOG = re.compile(r"(?:新浪|腾讯|网易|搜狐)微博(?=\W|$)")
"""An outlet itself; behind another name 微博 is a button."""
_ACCOUNT = re.compile(
    r"(?:微信)?(?:公众号|公号|订阅号)\s?[:：]?\s?(?:[“\"「『《【](?P<name>[^”\"」』》】]{2,24})[”\"」』》】]|(?<=[:：\s])(?P<bare>\S{2,24}))"
)
"""`微信公众号“某某读书”`, `公众号：某某读书`."""
_ADDRESS = re.compile(r"\s?[(（\[][\w./:-]{3,60}\.[a-z]{2,6}/?[)）\]]$", re.ASCII)
"""`某某网（example.cn）`."""
_LOGIN = re.compile(
    r"\s?[(（](?:(?:微信)?(?:ID|id|号|公众号)\s?[:：]?\s?[\w-]{2,30}|[a-z][a-z\d_-]{2,30})[)）]$", re.ASCII
)
"""`某某读书（ID：example）`: the account's login."""
_URL = re.compile(r"(?:https?://|www\.)\S+")
_DOT = re.compile(r"\s?[·•](?=\s?\S)")
_OPENS_DATE = re.compile(r"\S\s?[(（–—-]\s?$")
"""`台灣醒報 (`: what the date stands in a bracket after is the outlet, whatever its name."""
_BADGE = re.compile(r"^(?:原创[\s·|]*|(?:转载|首发)[\s·|]+)")
_NOT_OUTLET = re.compile(filled(r"^(?:<outlets.not_outlet>|周[一二三四五六日天末]|\d|[A-Z]{1,4}$)"))
_NUMBERED = re.compile(r"\d{1,4}[\u4e00-\u9fff]{2,6}[网报]")
"""`21世纪网`, `39健康网`: other words that begin with a digit are counts."""
_LATIN_NAME = re.compile(r"[A-Z][a-z'’-]+(?: [A-Z][\w.'’-]*){1,2}", re.ASCII)
_COLUMN = re.compile(filled("<outlets.column><outlets.column_kind>"))
_BRACKET = re.compile(r"[\[(（].*$")
_UNCLOSED = re.compile(r"(?<=..)[\[［【(（〔][^\]］】)）〕]*$")
"""What is left of `石桥日报[微博]` once the button is gone."""
_WEEKDAY = re.compile(r"^\s{0,2}(?:星期|周|週|礼拜|禮拜)[一二三四五六日天](?=\s|$)")
_CLAUSE = re.compile("[:：,，。]")
_SAID = re.compile(r"[的了吗呢]$")
"""How a clause ends, and no name of an outlet."""
_EDITED = re.compile(r"[\[(（](?:整理|编译|综合|原创)[\])）]$")
"""`游民星空[整理]`: what the outlet did with it."""
_STROKE = re.compile(r"\s?[·‧•|｜/]\s?")
_OFFICE = re.compile(r"[委局厅办院部会]$")
_LEAST_OFFICE = 4
_HALF_LABEL = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,2}(?:时间|日期)$")
"""`挂网日期`: what stands before 日期 belongs to it."""
_BESIDE = frozenset(words("outlets.beside_date"))
_COLUMNS = frozenset(words("titles.channel", "outlets.beside_date"))
_KNOWN = frozenset(words("outlets.known"))
_DESK = re.compile(filled("<outlets.desk>中心"))


class Beside(NamedTuple):
    """A name that stands beside a date without a label."""

    name: str
    before: bool
    """Whether it stands before the date."""
    dotted: bool = False
    """Whether it stands behind a middle dot, as self-media platforms set the account: `2019-05-17 · 某某报道`."""
    opens: bool = False
    """Whether the date stands in a bracket after it."""
    then: str = ""
    """The one other word on its side of the date, behind it: `2021-09-30 16:58 某某网 王小明`."""


def labelled_source(line: str) -> str | None:
    """The value of a 来源 field, or None when there is none or it is empty."""
    return next((value for field in fields(line) if (value := source_value(field))), None)


def source_value(field: Field) -> str | None:
    """The outlet in a 来源 field, without what is glued to it."""
    return clean_source(field.value) if field.kind is Kind.SOURCE else None


def clean_source(value: str) -> str | None:
    """`求是网参与互动` as `求是网`; None when nothing is left, or a sentence, or a stopgap (本站, 网络, 未知)."""
    if is_nobody(value.strip(_EDGES)):
        return None
    if microblog := _MICROBLOG.match(fold(value.strip())):
        return value.strip()[: microblog.end()]
    if account := _ACCOUNT.match(fold(value.strip())):
        value = value.strip()[slice(*account.span("name" if account["name"] else "bare"))]
    value = without_furniture(value.strip())
    if title := re.match(r"《([^》]{2,24})》", value):
        return title.group(1)
    value = _LOGIN.sub("", value.strip(_EDGES))
    value = _ADDRESS.sub("", _cut_at_foreign_closer(value).strip(_EDGES)).strip(_EDGES)
    value = _UNCLOSED.sub("", _WIDGET.sub("", value)).strip(_EDGES)
    value = value + "》" if value.count("《") > value.count("》") else value
    value = value[1:-1] if re.fullmatch("《[^《》]+》", value) else value
    value = _without_person(re.split(r"[，,;；。]|\s{2,}", value)[0].strip())
    if (
        not 2 <= len(value) <= _MAX
        or is_nobody(value)
        or _SAID.search(value)
        or not re.search(r"[^\W\d_]", value)
    ):
        return None
    return value


def _without_person(value: str) -> str:
    """`中国新闻网 王帆`, `环球网王帆`, `河岸日报 社会` as the outlet alone."""
    outlet, _, rest = value.replace("\u3000", " ").partition(" ")
    rest = rest.strip()
    if is_press(outlet) and is_press(rest):  # the paper, and the portal that has it from there
        return outlet
    if rest.startswith(outlet):  # 来源：某某新闻 某某新闻记者 …
        return outlet
    if is_outlet(outlet) and (is_person(rest) or fold(rest) in _COLUMNS):
        return outlet
    glued = (size for size in (3, 2) if is_person(value[-size:]) and is_press(value[:-size]))
    return value[: -next(glued, len(value))] or value


def _cut_at_foreign_closer(value: str) -> str:
    """`新京报)` closes a bracket opened before the label; `游民星空[整理]` closes its own."""
    for match in _CLOSERS.finditer(value):
        if _OPENER_OF[match.group()] not in value[: match.start()]:
            return value[: match.start()]
    return value


def beside_date(line: str, date: FoundDate) -> list[Beside]:
    """What is printed without a label beside a date, what stands behind it first: `2019年11月25日 18:57 参考消息`,
    `台灣醒報 (2012-01-11)`. Between an author and a tag, each behind a dot, the tag is no account."""
    after, before = _WEEKDAY.sub("", line[date.end :]), line[: date.start]
    behind, ahead = _unlabelled(after), _unlabelled(_URL.sub("", before))
    opens = bool(_OPENS_DATE.search(before))
    found = [Beside(ahead, before=True, opens=opens, then=_next_word(before, ahead))] if ahead else []
    if behind:
        dotted = bool(_DOT.match(after)) and not ahead
        found.insert(0, Beside(behind, before=False, dotted=dotted, then=_next_word(after, behind)))
    return found


def _next_word(text: str, word: str) -> str:
    """The one word that stands behind another and ends the text."""
    rest = text[text.find(word) + len(word) :].strip(_EDGES)
    return "" if " " in rest or "\u3000" in rest else rest


def has_outlet_form(name: str) -> bool:
    """Whether a name that stands beside a date is an outlet by its form, and no column of the site."""
    folded = fold(name)
    bare = _BRACKET.sub("", folded)
    if _CLAUSE.search(bare):
        return False
    if bare in _KNOWN or _EDITED.search(folded):
        return True
    if (
        bare in _BESIDE
        or _DESK.fullmatch(bare)
        or _COLUMN.fullmatch(bare)
        or (len(bare) < _LEAST_OFFICE and _OFFICE.search(bare))
    ):
        return False
    return is_outlet(bare)


def _unlabelled(text: str) -> str | None:
    """The first word, when no label claims it."""
    first = next(iter(fields(text)), None)
    half = _HALF_LABEL.search(fold(text[: first.start + 2])) if first else None
    ends = half.start() if half else first.start if first else None
    text = text[:ends].strip(_EDGES + "".join(OPENERS + CLOSERS))
    folded = fold(text)
    badge = _BADGE.match(folded)
    rest = text[badge.end() :] if badge else text
    rest = _without_columns(rest)
    word = rest if _LATIN_NAME.fullmatch(rest) else re.split(r"\s+", rest)[0]
    if _NOT_OUTLET.match(folded[badge.end() :] if badge else folded) and not _NUMBERED.fullmatch(word):
        return None
    return clean_source(word) if len(word) <= 24 else None


def _without_columns(text: str) -> str:
    """`国内 ‧ 某某日报` without the columns of the site that stand before the outlet."""
    while (cut := _STROKE.search(text)) and fold(text[: cut.start()]) in _COLUMNS:
        text = text[cut.end() :]
    return text


_OPEN = r"^[\s■□◆●【（(]{0,4}"
_AGENCY = r"[\u4e00-\u9fffA-Za-z·]{1,10}(?:社|[网报台]|新闻|在线|客户端|视)"
_DISPATCH = re.compile(
    rf"{_OPEN}({_AGENCY})(?![组])[\u4e00-\u9fff]{{0,8}}?(?:\d{{1,2}}月)?\d{{1,2}}日\s?(?:讯|电|消息)"
    rf"|{_OPEN}([\u4e00-\u9fffA-Za-z·]{{2,10}}?)讯(?=[\s(（：:】)）]|$)"
)
_NO_OUTLET = re.compile(r"^(?:本|我|综合|新报$|快|专|通|简|最新|近日|据|今|昨|记者|此|该|外|编|市|省|县|全)")


def dateline_source(paragraph: str) -> str | None:
    """The outlet that a dispatch names: `亮点黔西南讯 …`, `新华社北京2月29日电`. 本报讯 names nobody."""
    opening = paragraph[:60]
    match = _DISPATCH.match(fold(opening.translate(NARROW)))
    if not match:
        return None
    begin, end = match.span(1 if match.group(1) else 2)
    name = re.split("[记記]者", opening[begin:end])[0]
    name = re.sub(r"(?:快|综合|特|专|專)$", "", name)
    return None if len(name) < 2 or _NO_OUTLET.match(fold(name)) else name
