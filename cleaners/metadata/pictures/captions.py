"""What is printed about a picture: its caption and who took it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from cleaners.metadata.elements import text_of
from cleaners.metadata.title.strings import key

if TYPE_CHECKING:
    from lxml import etree

_NAMED = re.compile(
    r"caption|desc|img_txt|img-txt|pic[-_]?(?:info|txt|text|des)|note|figcap|tushuo|tuzhu|imgbox-title"
)
_FILE_NAME = re.compile(
    r"^[\w\s.()-]{0,80}\.(?:jpe?g|png|gif|webp|bmp)$|^(?:图片|圖片|图像|image|img|photo|pic|picture|微信图片|截图|在这里插入图片描述"
    r"|图片描述|输入图片说明)?[\s_\d.-]*$",
    re.IGNORECASE,
)
_SAYS_NOTHING = re.compile(
    r"^(?:点击|點擊|按此|查看|放大)?.{0,4}(?:查看|看|放大)?(?:高清)?(?:原图|原圖|大图|大圖)$|^(?:参与互动|图文无关|Image)$"
)
PRINTED = re.compile(
    r"(?:摄|攝|供图|供圖|摄影|攝影|图源|配图|制图|資料照片?|资料图片?|图片来源[:：]\S{2,20}|圖取自\S{2,20})[）)】\]。]?$"
    r"|[（(][^（）()]{1,20}(?:图片|圖片|资料图|資料圖|截图|截圖|画面|畫面)[）)]$"
    r"|^(?:[▲△↑▼←↓◎]|[图圖](?:\s?[\d一二三四五六七八九十]{1,2}|片)?\s?[:：]|[（(][图圖][／/片：:])|[（(](?:图|圖|資料照|美聯社|路透|法新社)[^）)]{0,20}[）)]$"
)
"""A line that says itself that it is about the picture above it."""
_CENTRED = re.compile(r"text-align\s*:\s*center")
_MAX_CAPTION = 200
_SHORT = 60
"""Characters of a centred line below a centred picture that is its caption."""


class Captions:
    """The captions of one article's pictures. Boxes looked at before are known: pictures share them."""

    def __init__(self, container: etree._Element, title: str) -> None:
        self.container, self.title = container, key(title)
        self.boxes: dict[etree._Element, str | None] = {}

    def of(self, element: etree._Element) -> str | None:
        """The caption: <figcaption>, a box beside the picture named so, the line below it that says so, else its alt
        text."""
        box = element.getparent()
        for _ in range(3):
            if box is None or box is self.container:
                break
            if box not in self.boxes:
                self.boxes[box] = _in_box(box)
            if text := self.boxes[box]:
                return text
            box = box.getparent()
        return _below(element) or self._alt(element)

    def _alt(self, element: etree._Element) -> str | None:
        alt = " ".join((element.get("alt") or element.get("title") or "").split())
        if not 1 < len(alt) <= _MAX_CAPTION or key(alt) == self.title:
            return None
        if _FILE_NAME.match(alt) or _SAYS_NOTHING.match(alt):
            return None
        return alt


def _in_box(box: etree._Element) -> str | None:
    if sum(1 for _ in zip(box.iter("img", "amp-img"), range(2), strict=False)) > 1 and box.tag != "figure":
        return None
    for part in box.iter("figcaption", "span", "p", "div", "em"):
        if part.tag == "figcaption" or _NAMED.search((part.get("class") or "").lower()):
            text = text_of(part)
            if 1 < len(text) <= _MAX_CAPTION:
                return text
    return None


def _below(element: etree._Element) -> str | None:
    """The printed line below a picture that stands alone in its block, where the line is about it."""
    block = _alone(element)
    if block is None:
        return None
    below = block.getnext()
    if below is None or not isinstance(below.tag, str) or below.tag not in ("p", "div", "center", "section"):
        return None
    if len(below) > 20 or next(below.iter("img"), None) is not None:
        return None
    text = text_of(below)
    if not 1 < len(text) <= _MAX_CAPTION:
        return None
    if PRINTED.search(text):
        return text
    both = _is_centred(block) and _is_centred(below)
    return text if both and len(text) <= _SHORT and not text.endswith(("：", ":")) else None


def _alone(element: etree._Element) -> etree._Element | None:
    """The outermost block around a picture in which nothing else stands."""
    block: etree._Element | None = None
    place = element
    for _ in range(4):
        parent = place.getparent()
        if parent is None or (place.tail or "").strip() or (parent.text or "").strip() or _holds_many(parent):
            break
        if any(other is not place and (text_of(other) or other.tag == "img") for other in parent):
            break
        place = parent
        if place.tag in ("p", "div", "center", "figure", "section"):
            block = place
    return block


def _holds_many(element: etree._Element) -> bool:
    """More than three children; to count all of them costs their number."""
    return len(list(islice(element, 4))) > 3


def _is_centred(element: etree._Element) -> bool:
    if element.tag == "center" or (element.get("align") or "").lower() == "center":
        return True
    return bool(
        _CENTRED.search((element.get("style") or "").lower()) or "center" in (element.get("class") or "")
    )
