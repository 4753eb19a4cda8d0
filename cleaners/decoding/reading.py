"""How Chinese a text reads, and how much of it is lost."""

import re

from cleaners.decoding.frequency import FREQUENT

_ASCII = re.compile(r"[\x00-\x7f]+")
_LOST = re.compile(r"[\ufffd\ue000-\uf8ff\x80-\x9f]")
_KANA_HANGUL = re.compile(r"[\u3041-\u30fa\uac00-\ud7a3]")
_QUESTION_OR_LOST = re.compile(r"[?\ufffd\ue000-\uf8ff]|锟斤拷")

_SAMPLE = 4096
_ENOUGH = 256

CHINESE = 0.3
"""Score from which a text counts as Chinese. Running text scores .6 to .8; other scripts and wrong readings,
whose characters are spread evenly over the code space, below .2."""


def sample(text: str) -> str:
    """Up to some thousand of the text's non-ASCII characters, taken evenly from all of it."""
    step = len(text) // (2 * _SAMPLE) + 1
    some = _ASCII.sub("", text[::step])
    if step > 1 and len(some) < _ENOUGH:
        some = _ASCII.sub("", text)
    return some[:: len(some) // _SAMPLE + 1]


def chinese(text: str) -> float:
    """Share of very frequent Chinese characters among the non-ASCII ones, less the share of lost characters
    and of kana and hangul. 0 or less for text of other languages and for wrong readings; 0 for pure ASCII."""
    some = sample(text)
    if not some:
        return 0.0
    frequent = sum(map(FREQUENT.__contains__, some))
    foreign = len(_LOST.findall(some)) + len(_KANA_HANGUL.findall(some))
    return (frequent - foreign) / len(some)


def garbled_share(text: str) -> float:
    """Share of lost characters among letters and lost characters, 0 to 1.

    Lost are `?`, U+FFFD, private use characters and 锟斤拷, what becomes of U+FFFD when UTF-8 is read as GBK.
    Text whose question marks are all meant has a share of a few hundredths."""
    lost = len(_QUESTION_OR_LOST.findall(text))
    letters = sum(map(str.isalpha, text)) - 3 * text.count("锟斤拷")
    return lost / (lost + letters) if lost else 0.0
