"""The dictionaries of opencc-python-reimplemented, compiled once into a fast form.

The port's own `convert` builds a tree of strings for every sentence. What it computes is simple: phrases are taken
longest first, leftmost first among equals, and what no phrase covers goes character by character. That is done here
with a translation table and one pattern; a test holds both equal.

Two packages answer to `import opencc`: the port, and the C++ package OpenCC, whose newer dictionaries give another
text. So the module is never imported: the dictionaries are read from the port's own files, whichever package wins.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

_PORT = "opencc-python-reimplemented"
_VARIANTS = ("TWVariants.txt", "HKVariants.txt")
_PHRASES, _CHARACTERS = "TSPhrases.txt", "TSCharacters.txt"

_USUAL: dict[int, str | int] = {
    code: code
    for start, end in ((0x20, 0x7F), (0x2010, 0x2030), (0x3000, 0x3020), (0x4E00, 0xA000), (0xFF00, 0xFF60))
    for code in range(start, end)
}
"""Characters that stay. `str.translate` is several times slower at a character that its table does not have."""


@dataclass(frozen=True, slots=True, eq=False)
class Converter:
    """Traditional to Simplified, as OpenCC's `t2s`, and the characters that tell the scripts apart."""

    characters: dict[int, str | int]
    """Code point to its Simplified character."""
    phrases: dict[str, dict[str, str]]
    """First character to the phrases that begin with it, each with its conversion."""
    phrase_start: re.Pattern[str]
    """Matches any first character of a phrase."""
    traditional_only: frozenset[str]
    """Characters that no Simplified text has; a conversion leaves none of them, so it is never done twice."""
    simplified_only: frozenset[str]
    """Characters that no Traditional text of the mainland, Hong Kong or Taiwan has."""

    def convert(self, text: str) -> str:
        """The text in Simplified characters, whatever script it is in."""
        pieces, done = [], 0
        for start, phrase in self._chosen_phrases(text):
            pieces += [text[done:start].translate(self.characters), self.phrases[phrase[0]][phrase]]
            done = start + len(phrase)
        return "".join([*pieces, text[done:].translate(self.characters)])

    def _chosen_phrases(self, text: str) -> list[tuple[int, str]]:
        """Where which phrase is taken, in order of place."""
        candidates = [
            (-len(phrase), found.start(), phrase)
            for found in self.phrase_start.finditer(text)
            for phrase in self.phrases[found[0]]
            if text.startswith(phrase, found.start())
        ]
        chosen: list[tuple[int, str]] = []
        covered: set[int] = set()
        for _, start, phrase in sorted(candidates):
            places = range(start, start + len(phrase))
            if covered.isdisjoint(places):
                covered.update(places)
                chosen.append((start, phrase))
        return sorted(chosen)


@cache
def converter() -> Converter:
    """The compiled dictionaries; read at the first call.

    Raises `importlib.metadata.PackageNotFoundError` where opencc-python-reimplemented is not installed.
    """
    characters, phrases = read_dictionary(_CHARACTERS), read_dictionary(_PHRASES)
    by_start: dict[str, dict[str, str]] = defaultdict(dict)
    for phrase, values in phrases.items():
        by_start[phrase[0]][phrase] = values[0]
    return Converter(
        characters=_USUAL
        | {ord(char): values[0] for char, values in (_regional(characters) | characters).items()},
        phrases=dict(by_start),
        phrase_start=re.compile(f"[{''.join(by_start)}]"),
        traditional_only=_traditional_only(characters, phrases),
        simplified_only=_simplified_only(characters),
    )


@cache
def converter_name() -> str:
    """Name and version of the dictionaries, and who else answers to `import opencc`; for manifests."""
    name = f"{_PORT} {metadata.version(_PORT)} t2s"
    others = sorted({*metadata.packages_distributions().get("opencc", [])} - {_PORT})
    return name + "".join(f" (beside {other} {metadata.version(other)}, not used)" for other in others)


def read_dictionary(name: str) -> dict[str, list[str]]:
    """One dictionary file: key to its conversions, the preferred first."""
    path = Path(str(metadata.distribution(_PORT).locate_file(f"opencc/dictionary/{name}")))
    rows = (line.strip().split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {key: values.split(" ") for key, values in rows}


def _regional(characters: dict[str, list[str]]) -> dict[str, list[str]]:
    """Forms that Hong Kong and Taiwan write for a character and the port's table of Traditional ones lacks: 衞 for 衛."""
    return {
        values[0]: characters[char]
        for name in _VARIANTS
        for char, values in read_dictionary(name).items()
        if char in characters and values[0] not in characters and characters[char][0] != values[0]
    }


def _traditional_only(characters: dict[str, list[str]], phrases: dict[str, list[str]]) -> frozenset[str]:
    written = {char for values in [*characters.values(), *phrases.values()] for char in values[0]}
    return frozenset(char for char, values in characters.items() if values[0] != char) - written


def _simplified_only(traditional: dict[str, list[str]]) -> frozenset[str]:
    simplified = read_dictionary("STCharacters.txt")
    regional = {values[0] for name in _VARIANTS for values in read_dictionary(name).values()}
    return (
        frozenset(char for char, values in simplified.items() if char not in values)
        - regional
        - traditional.keys()
    )
