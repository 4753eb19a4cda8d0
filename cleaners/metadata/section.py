"""Where in the site an article stands: the breadcrumb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from cleaners.lexicon import filled, fold
from cleaners.metadata.byline.links import leads_up
from cleaners.metadata.found import Choice, Found, best
from cleaners.metadata.title.strings import key

if TYPE_CHECKING:
    from cleaners.document import Run
    from cleaners.metadata.near import Near

_POSITION = re.compile(
    r"^[您你]?(?:当前|现在|所在|目前)?(?:的|所在的?)?(?:位置|页面位置)是?\s?[:：]?\s?|^(?:本页位置|您现在|提示|导航)\s?[:：]\s?"
    r"|^[您你](?:现在|目前|当前)?(?:的位置|在)(?:这里)?是?\s?[:：]?\s?"
)
_BULLETS = "■□●◆▪▶►★☆※·•| "
_ICON = re.compile(r"[\ue000-\uf8ff]{1,8}")
"""A sign of a font of icons: the house before, the arrow between the parts."""
_SPLIT = re.compile(r"\s{0,4}-{0,2}[>›»〉→＞≫➤]{1,4}\s{0,4}|\s{1,4}/\s{1,4}")
_DASHED = re.compile(r"\s{0,4}-{0,2}[>›»〉→＞≫➤/\\]{1,4}\s{0,4}|\s{1,4}[-–—·|]{1,4}\s{1,4}")
_NO_PART = re.compile(filled(r"(?:<~around.no_section>(?:\s.*)?)?"))
_CRUMB_CLASS = re.compile(
    r"crumb|(?:^|[\s_-])(?:position|location|weizhi|where|current|curr?pos|path|place)(?:$|[\s_-])", re.I
)
_WIDGET = re.compile(filled(r"<around.widget>|\d{3,}|\.\d"))
_SEARCHED = 60
_MAX_PARTS, _MAX_PART = 10, 24
_STATED, _PRINTED = 1.0, 0.9


def find_section(near: Near) -> Iterator[Choice]:
    """The parts from the root to the channel, of JSON-LD or of the breadcrumb above the text."""
    doc, title = near.doc, near.title
    before = near.body.start if title.run is None else title.run + 1
    found = []
    if parts := _from_json_ld(doc.json_ld, title.text):
        found.append(Found(parts, "json-ld BreadcrumbList", _STATED))
    runs = doc.runs[max(0, before - _SEARCHED) : before]
    printed = (_parts(_printed(runs, index), title.text) for index in range(len(runs) - 1, -1, -1))
    # an account's page links back to the account
    names = {line.text for line in near.zones.header[:1] if not leads_up(line, line.text, doc.url)}
    if parts := tuple(part for part in next(filter(None, printed), ()) if part not in names):
        found.append(Found(parts, "breadcrumb line", _PRINTED))
    yield Choice("section", tuple(found), best(found))


def _printed(runs: Sequence[Run], index: int) -> list[str]:
    """The parts a breadcrumb that begins in this run prints; they may be spread over several runs."""
    run = runs[index]
    if len(run.text) > 160:
        return []
    text = _ICON.sub(" > ", run.text.lstrip(_BULLETS)).strip(" >")
    label = _POSITION.match(fold(text))
    bare = text[label.end() :] if label else text
    if label and not bare.strip(" >›»"):
        return list(_following(runs[index + 1 : index + 1 + _MAX_PARTS]))
    parts = (_DASHED if label else _SPLIT).split(bare)
    several = sum(bool(part.strip()) for part in parts) > 1
    ends_here = bool(_NO_PART.fullmatch(fold(parts[-1].strip())))
    if not label and (crumb := _crumb_of(run)) is not None and run.link_chars:
        return parts if several else _entries(runs, crumb) or parts
    return parts if label or (several and (run.link_chars or ends_here)) else []


def _following(runs: Sequence[Run]) -> Iterator[str]:
    """Parts printed one a line: `首页`, `>发展改革工作`, `>投资运行`."""
    for run in runs:
        if len(run.text) > _MAX_PART or not (run.link_chars or run.text[0] in ">›»〉→＞"):
            return
        yield from _SPLIT.split(run.text)


def _entries(runs: Sequence[Run], crumb: Any) -> list[str]:
    """The entries of a list in a breadcrumb's box, each a link and a line of its own: the marks between them are style."""
    inside = (run for run in runs if _crumb_of(run) is crumb)
    entries = (run for run in inside if run.block is not None and run.block.tag == "li")
    return [run.text for run in takewhile(lambda run: run.link_chars, entries)]


def _crumb_of(run: Run) -> Any:
    """The outermost box that is called a breadcrumb: the line's, or that around it; around an entry, its list or navigation."""
    found, element = None, run.block
    for _ in range(3 if element is not None and element.tag == "li" else 2):
        if element is None:
            return found
        if _CRUMB_CLASS.search(" ".join(element.get(name) or "" for name in ("class", "id", "aria-label"))):
            found = element
        element = element.getparent()
    return found


def _parts(printed: Sequence[str], title: str) -> tuple[str, ...]:
    parts = [re.sub(r"\s正文$", "", part.strip(" >›»〉→＞/:：-")) for part in printed]
    parts = [part for part in parts if part and not _NO_PART.fullmatch(fold(part))]
    if (
        parts
        and key(parts[-1])
        and ((key(parts[-1]) in key(title) and len(key(parts[-1])) > 5) or len(parts[-1]) > _MAX_PART)
    ):
        parts.pop()
    if (
        not parts
        or len(parts) > _MAX_PARTS
        or any(len(part) > _MAX_PART or "|" in part or _WIDGET.search(fold(part)) for part in parts)
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
