"""A page of the web as it may be shown inside one of ours: nothing in it runs, nothing is loaded."""

from __future__ import annotations

import re

from lxml import etree, html

_ACTIVE = (
    "script", "iframe", "frame", "frameset", "object", "embed", "applet", "link", "base", "meta", "portal",
    "template", "title",
)  # fmt: skip  # as many as fit a line
_LOADS = frozenset(["src", "srcset", "poster", "background", "data", "lowsrc", "dynsrc", "imagesrcset"])
_KEPT_AS = "data-qw-"
_ACTS = frozenset(
    ["action", "formaction", "ping", "manifest", "srcdoc", "http-equiv", "autofocus", "xlink:href"]
)
_STYLE_LOADS = re.compile(r"(?i)@import[^;]*;?|url\s*\(|image-set\s*\(|expression\s*\(|\\")
"""A backslash could spell any of them."""


def shown(original: str) -> str:
    """The markup without what is active; what it would load is kept as `data-qw-src`, for the reader to ask for."""
    if not original.strip():
        return ""
    tree = html.document_fromstring(original, parser=html.HTMLParser(encoding=None, huge_tree=True))
    etree.strip_elements(tree, *_ACTIVE, etree.Comment, with_tail=False)
    for element in tree.iter(etree.Element):
        _disarm(element)
    return etree.tostring(tree, encoding="unicode", method="html")


def _disarm(element: etree._Element) -> None:
    if element.tag == "style":
        element.text = _STYLE_LOADS.sub("none(", element.text or "")
    for name, value in element.attrib.items():
        lower = str(name).lower()
        if lower in _LOADS:
            element.set(_KEPT_AS + lower, value)
        if lower in _LOADS or lower in _ACTS or lower.startswith("on"):
            del element.attrib[name]
        elif lower == "style":
            element.set(name, _STYLE_LOADS.sub("none(", str(value)))
        elif lower == "href" and element.tag not in ("a", "area"):
            del element.attrib[name]
        elif lower == "href":
            element.set("data-qw-href", value)
            del element.attrib[name]
