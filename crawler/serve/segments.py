"""Chinese as words that an index knows: overlapping pairs of characters.

A dictionary cuts a word of two characters now as itself, now as a part of a longer one, and SQLite's own trigrams find
nothing shorter than three characters. Pairs find every string of Han characters, wherever a text holds it.
"""

import re
import unicodedata
from itertools import pairwise

_HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PIECE = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+")


def words_of(text: str) -> str:
    """A text as the index takes it: Latin words as they are, a run of Han characters as its pairs and its last one."""
    return " ".join(word for piece in _pieces(text) for word in _indexed(piece))


def query_of(asked: str) -> str:
    """What is asked for, in FTS5's query language: every word of it somewhere, strings of Han characters as they stand.
    '' where nothing can be asked."""
    return " AND ".join(map(_wanted, _pieces(asked)))


def _pieces(text: str) -> list[str]:
    return _PIECE.findall(unicodedata.normalize("NFKC", text).casefold())


def _is_han(piece: str) -> bool:
    return re.match(rf"[{_HAN}]", piece) is not None


def _indexed(piece: str) -> list[str]:
    return [*_pairs(piece), piece[-1]] if _is_han(piece) else [piece]


def _pairs(piece: str) -> list[str]:
    return [a + b for a, b in pairwise(piece)]


def _wanted(piece: str) -> str:
    if not _is_han(piece) or len(piece) == 1:
        return f'"{piece}" *'
    return f'"{" ".join(_pairs(piece))}"'
