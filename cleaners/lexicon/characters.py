"""Both scripts with one list of words: the words are Simplified, text is folded before they are looked for."""

from __future__ import annotations

import re
from functools import cache

from cleaners.normalise.conversion import converter, read_dictionary


def fold(text: str) -> str:
    """The text with its Traditional characters turned Simplified one by one, so that positions hold; the same object
    where it has none. For matching only: without phrases 乾隆 becomes 干隆."""
    return text.translate(_table()) if _foldable().search(text) else text


@cache
def _table() -> dict[int, str | int]:
    """OpenCC's characters, and the forms of Hong Kong and Taiwan of what it knows by another form only."""
    table = dict(converter().characters)
    for name in ("HKVariants.txt", "TWVariants.txt"):
        for standard, variants in read_dictionary(name).items():
            simplified = table.get(ord(standard))
            for variant in variants:
                if isinstance(simplified, str) and table.get(ord(variant), ord(variant)) == ord(variant):
                    table[ord(variant)] = simplified
    return table


@cache
def _foldable() -> re.Pattern[str]:
    """Finds what the table changes; a search takes a tenth of a translation, and most text has none. Characters
    beyond the basic plane are rare, and listing them would make it slow."""
    changed = (chr(code) for code, to in _table().items() if to not in (code, chr(code)) and code <= 0xFFFF)
    return re.compile(f"[{''.join(sorted(changed))}\U00020000-\U0003ffff]")
