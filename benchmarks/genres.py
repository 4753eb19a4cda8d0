"""Training the genres of texts.

    python -m benchmarks.genres FOLDER ...   # corpus folders (see corpora.py), whose pages are articles

The small pages of `genres.txt`, as HTML and as dumps, stand beside them: offers of work, entries of directories, forms,
pages of a house about itself, and articles that resemble them. Prints how many a cross-validation by page gets wrong and
writes the weights that the package ships.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import cleaners.kinds
from benchmarks.corpora import read_corpus
from benchmarks.genre_pages import genre_pages
from benchmarks.kinds import FOLDS, fold_of, weigh
from cleaners.kinds.genre import genre_of
from cleaners.kinds.head import figures_of_elements
from cleaners.reading import Reading, read_lines, read_page
from cleaners.sites import known_sites
from schemas import Page

_CLASSES = ("other", "article")
_WHOLE, _BEGUN, _OPENING = 0.5, 0.25, 3
"""How much an article of a corpus counts, and its first paragraphs without date and source, of which there are so many."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One text in figures."""

    name: str
    group: str
    article: bool
    figures: Mapping[str, float]
    count: float = 1.0


def read_samples(folders: list[Path]) -> Iterator[Sample]:
    """The small pages in both forms, then those of the corpora, whole and begun."""
    sites = known_sites()
    for small in genre_pages():
        article = small.kind == "article"
        for reading in (read_page(Page(url=None, body=small.html.encode()), sites), read_lines(small.dump)):
            yield Sample(small.title, "small", article, _figures(reading))
    for folder in folders:
        for page in read_corpus(folder):
            reading = read_page(Page(url=page.url, body=page.body), sites)
            figures = _figures(reading)
            yield Sample(page.id, "corpus", True, figures, _WHOLE)
            begun = {**_figures(reading, _OPENING), "dated": 0.0, "signed": 0.0}
            yield Sample(page.id, "begun", True, begun, _BEGUN)


def _figures(reading: Reading, first: int | None = None) -> Mapping[str, float]:
    elements = figures_of_elements(reading.doc)
    return genre_of(reading.title.text, reading.body.paragraphs[:first], reading.metadata, elements).figures


def train(samples: list[Sample]) -> dict[str, float]:
    """What a figure adds to the logarithm of the odds of an article."""
    rows = [sample.figures for sample in samples]
    targets = [int(sample.article) for sample in samples]
    found = weigh(rows, sorted(rows[0]), _CLASSES, targets, [sample.count for sample in samples])
    other, article = (found[name] for name in _CLASSES)
    return {name: round(weight - other[name], 3) for name, weight in article.items()}


def wrong(samples: list[Sample]) -> dict[str, str]:
    """Texts of each group that weights trained without them get wrong."""
    total, missed = Counter[str](), Counter[str]()
    for fold in range(FOLDS):
        weights = train([sample for sample in samples if fold_of(sample.name) != fold])
        for sample in samples:
            if fold_of(sample.name) == fold:
                group = f"{sample.group}, {_CLASSES[sample.article]}"
                total[group] += 1
                missed[group] += (_sum(weights, sample.figures) > 0) != sample.article
    return {group: f"{missed[group]} of {total[group]}" for group in sorted(total)}


def _sum(weights: Mapping[str, float], figures: Mapping[str, float]) -> float:
    return weights[""] + sum(weight * figures[name] for name, weight in weights.items() if name)


def main() -> None:
    samples = list(read_samples([Path(folder) for folder in sys.argv[1:]]))
    print(json.dumps({"wrong": wrong(samples)}, indent=1))
    target = Path(cleaners.kinds.__path__[0]) / "genres.json"
    target.write_text(json.dumps(train(samples), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
