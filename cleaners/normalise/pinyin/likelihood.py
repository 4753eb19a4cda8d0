"""How Chinese a few characters read: a small language model of one page and a dictionary."""

import math
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from cleaners.normalise.conversion import converter, read_dictionary
from cleaners.normalise.pinyin.common import COMMON
from cleaners.normalise.pinyin.evidence import is_han

_PAGE, _WORDS = 0.4, 0.3
"""Weights of the page's own pairs of characters and of the dictionary's; the rest goes to single characters."""
_PAGE_SINGLES = 0.5
"""Weight of the page against general use in the chance of a single character."""
_LEVEL_1, _LEVEL_2, _OUTSIDE = 4e-5, 3e-6, 1e-7
"""Chance of a character of GB2312's two levels, beside the common ones, and of one beyond."""


class _Counts:
    """How often characters and pairs of them occur."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.singles: Counter[str] = Counter()
        self.pairs: Counter[str] = Counter()
        for text in texts:
            self.singles.update(text)
            self.pairs.update(a + b for a, b in pairwise(text))
        self.total = self.singles.total() or 1


class Likelihood:
    """Judges readings of a damaged place by the rest of the page. Both scripts count as one."""

    def __init__(self, page: str) -> None:
        self._page = _Counts([_simplified(page)])
        self._words = _dictionary_words()
        self._chances: dict[tuple[str, str], float] = {}

    def of(self, before: str, text: str, after: str) -> float:
        """How likely `text` stands between two characters, per character that `after` would follow anyway."""
        before, text, after = _simplified(before), _simplified(text), _simplified(after)
        chance = math.prod(self._chance(a, b) for a, b in pairwise(before + text))
        if not is_han(after):
            return chance
        return chance * self._chance(text[-1], after) / self._single(after)

    def is_on_page(self, pair: str) -> bool:
        """Whether two characters stand side by side elsewhere on the page."""
        return _simplified(pair) in self._page.pairs

    def _chance(self, before: str, char: str) -> float:
        """Computed once for each pair; a cache around the method would keep the page alive as long as itself."""
        pair = (before, char)
        if pair not in self._chances:
            self._chances[pair] = self._compute_chance(before, char)
        return self._chances[pair]

    def _compute_chance(self, before: str, char: str) -> float:
        page, words = self._page, self._words
        return (
            _PAGE * page.pairs[before + char] / (page.singles[before] + 1)
            + _WORDS * words.pairs[before + char] / (words.singles[before] + 1)
            + (1 - _PAGE - _WORDS) * self._single(char)
        )

    def _single(self, char: str) -> float:
        on_page = self._page.singles[char] / self._page.total
        return _PAGE_SINGLES * on_page + (1 - _PAGE_SINGLES) * _usual_chance(char)


def _simplified(text: str) -> str:
    return text.translate(converter().characters)


@cache
def _dictionary_words() -> _Counts:
    """Words of OpenCC's phrase dictionary, in Simplified characters."""
    return _Counts(word for word in read_dictionary("STPhrases.txt") if all(map(is_han, word)))


@cache
def _common_chances() -> dict[str, float]:
    """Nine tenths of all text, falling with the rank."""
    weights = {char: 1 / (rank + 30) for rank, char in enumerate(COMMON)}
    total = sum(weights.values())
    return {char: 0.9 * weight / total for char, weight in weights.items()}


def _usual_chance(char: str) -> float:
    chance = _common_chances().get(char)
    if chance is not None:
        return chance
    first, second, *_ = char.encode("gb18030", "replace") + b"\0"
    if second < 0xA1 or not 0xB0 <= first <= 0xF7:
        return _OUTSIDE
    return _LEVEL_1 if first <= 0xD7 else _LEVEL_2
