"""Training the genres of texts.

    python -m benchmarks.genres FOLDER ... [--labels FILE ...] [--dumps FILE ...] [--write]

FOLDER is a corpus (see corpora.py), whose pages are articles; FILE has labelled pages (see kinds.py), of which those are
taken whose kind is not told by their shape; dumps are objects with `id`, `raw` and `article`, one a line. The small pages of
`genres.txt`, as HTML and as dumps, stand beside them: offers of work, entries of directories, forms, pages of a house about
itself, and articles that resemble them. Prints how many a cross-validation by site gets wrong; with --write, writes the weights
that the package ships.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import cleaners.kinds
from benchmarks.commands import parser_of
from benchmarks.corpora import read_corpus
from benchmarks.genre_pages import genre_pages
from benchmarks.kinds import CLASS_OF, FOLDS, fold_of, labelled_pages, site_of, weigh
from cleaners.kinds import MIN_CHARS
from cleaners.kinds.genre import KINDS, TOLD, genre_of
from cleaners.kinds.head import figures_of_elements
from cleaners.reading import Reading, read_lines, read_page
from cleaners.sites import known_sites
from schemas import Page

_CLASSES = ("other", "article")
_LOST = 3.0
"""How much more an article counts."""
_SIGNS = {f"{name}{end}": -1 for name in KINDS for end in ("", "_words", "_beside")}
_SIGNS |= {f"{TOLD}{end}": 1 for end in ("", "_words", "_beside")}
"""Words of another genre never speak for an article, those of a story never against it."""
_TOLD_BY_SHAPE = frozenset(["list", "channel", "home", "search", "tag", "thread", "missing"])
"""Kinds whose text says nothing of them: that of a list may be the beginning of an article."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One text in figures."""

    name: str
    group: str
    article: bool
    figures: Mapping[str, float]


def read_samples(folders: list[Path], labels: list[Path], dumps: list[Path]) -> Iterator[Sample]:
    """The small pages in both forms, the labelled ones, those of the corpora, then the dumps."""
    sites = known_sites()
    yield from _labelled(labels)
    for small in genre_pages():
        article = small.kind == "article"
        for reading in (read_page(Page(url=None, body=small.html.encode()), sites), read_lines(small.dump)):
            yield Sample(small.title, "small", article, _figures(reading))
    for folder in folders:
        for page in read_corpus(folder):
            reading = read_page(Page(url=page.url, body=page.body), sites)
            yield Sample(site_of(page.url, page.id), "corpus", True, _figures(reading))
    for file in dumps:
        for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
            yield Sample(row["id"], "dumps", row["article"], _figures(read_lines(row["raw"])))


def _labelled(labels: list[Path]) -> Iterator[Sample]:
    for kind, site, page in labelled_pages(labels):
        target = CLASS_OF.get(kind, kind)
        reading = read_page(page, known_sites())
        if target in _TOLD_BY_SHAPE or sum(map(len, reading.body.paragraphs)) < MIN_CHARS:
            continue
        yield Sample(site, "labelled", target == "article", _figures(reading))


def _figures(reading: Reading) -> Mapping[str, float]:
    elements = figures_of_elements(reading.doc)
    return genre_of(reading.doc, reading.body, reading.title.text, reading.metadata, elements).figures


def train(samples: list[Sample]) -> dict[str, float]:
    """What a figure adds to the logarithm of the odds of an article."""
    rows = [sample.figures for sample in samples]
    targets = [int(sample.article) for sample in samples]
    counts = [_LOST if sample.article else 1.0 for sample in samples]
    found = weigh(rows, sorted(rows[0]), _CLASSES, targets, counts, _SIGNS)
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
    parser = parser_of(__doc__)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--labels", type=Path, nargs="*", default=[])
    parser.add_argument("--dumps", type=Path, nargs="*", default=[])
    parser.add_argument("--write", action="store_true", help="write the weights that the package ships")
    arguments = parser.parse_args()
    samples = list(read_samples(arguments.folders, arguments.labels, arguments.dumps))
    print(json.dumps({"wrong": wrong(samples)}, indent=1))
    if arguments.write:
        target = Path(cleaners.kinds.__path__[0]) / "genres.json"
        target.write_text(json.dumps(train(samples), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
