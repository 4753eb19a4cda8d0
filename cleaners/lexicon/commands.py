"""Lines of an interface, told by their grammar: what a hand does, what the page does then, and with what."""

from __future__ import annotations

import re

from cleaners.lexicon.expressions import any_of
from cleaners.lexicon.lists import words

_MOST = 24
"""Characters of such a line."""
_KIND = {
    word: kind
    for kind in ("around", "rest", "larger", "thing", "deed", "gesture", "program")
    for word in words(f"commands.{kind}")
}
_PIECE = re.compile(
    rf"({any_of(*(f'commands.{kind}' for kind in dict.fromkeys(_KIND.values())))})"
    rf"|[\u3400-\u9fff]{{1,6}}?({any_of('commands.program')})|[\W\d_]+"
)
"""A word, the program by its name, or marks and numbers."""
_STEP = re.compile(r"[(（]?\d{1,2}[.、)）]")
_FAILED = re.compile(r"失败.{0,6}(?:重试|重新[加载]载)")
_TAUGHT = re.compile(any_of("commands.taught"))


def is_command(low: str, *, inside: bool) -> bool:
    """Nothing but words of an interface, and a deed among them. `inside` the text, where 查看图片 may be a subhead, it must be
    one of a hand, of the program, or on the rest of the text or the whole of a picture."""
    if len(low) > _MOST or is_step(low):
        return False
    met, at = dict.fromkeys(("gesture", "deed", "thing", "larger", "rest", "program", "around"), 0), 0
    while at < len(low):
        if (piece := _PIECE.match(low, at)) is None:
            return False
        if word := piece[1] or piece[2]:
            met[_KIND[word]] += 1
        at = piece.end()
    done = met["gesture"] + met["deed"]
    if (met["rest"] and (done or met["thing"])) or (met["larger"] and done):
        return True
    if not inside:
        return done > 1 or (done > 0 and met["thing"] + met["program"] > 0)
    by_hand = met["gesture"] > 0 and met["deed"] + met["thing"] > 0
    return by_hand or met["program"] > 0 < done or _FAILED.search(low) is not None


def is_step(low: str) -> bool:
    """One of several, with its number: what the text tells the reader to do."""
    return _STEP.match(low) is not None


def is_taught(folded: str) -> bool:
    """It speaks of an interface: of its buttons, menus and steps."""
    return _TAUGHT.search(folded) is not None
