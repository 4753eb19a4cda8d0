"""The button to follow an account, below its name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaners.lexicon import fold

_FOLLOW = re.compile(r"[+＋]?\s?[已加]?(?:关注|订阅|追踪)(?:[他她]|TA|Ta|作者|博主)?")
_SAYS = 40
"""Characters of what an account says of itself between its name and the button."""
_PHRASE = re.compile(r"[，,、；;|｜·/ ].|.{17}")
"""What no name is."""


def is_follow(text: str) -> bool:
    """It is the button."""
    return _FOLLOW.fullmatch(fold(text.strip())) is not None


def is_followed(lines: Sequence[str], index: int) -> bool:
    """The line stands above the button to follow it, or above a phrase that its bearer says of himself and the button."""
    below = lines[index + 1 : index + 3]
    if below and is_follow(below[0]):
        return True
    says = len(below) > 1 and len(below[0]) <= _SAYS and _PHRASE.search(below[0]) is not None
    return says and is_follow(below[1])
