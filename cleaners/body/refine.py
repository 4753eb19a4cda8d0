"""The chosen lines through trafilatura, and what to do when it loses some."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html
from trafilatura import bare_extraction
from trafilatura.settings import Document, Extractor

from cleaners.normalise import count_private_use

_OPTIONS = Extractor(output_format="python", fast=True, precision=True, comments=False, tables=False)
"""Without its metadata and fall-backs, which cost most of its time, and without its deduplication, which depends on
the pages seen before. In its precision mode it does not look at the page again when it finds little: there is nothing
else on this one."""
_MANY = 2_000
"""More lines are not given to it: its cost grows faster than their number."""
_LONG = 10_000
"""Nor are lines longer than this, or stretches made so: its caches hold the last 2,048, of whatever length."""
_ENDS, _BRIEF = "。！？…；”」』!?.", 16
"""Last characters and least length of running text. Lines of it that follow one another are given as one paragraph,
because trafilatura's cost goes by their number."""
_PARSER = etree.HTMLParser()
_PARSER.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
"""What trafilatura takes are elements of lxml.html, whose own choice of classes is made in Python, element by element."""
_KEEP = 0.9
"""Share of the characters below which its result is not taken: it drops verse, captions, subheads, repeated lines."""


def refine(lines: list[str]) -> list[str]:
    """The lines that trafilatura keeps, given to it in stretches of running text, all others one by one; all of them where
    it loses too much, and where they hold glyphs of the page's own font, which it would take out of the midst of words.
    It is not asked where nothing is so short that it could be left out."""
    if not 0 < len(lines) <= _MANY or max(map(len, lines)) > _LONG or any(map(count_private_use, lines)):
        return lines
    stretches = list(_stretches(lines))
    sizes = [sum(map(len, stretch)) for stretch in stretches]
    least = _KEEP * sum(sizes)
    if sum(sizes) - min(sizes) < least:
        return lines
    paragraphs = [" ".join(stretch) for stretch in stretches]
    printed = _printed(paragraphs)
    taken = (
        stretch for stretch, paragraph in zip(stretches, paragraphs, strict=True) if paragraph in printed
    )
    kept = [line for stretch in taken for line in stretch]
    return kept if sum(map(len, kept)) >= least else lines


def _printed(paragraphs: list[str]) -> set[str]:
    """Those that trafilatura prints; all of them where one has a control character, which no tree holds."""
    try:
        page = _page(paragraphs)
    except ValueError:
        return set(paragraphs)
    found = bare_extraction(page, options=_OPTIONS)
    return set(found.text.split("\n")) if isinstance(found, Document) and found.text else set()


def _stretches(lines: list[str]) -> Iterator[list[str]]:
    stretch: list[str] = []
    chars = 0
    for line in lines:
        running = len(line) >= _BRIEF and line[-1] in _ENDS
        if stretch and (not running or chars + len(line) > _LONG):
            yield stretch
            stretch, chars = [], 0
        if running:
            stretch.append(line)
            chars += len(line)
        else:
            yield [line]
    if stretch:
        yield stretch


def _page(paragraphs: list[str]) -> etree._Element:
    """A page of these paragraphs, a <br> between: one <p> each would take a third longer."""
    root = _PARSER.makeelement("html")
    article = etree.SubElement(etree.SubElement(root, "body"), "article")
    block = etree.SubElement(article, "p")
    block.text = paragraphs[0]
    for paragraph in paragraphs[1:]:
        etree.SubElement(block, "br").tail = paragraph
    return root
