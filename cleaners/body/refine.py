"""The chosen lines through trafilatura, and what to do when it loses some."""

from __future__ import annotations

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
"""Nor are lines longer than this: its caches hold the last 2,048, of whatever length."""
_KEEP = 0.9
"""Share of the characters below which its result is not taken: it drops verse, captions, subheads, repeated lines."""


def refine(lines: list[str]) -> list[str]:
    """Paragraphs that trafilatura makes of these lines, given to it with a <br> between; the lines themselves where it
    loses text, and where they hold glyphs of the page's own font, which it would take out of the midst of words."""
    if not 0 < len(lines) <= _MANY or max(map(len, lines)) > _LONG or any(map(count_private_use, lines)):
        return lines
    root = html.Element("html")
    article = etree.SubElement(etree.SubElement(root, "body"), "article")
    try:
        paragraph = etree.SubElement(article, "p")  # one each would take it a third longer
        paragraph.text = lines[0]
        for line in lines[1:]:
            etree.SubElement(paragraph, "br").tail = line
    except ValueError:  # a control character that no XML tree holds
        return lines
    found = bare_extraction(root, options=_OPTIONS)
    kept = found.text.split("\n") if isinstance(found, Document) and found.text else []
    return kept if sum(map(len, kept)) >= _KEEP * sum(map(len, lines)) else lines
