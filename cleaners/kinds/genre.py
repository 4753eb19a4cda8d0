"""What a text is by its words: an offer of work, an entry of a directory, a form, a house's own page; or a report, an essay.

No word decides. The figures are how much of the text the words of a genre make up and how many different ones there are,
beside its form; their weights are trained by `python -m benchmarks.genres`.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from cleaners.kinds.features import kept_runs
from cleaners.kinds.notices import told_notice
from cleaners.lexicon import fold, words
from schemas import Kind

if TYPE_CHECKING:
    from cleaners.document import Body, Document
    from cleaners.metadata import Metadata

KINDS = {
    "job": Kind.PRODUCT,
    "entry": Kind.PRODUCT,
    "sale": Kind.PRODUCT,
    "house": Kind.SHELL,
    "form": Kind.SHELL,
    "board": Kind.FORUM,
    "reply": Kind.THREAD,
    "played": Kind.VIDEO,
    "member": Kind.USER,
    "lured": Kind.SPAM,
    "halted": Kind.NOTICE,
}
"""Lists of words, and what a page of that genre is."""
TOLD = "told"
_LISTS = {name: words(f"genres.{name}") for name in (*KINDS, TOLD)}
_SAMPLE = 1500
"""Characters of a text that are looked at."""
_ROOM = 30
"""Letters of a text for each choice or player of its page, fewer of which make it theirs."""
_AROUND, _SHORT, _LINES = 12, 40, 60
"""Lines above and below a text that belong to it, their characters, and how many of them are looked at."""
_OWN, _SENTENCES, _TELLING = 150, 3, 2.0
"""Characters of a text, and lines that end in a stop, which are judged without what stands around them: in a dump, and on a page
where they alone have such odds."""
_TELLS = 1.0
"""Odds of a text from which on what readers say below it does not count."""
_BESIDE = "_beside"
_OF_READERS = "reply_beside", "member_beside"
_END = 5
"""Characters at the end of a line that hold its stop."""
_OTHER = re.compile(r"[\W_]+")
_LABELLED = re.compile(r"\W{0,3}\w[^\s：:，,。]{1,9}\s?[：:]")
_NUMBER = re.compile(r"\d{3,4}-\d{4}|\d{7,}|\w@\w")
"""A telephone or an address of mail."""
_STOP = re.compile(r"[。！？!?…”」』]\W{0,3}$")
_READER = re.compile("[您请]|欢迎|尊敬的|亲爱的")
_DAY = re.compile("[一二三四五六七八九十0-9]日|[今昨明]天|[今去明]年|[上下]午|[今近昨]日|[上下本]周")
_QUOTED = re.compile("[“「]")


@dataclass(frozen=True, slots=True)
class Genre:
    """How much of an article a text has."""

    sum: float
    """Logarithm of the odds that it is one."""
    figures: Mapping[str, float]
    """All that were measured."""
    text: str
    beside: str

    @property
    def told(self) -> bool:
        """Somebody tells or reports something in it."""
        return self.sum >= _CLEAR and len(self.text) >= _SAID

    def other(self) -> tuple[Kind, str] | None:
        """The kind of a text that is no article, and the words that show it."""
        running = len(self.text) >= _RUNNING and self.figures.get("stops", 0.0) >= _IN_SENTENCES
        if self.sum > (_CLEARLY if running else _LEAST):
            return None
        name = max(KINDS, key=self._against)
        met = [word for word in _LISTS[name] if word in self.text or word in self.beside]
        if len(met) < (1 if self.sum <= _SURE else _SEVERAL):
            return None
        if name == "halted" and (notice := told_notice(self.text)):
            return notice
        return KINDS[name], f"much of the text is {' '.join(met[:_SHOWN])}"

    def _against(self, name: str) -> float:
        return -sum(
            WEIGHTS.get(figure, 0.0) * self.figures[figure]
            for figure in (name, f"{name}_words", f"{name}_beside")
        )


_LEAST, _SURE, _CLEAR = -0.75, -3.0, 0.3
"""Sums from which on a text is taken; up to which one word of its genre is enough to refuse it; and from which on a word of a
notice in it is its subject."""
_CLEARLY, _RUNNING, _IN_SENTENCES = -2.0, 300, 0.7
"""The sum up to which a text of so many letters is refused, so much of which is sentences: one without a date or a name."""
_SAID = 40
"""Letters of headline and text that are more than a notice."""
_SEVERAL, _SHOWN = 2, 4
"""Different words that a genre has at least, and those that are told."""


def _read() -> Mapping[str, float]:
    loaded: Mapping[str, float] = json.loads((files(__package__) / "genres.json").read_text(encoding="utf-8"))
    return loaded


WEIGHTS = _read()
"""Figure to weight; '' is the constant."""


def genre_of(
    doc: Document, body: Body, title: str, found: Metadata, page: Mapping[str, float] | None = None
) -> Genre:
    """The genre of a text, with the figures of its page where it has markup."""
    text = fold("\n".join([title, *body.paragraphs])[:_SAMPLE]).lower()
    beside = fold(beside_text(doc, body)).lower()
    figures = genre_figures(text, beside, found, page or {})
    alone = _without(figures, (name for name in figures if name.endswith(_BESIDE)))
    counted: Mapping[str, float] = figures
    if _carries_itself(body.paragraphs):
        unanswered = _without(figures, _OF_READERS)
        if page is None or _odds(alone) >= _TELLING:
            counted = alone
        elif _odds(unanswered) >= _TELLS:
            counted = unanswered
    return Genre(_odds(counted), figures, text, beside)


def _without(figures: Mapping[str, float], names: Iterable[str]) -> dict[str, float]:
    return {**figures, **dict.fromkeys(names, 0.0)}


def _odds(figures: Mapping[str, float]) -> float:
    return WEIGHTS[""] + sum(weight * figures.get(name, 0.0) for name, weight in WEIGHTS.items() if name)


def _carries_itself(paragraphs: Sequence[str]) -> bool:
    """Sentences that are enough to tell what they are. In a dump nothing tells whether a word beside them is about them or of
    the page: a player above what was said in it, the links of a house of advisers."""
    sentences = sum(_STOP.search(line[-_END:]) is not None for line in paragraphs)
    return sentences >= _SENTENCES and sum(map(len, paragraphs)) >= _OWN


def beside_text(doc: Document, body: Body) -> str:
    """The title of the page, and the short lines that stand around its text and are none of it: labels, buttons."""
    kept = set(kept_runs(doc, body))
    first, last = (min(kept), max(kept)) if kept else (0, 0)
    around = range(max(0, first - _AROUND), min(len(doc.runs), last + _AROUND))
    near = (doc.runs[i].text for i in around if i not in kept and doc.runs[i].junk != "hidden")
    lines = list(islice((line for line in near if len(line) <= _SHORT), _LINES))
    return "\n".join([doc.metas.get("title", "")[:_SHORT], *lines])


def genre_figures(text: str, beside: str, found: Metadata, page: Mapping[str, float]) -> dict[str, float]:
    """The figures of a folded text, its headline in the first line, and of what stands beside it."""
    letters = _OTHER.sub("", text)
    size = len(letters) or 1
    lines = [line for line in text.split("\n")[1:] if line] or [text]
    chars = sum(map(len, lines)) or 1
    return (
        _of_words(text, size)
        | _of_beside(beside)
        | {
            "dated": float(found.prints_date),
            "signed": float(bool(found["source"] or found["credits"])),
            "choices": min(1.0, _ROOM * math.expm1(3 * page.get("choices", 0.0)) / size),
            "players": min(1.0, _ROOM * math.expm1(2 * page.get("players", 0.0)) / size),
            "size": math.log1p(size) / 7,
            "mean": math.log1p(chars / len(lines)) / 4,
            "labelled": sum(len(line) for line in lines if _LABELLED.match(line)) / chars,
            "numbers": math.log1p(100 * len(_NUMBER.findall(text)) / size),
            "stops": sum(len(line) for line in lines if _STOP.search(line[-_END:])) / chars,
            "reader": math.sqrt(len(_READER.findall(text)) / size),
            "days": math.log1p(len(_DAY.findall(text))) / 2,
            "quoted": math.log1p(len(_QUOTED.findall(text))) / 2,
            "repeated": _repeated(letters),
        }
    )


def _of_words(text: str, size: int) -> dict[str, float]:
    """Of each list the share of the letters, and how many of its words there are."""
    figures, used = {}, set(text)
    for name, listed in _LISTS.items():
        met = {word: text.count(word) for word in listed if word[0] in used and word in text}
        figures[name] = math.sqrt(min(1.0, sum(len(word) * count for word, count in met.items()) / size))
        figures[f"{name}_words"] = math.log1p(len(met)) / 2
    return figures


def _of_beside(beside: str) -> dict[str, float]:
    """Of each list, how many of its words stand beside the text."""
    used = set(beside)
    return {
        f"{name}_beside": math.log1p(sum(word[0] in used and word in beside for word in listed)) / 2
        for name, listed in _LISTS.items()
    }


def _repeated(letters: str) -> float:
    """Share of the letters that the two commonest pairs make up."""
    pairs = Counter(map("".join, pairwise(letters)))
    return 2 * sum(count for _, count in pairs.most_common(2)) / (len(letters) or 1)
