"""What a page says otherwise than in text, said in text before anything reads it: formulas as TeX, code without the
line numbers and buttons around it, headings without their buttons, markup that is attached or unfolded, posts of a bulletin
board, lines that a style keeps
or that were cut at a fixed width. So the text and its Markdown have the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaners.restate.boards import restate_boards
from cleaners.restate.breaks import may_keep_breaks, restate_breaks
from cleaners.restate.carried import restate_fields, restate_shadows
from cleaners.restate.formulas import restate_formulas
from cleaners.restate.headings import restate_headings
from cleaners.restate.listings import restate_listings
from cleaners.restate.wrapped import restate_wrapped

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["restate"]


def restate(tree: etree._Element, html: str) -> None:
    """Change the tree where its source has signs of what is restated."""
    restate_shadows(tree)
    restate_fields(tree)
    if "article-metaline" in html:
        restate_boards(tree)
    restate_formulas(tree)
    restate_listings(tree)
    restate_headings(tree)
    if may_keep_breaks(html):
        restate_breaks(tree)
    restate_wrapped(tree)
