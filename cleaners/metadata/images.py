"""Pictures inside the article, with their captions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaners.metadata.elements import text_of
from cleaners.metadata.titles import key
from cleaners.metadata.urls import absolute
from schemas import Image

if TYPE_CHECKING:
    from lxml import etree

_SOURCES = (
    "data-original",
    "data-src",
    "data-lazy-src",
    "data-actualsrc",
    "data-url",
    "data-echo",
    "_src",
    "src",
)
"""Where the address of a picture stands: lazy loading keeps it out of src."""
# Searched in lower case, and each alternative begins with a letter of its own: then most of an address is skipped.
_FURNITURE = re.compile(
    r"(?:qr_?code|erweima|ewm|weixin|wechat|wx_|share|logo|icon|avatar"
    r"|blank\.|spacer|pixel|loading|placeholder|lazyload|grey\.|transparent|emoji|/face/"
    r"|smil(?:ey|ies)|button|btn|arrow|/ad[sv]?/|banner|stat\.|beacon|\.svg(?:$|\?)"
    r"|count(?:er)?\.|_w\d{1,2}_h\d{1,2}(?!\d)|-w\d{1,2}_h\d{1,2}(?!\d))"
)
_BOXES = re.compile(r"share|qr_?code|ewm|avatar|logo|related|recommend|advert|weixin|comment")
_CAPTION = re.compile(r"caption|desc|img_txt|img-txt|pic[-_]?(?:info|txt|text|des)|note|figcap|tushuo|tuzhu")
_FILE_NAME = re.compile(
    r"^[\w\s.()-]{0,80}\.(?:jpe?g|png|gif|webp|bmp)$|^(?:图片|图像|image|img|photo|pic|微信图片|截图)?[\s_\d.-]*$",
    re.I,
)
_NO_FILE = ("data:", "about:")
_SIZE = re.compile(r"\d{1,5}")
_SMALLEST = 80
"""Pixels: a picture narrower or lower than this is an ornament."""
_MAX_IMAGES, _MAX_CAPTION = 200, 200


def find_images(container: etree._Element | None, url: str | None, title: str) -> tuple[Image, ...]:
    """The pictures in the article's box in printed order, each once. Icons, pixels and codes are left out."""
    if container is None:
        return ()
    found: dict[str, Image] = {}
    captions: dict[etree._Element, str | None] = {}
    for element in container.iter("img"):
        address = _address(element, url)
        if address and address not in found and not _ornament(element):
            found[address] = Image(url=address, caption=_caption(element, container, captions, title))
            if len(found) >= _MAX_IMAGES:
                break
    return tuple(found.values())


def _address(element: etree._Element, url: str | None) -> str | None:
    for attribute in _SOURCES:
        value = (element.get(attribute) or "").strip()
        if value and not value[:6].lower().startswith(_NO_FILE) and not _FURNITURE.search(value.lower()):
            return absolute(url, value)
    return None


def _ornament(element: etree._Element) -> bool:
    sizes = (_SIZE.match(element.get(side) or "") for side in ("width", "height"))
    if any(size and int(size.group()) < _SMALLEST for size in sizes):
        return True
    box: etree._Element | None = element
    for _ in range(3):
        if box is None:
            return False
        if _BOXES.search(f"{box.get('class') or ''} {box.get('id') or ''}".lower()):
            return True
        box = box.getparent()
    return False


def _caption(
    element: etree._Element,
    container: etree._Element,
    captions: dict[etree._Element, str | None],
    title: str,
) -> str | None:
    """<figcaption>, a box beside the picture that is named as caption, else its alt text. `captions` are those of the
    boxes looked at before: pictures share them."""
    box = element.getparent()
    for _ in range(3):
        if box is None or box is container:
            break
        if box not in captions:
            captions[box] = _printed_caption(box)
        if text := captions[box]:
            return text
        box = box.getparent()
    alt = " ".join((element.get("alt") or element.get("title") or "").split())
    if not 1 < len(alt) <= _MAX_CAPTION or _FILE_NAME.match(alt) or key(alt) == key(title):
        return None
    return alt


def _printed_caption(box: etree._Element) -> str | None:
    for part in box.iter("figcaption", "span", "p", "div", "em"):
        if part.tag == "figcaption" or _CAPTION.search((part.get("class") or "").lower()):
            text = text_of(part)
            if 1 < len(text) <= _MAX_CAPTION:
                return text
    return None
