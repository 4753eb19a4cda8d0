"""False acceptance: pages whose article was taken out. What is left (menus, other stories, footers) is no article.

    python -m benchmarks.emptied CORPUS [CORPUS…]    # folders in the corpus format

Prints how many are still taken, and how many of those hold the article's words once more: in their data, as a summary.
"""

from __future__ import annotations

import json
from pathlib import Path

from lxml import etree

from benchmarks.commands import given_folders
from benchmarks.corpora import GoldPage, read_corpus
from benchmarks.scoring import comparable, score
from cleaners import Cleaner
from cleaners.decoding import decode
from cleaners.document import Box, Run
from cleaners.dom import parse
from cleaners.kinds.repeats import boxes_of
from cleaners.runs import read_runs
from cleaners.sites import known_sites
from schemas import Article, Page

_LINE = 8
"""Letters of a line that is looked for in the gold text."""
_MOST = 0.9
"""Share of the gold text's lines that the box holds."""
_OWN = 0.8
"""Share of what was taken that is the article's, from which on the page holds that once more."""


def emptied(page: GoldPage) -> bytes | None:
    """The page without the smallest box that holds its text; None where that is the whole page."""
    text = decode(page.body, headers=page.headers).text
    tree = parse(text, None)
    box = _box(read_runs(tree, known_sites().of(None, text)), comparable(page.text))
    if box is None or box.tag == "body" or box.element.getparent() is None:
        return None
    _take_out(box.element)
    return bytes(etree.tostring(tree, encoding="utf-8", method="html"))


def _box(runs: list[Run], gold: str) -> Box | None:
    sizes = [
        len(plain) if len(plain := comparable(run.text)) >= _LINE and plain in gold else 0 for run in runs
    ]
    least = _MOST * sum(sizes)
    held = [box for box in boxes_of(runs) if least and sum(sizes[box.start : box.end]) >= least]
    return min(held, key=lambda box: box.end - box.start, default=None)


def _take_out(element: etree._Element) -> None:
    parent, before, tail = element.getparent(), element.getprevious(), element.tail or ""
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def main(folders: list[Path]) -> None:
    cleaner = Cleaner(script="original")
    for folder in folders:
        rests = [(page, rest) for page in read_corpus(folder) if (rest := emptied(page)) is not None]
        found = [(page.text, cleaner.process(Page(url=page.url, body=rest))) for page, rest in rests]
        taken = [(gold, out.text) for gold, out in found if isinstance(out, Article)]
        held = sum(score(gold, text).precision >= _OWN for gold, text in taken)
        print(
            json.dumps(
                {"corpus": folder.name, "emptied": len(rests), "taken": len(taken), "held once more": held}
            )
        )


if __name__ == "__main__":
    main(given_folders(__doc__, least=1))
