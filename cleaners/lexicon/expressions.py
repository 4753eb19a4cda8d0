"""Regular expressions made of word lists, each with the characters that tell fast where it cannot match."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cleaners.lexicon.lists import words

_SLOT = re.compile(r"<(~?)([a-z_]+\.[a-z_]+)>")


@dataclass(frozen=True, slots=True)
class Expression:
    """A pattern that is tried only on text that holds one of its signs."""

    pattern: re.Pattern[str]
    signs: re.Pattern[str]

    def search(self, folded: str) -> re.Match[str] | None:
        return self.pattern.search(folded) if self.signs.search(folded) else None

    def match(self, folded: str) -> re.Match[str] | None:
        return self.pattern.match(folded) if self.signs.search(folded) else None

    def fullmatch(self, folded: str) -> re.Match[str] | None:
        return self.pattern.fullmatch(folded) if self.signs.search(folded) else None

    def finditer(self, folded: str) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(folded) if self.signs.search(folded) else iter(())


def expression(template: str, *, needs: str, flags: int = 0) -> Expression:
    """The expression that a template describes.

    `<list.name>` in it stands for any word of a list, `<~list.name>` for the same with a blank allowed between the
    characters. `needs` names the lists, blanks between them, one word of which every match holds.
    """
    return Expression(re.compile(filled(template), flags), re.compile(signs_of(*needs.split()), flags))


def filled(template: str) -> str:
    """The template as the source of a regular expression."""
    return _SLOT.sub(lambda slot: any_of(slot[2], spaced=bool(slot[1])), template)


def any_of(*names: str, spaced: bool = False) -> str:
    """Source of an expression for any word of the lists, longest first; `spaced` allows a blank between characters."""
    between = r"\s?" if spaced else ""
    listed = sorted(words(*names), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(between.join(map(re.escape, word)) for word in listed)})"


def signs_of(*names: str) -> str:
    """Source of a class of few characters, one of which stands in every word of the lists."""
    left, signs = [set(word) for word in words(*names)], ""
    while left:
        counts = Counter(character for word in left for character in word)
        sign = max(sorted(counts), key=counts.__getitem__)
        signs, left = signs + sign, [word for word in left if sign not in word]
    return f"[{re.escape(signs)}]"
