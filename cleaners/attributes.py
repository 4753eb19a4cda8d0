"""Tags with too many attributes, found before the parser meets them."""

import re

from cleaners.limits import MAX_ATTRIBUTES

_TAG = re.compile(
    rb"""<(?:!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+)
    |(?P<tag>(?:(?P<raw>script|style|textarea|title|xmp)\b|[a-z])(?:[^=>]++|=\s*+(?:"[^"]*+"?|'[^']*+'?)?)*+)
     (?(raw)[^<]*+(?:<(?!/(?P=raw))[^<]*+)*+))""",
    re.IGNORECASE | re.VERBOSE,
)
"""Comment, or start tag with what is raw text behind it. Always matches from a tag's start, so the search is linear."""
_VALUE = re.compile(rb"""=\s*+(?:"[^"]*+"?|'[^']*+'?)""")
_BETWEEN = re.compile(rb"[\s/=]+")
_MOST = 2 * MAX_ATTRIBUTES
"""Words of a tag: an attribute with a bare value counts as two. Each takes two bytes at least."""


def is_crowded(data: bytes) -> bool:
    """Whether a tag in this source has more than MAX_ATTRIBUTES attributes."""
    long = (found for found in _TAG.finditer(data) if found.end() - found.start() > _MOST)
    tags = (found["tag"] or b"" for found in long)
    return any(len(_BETWEEN.split(_VALUE.sub(b"=", tag))) > _MOST for tag in tags if len(tag) > _MOST)
