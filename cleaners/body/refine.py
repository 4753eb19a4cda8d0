"""The chosen lines through trafilatura."""

from __future__ import annotations

from lxml import etree, html
from trafilatura import bare_extraction

from cleaners.document import Run


def refine(runs: list[Run]) -> list[str]:
    """Paragraphs that trafilatura keeps of these runs, each rebuilt as one <p>."""
    root = html.Element("html")
    body = etree.SubElement(root, "body")
    article = etree.SubElement(body, "article")
    for run in runs:
        etree.SubElement(article, "p").text = run.text
    found = bare_extraction(root, fast=True, include_comments=False, include_tables=False)
    return found.text.split("\n") if found is not None and found.text else []
