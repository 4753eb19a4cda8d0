"""Where the address of a picture stands, and which addresses are of ornaments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaners.metadata.urls import absolute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_LAZY = (
    "data-original",
    "data-src",
    "data-lazy-src",
    "data-actualsrc",
    "data-actual-src",
    "data-original-src",
    "data-croporisrc",
    "data-url",
    "data-echo",
    "data-img",
    "data-orig-file",
    "_src",
    "file",
    "zoomfile",
)
"""Lazy loading keeps the address out of src. `file` is Discuz!'s."""
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_NO_FILE = ("data:", "about:", "blob:", "javascript:", "file:")
_BACKGROUND = re.compile(
    r"background(?:-image)?\s*:[^;]{0,80}?url\(\s*['\"]?([^'\")]{3,2000})", re.IGNORECASE
)
_WORDS = re.compile(
    r"(?<![a-z])(?:qr_?code|erweima|ewm|weixin|wechat|share|logo\d*|icons?|avatar|blank|spacer|pixel|loading|placeholder"
    r"|lazyload|lazy|gr[ae]y|transparent|emoji|smil(?:ey|ies|e)|button|btn|arrow|banner|beacon|stat|count(?:er)?|bullet"
    r"|(?:next|prev|pre|last)_?page|back_?to_?top|default|nopic|no_?image|close|play|dot|line|1x1|trans|sprite)(?![a-z])"
)
"""Words of a file's name that say it is no picture of the article."""
_FOLDERS = re.compile(
    r"/(?:faces?|emoji|emot(?:icons?|ions?)?|smil(?:ey|ies)|icons?"
    r"|avatars?|qr_?codes?|ad[sv]?|logos?|buttons?)/"
)
_SMALL = re.compile(r"(?<!\d)(?:_w|-w)?(\d{1,2})[x_](?:h)?(\d{1,3})_?(?!\d)(?=[^/]*$)")
_CODE = re.compile(r"^(?:https?:)?//qr\.|/qr(?:code)?(?:/|$|\.)|/gen_?qr", re.IGNORECASE)
_VECTOR = re.compile(r"\.(?:svg|ico)(?:$|[?#])")
_NAMELESS = ("mmbiz.qpic.cn", "mmbiz.qlogo.cn")
"""Hosts whose file names are random letters."""


def picture_address(element: etree._Element, url: str | None) -> str | None:
    """The absolute address of an element that shows a picture. None without one, and for that of an ornament."""
    for value in _candidates(element):
        value = value.strip()
        if value[:11].lower().startswith(_NO_FILE) or is_ornament_address(value):
            continue
        if found := absolute(url, value):
            return found
    return None


def _candidates(element: etree._Element) -> Iterator[str]:
    get = element.get
    for name in _LAZY:
        if value := get(name):
            yield value
    if element.tag in ("img", "amp-img") and (value := get("src")):
        yield value
    for name in _SETS:
        if (value := get(name)) and (largest := _largest(value)):
            yield largest
    parent = element.getparent()
    while parent is not None and parent.tag == "source":  # libxml2 does not know that it holds nothing
        parent = parent.getparent()
    if parent is not None and parent.tag == "picture":
        for source in parent.iter("source"):
            for name in _SETS:
                if (value := source.get(name)) and (largest := _largest(value)):
                    yield largest
    if (style := get("style")) and "url(" in style and (found := _BACKGROUND.search(style[:4000])):
        yield found[1]


def _largest(srcset: str) -> str:
    """The address with the largest width or density of a srcset."""
    best, most = "", -1.0
    for part in re.split(r",\s+|,(?=https?:|//|/)", srcset[:20_000]):
        words = part.split()
        if not words:
            continue
        size = words[1][:-1] if len(words) > 1 else "1"
        number = float(size) if re.fullmatch(r"\d{1,6}(?:\.\d{1,4})?", size) else 0.0
        if number > most:
            best, most = words[0].rstrip(","), number
    return best


def is_ornament_address(address: str) -> bool:
    """Whether an address names an icon, a code, a counter or a placeholder."""
    address = address.lower()
    path = address.split("?", 1)[0].split("#", 1)[0]
    if any(host in path[:60] for host in _NAMELESS):
        return False
    name = path.rsplit("/", 1)[-1]
    if _WORDS.search(name) or _FOLDERS.search(path) or _VECTOR.search(path) or _CODE.search(path):
        return True
    small = _SMALL.search(name)
    return bool(small and int(small[2]) < 100)


_SIZES = re.compile(r"[-_]\d{2,4}x\d{2,4}(?=\.\w{3,4}$)|(?<=/)\d{2,4}x\d{2,4}_(?=[^/]+$)")
_CLONES = re.compile(r"slick-cloned|swiper-slide-duplicate|(?:^|\s)clone")


def picture_key(address: str) -> str:
    """What is equal for one picture in several sizes."""
    path = address.split("#", 1)[0]
    if "?" in path:
        path, query = path.split("?", 1)
        if not re.search(r"\.(?:jpe?g|png|gif|webp|avif|bmp)$", path, re.IGNORECASE):
            return f"{path}?{query}"
    return _SIZES.sub("", path.split("://", 1)[-1])


def is_clone(element: etree._Element) -> bool:
    """Whether a slider made this picture a second time."""
    place: etree._Element | None = element
    for _ in range(4):
        if place is None:
            return False
        if _CLONES.search(place.get("class") or ""):
            return True
        place = place.getparent()
    return False
