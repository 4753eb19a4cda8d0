"""来源: the outlet a page credits. Read from a labelled field, or from what stands beside the date."""

from __future__ import annotations

import re

from cleaners.metadata.dates import NARROW, FoundDate
from cleaners.metadata.furniture import FURNITURE
from cleaners.metadata.labels import Field, Kind, fields
from cleaners.metadata.names import is_nobody, is_outlet, is_person, is_press
from cleaners.metadata.titles import key

_MAX = 40
_CLOSING = re.compile(r"[)）\]】]")
_OPENERS = {")": "(", "）": "（", "]": "[", "】": "【"}
_EDGES = " 　\t:：,，.。;；、·|｜-—_/>》\"'“”"
_WIDGET = re.compile(r"(?<=\S)(?:官方)?微博$|\s\d{1,7}$")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_DOT = re.compile(r"\s?[·•]\s")
_OPENS_DATE = re.compile(r"\S\s?[(（–—-]\s?$")
"""`台灣醒報 (`: what the date stands in a bracket after is the outlet, whatever its name."""
_BADGE = re.compile(r"^(?:(?:原创|原創)[\s·|]*|(?:转载|轉載|首发)[\s·|]+)")
_NOT_OUTLET = re.compile(
    r"^(?:来源|來源|作者|分享|评论|評論|字号|字號|阅读|浏览|点击|发布|發布|发稿|發稿|时间|日期|更新|发表|正文|首页|关注|编辑|责任|记者|今天|星期"
    r"|周|第|共|HKT|发布于|发表于|来自|來自|已|有|我|农历|農曆|\d|[A-Z]$)"
)


_NUMBERED = re.compile(r"\d{1,4}[\u4e00-\u9fff]{2,6}[网網报報]")
"""`21世纪网`, `39健康网`: other words that begin with a digit are counts."""


def labelled_source(line: str) -> str | None:
    """The value of a 来源 field, or None when there is none or it is empty."""
    return next((value for field in fields(line) if (value := source_value(field))), None)


def source_value(field: Field) -> str | None:
    """The outlet in a 来源 field, without what is glued to it."""
    return clean_source(field.value) if field.kind is Kind.SOURCE else None


def clean_source(value: str) -> str | None:
    """`求是网参与互动` as `求是网`; None when nothing is left, or a sentence, or a stopgap (本站, 网络, 未知)."""
    value = FURNITURE.sub("", value.strip())
    if title := re.match(r"《([^》]{2,24})》", value):
        return title.group(1)
    value = _WIDGET.sub("", _cut_at_foreign_closer(value).strip(_EDGES)).strip(_EDGES)
    value = value + "》" if value.count("《") > value.count("》") else value
    value = _without_person(re.split(r"[，,;；。]|\s{2,}", value)[0].strip())
    if not 2 <= len(value) <= _MAX or is_nobody(value) or not re.search(r"[^\W\d_]", value):
        return None
    return value


def _without_person(value: str) -> str:
    """`中国新闻网 王帆`, `环球网王帆` as the outlet alone."""
    outlet, _, rest = value.partition(" ")
    if is_outlet(outlet) and is_person(rest.strip()):
        return outlet
    glued = (size for size in (3, 2) if is_person(value[-size:]) and is_press(value[:-size]))
    return value[: -next(glued, len(value))] or value


def _cut_at_foreign_closer(value: str) -> str:
    """`新京报)` closes a bracket opened before the label; `游民星空[整理]` closes its own."""
    for match in _CLOSING.finditer(value):
        if _OPENERS[match.group()] not in value[: match.start()]:
            return value[: match.start()]
    return value


def beside_date(line: str, date: FoundDate, linked: bool) -> tuple[str | None, str | None]:
    """(outlet, account) printed without a label beside the date: `2019年11月25日 18:57 参考消息`, `台灣醒報 (2012-01-11)`.

    A person there wrote. After a middle dot, as self-media platforms set it, stands the account that wrote
    (`2019-05-17 · 某某报道`); so does, on blogs, a linked name before the date.
    """
    after, before = line[date.end :], line[: date.start]
    if name := _unlabelled(after):
        wrote = is_person(name) or (bool(_DOT.match(after)) and not is_outlet(name))
        return (None, name) if wrote else (name, None)
    name = _unlabelled(_URL.sub("", before))
    if name is None or is_outlet(name) or _OPENS_DATE.search(before):
        return name, None
    return None, name if key(name) and (linked or is_person(name)) else None


def _unlabelled(text: str) -> str | None:
    """The first word, when no label claims it."""
    first = next(iter(fields(text)), None)
    text = (text[: first.start] if first else text).strip(_EDGES + "()（）[]【】")
    if not text or _URL.match(text):
        return None
    word = re.split(r"\s+", _BADGE.sub("", text))[0]
    if _NOT_OUTLET.match(text) and not _NUMBERED.fullmatch(word):
        return None
    return clean_source(word) if len(word) <= 24 else None


_OPEN = r"^[\s■□◆●【（(]{0,4}"
_AGENCY = r"[\u4e00-\u9fffA-Za-z·]{1,10}(?:社|[网網报報台臺]|新闻|新聞|在线|在線|客户端|視|视)"
_DISPATCH = re.compile(
    rf"{_OPEN}({_AGENCY})(?![组組])[\u4e00-\u9fff]{{0,8}}?(?:\d{{1,2}}月)?\d{{1,2}}日\s?(?:讯|訊|电|電|消息)"
    rf"|{_OPEN}([\u4e00-\u9fffA-Za-z·]{{2,10}}?)(?:讯|訊)(?=[\s(（：:】)）]|$)"
)
_NO_OUTLET = re.compile(
    r"^(?:本|我|综合|綜合|新报$|快|专|通|简|最新|近日|据|今|昨|记者|此|该|外|编|市|省|县|全)"
)


def dateline_source(paragraph: str) -> str | None:
    """The outlet that a dispatch names: `亮点黔西南讯 …`, `新华社北京2月29日电`. 本报讯 names nobody."""
    match = _DISPATCH.match(paragraph[:60].translate(NARROW))
    if not match:
        return None
    name = re.split("[记記]者", match.group(1) or match.group(2))[0]
    name = re.sub(r"(?:快|综合|特|专|專)$", "", name)
    return None if len(name) < 2 or _NO_OUTLET.match(name) else name
