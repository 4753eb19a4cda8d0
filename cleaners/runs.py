"""Elements in, runs of text out."""

from __future__ import annotations

from lxml import etree

from cleaners.document import Run
from cleaners.dom import select
from cleaners.page.sight import Sight
from cleaners.sites.site import Site
from cleaners.walk import walk


def read_runs(tree: etree._Element, site: Site) -> list[Run]:
    """All text of a page as runs, in document order, each with the junk mark of the boxes around it.

    Raises TooLarge for nesting deeper than MAX_DEPTH.
    """
    return walk(tree, select(tree, site.drop), Sight(tree))
