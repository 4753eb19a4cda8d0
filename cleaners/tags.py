"""How tags are read, and where a paragraph opens without one: what both forms of the walk go by."""

import re

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
KINDS["br"] = BREAK
"""How a tag is read; what is not here splits the text: an unknown tag is more often a component than a word."""

INDENT = re.compile(r"(?<=[。！？；…”」』）.!?\n])[ \t\r\xa0]{0,8}\u3000{2,8}")
"""Two full-width blanks after a sentence or a line break open a paragraph where the markup has none."""
