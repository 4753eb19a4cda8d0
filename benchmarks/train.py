"""The weights of the judge of readings, from labelled pages; prints what they give on sites that they have not seen.

    python -m benchmarks.train CORPUS [CORPUS…]             # folders in the corpus format: print only
    python -m benchmarks.train --write CORPUS [CORPUS…]     # and write cleaners/readings/weights.json

A line belongs to the article when the gold text holds it; a reading is worth the F1 of its text. Each page is learnt from as it
is and changed in the ways of `benchmarks.changes`, so that no single sign is trusted. Sites are never split between training
and test.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import fmean
from typing import NamedTuple
from urllib.parse import urlsplit

import numpy as np

import cleaners.readings.judge
from benchmarks.changes import all_at_once, changed, name_behind, unprint
from benchmarks.commands import parser_of
from benchmarks.corpora import GoldPage, read_corpus
from benchmarks.gate import scored
from benchmarks.scoring import comparable
from cleaners.errors import Rejected
from cleaners.reading import read_page
from cleaners.readings.assemble import assemble
from cleaners.readings.features import NAMES, line_features
from cleaners.readings.judge import FIGURES, reading_figures
from cleaners.readings.proposals import Reading
from cleaners.readings.view import View
from cleaners.sites import known_sites
from schemas import Page

WEIGHTS = Path(cleaners.readings.judge.__file__).with_name("weights.json")
FOLDS = 5
_CHANGES = (unprint, name_behind, all_at_once)
_LONG = 12
"""Letters of a line that is looked for anywhere near; shorter ones only where the last one ended."""
_RIDGE = 1e-4, 1.0
_ROUNDS, _STEP = 250, 0.05
_EXPECTED = FIGURES.index("f1")
_BANDS = (0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 2)
"""Limits of the bands of what is expected; nothing is over 1."""


@dataclass
class Sample:
    """One page: figures of its lines and whether they belong, its readings and what they are worth."""

    site: str
    view: View
    lines: np.ndarray
    labels: np.ndarray
    readings: list[Reading]
    worth: np.ndarray

    def figures(self, line: np.ndarray) -> np.ndarray:
        odds = 1 / (1 + np.exp(-(self.lines @ line)))
        return np.array(reading_figures(self.view, self.readings, list(odds)))


def sample(page: GoldPage) -> Sample | None:
    """The sample of a page; None where nothing is read."""
    try:
        read = read_page(Page(url=page.url, headers=page.headers, body=page.body), known_sites())
    except Rejected:
        return None
    view = View(read.doc.runs)
    readings = sorted((judged.reading for judged in read.picked.readings), key=lambda reading: reading.number)
    texts = ("\n".join(assemble([view.runs[at] for at in reading.kept])) for reading in readings)
    worth = np.array([scored(page, text).f1 for text in texts])
    labels = np.array(list(labels_of(view, page)), float)
    return Sample(_site(page), view, np.array(list(line_features(view))), labels, readings, worth)


def labels_of(view: View, page: GoldPage) -> Iterator[bool]:
    """Whether the gold text holds each line, read in order."""
    gold, title, at = comparable(page.text), comparable(page.title), 0
    for run in view.runs:
        line = comparable(run.text)
        reach = slice(max(0, at - 300), None) if len(line) >= _LONG else slice(at, at + len(line) + 40)
        found = gold[reach].find(line) if line and line != title else -1
        if found >= 0:
            at = (reach.start or 0) + found + len(line)
        yield found >= 0


def _site(page: GoldPage) -> str:
    host = urlsplit(page.url or "").hostname or page.id
    return ".".join(host.split(".")[-2:])


def train(samples: Sequence[Sample]) -> tuple[np.ndarray, np.ndarray]:
    """Weights of the figures of a line, and of those of a result."""
    line = logistic(np.concatenate([s.lines for s in samples]), np.concatenate([s.labels for s in samples]))
    pairs = [(s.figures(line), s.worth) for s in samples if len(s.readings) > 1]
    return line, _ranking(pairs)


def logistic(rows: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method."""
    weights = np.zeros(rows.shape[1])
    for _ in range(25):
        odds = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ (odds - labels) / len(labels) + _RIDGE[0] * weights
        curve = (rows * (odds * (1 - odds))[:, None]).T @ rows / len(labels)
        weights -= np.linalg.solve(curve + _RIDGE[0] * np.eye(len(weights)), slope)
    return weights


def _ranking(pairs: Sequence[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """Weights under which the reading that is drawn by its score is worth most."""
    weights = np.zeros(len(FIGURES))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _ROUNDS + 1):
        slope = -_RIDGE[1] * weights
        for rows, worth in pairs:
            drawn = np.exp(rows @ weights - (rows @ weights).max())
            drawn /= drawn.sum()
            slope = slope + rows.T @ (drawn * (worth - (drawn * worth).sum()))
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights += _STEP * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


class Held(NamedTuple):
    """Worth of the first, the taken and the best reading of a page, and what was expected of the one taken."""

    first: float
    taken: float
    best: float
    expected: float


def held(one: Sample, line: np.ndarray, result: np.ndarray) -> Held:
    """What these weights make of a page."""
    figures = one.figures(line)
    at = int((figures @ result).argmax())
    return Held(
        float(one.worth[0]), float(one.worth[at]), float(one.worth.max()), float(figures[at, _EXPECTED])
    )


def cross_validated(samples: Sequence[Sample]) -> Iterator[Held]:
    """Each page by weights that know nothing of its site."""
    for fold in range(FOLDS):
        inside = [s for s in samples if _fold(s.site) == fold]
        line, result = train([s for s in samples if _fold(s.site) != fold])
        for one in inside:
            yield held(one, line, result)


def _told(rows: Sequence[Held]) -> Iterator[str]:
    """What the readings are worth, and those taken by what was expected of them."""
    for name in ("first", "taken", "best"):
        mean = fmean(getattr(row, name) for row in rows)
        yield f"{name} of the readings of {len(rows)} pages: F1 {mean:.4f}"
    for low, high in pairwise(_BANDS):
        worth = [row.taken for row in rows if low <= row.expected < high]
        if worth:
            yield f"expected {low} to {min(high, 1)}: {len(worth)} pages, F1 {fmean(worth):.4f}"


def _fold(site: str) -> int:
    return hashlib.sha256(site.encode()).digest()[0] % FOLDS


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("folders", type=Path, nargs="+", metavar="CORPUS")
    parser.add_argument("--write", action="store_true", help="write the weights that the package ships")
    given = parser.parse_args()
    pages = [page for folder in given.folders for page in read_corpus(folder)]
    copies = (
        page if change is None else changed(page, change) for page in pages for change in (None, *_CHANGES)
    )
    samples = [one for page in copies if (one := sample(page))]
    rows = list(cross_validated(samples))
    print(*_told(rows), sep="\n")
    if given.write:
        line, result = train(samples)
        weights = {
            "line": dict(zip(NAMES, (round(float(w), 4) for w in line), strict=True)),
            "result": dict(zip(FIGURES, (round(float(w), 4) for w in result), strict=True)),
        }
        WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
