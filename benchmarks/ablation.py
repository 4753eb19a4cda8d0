"""What each part of the body engine is worth: text F1 with the part switched off, one Markdown table.

    python -m benchmarks.ablation                    # the fixtures
    python -m benchmarks.ablation CORPUS [CORPUS…]   # folders in the corpus format

The parts are replaced from outside; the product has no switches for this.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.commands import given_folders
from benchmarks.corpora import FIXTURES, read_corpus, read_fixtures
from benchmarks.gate import by_qingwen, scored
from benchmarks.scoring import clean_share, mean
from cleaners.readings.boxes import propose

Patch = tuple[str, str, Any]
"""Module, name, replacement."""


def _always(value: Any) -> Callable[..., Any]:
    return lambda *arguments, **options: value


def _first(propose: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    return lambda *arguments: propose(*arguments)[:1]


PARTS: dict[str, tuple[Patch, ...]] = {
    "everything on": (),
    "other readings": (("cleaners.readings.proposals", "propose", _first(propose)),),
    "names of boxes": (("cleaners.walk", "junk_mark", _always("")),),
    "guards of the names": (
        ("cleaners.readings.proposals", "void_around_title", _always(frozenset())),
        ("cleaners.readings.proposals", "void_inside", _always(frozenset())),
    ),
    "names are weak evidence": (("cleaners.readings.boxes", "_NAMED", 0.0),),
    "hidden text": (("cleaners.page.sight", "hiding", _always(frozenset())),),
    "lists of teasers": (("cleaners.readings.proposals", "find_teasers", _always(frozenset())),),
    "fading behind links": (("cleaners.readings.boxes", "_HALF", 10**9),),
    "text before the title counts less": (("cleaners.readings.boxes", "_BEFORE", 1.0),),
    "cap on one run": (("cleaners.readings.boxes", "_CAP", 10**9),),
    "leaf climb": (("cleaners.readings.boxes", "LEAF", frozenset()),),
    "section headings": (("cleaners.readings.view", "section", _always(None)),),
    "line patterns": (("cleaners.readings.view", "noise", _always("")),),
    "stray lines": (("cleaners.readings.verdicts", "_STRAY", -1),),
}
PAIRS = (
    ("names of boxes", "fading behind links"),
    ("names of boxes", "lists of teasers"),
    ("names of boxes", "section headings"),
)
"""Parts that stand in for each other, as on a site whose names say nothing."""


@contextmanager
def _without(patches: tuple[Patch, ...]) -> Iterator[None]:
    with ExitStack() as undo:
        for module_name, name, replacement in patches:
            module = sys.modules[import_module(module_name).__name__]
            undo.callback(setattr, module, name, getattr(module, name))
            setattr(module, name, replacement)
        yield


def main(folders: list[Path]) -> None:
    """Print the table."""
    corpora = {folder.name: list(read_corpus(folder)) for folder in folders} or {
        FIXTURES.name: list(read_fixtures())
    }
    print("| switched off |", " | ".join(f"{name}: F1 | clean" for name in corpora), "|")
    print("|---|" + "---|---|" * len(corpora))
    pairs = {f"{one} and {other}": PARTS[one] + PARTS[other] for one, other in PAIRS}
    for part, patches in (PARTS | pairs).items():
        with _without(patches):
            found = [[scored(page, by_qingwen(page)) for page in pages] for pages in corpora.values()]
        cells = (f"{mean(scores).f1:.4f} | {clean_share(scores):.3f}" for scores in found)
        print(f"| {part} |", " | ".join(cells), "|", flush=True)


if __name__ == "__main__":
    main(given_folders(__doc__))
