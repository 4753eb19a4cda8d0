"""Where in the site an article stands: the breadcrumb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from cleaners.metadata.titles import key

if TYPE_CHECKING:
    from cleaners.document import Document, Run

_POSITION = re.compile(
    r"^(?:您|你)?(?:当前|當前|现在|現在|所在|目前)?(?:的|所在的?)?(?:位置|页面位置)(?:是)?\s?[:：]?\s?|^(?:本页位置|您现在"
    r"|您現在|提示|导航|導航)\s?[:：]\s?|^(?:您|你)(?:现在|現在|目前|當前|当前)?(?:的位置|在)(?:这里"
    r"|這裡)?(?:是)?\s?[:：]?\s?"
)
_SPLIT = re.compile(r"\s{0,4}-{0,2}[>›»〉→＞≫➤]{1,4}\s{0,4}|\s{1,4}/\s{1,4}")
_DASHED = re.compile(r"\s{0,4}-{0,2}[>›»〉→＞≫➤/\\]{1,4}\s{0,4}|\s{1,4}[-–—·|]{1,4}\s{1,4}")
_NO_PART = re.compile(
    r"(?:首\s?[页頁]|主页|主頁|栏目首页|正\s?文(?:\s.*)?|内文|內文|文章正文|正文内容|内容|详情|詳情|新闻详情|浏览文章|查看文章|文章内容|返回|Home|home)?"
)
_CRUMB_CLASS = re.compile(
    r"crumb|(?:^|[\s_-])(?:position|location|weizhi|where|current|curr?pos|path|place)(?:$|[\s_-])", re.I
)
_WIDGET = re.compile(r"查看|浏览|瀏覽|申请|举报|登录|登錄|\d{3,}|\.\d")
_SEARCHED = 60
_MAX_PARTS, _MAX_PART = 10, 24


def find_section(doc: Document, before: int, title: str) -> tuple[tuple[str, ...], str]:
    """(parts from the root to the channel, rule) of the breadcrumb above the text; empty when there is none."""
    if parts := _from_json_ld(doc.json_ld, title):
        return parts, "json-ld BreadcrumbList"
    runs = doc.runs[max(0, before - _SEARCHED) : before]
    for index in range(len(runs) - 1, -1, -1):
        if parts := _parts(_printed(runs, index), title):
            return parts, "breadcrumb line"
    return (), ""


def _printed(runs: Sequence[Run], index: int) -> list[str]:
    """The parts a breadcrumb that begins in this run prints; they may be spread over several runs."""
    run = runs[index]
    if len(run.text) > 160:
        return []
    label = _POSITION.match(run.text)
    bare = run.text[label.end() :] if label else run.text
    if label and not bare.strip(" >›»"):
        return list(_following(runs[index + 1 : index + 1 + _MAX_PARTS]))
    parts = (_DASHED if label else _SPLIT).split(bare)
    several = sum(bool(part.strip()) for part in parts) > 1
    ends_here = bool(_NO_PART.fullmatch(parts[-1].strip()))
    if label or _is_crumb(run) or (several and (run.link_chars or ends_here)):
        return parts
    return []


def _following(runs: Sequence[Run]) -> Iterator[str]:
    """Parts printed one a line: `首页`, `>发展改革工作`, `>投资运行`."""
    for run in runs:
        if len(run.text) > _MAX_PART or not (run.link_chars or run.text[0] in ">›»〉→＞"):
            return
        yield from _SPLIT.split(run.text)


def _is_crumb(run: Run) -> bool:
    element = run.block
    for _ in range(2):
        if element is None:
            return False
        if _CRUMB_CLASS.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            return bool(run.link_chars)
        element = element.getparent()
    return False


def _parts(printed: Sequence[str], title: str) -> tuple[str, ...]:
    parts = [re.sub(r"\s正文$", "", part.strip(" >›»〉→＞/:：-")) for part in printed]
    parts = [part for part in parts if part and not _NO_PART.fullmatch(part)]
    if (
        parts
        and key(parts[-1])
        and ((key(parts[-1]) in key(title) and len(key(parts[-1])) > 5) or len(parts[-1]) > _MAX_PART)
    ):
        parts.pop()
    if (
        not parts
        or len(parts) > _MAX_PARTS
        or any(len(part) > _MAX_PART or _WIDGET.search(part) for part in parts)
    ):
        return ()
    return tuple(parts)


def _from_json_ld(objects: Sequence[dict[str, Any]], title: str) -> tuple[str, ...]:
    for item in objects:
        if item.get("@type") == "BreadcrumbList" and isinstance(item.get("itemListElement"), list):
            return _parts([_name(entry) for entry in item["itemListElement"][:_MAX_PARTS]], title)
    return ()


def _name(entry: Any) -> str:
    if not isinstance(entry, dict):
        return ""
    inner = entry.get("item")
    name = entry.get("name") or (inner.get("name") if isinstance(inner, dict) else "")
    return name if isinstance(name, str) else ""
