"""Labelled pages as text dumps: what `clean_text` makes of them, and the weights of its line model.

    python -m benchmarks.dumped CORPUS [CORPUS…]            # folders in the corpus format: F1 and refusals
    python -m benchmarks.dumped --write CORPUS [CORPUS…]    # and write cleaners/readings/unlikely.json
    python -m benchmarks.dumped --saved FOLDER [FOLDER…]    # saved pages without labels: against what is read of them

A dump holds every text of a page, menus and lists and what a script shows later, each block on a line of its own, as archives
of text (WET) and copies from a browser do.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from lxml import etree

import cleaners.readings.unlikely
from benchmarks.commands import parser_of
from benchmarks.corpora import GoldPage, read_corpus
from benchmarks.gate import scored
from benchmarks.scoring import mean
from benchmarks.train import labels_of, logistic
from cleaners import Cleaner, Rejected, decode
from cleaners.dom import parse
from cleaners.reading import read_lines
from cleaners.readings.unlikely import NAMES, line_figures
from cleaners.readings.view import View
from cleaners.tags import BLOCK, INLINE, KINDS, SILENT

WEIGHTS = Path(cleaners.readings.unlikely.__file__).with_name("unlikely.json")
_BLANKS = re.compile(r"\s+")
_CHOSEN = frozenset(["body", "unlikely"])
"""Rules of the lines that were the text before the model was asked."""


def dump(page: GoldPage) -> str:
    """Every text of a page, each block on a line of its own."""
    parts: list[str] = []
    tree = parse(decode(page.body).text)
    for element in [element for element in tree.iter() if _kind(element) == SILENT]:
        element.text = ""
        del element[:]
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if _kind(element) != INLINE:
            parts.append("\n")
        told = element.text if event == "start" else element.tail
        parts.append(_BLANKS.sub(" ", told or ""))
    lines = (line.strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _kind(element: etree._Element) -> int:
    if not isinstance(element.tag, str):
        return SILENT
    return BLOCK if element.tag in ("head", "title") else KINDS.get(element.tag, INLINE)


def figures(page: GoldPage) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Of each line in the text of a page's dump: its figures, and whether the gold text holds it. The model learns from running
    text, too, and is asked about other lines only."""
    try:
        read = read_lines(dump(page))
    except Rejected:
        return
    view, taken = View(read.doc.runs), read.picked.taken
    kept = [at for at, rule in enumerate(taken.rules) if rule in _CHOSEN]
    labels = list(labels_of(view, page))
    rows = line_figures(view, kept, kept, taken.start, taken.title.text)
    yield from zip(rows, (labels[at] for at in kept), strict=True)


def trained(pages: Sequence[GoldPage]) -> dict[str, float]:
    """The weights, by their names."""
    rows, labels = zip(*(line for page in pages for line in figures(page)), strict=True)
    weights = logistic(np.array(rows), np.array(labels, float))
    return dict(zip(NAMES, (round(float(weight), 4) for weight in weights), strict=True))


def saved(folder: Path) -> Iterator[GoldPage]:
    """Saved pages, with the text that is read of each as what its dump should give; those that are no article are left out."""
    for file in sorted(folder.rglob("*.html.gz")):
        body = gzip.decompress(file.read_bytes())
        try:
            article = Cleaner(script="original").clean(body)
        except Rejected:
            continue
        yield GoldPage(file.name, None, (), body, article.title, article.text)


def told(pages: Sequence[GoldPage]) -> Iterator[str]:
    """What is made of the dumps."""
    texts = [(page, text) for page in pages if (text := _cleaned(page)) is not None]
    scores = [scored(page, text) for page, text in texts]
    clean = sum(score.f1 >= 0.95 for score in scores) / len(pages)
    yield f"{len(pages)} dumps: {len(pages) - len(scores)} refused"
    yield f"F1 of the others {mean(scores).f1:.4f}; of all {sum(s.f1 for s in scores) / len(pages):.4f}, >= .95 {clean:.3f}"


def _cleaned(page: GoldPage) -> str | None:
    try:
        return Cleaner(script="original").clean_text(dump(page), url=page.url).text
    except Rejected:
        return None


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("folders", type=Path, nargs="+", metavar="CORPUS")
    parser.add_argument("--write", action="store_true", help="write the weights that the package ships")
    parser.add_argument("--saved", action="store_true", help="the folders hold saved pages without labels")
    given = parser.parse_args()
    read = saved if given.saved else read_corpus
    pages = [page for folder in given.folders for page in read(folder)]
    if given.write:
        WEIGHTS.write_text(json.dumps(trained(pages), indent=1) + "\n", encoding="utf-8")
    print(*told(pages), sep="\n")


if __name__ == "__main__":
    main()
