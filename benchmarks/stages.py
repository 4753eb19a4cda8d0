"""Where the time of one page goes: milliseconds of process time by stage, one Markdown table.

    python -m benchmarks.stages                    # the fixtures
    python -m benchmarks.stages CORPUS [CORPUS…]   # folders in the corpus format

The best of three runs a page, so that a busy machine disturbs less; trafilatura on the same bytes beside it.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import trafilatura

from benchmarks.commands import given_folders
from benchmarks.corpora import FIXTURES, GoldPage, read_corpus, read_fixtures
from cleaners import Cleaner, cleaner, reading
from schemas import Page

STAGES: tuple[tuple[Any, str], ...] = (
    (reading, "decode"),
    (reading, "strip_pinyin"),
    (reading, "parse"),
    (reading, "read_head"),
    (reading, "read_runs"),
    (reading, "read_body"),
    (reading, "read_metadata"),
    (reading, "judge"),
    (cleaner, "write_article"),
)
_REPEATS = 3
_spent: Counter[str] = Counter()


def _timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def run(*arguments: Any, **options: Any) -> Any:
        start = time.process_time()
        try:
            return function(*arguments, **options)
        finally:
            _spent[name] += time.process_time() - start  # type: ignore[assignment]  # seconds, not a count

    return run


def _best(action: Callable[[], object]) -> Counter[str]:
    """Seconds by stage of the fastest of several runs; `total` is the whole."""
    best: Counter[str] = Counter()
    for _ in range(_REPEATS):
        _spent.clear()
        start = time.process_time()
        action()
        _spent["total"] = time.process_time() - start  # type: ignore[assignment]  # seconds, not a count
        if not best or _spent["total"] < best["total"]:
            best = Counter(_spent)
    return best


def _profile(pages: list[GoldPage]) -> Counter[str]:
    """Milliseconds a page by stage."""
    engine, sums = Cleaner(script="original"), Counter[str]()
    for page in pages:
        record = Page(url=page.url, headers=page.headers, body=page.body)
        sums.update(_best(lambda record=record: engine.process(record)))  # type: ignore[misc]  # mypy infers no type for a lambda with a default
        rival = _best(lambda body=page.body: trafilatura.extract(body, include_comments=False))  # type: ignore[misc]  # mypy infers no type for a lambda with a default
        sums["trafilatura.extract"] += rival["total"]
    return Counter({name: 1000 * seconds / len(pages) for name, seconds in sums.items()})


def main(folders: list[Path]) -> None:
    """Print the table."""
    for module, name in STAGES:
        setattr(module, name, _timed(name, getattr(module, name)))
    corpora = {folder.name: list(read_corpus(folder)) for folder in folders} or {
        FIXTURES.name: list(read_fixtures())
    }
    found = {name: _profile(pages) for name, pages in corpora.items()}
    print("| ms a page |", " | ".join(found), "|")
    print("|---|" + "---|" * len(found))
    for stage in (*(name for _, name in STAGES), "total", "trafilatura.extract"):
        print(f"| {stage} |", " | ".join(f"{profile[stage]:.2f}" for profile in found.values()), "|")
    ratios = (f"{profile['trafilatura.extract'] / profile['total']:.1f}" for profile in found.values())
    print("| ratio |", " | ".join(ratios), "|")


if __name__ == "__main__":
    main(given_folders(__doc__))
