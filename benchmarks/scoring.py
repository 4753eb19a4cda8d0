"""Text quality: how much of the gold text was found, and how much else."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from statistics import fmean

GRAM = 4
CLEAN_PAGE = 0.95
"""A page of this F1 or more needs no second look."""


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one page, 0 to 1."""

    precision: float
    recall: float
    f1: float


def comparable(text: str) -> str:
    """Letters and digits only, NFKC, lower case: blanks and punctuation are not what is measured."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum()).lower()


def score(gold: str, found: str) -> Score:
    """Multiset overlap of character 4-grams; unspaced Chinese has no words to count."""
    expected, actual = _grams(gold), _grams(found)
    shared = (expected & actual).total()
    precision = shared / actual.total() if actual else float(not expected)
    recall = shared / expected.total() if expected else float(not actual)
    f1 = 2 * precision * recall / (precision + recall) if shared else float(not expected and not actual)
    return Score(precision, recall, f1)


def mean(scores: list[Score]) -> Score:
    """The mean over pages, each page counting once."""
    return Score(*(fmean(getattr(s, name) for s in scores) for name in ("precision", "recall", "f1")))


def clean_share(scores: list[Score]) -> float:
    """Share of pages that need no second look."""
    return fmean(s.f1 >= CLEAN_PAGE for s in scores)


def without_title(text: str, title: str) -> str:
    """The text less a title line among its first three: some gold texts carry it and some do not."""
    wanted = comparable(title)
    lines = text.split("\n")
    kept = [line for i, line in enumerate(lines) if i >= 3 or not wanted or comparable(line) != wanted]
    return "\n".join(kept)


def _grams(text: str) -> Counter[str]:
    plain = comparable(text)
    return Counter(plain[i : i + GRAM] for i in range(max(1, len(plain) - GRAM + 1)) if plain)
