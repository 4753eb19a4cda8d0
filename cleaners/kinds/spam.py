"""Text for search engines: one phrase stuffed into every line; and what a house of games of chance says of itself."""

from __future__ import annotations

import re

from cleaners.lexicon import fold, words

_SHARE = 0.2
"""Share of the letters that the phrase makes up at least. Of 495 labelled articles none has over .12."""
_PHRASES = {4: 8, 2: 10}
"""Letters of a phrase, and how often it stands there at least."""
_LETTERS, _OPENING = 3000, 40
"""Letters of a text that are looked at, and of title and text in which the phrase must stand."""
_WAGERS, _LURES = words("kinds.wager"), words("kinds.lure")
_SEVERAL, _LURED = 2, 0.06
"""Different words of each sort in an advertisement of games of chance, and their share of the letters at least: a report
of one has other words, too."""
_OTHER = re.compile(r"[\W_]+")


def spam_in(title: str, paragraphs: tuple[str, ...]) -> str:
    """What makes spam of a text; '' for another text."""
    return stuffed(title, paragraphs) or luring(title, paragraphs)


def stuffed(title: str, paragraphs: tuple[str, ...]) -> str:
    """The phrase and how often it stands in the text; '' for another text. A refrain is counted once."""
    letters = _OTHER.sub("", "".join(dict.fromkeys(paragraphs))[: 2 * _LETTERS])[:_LETTERS]
    told = _OTHER.sub("", title)[:_OPENING] + letters[:_OPENING]
    for size, times in _PHRASES.items():
        phrases = sorted({told[at : at + size] for at in range(len(told) - size + 1)})
        count, phrase = max(((letters.count(one), one) for one in phrases), default=(0, ""))
        if count >= times and count * size >= _SHARE * len(letters):
            return f"{phrase} stands {count} times in {len(letters)} letters"
    return ""


def luring(title: str, paragraphs: tuple[str, ...]) -> str:
    """The words by which a text is an advertisement of games of chance; '' for another text."""
    text = fold("\n".join([title, *paragraphs])[:_LETTERS])
    met = [[word for word in listed if word in text] for listed in (_WAGERS, _LURES)]
    letters = sum(text.count(word) * len(word) for listed in met for word in listed)
    if min(map(len, met)) < _SEVERAL or letters < _LURED * len(text):
        return ""
    return " ".join(word for listed in met for word in listed)
