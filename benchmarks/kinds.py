"""Training and measuring the judge of kinds.

    python -m benchmarks.kinds LABELS [--gold FOLDER ...] [--write]

LABELS holds one object a line: `page` (path of a gzipped page, from LABELS), `url`, `kind` (a `schemas.Kind`), `site`.
FOLDER is a corpus folder (see corpora.py): its pages count as articles, and once more, with the box of their text taken
out, as pages whose article is missing. Prints figures of a cross-validation by site; `--write` trains on all pages and
writes the weights that the package ships.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import math
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from operator import mul
from pathlib import Path
from urllib.parse import urlsplit

import cleaners.kinds
from benchmarks.corpora import GoldPage, read_corpus
from benchmarks.emptied import emptied
from cleaners.errors import Rejected
from cleaners.kinds.features import figures_of
from cleaners.kinds.judge import MIN_CHARS
from cleaners.kinds.model import CLASSES, Weights, chances, holds_text
from cleaners.kinds.posts import find_posts
from cleaners.reading import read_page
from cleaners.sites import known_sites
from schemas import Page

FOLDS = 8
_ROUNDS, _RATE, _DECAY = 300, 0.03, 8.0
"""Steps of Adam, their size, and the strength of the L2 penalty."""
_COUNTS = {"article": 1.0, "furniture": 1.0, "thread": 4.0}
"""How much a page of a class counts."""
_FEW, _SMALL = 12.0, 0.1
"""How much a page of the other classes counts, which are few; and a page that was made small."""
CLASS_OF = {
    "article": "article", "gallery": "article", "thread": "thread", "product": "product", "video": "video",
    "missing": "furniture", "shell": "blank", "error": "blank", "blocked": "blank", "login": "blank",
    "notice": "blank", "spam": "blank",
}  # fmt: skip  # laid out for reading
"""Kind to class of the model; kinds that are not here are lists."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One page in figures."""

    kind: str
    site: str
    figures: dict[str, float]
    taken: int
    """Characters of the text that was read."""
    small: bool = False

    @property
    def count(self) -> float:
        return _SMALL if self.small else _COUNTS.get(self.target, _FEW)

    @property
    def target(self) -> str:
        return CLASS_OF.get(self.kind, "list")


def read_samples(labels: Path, folders: list[Path]) -> Iterator[Sample]:
    """The labelled pages, then those of the corpora, whole and emptied."""
    for line in labels.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        body = gzip.decompress((labels.parent / row["page"]).read_bytes())
        yield from _sample(row["kind"], row["site"], row["url"], body)
    for folder in folders:
        for page in read_corpus(folder):
            site = ".".join((urlsplit(page.url or "").hostname or page.id).split(".")[-2:])
            yield from _sample("article", site, page.url, page.body)
            if (rest := emptied(page)) is not None:
                yield from _sample("missing", site, page.url, rest)
            yield from _sample("article", site, None, _small(page), small=True)


def _small(page: GoldPage) -> bytes:
    """The first lines of a text on a page with little else: many pages are small, those of the corpora are not."""
    chance = random.Random(page.id)
    lines = [line for line in page.text.split("\n") if line.strip()][: chance.randint(1, 5)]
    links = "".join(f"<li><a href=/c{i}>频道{i}</a></li>" for i in range(chance.choice((0, 0, 6, 9, 14))))
    date = chance.choice(("", "<div>2024-05-20 08:00 来源：石桥日报</div>"))
    head = chance.choice(("", f"<title>{html.escape(page.title)}</title>"))
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    footer = chance.choice(
        ("", "<div class=footer><a href=/about>关于我们</a> 版权所有 备案号 00000000</div>")
    )
    title = f"<h1>{html.escape(page.title)}</h1>" if page.title else ""
    return (
        f"<html><head>{head}</head><body><ul>{links}</ul>{title}{date}{body}{footer}</body></html>".encode()
    )


def _sample(kind: str, site: str, url: str | None, body: bytes, *, small: bool = False) -> Iterator[Sample]:
    try:
        reading = read_page(Page(url=url, body=body), known_sites())
    except Rejected:
        return
    figures = figures_of(reading.doc, reading.body, reading.title, reading.metadata, find_posts(reading.doc))
    yield Sample(kind, site, figures, sum(map(len, reading.body.paragraphs)), small)


def train(samples: list[Sample]) -> Weights:
    """The weights of the judge of kinds."""
    names = sorted(set(samples[0].figures) - {"captions", "snippets", "choices"})
    targets = [CLASSES.index(sample.target) for sample in samples]
    counts = [sample.count for sample in samples]
    return weigh([sample.figures for sample in samples], names, CLASSES, targets, counts)


def weigh(
    figures: Sequence[Mapping[str, float]],
    names: Sequence[str],
    classes: Sequence[str],
    targets: list[int],
    counts: list[float],
) -> Weights:
    """Softmax regression by Adam on standardised figures, the weights then given for the figures as they are."""
    rows = [[row[name] for name in names] for row in figures]
    means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    scales = [
        math.sqrt(sum((x - m) ** 2 for x in c) / len(rows)) + 1e-6
        for c, m in zip(zip(*rows, strict=True), means, strict=True)
    ]
    scaled = [[*((x - m) / s for x, m, s in zip(row, means, scales, strict=True)), 1.0] for row in rows]
    fitted = _fit(scaled, targets, counts, len(classes))
    return {name: _plain(names, w, means, scales) for name, w in zip(classes, fitted, strict=True)}


def _plain(
    names: Sequence[str], weights: list[float], means: list[float], scales: list[float]
) -> dict[str, float]:
    own = [w / s for w, s in zip(weights, scales, strict=False)]
    constant = weights[-1] - sum(map(mul, own, means))
    return {"": round(constant, 4)} | {name: round(w, 4) for name, w in zip(names, own, strict=True)}


def _fit(rows: list[list[float]], targets: list[int], counts: list[float], classes: int) -> list[list[float]]:
    size, whole = len(rows[0]), sum(counts)
    weights = [[0.0] * size for _ in range(classes)]
    first = [[0.0] * size for _ in range(classes)]
    second = [[0.0] * size for _ in range(classes)]
    for step in range(1, _ROUNDS + 1):
        slopes = _slopes(rows, targets, counts, weights)
        for w, m, v, slope in zip(weights, first, second, slopes, strict=True):
            for i in range(size):
                g = (slope[i] + (_DECAY * w[i] if i + 1 < size else 0.0)) / whole
                m[i] = 0.9 * m[i] + 0.1 * g
                v[i] = 0.999 * v[i] + 0.001 * g * g
                w[i] -= _RATE * (m[i] / (1 - 0.9**step)) / (math.sqrt(v[i] / (1 - 0.999**step)) + 1e-9)
    return weights


def _slopes(
    rows: list[list[float]], targets: list[int], counts: list[float], weights: list[list[float]]
) -> list[list[float]]:
    errors: list[list[float]] = [[] for _ in weights]
    for row, target, count in zip(rows, targets, counts, strict=True):
        sums = [sum(map(mul, w, row)) for w in weights]
        top = max(sums)
        raised = [math.exp(total - top) for total in sums]
        whole = sum(raised)
        for i, value in enumerate(raised):
            errors[i].append(count * (value / whole - (i == target)))
    columns = list(zip(*rows, strict=True))
    return [[sum(map(mul, error, column)) for column in columns] for error in errors]


def fold_of(site: str) -> int:
    return sha256(site.encode()).digest()[0] % FOLDS


def cross_validate(samples: list[Sample]) -> list[dict[str, float]]:
    """Chances of each sample from weights that were trained without its site's fold."""
    found: list[dict[str, float]] = [{} for _ in samples]
    for fold in range(FOLDS):
        weights = train([sample for sample in samples if fold_of(sample.site) != fold])
        for i, sample in enumerate(samples):
            if fold_of(sample.site) == fold:
                found[i] = chances(sample.figures, weights)
    return found


def report(samples: list[Sample], found: list[dict[str, float]]) -> dict[str, str]:
    """Pages of each kind that are taken, of those whose text is long enough."""
    total, taken = Counter[str](), Counter[str]()
    for sample, odds in zip(samples, found, strict=True):
        total[sample.kind] += 1
        taken[sample.kind] += sample.taken >= MIN_CHARS and holds_text(odds)
    return {kind: f"{taken[kind]} of {total[kind]}" for kind in sorted(total)}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("labels", type=Path)
    parser.add_argument("--gold", type=Path, nargs="*", default=[])
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    samples = list(read_samples(arguments.labels, arguments.gold))
    print(json.dumps({"taken, by site": report(samples, cross_validate(samples))}, indent=1))
    if arguments.write:
        target = Path(cleaners.kinds.__path__[0]) / "weights.json"
        target.write_text(json.dumps(train(samples), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
