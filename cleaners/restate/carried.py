"""Markup that a browser or a script puts where it stands: declarative shadow roots, and texts in hidden fields."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, cast

from lxml import etree

from cleaners.dom import parse, writable
from cleaners.limits import TooLarge
from cleaners.page.declarations import hides

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = "shadowrootmode", "shadowroot"
"""Attributes of a template that is shown; the second is what Chrome called it first."""
_FIELDS = 20
"""Fields of a page that are looked at."""
_BLOCKS = re.compile(r"<(?:p|div|br|section|h[1-6])[\s/>]", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_LEAST, _START = 40, 12
"""Han characters of the shortest text, and at its beginning those that tell it from others."""
_PRINTED = etree.XPath(
    "//text()[not(parent::script or parent::style or parent::noscript or parent::template or parent::textarea)]",
    smart_strings=False,
)


def restate_shadows(tree: etree._Element) -> None:
    """Make boxes of the templates that browsers attach to the element around them as what it shows."""
    for template in list(tree.iter("template")):
        if any(name in template.attrib for name in _ROOT):
            template.tag = "div"


def restate_fields(tree: etree._Element) -> None:
    """Make boxes of the hidden fields whose markup a script unfolds; not of one whose text the page prints as well."""
    printed = ""
    for field in list(_fields(tree)):
        start = _han(_TAG.sub("", "".join(map(str, field.itertext()))))
        printed = printed or _han("".join(cast("list[str]", _PRINTED(tree))))
        if len(start) >= _LEAST and start[:_START] not in printed:
            _unfold(field)


def _fields(tree: etree._Element) -> Iterator[etree._Element]:
    """Hidden fields with markup in them, which nobody fills in."""
    for field in islice(tree.iter("textarea"), _FIELDS):
        hidden = field.get("hidden") is not None or hides(field.get("style") or "")
        if hidden and (len(field) or _BLOCKS.search(field.text or "")) and not _is_filled_in(field):
            yield field


def _is_filled_in(field: etree._Element) -> bool:
    """It stands in a form; one around the headline is the whole page, as ASP.NET has it."""
    form = next(field.iterancestors("form"), None)
    return form is not None and next(form.iter("h1"), None) is None


def _unfold(field: etree._Element) -> None:
    if not len(field):
        try:
            body = parse(field.text or "").find("body")
        except TooLarge:
            return
        if body is None:
            return
        field.text = writable(body.text)
        field.extend(list(body))
    field.tag = "div"
    field.attrib.clear()


def _han(text: str) -> str:
    return "".join(_HAN.findall(text))
