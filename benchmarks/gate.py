"""The quality gate: text quality and speed beside trafilatura, in one run, against the floors.

    python -m benchmarks.gate                 # the fixtures
    python -m benchmarks.gate CORPUS [CORPUS…]   # folders in the corpus format too

Prints a Markdown table. Exit code 1 when a figure is under its floor in floors.toml. A floor is raised when it is
beaten, and lowered only with a written reason, which stands beside it.
"""

from __future__ import annotations

import logging
import sys
import time
import tomllib
import warnings
from collections.abc import Callable
from pathlib import Path

import trafilatura

from benchmarks.commands import given_folders
from benchmarks.corpora import GoldPage, read_corpus, read_fixtures
from benchmarks.scoring import Score, clean_share, mean, score, without_title
from cleaners import Cleaner, to_simplified
from schemas import Article, Page

FLOORS = Path(__file__).with_name("floors.toml")

Extractor = Callable[[GoldPage], str]
_CLEANER = Cleaner(script="original")


def by_qingwen(page: GoldPage) -> str:
    outcome = _CLEANER.process(Page(url=page.url, headers=page.headers, body=page.body))
    return outcome.text if isinstance(outcome, Article) else ""


def by_trafilatura(page: GoldPage) -> str:
    return trafilatura.extract(page.body, include_comments=False) or ""


def quality(extract: Extractor, pages: list[GoldPage]) -> dict[str, float]:
    """Quality of one extractor over one corpus."""
    scores = [scored(page, extract(page)) for page in pages]
    average = mean(scores)
    return {
        "precision": average.precision,
        "recall": average.recall,
        "f1": average.f1,
        "clean_share": clean_share(scores),
    }


def seconds(extractors: tuple[Extractor, ...], pages: list[GoldPage]) -> list[float]:
    """Processor time of each, warm. Page by page in turn, so that a machine's slow moments are everybody's."""
    spent = [0.0] * len(extractors)
    for page in pages:
        for index, extract in enumerate(extractors):
            started = time.process_time()
            extract(page)
            spent[index] += time.process_time() - started
    return spent


def scored(page: GoldPage, text: str) -> Score:
    """The score of a text that was found in a page."""
    return score(_body(page.text, page.title), _body(text, page.title))


def _body(text: str, title: str) -> str:
    """What is compared: gold is printed in one script, pages in either."""
    return without_title(to_simplified(text), to_simplified(title))


def compare(name: str, pages: list[GoldPage]) -> dict[str, float]:
    """Measure both, print their rows, return ours with the speed ratio."""
    extractors = {"qingwen": by_qingwen, "trafilatura": by_trafilatura}
    found = {who: quality(extract, pages) for who, extract in extractors.items()}
    spent = dict(zip(found, seconds(tuple(extractors.values()), pages), strict=True))
    for who, figures in found.items():
        figures["speed_ratio"] = spent["trafilatura"] / spent[who]
        columns = " | ".join(f"{figures[key]:.3f}" for key in ("precision", "recall", "f1", "clean_share"))
        cost = 1000 * spent[who] / len(pages)
        print(f"| {name} ({len(pages)}) | {who} | {columns} | {cost:.1f} | {figures['speed_ratio']:.1f} |")
    return found["qingwen"]


def under_floor(name: str, figures: dict[str, float]) -> list[str]:
    """One line for each of these figures that is under its floor."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")).get(name, {})
    return [
        f"{name}: {key} {figures[key]:.3f} is under its floor {floor}"
        for key, floor in floors.items()
        if key in figures and figures[key] < floor
    ]


def main(folders: list[Path]) -> int:
    """Print the table; 1 when a figure is under its floor."""
    logging.disable(logging.CRITICAL)
    warnings.filterwarnings("ignore")  # trafilatura's own would stand between the rows
    corpora = {"fixtures": list(read_fixtures())}
    corpora |= {folder.name: list(read_corpus(folder)) for folder in folders}
    print("| corpus (pages) | tool | precision | recall | F1 | pages >= .95 | ms/page | speed ratio |")
    print("|---|---|---|---|---|---|---|---|")
    misses = [miss for name, pages in corpora.items() for miss in under_floor(name, compare(name, pages))]
    print("\n".join(misses), file=sys.stderr)
    return 1 if misses else 0


if __name__ == "__main__":
    sys.exit(main(given_folders(__doc__)))
