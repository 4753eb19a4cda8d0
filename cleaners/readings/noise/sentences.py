"""Whether a line is a sentence, and whose."""

from __future__ import annotations

import re

from cleaners.lexicon import filled

_CLAUSE = re.compile(r"[，；：、].{1,300}[。！？]|^.{13,}[。！？…]|，.{4,300}，")
_REPORTED = re.compile(filled(r"(?!.{0,4}本[网站报刊社台公文])[^，。：]{2,24}(?<!小)<sentences.says>[，,：]"))


def is_sentence(folded: str) -> bool:
    """It closes like a sentence, or has several clauses: a word in it is no label."""
    return _CLAUSE.search(folded) is not None


def is_reported(folded: str) -> bool:
    """Somebody is quoted: what follows is no statement of the site's."""
    return _REPORTED.match(folded) is not None
