"""Text for search engines: one phrase stuffed into every line."""

from __future__ import annotations

import re

_SHARE = 0.2
"""Share of the letters that the phrase makes up at least. Of 495 labelled articles none has over .12."""
_PHRASES = {4: 8, 2: 10}
"""Letters of a phrase, and how often it stands there at least."""
_LETTERS, _OPENING = 3000, 40
"""Letters of a text that are looked at, and of title and text in which the phrase must stand."""
_DIGITS = re.compile(r"\d+")
_OTHER = re.compile(r"[\W_]+")


def stuffed(title: str, paragraphs: tuple[str, ...]) -> str:
    """The phrase and how often it stands in the text; '' for another text. A refrain is counted once, and so are lines that
    differ in their numbers only: they are rows of a table."""
    lines = {_DIGITS.sub("", line): line for line in reversed(paragraphs)}
    letters = _OTHER.sub("", "".join(reversed(lines.values()))[: 2 * _LETTERS])[:_LETTERS]
    told = _OTHER.sub("", title)[:_OPENING] + letters[:_OPENING]
    for size, times in _PHRASES.items():
        phrases = sorted({told[at : at + size] for at in range(len(told) - size + 1)})
        count, phrase = max(((letters.count(one), one) for one in phrases), default=(0, ""))
        if count >= times and count * size >= _SHARE * len(letters):
            return f"{phrase} stands {count} times in {len(letters)} letters"
    return ""
