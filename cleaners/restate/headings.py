"""Headings without the buttons that software of wikis and manuals sets into them: `历史[编辑]`, `安装¶`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaners.lexicon import any_of, fold
from cleaners.restate.listings import drop

if TYPE_CHECKING:
    from lxml import etree

_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NAMED = re.compile("editsection|headerlink|header-anchor|edit-icon|edit-lemma|bobao")
"""What the classes of such buttons hold."""
_WORDS = any_of("buttons.edit")
BUTTON = re.compile(
    rf"\s*[\[［【]\s*{_WORDS}(?:\s?[|｜]\s?{_WORDS})?\s*[\]］】]\s*|\s*[¶🔗]\s*", re.IGNORECASE
)
BARE = re.compile(any_of("buttons.heading"))
_MOST, _LONGEST = 12, 24
"""Elements in a heading, and characters of a button."""


def restate_headings(tree: etree._Element) -> None:
    """Take the buttons out of headings that have more to say."""
    for heading in tree.iter(*_TAGS):
        parts = list(heading.iterdescendants()) if len(heading) else []
        if len(parts) > _MOST:
            continue
        for part in parts:
            if part.getparent() is not None and heading in part.iterancestors() and _is_button(part, heading):
                drop(part)


def _is_button(part: etree._Element, heading: etree._Element) -> bool:
    if not isinstance(part.tag, str):
        return False
    text = "".join(map(str, part.itertext()))
    if len(text) > _LONGEST or not _is_more(heading, text):
        return False
    if _NAMED.search(part.get("class") or ""):
        return True
    folded = fold(text)
    return BUTTON.fullmatch(folded) is not None or BARE.fullmatch(folded.strip()) is not None


def _is_more(heading: etree._Element, text: str) -> bool:
    whole = "".join(map(str, heading.itertext()))
    return len("".join(whole.split())) > len("".join(text.split()))
