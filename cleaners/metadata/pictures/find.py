"""Which pictures belong to the article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleaners.metadata.pictures.address import is_clone, picture_address, picture_key
from cleaners.metadata.pictures.captions import Captions
from cleaners.metadata.pictures.lead import lead_elements
from cleaners.metadata.pictures.place import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from cleaners.document import Body, Document

_BOXES = re.compile(r"share|qr_?code|ewm|avatar|logo|related|recommend|advert|weixin|comment|emoji|icon")
_SAYS_SO = re.compile(
    r"^\s*(?:广告|廣告|.{0,12}(?:二维码|二維碼|QR ?code).{0,8}|扫码.{0,12}|扫一扫.{0,12}|logo|头像|表情)\s*$",
    re.IGNORECASE,
)
"""Alt texts of what is no picture of the article."""
_SIZE = re.compile(r"\d{1,5}")
_WIDTHS = re.compile(r"(?<![\w-])(?:width|height)\s*:\s*(\d{1,4})(?:\.\d+)?px")
_SMALLEST = 80
"""Pixels: a picture narrower or lower than this is an ornament."""
_MAX_IMAGES = 200


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and where it stands."""

    element: etree._Element
    url: str
    """Absolute where the page's URL is known."""
    caption: str | None
    """What is printed about it, else its alt text."""


def find_pictures(
    doc: Document, body: Body, title: str, title_block: etree._Element | None
) -> tuple[Picture, ...]:
    """The pictures of the article in printed order, each once: those in its box, and lead pictures between the headline
    and the box. Icons, codes, counters and the pictures of other stories are left out."""
    container = body.container
    if container is None:
        return ()
    found: dict[str, Picture] = {}
    captions = Captions(container, title)
    for element in _elements(doc, body, container, title_block):
        address = picture_address(element, doc.url)
        if address and not is_ornament(element) and not is_clone(element):
            found.setdefault(picture_key(address), Picture(element, address, captions.of(element)))
            if len(found) >= _MAX_IMAGES:
                break
    return tuple(found.values())


def _elements(
    doc: Document, body: Body, container: etree._Element, title: etree._Element | None
) -> Iterator[etree._Element]:
    """What may show a picture of the article, in printed order."""
    yield from lead_elements(container, title)
    inside = [element for element in container.iter("img", "amp-img", "figure") if _shows(element)]
    if inside:
        places = Places(doc, body, container)
        yield from (element for element in inside if places.holds(element))


def _shows(element: etree._Element) -> bool:
    """A figure shows a picture itself where it is one's background."""
    if element.tag != "figure":
        return True
    return "url(" in (element.get("style") or "") and next(element.iter("img", "amp-img"), None) is None


def is_ornament(element: etree._Element) -> bool:
    """Whether its size or its box say that a picture is no part of the text."""
    if _SAYS_SO.search(element.get("alt") or ""):
        return True
    sizes = [
        int(size.group()) for side in ("width", "height") if (size := _SIZE.match(element.get(side) or ""))
    ]
    style = element.get("style") or ""
    if "px" in style:
        sizes += map(int, _WIDTHS.findall(style[:500].lower()))
    if any(size < _SMALLEST for size in sizes) or _is_strip(element):
        return True
    box: etree._Element | None = element
    for _ in range(3):
        if box is None:
            return False
        if _BOXES.search(f"{box.get('class') or ''} {box.get('id') or ''}".lower()):
            return True
        box = box.getparent()
    return False


def _is_strip(element: etree._Element) -> bool:
    """WeChat says how large a picture is: lines between sections are pictures there."""
    width, ratio = element.get("data-w") or "", element.get("data-ratio") or ""
    if not (width.isdecimal() and re.fullmatch(r"\d{0,3}(?:\.\d{1,20})?", ratio) and ratio):
        return False
    return int(width) < _SMALLEST or int(width) * float(ratio) < _SMALLEST
