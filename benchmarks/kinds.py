"""Training and measuring the judge of kinds.

    python -m benchmarks.kinds LABELS ... [--gold FOLDER ...] [--write]

LABELS is a file of one object a line: `page` (path of a gzipped page, from LABELS), `url`, `kind` (a `schemas.Kind`), `site`.
FOLDER is a corpus folder (see corpora.py): its pages count as articles, and once more, with the box of their text taken
out, as pages whose article is missing. Prints figures of a cross-validation by site; `--write` trains on all pages and
writes the weights that the package ships.
"""

from __future__ import annotations

import gzip
import html
import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

import cleaners.kinds
from benchmarks.commands import parser_of
from benchmarks.corpora import GoldPage, read_corpus
from benchmarks.emptied import emptied
from benchmarks.genre_pages import genre_pages
from benchmarks.list_pages import list_pages
from cleaners.errors import Rejected
from cleaners.kinds.features import figures_of
from cleaners.kinds.grounds import MIN_CHARS
from cleaners.kinds.model import CLASSES, Weights, chances, holds_text
from cleaners.kinds.posts import find_posts
from cleaners.reading import read_page
from cleaners.sites import known_sites
from schemas import Page

FOLDS = 8
_Table = NDArray[np.float64]
_ROUNDS, _RATE, _DECAY = 400, 0.03, 30.0
"""Steps of Adam, their size, and the strength of the L2 penalty."""
_COUNTS = {"article": 6.0, "furniture": 1.0, "thread": 4.0}
"""How much a page of a class counts: a lost article more than anything else."""
_FEW = 12.0
"""How much a page of the other classes counts, which are few."""
_SMALL, _LISTED, _TOLD = 0.3, 3.0, 1.0
"""And a page that was made small, one of repeated boxes, and one of words."""
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
    made: float | None = None
    """How much it counts, where it was made for training."""

    @property
    def count(self) -> float:
        return _COUNTS.get(self.target, _FEW) if self.made is None else self.made

    @property
    def target(self) -> str:
        return CLASS_OF.get(self.kind, "list")


def labelled_pages(labels: list[Path]) -> Iterator[tuple[str, str, Page]]:
    """Kind, site and page of each line of the files."""
    for file in labels:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            body = gzip.decompress((file.parent / row["page"]).read_bytes())
            yield row["kind"], row["site"], Page(url=row["url"], body=body)


def site_of(url: str | None, page: str) -> str:
    """The last two parts of a host's name; the page's own where it has no address."""
    return ".".join((urlsplit(url or "").hostname or page).split(".")[-2:])


def read_samples(labels: list[Path], folders: list[Path]) -> Iterator[Sample]:
    """The labelled pages, then those of the corpora, whole and emptied."""
    for kind, site, labelled in labelled_pages(labels):
        yield from _sample(kind, site, labelled.url, labelled.body)
    for folder in folders:
        for page in read_corpus(folder):
            site = site_of(page.url, page.id)
            yield from _sample("article", site, page.url, page.body)
            if (rest := emptied(page)) is not None:
                yield from _sample("missing", site, page.url, rest)
            yield from _sample("article", site, None, _small(page), _SMALL)
    for listed in list_pages():
        yield from _sample(listed.kind, f"list{listed.number}", None, listed.html.encode(), _LISTED)
    for told in genre_pages():
        yield from _sample(told.kind, told.title, None, told.html.encode(), _TOLD)


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


def _sample(
    kind: str, site: str, url: str | None, body: bytes, made: float | None = None
) -> Iterator[Sample]:
    try:
        reading = read_page(Page(url=url, body=body), known_sites())
    except Rejected:
        return
    figures = figures_of(reading.doc, reading.body, reading.title, reading.metadata, find_posts(reading.doc))
    yield Sample(kind, site, figures, sum(map(len, reading.body.paragraphs)), made)


def train(samples: list[Sample]) -> Weights:
    """The weights of the judge of kinds."""
    names = sorted(set(samples[0].figures) - {"captions", "snippets"})
    targets = [CLASSES.index(sample.target) for sample in samples]
    counts = [sample.count for sample in samples]
    return weigh([sample.figures for sample in samples], names, CLASSES, targets, counts)


def weigh(
    figures: Sequence[Mapping[str, float]],
    names: Sequence[str],
    classes: Sequence[str],
    targets: list[int],
    counts: list[float],
    signs: Mapping[str, int] | None = None,
) -> Weights:
    """Softmax regression by Adam on standardised figures, the weights then given for the figures as they are. `signs` are
    those that a figure's weight for the last class may have."""
    table = np.array([[row.get(name, 0.0) for name in names] for row in figures])
    means, scales = table.mean(0), table.std(0) + 1e-6
    rows = np.c_[(table - means) / scales, np.ones(len(table))]
    allowed = np.array([(signs or {}).get(name, 0) for name in names])
    fitted = _fit(rows, np.eye(len(classes))[targets], np.array(counts), allowed)
    own = fitted[:-1] / scales[:, None]
    constants = fitted[-1] - means @ own
    return {
        label: {"": round(float(constants[k]), 4)}
        | {name: round(float(own[i, k]), 4) + 0.0 for i, name in enumerate(names)}
        for k, label in enumerate(classes)
    }


def _fit(rows: _Table, targets: _Table, counts: _Table, allowed: _Table) -> _Table:
    weights = np.zeros((rows.shape[1], targets.shape[1]))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    decay = np.full((rows.shape[1], 1), _DECAY)
    decay[-1] = 0.0
    for step in range(1, _ROUNDS + 1):
        raised = np.exp((sums := rows @ weights) - sums.max(1, keepdims=True))
        errors = counts[:, None] * (raised / raised.sum(1, keepdims=True) - targets)
        slopes = (rows.T @ errors + decay * weights) / counts.sum()
        first = 0.9 * first + 0.1 * slopes
        second = 0.999 * second + 0.001 * slopes**2
        weights = weights - _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-9)
        weights[:-1] = _signed(weights[:-1], allowed)
    return weights


def _signed(weights: _Table, allowed: _Table) -> _Table:
    """The weights with those at 0 that have the other sign."""
    side = weights - weights.mean(1, keepdims=True)
    wrong = (allowed != 0) & (side[:, -1] * allowed < 0)
    weights[wrong] = 0.0
    return weights


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
    parser = parser_of(__doc__)
    parser.add_argument("labels", type=Path, nargs="+")
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
