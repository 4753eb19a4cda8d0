"""How tags are read, and where a paragraph opens without one: what both forms of the walk go by."""

from __future__ import annotations

import re

from lxml import etree

SILENT, BREAK, INLINE, BLOCK = range(4)
KINDS = dict.fromkeys(
    "head script style noscript template iframe frame object embed applet svg math canvas video audio map "  # noqa: SIM905 - a list of words reads best
    "select datalist textarea input meta link title rp".split(),
    SILENT,
)
KINDS |= dict.fromkeys(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr o:p q rb rt ruby "  # noqa: SIM905 - a list of words reads best
    "s samp small span strike strong sub sup time tt u var wbr".split(),
    INLINE,
)
KINDS |= dict.fromkeys(
    "address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt "  # noqa: SIM905 - a list of words reads best
    "fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main "
    "marquee menu nav ol optgroup option output p picture plaintext pre section summary table tbody td tfoot th thead "
    "tr ul xmp".split(),
    BLOCK,
)
KINDS["br"] = BREAK
"""How a tag is read; `kind_of` says how those are read that are not here."""
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])


def kind_of(element: etree._Element) -> int:
    """How an element is read whose tag HTML does not know: as a word of the line it stands in, as browsers do. Components
    (`custom-part`), which their sheets make blocks, and what holds a block are blocks."""
    is_block = "-" in element.tag or any(KINDS.get(inner.tag) == BLOCK for inner in element)
    return BLOCK if is_block else INLINE


INDENT = re.compile(r"(?<=[。！？；…”」』）.!?\n])[ \t\r\xa0]{0,8}\u3000{2,8}")
"""Two full-width blanks after a sentence or a line break open a paragraph where the markup has none."""


def code_line(raw: str) -> str:
    """A line of preformatted text: code keeps its indentation, prose is a line like any other."""
    text = " ".join(raw.split())
    indent = raw[: len(raw) - len(raw.lstrip(" \t\xa0"))]
    return indent.replace("\xa0", " ") + text if text[:1].isascii() else text
