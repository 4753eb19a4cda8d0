"""Sentences in which a house turns to its readers, however it puts it: to follow, to write, to pay, to ring up.

No word decides. Who is spoken to, who speaks, what is to be done, with what, and how it is asked are counted; a sentence that
tells of somebody is none. Of the paragraphs of labelled articles it takes none.
"""

from __future__ import annotations

import re

from cleaners.lexicon import any_of

_SIGNS = tuple(
    re.compile(any_of(f"addressed.{name}")) for name in ("reader", "house", "deed", "means", "manner")
)
_TOLD = re.compile(rf"{any_of('addressed.told')}|{any_of('addressed.served')}|记者(?!会)|我(?!们)|说[，：:“]")
_SHORTEST, _LONGEST = 16, 220
"""Characters of such a sentence."""
_INSIDE, _EDGE = 5, 4
"""Signs of one that stands between the paragraphs, and of one before the first or after the last."""
_SEVERAL = 2
"""Deeds, and means, of one that names neither its reader nor its house."""


def is_addressed(folded: str, edge: bool) -> bool:
    """The house speaks to its readers, and tells nothing; between the paragraphs it names itself."""
    if not _SHORTEST <= len(folded) <= _LONGEST or _TOLD.search(folded):
        return False
    reader, house, deed, means, manner = counts = [len(sign.findall(folded)) for sign in _SIGNS]
    if not (deed and means and sum(counts) >= (_EDGE if edge else _INSIDE)):
        return False
    spoken = bool(house and (reader or manner))
    return spoken or (edge and manner > 0 and (reader > 0 or (deed >= _SEVERAL and means >= _SEVERAL)))
