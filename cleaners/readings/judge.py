"""Which reading is the article: expected F1 from a line model, and figures of each whole result.

The line model gives every line of the page the probability that it belongs to the article. From these follow the expected
precision, recall and F1 of a reading; they and other figures of the whole result are weighed together. Both sets of weights
are trained by `python -m benchmarks.train` on labelled pages; none of their figures knows a word, a class or a verdict.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from operator import mul

from cleaners.readings.features import line_features, probability
from cleaners.readings.proposals import Reading
from cleaners.readings.subject import Subject
from cleaners.readings.view import View

FIGURES = (
    "f1", "precision", "recall", "size", "outside", "first", "untitled", "distance", "share", "lines", "links", "running",
    "f1 behind", "size behind", "title", "h1",
)  # fmt: skip  # laid out for reading
_SURE, _NEAR = 1.2, 8
"""Weight of a heading that prints what the head states, and lines within which a text begins right below it."""
_STATED, _INSIDE, _ABOVE = 0.95, 2.5, 30
"""Weight of a line that is most of what the head states; cost of one that is less and has so many characters above it."""
_PRINTED, _APART = 1.0, 8.0
"""Weight of a line that prints what the head states; cost of a text that stands apart from it as a whole."""
_FAR = 20
"""Lines from the title to the text beyond which more make no difference."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Of the figures of a line, in the order of `features.NAMES`, and of a result, in the order of FIGURES."""

    line: tuple[float, ...]
    result: tuple[float, ...]


def _read() -> Weights:
    loaded: Mapping[str, Mapping[str, float]] = json.loads(
        (files(__package__) / "weights.json").read_text(encoding="utf-8")
    )
    return Weights(tuple(loaded["line"].values()), tuple(loaded["result"].values()))


WEIGHTS = _read()


@dataclass(frozen=True, slots=True)
class Judged:
    """A reading and what is expected of it."""

    reading: Reading
    confidence: float
    """Expected F1 of its text, 0 to 1."""
    score: float
    """All figures together; the highest is taken."""


def judge_readings(subject: Subject, readings: Sequence[Reading], odds: Sequence[float]) -> list[Judged]:
    """The readings, the best first, those of nothing last; `odds` are the lines' probabilities."""
    view = subject.view
    figures = reading_figures(view, readings, odds)
    near = any(at in subject.near for reading in readings for at in reading.kept)
    judged = (
        Judged(
            reading,
            row[0],
            sum(map(mul, WEIGHTS.result, row))
            - _doubt_of_title(view, reading)
            - _doubt_of_place(subject, reading, near),
        )
        for reading, row in zip(readings, figures, strict=True)
    )
    anchored = (
        {reading.number for reading in readings if is_anchored(reading)}
        if is_anchored(readings[0])
        else set()
    )

    def rank(one: Judged) -> tuple[bool, bool, float]:
        return bool(anchored) and one.reading.number not in anchored, not one.reading.kept, -one.score

    return sorted(judged, key=rank)


def _doubt_of_title(view: View, reading: Reading) -> float:
    """What a title line costs that is hardly what the head states and stands in the text: what is above it is lost."""
    title, box = reading.title, reading.box
    if title.run is None or box is None or title.weight >= _STATED or not box.start <= title.run < box.end:
        return 0.0
    return _INSIDE if view.good_chars(box.start, title.run + 1) >= _ABOVE else 0.0


def _doubt_of_place(subject: Subject, reading: Reading, near: bool) -> float:
    """What text costs that stands apart from what is right below the title, and says nothing of it; or below the line of
    date and source, where no title is printed."""
    dated = subject.title.run is None and subject.head is not None
    sure = dated or subject.opens_head or max(subject.title.weight, reading.title.weight) >= _PRINTED
    return _APART * subject.apart(reading.kept) if near and sure else 0.0


def is_anchored(reading: Reading) -> bool:
    """Its text begins right below a line that is the title for sure: a short article among long stories stands so."""
    title, kept = reading.title, reading.kept
    return title.weight >= _SURE and title.run is not None and bool(kept) and 0 < kept[0] - title.run <= _NEAR


def probabilities(view: View) -> list[float]:
    """Of each line, that it belongs to the article."""
    return [probability(WEIGHTS.line, row) for row in line_features(view)]


def reading_figures(view: View, readings: Sequence[Reading], odds: Sequence[float]) -> list[list[float]]:
    """One row a reading, in the order of FIGURES."""
    sizes = [len(run.text) for run in view.runs]
    running = [
        size if good and not run.junk else 0
        for size, good, run in zip(sizes, view.good, view.runs, strict=True)
    ]
    expected = sum(map(mul, odds, sizes))
    running_chars = sum(running) or 1
    rows = [
        _figures(view, reading, number, odds, sizes, running, expected, running_chars)
        for number, reading in enumerate(readings)
    ]
    for column, behind in ((0, 12), (3, 13)):
        most = max(row[column] for row in rows)
        for row in rows:
            row[behind] = row[column] - most
    return rows


def _figures(
    view: View,
    reading: Reading,
    number: int,
    odds: Sequence[float],
    sizes: Sequence[int],
    running: Sequence[int],
    expected: float,
    running_chars: int,
) -> list[float]:
    kept = reading.kept
    chars = sum(sizes[at] for at in kept)
    likely = sum(odds[at] * sizes[at] for at in kept)
    whole = sum(sizes[reading.start : reading.end]) or 1
    good = sum(running[at] for at in kept)
    title = reading.title.run
    box = view.runs[title].box if title is not None else None
    return [
        2 * likely / (chars + expected) if chars else 0.0,
        likely / chars if chars else 0.0,
        likely / expected if expected else 0.0,
        math.log1p(chars) / 8,
        1 - good / running_chars,
        float(number == 0),
        float(title is None),
        min(_FAR, abs(kept[0] - title)) / _FAR if kept and title is not None else 0.0,
        chars / whole,
        math.log1p(len(kept)) / 5,
        sum(view.runs[at].link_chars for at in kept) / chars if chars else 0.0,
        good / chars if chars else 0.0,
        0.0,
        0.0,
        reading.title.weight if title is not None else 0.0,
        float(box is not None and box.tag == "h1"),
    ]
