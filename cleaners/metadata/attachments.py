"""Files that the article gives to its readers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from cleaners.junk import junk_mark
from cleaners.metadata.elements import text_of
from cleaners.metadata.found import Choice, all_of
from cleaners.metadata.urls import absolute
from schemas import Attachment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from cleaners.metadata.near import Near

_TYPES = "pdf|docx?|xlsx?|pptx?|wps|et|dps|ofd|ceb|cebx|zip|rar|7z|csv|txt|rtf|odt|ods|odp|epub|caj|dwg|tif"
_ENDING = re.compile(rf"\.({_TYPES})(?:$|[?#&;\s)）\]】])", re.IGNORECASE)
_BEHIND = re.compile(
    rf"(?:file|name|path|url|src|attach)\w{{0,20}}=[^&#]{{0,300}}\.({_TYPES})(?:$|[&#])", re.IGNORECASE
)
_DOWNLOAD = re.compile(r"download|attach|fujian|upload|/file|filedown|accessory|appendix", re.IGNORECASE)
_LABEL = re.compile(
    r"^\s*(?:相关|相關|本文)?(?:附件|附檔|檔案下載|文件下载|附表|附录)\s?[\d一二三四五六七八九十]{0,2}\s?(?:下载|下載)?"
    r"\s?[:：.、．]?\s*"
)
_SAYS_NOTHING = re.compile(
    r"^\W*(?:(?:点击|點擊|立即|本地|文件|附件|点此|請按此)?(?:下载|下載|查看|预览|打开)(?:附件|文件)?|附件\s?\d{0,2}|download"
    r"|此处|这里|here)\W*$",
    re.IGNORECASE,
)
_SIZED = re.compile(
    r"[\[(（【]?\s{0,3}(?:大小|文件大小|size)?\s?[:：]?\s{0,3}(\d{1,5}(?:[.,]\d{1,3})?\s?(?:[KMGT]i?B?|字节|bytes?))(?![a-z])\s{0,3}[\])）】]?",
    re.IGNORECASE,
)
_BOX = re.compile(
    r"attach|fujian|(?<![a-z])fj(?![a-z])|appendix|annex|enclosure|accessor|download|file[-_]?list",
    re.IGNORECASE,
)
_LEVELS = 3
"""Boxes around the text's own below which attachments may stand."""
_MANY = 40
"""Links of a box below the text from which it is no list of attachments."""
_MAX_FILES = 100
_MAX_NAME = 200
_OPENING = 40
"""Characters of a box that may say what it is."""


def find_files(near: Near) -> Iterator[Choice]:
    """The files of the article, all of them."""
    files = find_attachments(near.body.container, near.doc.url)
    yield all_of("attachments", files, "links to files")


def find_attachments(container: etree._Element | None, url: str | None) -> tuple[Attachment, ...]:
    """The files linked in the article's box and in boxes of attachments below it, each once, in printed order."""
    if container is None:
        return ()
    found: dict[str, Attachment] = {}
    for link in _links(container):
        attachment = _attachment(link, url)
        if attachment and attachment.url not in found:
            found[attachment.url] = attachment
            if len(found) >= _MAX_FILES:
                break
    return tuple(found.values())


def _links(container: etree._Element) -> Iterator[etree._Element]:
    yield from (link for link in container.iter("a") if not _in_junk(link, container))
    place: etree._Element | None = container
    for _ in range(_LEVELS):
        if place is None or place.tag == "body":
            return
        for sibling in place.itersiblings():
            if isinstance(sibling.tag, str) and _is_box(sibling):
                yield from sibling.iter("a")
        place = place.getparent()


def _is_box(element: etree._Element) -> bool:
    """Whether a box below the text is one of attachments: by its name, or by what it says first."""
    links = sum(1 for _ in zip(element.iter("a"), range(_MANY + 1), strict=False))
    if not 0 < links <= _MANY:
        return False
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_BOX.search(name) or _LABEL.match(_opening(element)))


def _opening(element: etree._Element) -> str:
    """What a box says first."""
    words: list[str] = []
    size = 0
    for piece in element.itertext():
        words.append(str(piece))
        size += len("".join(words[-1].split()))
        if size >= _OPENING:
            break
    return " ".join("".join(words).split())[:_OPENING]


def _in_junk(link: etree._Element, container: etree._Element) -> bool:
    place = link.getparent()
    while place is not None and place is not container:
        name = f"{place.get('class') or ''} {place.get('id') or ''}"
        if junk_mark(str(place.tag), name) and not _BOX.search(name):
            return True
        place = place.getparent()
    return False


def _attachment(link: etree._Element, base: str | None) -> Attachment | None:
    href = (link.get("href") or "").strip()
    kind, asked = _type(href), link.get("download") is not None
    if kind is None and not asked and not _DOWNLOAD.search(href):
        return None
    text = text_of(link)
    kind = kind or _type(text)
    url = absolute(base, href) if kind or asked or _LABEL.match(text) else None
    if not url:
        return None
    size = _SIZED.search(text) or _SIZED.match(link.tail or "")
    return Attachment(name=_name(link, text, url), url=url, type=kind, size=size[1] if size else None)


def _type(text: str) -> str | None:
    found = _ENDING.search(text) or _BEHIND.search(text)
    return found[1].lower() if found else None


def _name(link: etree._Element, text: str, url: str) -> str:
    """What is printed; the title, the words around or the file's own name where that says nothing."""
    around = link.getparent()
    file = unquote(url.split("?", 1)[0].rstrip("/").rsplit("/", 1)[-1])
    for name in (
        text,
        link.get("title") or "",
        link.get("download") or "",
        text_of(around) if around is not None else "",
    ):
        name = _SIZED.sub("", " ".join(name.split()))
        if not _SAYS_NOTHING.match(name):
            name = _LABEL.sub("", name) or name
        name = name.strip(" :：-—·•>")
        if name and len(name) <= _MAX_NAME and not _SAYS_NOTHING.match(name):
            return name
    return file or url
