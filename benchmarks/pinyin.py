"""How much of a Traditional text comes back after a mirror inserted its readings.

    python -m benchmarks.pinyin CORPUS [CORPUS...]      # folders with gold.jsonl; without: the fixtures

The gold texts are converted to Traditional one character by one, as such mirrors do, spoiled by the mirrors' own
mechanism (see docs/normalising.md) with tables of three lengths in random order (seeded), and cleaned. The time to
look at the untouched source of each page is measured, too.
"""

import random
import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from benchmarks.commands import parser_of
from benchmarks.corpora import GoldPage, read_corpus, read_fixtures
from cleaners.decoding import decode
from cleaners.normalise import strip_pinyin
from cleaners.normalise.conversion import read_dictionary
from cleaners.normalise.pinyin.table import READINGS
from tests.cleaners.normalise.spoiler import spoil

_SEED = 20261122
_LENGTHS = (48, 90, len(READINGS))
_GOOD = 0.99
_SHIFT = re.compile(r"\?[a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*\)")


@dataclass(slots=True)
class Tally:
    """What became of the texts."""

    spoiled: int = 0
    good: int = 0
    shifted: int = 0
    shifted_good: int = 0
    shifted_exact: int = 0
    flagged: int = 0
    silently_wrong: int = 0

    def add(self, original: str, served: str) -> None:
        """Cleans one spoiled text and compares it with its original."""
        result = strip_pinyin(served)
        good, exact = likeness(result.text, original) >= _GOOD, result.text == original
        self.spoiled += 1
        self.good += good
        if _SHIFT.search(served):
            self.shifted += 1
            self.shifted_good += good
            self.shifted_exact += exact
            self.flagged += result.garbled
            self.silently_wrong += not exact and not result.garbled


def likeness(left: str, right: str) -> float:
    """Share of characters that two texts have in common, in order."""
    if left == right:
        return 1.0
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return 2 * sum(block.size for block in blocks) / (len(left) + len(right))


def measure(texts: Iterable[str], length: int, keep_user_area: bool) -> Tally:
    """Spoils the texts with the first entries of the table and cleans them."""
    rng = random.Random(_SEED)
    tally = Tally()
    for text in texts:
        table = [*READINGS][:length]
        rng.shuffle(table)
        served = spoil(text, table, keep_user_area=keep_user_area)
        if served != text:
            tally.add(text, served)
    return tally


def traditional(text: str) -> str:
    """The text in Traditional characters, one by one, without what GBK does not hold."""
    characters = read_dictionary("STCharacters.txt").items()
    table = {ord(char): values[0] for char, values in characters if char not in values}
    return text.translate(table).encode("gbk", "ignore").decode("gbk")


def look_at(pages: list[GoldPage]) -> tuple[float, float]:
    """Milliseconds a page, and kilobytes a page, of pages without artefacts."""
    sources = [decode(page.body).text for page in pages]
    started = time.process_time()
    touched = sum(strip_pinyin(source).text is not source for source in sources)
    spent = time.process_time() - started
    print(f"{touched} of {len(pages)} untouched pages changed")
    return 1000 * spent / len(pages), sum(len(page.body) for page in pages) / 1000 / len(pages)


def main() -> None:
    """Prints one line for each kind of mirror."""
    parser = parser_of(__doc__)
    parser.add_argument("corpus", nargs="*", type=Path)
    folders = parser.parse_args().corpus
    pages = [page for folder in folders for page in read_corpus(folder)] if folders else [*read_fixtures()]
    texts = [traditional(page.text) for page in pages]
    print(
        "| table | user area | texts | >= 99 % back | with shifted runs | >= 99 % | exact | flagged | silently wrong |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for length in _LENGTHS:
        for keep in (False, True):
            t = measure(texts, length, keep)
            print(
                f"| {length} | {'kept' if keep else 'vanishes'} | {t.spoiled} | {t.good / t.spoiled:.1%} | {t.shifted}"
                f" | {t.shifted_good} | {t.shifted_exact} | {t.flagged} | {t.silently_wrong} |"
            )
    print("{:.3f} ms a page of {:.0f} KB where there is nothing to do".format(*look_at(pages)))


if __name__ == "__main__":
    main()
