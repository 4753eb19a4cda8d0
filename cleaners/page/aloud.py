"""Text that is kept from the eye and read aloud to those who do not see: `发布于`, `图像加注文字，`."""

from __future__ import annotations

from lxml import etree

CLASSES = frozenset(
    ["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only"]
)
"""Names for it in Bootstrap, WordPress and others, whose rules stand in sheets of other files."""
PROPERTIES = frozenset(["clip", "clip-path"])
"""The properties by which a rule of the page's own sheets hides it."""
_LABEL = (",", "，", ":", "：")
_LONGEST = 40
"""Characters. More is a text."""


def is_spoken(element: etree._Element) -> bool:
    """Whether what is read aloud is no part of the page as it is seen: not the label of what stands behind it, `图像来源，`,
    unless that is the caption of a picture."""
    text = "".join(map(str, element.itertext())).strip() if len(element) < _LONGEST else ""
    if not 0 < len(text) <= _LONGEST:
        return False
    return not text.endswith(_LABEL) or next(element.iterancestors("figcaption"), None) is not None
