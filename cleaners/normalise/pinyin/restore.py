"""Turns the bytes of a shifted run into the characters they were, where one reading of them is much the likeliest."""

import re
from dataclasses import dataclass
from functools import lru_cache

from cleaners.normalise.pinyin.likelihood import Likelihood
from cleaners.normalise.pinyin.runs import ShiftedRun

_PLAIN = 4e-4
"""Likelihood from which a character is believed as it is read. Where two characters lost the pair between them, what
is read in their place is any character, nearly always far below: a random one is rare and fits no neighbour."""
_SURE, _SURE_ON_PAGE = 10, 3
"""How many times likelier than all others together a reading must be; less where the page has the pair elsewhere."""
_MOST_SEARCHES = 40
"""Places of one page that are searched, at some 5 ms each; real pages have a handful."""
_USER_AREA = [
    *((lead, trail) for lead in (*range(0xAA, 0xB0), *range(0xF8, 0xFF)) for trail in range(0xA1, 0xFF)),
    *((lead, trail) for lead in range(0xA1, 0xA8) for trail in range(0x81, 0xA1)),
]
"""Pairs of bytes that are no character of GBK. Most mirrors leave them out, some serve private-use characters."""
_KEPT = re.compile("[\u4e00-\u9fff][\ue000-\ue765]")
_LOST = "?"


@dataclass(frozen=True, slots=True)
class Restored:
    """The characters of a run."""

    text: str
    """`?` stands where no reading is certain."""
    whole: bool
    """Nothing is missing."""


class Restorer:
    """Restores the runs of one page."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._likelihood = Likelihood(text)
        self._vanishing = not _KEPT.search(text)
        self._searches = 0

    def restore(self, run: ShiftedRun) -> Restored | None:
        """The characters of a run; None where less than half of them are certain."""
        data = bytes(run.data)
        try:
            chars = list(data[: len(data) - run.tail_lost].decode("gbk"))
        except UnicodeDecodeError:
            return None
        places = [joint // 2 for joint in run.joints if joint < len(data)] if self._vanishing else []
        after = [*chars[1:], "" if run.tail_lost else self._text[run.end : run.end + 1]]
        for place in places:
            chars[place] = self._judge(chars[place - 1][-1], chars[place], after[place])
        open_places = chars.count(_LOST)
        if 2 * open_places > len(places):
            return None
        tail = self._tail(run, chars[-1][-1]) if run.tail_lost else ""
        missing = open_places or tail == _LOST or (run.tail_lost and run.swallowed)
        return Restored("".join(chars) + tail + run.behind, not missing)

    def _judge(self, before: str, char: str, after: str) -> str:
        """The character, or the two of which its bytes are the first and the last."""
        if self._likelihood.of(before, char, after) > _PLAIN or len(char.encode("gbk")) < 2:
            return char
        if self._searches >= _MOST_SEARCHES:
            return _LOST
        return self._likeliest(before, [char, *_pairs(*char.encode("gbk"))], after)

    def _tail(self, run: ShiftedRun, before: str) -> str:
        """The last character, of which the first byte is known, and `?` for what may have been lost behind it."""
        candidates = [_decode(run.data[-1], trail) for trail in range(0x80, 0xFF)]
        char = self._likeliest(before, [c for c in candidates if c], "")
        at_edge = self._text[run.end : run.end + 1] in ("", "\n", "<")
        return char if char == _LOST or at_edge or not run.swallowed else char + _LOST

    def _likeliest(self, before: str, candidates: list[str], after: str) -> str:
        if self._searches >= _MOST_SEARCHES:
            return _LOST
        self._searches += 1
        scored = sorted((self._likelihood.of(before, c, after), c) for c in candidates)
        (score, best), others = scored[-1], sum(score for score, _ in scored[:-1])
        needed = _SURE_ON_PAGE if len(best) > 1 and self._likelihood.is_on_page(best) else _SURE
        return best if score > needed * others else _LOST


@lru_cache(128)
def _pairs(first: int, last: int) -> tuple[str, ...]:
    """The two characters of which these are the first and the last byte."""
    pairs = (_decode(first, lead) + _decode(trail, last) for lead, trail in _USER_AREA)
    return tuple(pair for pair in pairs if len(pair) == 2)


def _decode(first: int, second: int) -> str:
    """The character of two bytes of GBK; empty where there is none."""
    return bytes((first, second)).decode("gbk", "ignore") if second >= 0x40 else ""
