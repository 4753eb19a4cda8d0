"""Articles about invented events, put together from dictionary words (合成): for labelled sets of any size."""

import random
from dataclasses import dataclass
from functools import cache

from cleaners.normalise.conversion import read_dictionary

_JOINTS = (
    "的",
    "在",
    "和",
    "了",
    "对",
    "将",
    "与",
    "为",
    "把",
    "从",
    "向",
    "并",
    "也",
    "都",
    "是",
    "有",
    "，",
    "，",
    "、",
)
_SAYING = ("表示", "说", "指出", "介绍", "强调", "告诉记者")


@dataclass(frozen=True, slots=True)
class Event:
    """What all reports of an event have in common."""

    names: tuple[str, ...]
    """People, places and bodies."""
    figures: tuple[str, ...]
    """Numbers with their units."""
    statements: tuple[str, ...]
    """Sentences of which every report quotes two."""
    lead: str
    """The official wording of what happened, which reports take over in part."""


class Writer:
    """Writes with a random generator; the same state gives the same text."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._words = _dictionary_words()

    def title(self) -> str:
        """A headline."""
        return "".join(self._some(4))

    def promotion(self) -> str:
        """One to three sentences of promotion."""
        return "".join(self.sentence() for _ in range(self._rng.randint(1, 3)))

    def event(self) -> Event:
        """An invented event."""
        rng = self._rng
        return Event(
            names=tuple("".join(self._some(rng.randint(1, 3))) for _ in range(6)),
            figures=tuple(f"{rng.randint(2, 99999)}{rng.choice('人元吨亩米家')}" for _ in range(4)),
            statements=tuple(self.sentence(12) for _ in range(4)),
            lead=self.sentence(20),
        )

    def report(self, event: Event) -> str:
        """An article of its own about an event: its names, figures and statements among words of its own."""
        rng = self._rng
        lead = event.lead[: rng.randint(10, len(event.lead))] + self.sentence()
        own = [
            "".join(self._about(event) for _ in range(rng.randint(1, 4))) for _ in range(rng.randint(3, 9))
        ]
        paragraphs = [lead, *own]
        for statement in rng.sample(event.statements, 2):
            quoted = f"{rng.choice(event.names)}{rng.choice(_SAYING)}：“{statement}”"
            paragraphs.insert(rng.randint(1, len(paragraphs)), quoted)
        return "\n".join(paragraphs)

    def sentence(self, words: int | None = None) -> str:
        """A sentence of dictionary words."""
        pieces = []
        for word in self._some(words or self._rng.randint(5, 14)):
            pieces += [word, self._rng.choice(_JOINTS) if self._rng.random() < 0.5 else ""]
        return "".join(pieces).rstrip("".join(_JOINTS)) + "。"

    def _about(self, event: Event) -> str:
        rng = self._rng
        sentence = self.sentence()
        if rng.random() < 0.2:
            sentence = f"“{sentence}”"
        return rng.choice(event.names) + rng.choice(_JOINTS) + rng.choice(event.figures) + sentence

    def _some(self, number: int) -> list[str]:
        return self._rng.choices(self._words, k=number)


@cache
def _dictionary_words() -> list[str]:
    return [word for word in read_dictionary("STPhrases.txt") if 2 <= len(word) <= 4]
