"""Elements in, runs of text out."""

from __future__ import annotations

from lxml import etree

from cleaners.document import Run
from cleaners.dom import select
from cleaners.hidden import hidden_names
from cleaners.sites.profile import Profile

try:
    from cleaners._compiled import walk
except ImportError:  # installed without a C compiler
    from cleaners.walk import walk


def read_runs(tree: etree._Element, profile: Profile) -> list[Run]:
    """All text of a page as runs, in document order, each with the junk mark of the boxes around it.

    Raises TooLarge for nesting deeper than MAX_DEPTH.
    """
    return walk(tree, select(tree, profile.drop), *hidden_names(tree))
