"""Labelled pages whose article is cut to its first sentences: short articles as they stand among what a site prints beside
them. Texts of 40 to 160 letters are few in every corpus, and the hardest: nearly everything else on the page is longer.

    python -m benchmarks.shortened CORPUS [CORPUS…]    # folders in the corpus format

Prints quality on the cut pages, and how many are refused.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from benchmarks.commands import given_folders
from benchmarks.corpora import GoldPage, read_corpus
from benchmarks.gate import by_qingwen, scored
from benchmarks.scoring import clean_share, comparable, mean
from cleaners import decode
from cleaners.dom import parse

_LEAST, _ENOUGH, _MOST = 40, 110, 160
"""Letters of a short text: at least so many, drawn between the first two, and at most so many with another sentence."""
_LONGEST = 260
"""Letters of a first sentence that is still short."""
_SENTENCE = re.compile(r"[^。！？]*[。！？][”」』]?")
_CLOSED = re.compile(r"[。！？!?…][”」』）)]?$")
_MARKS = "。！？”」』…；，"
_LONG, _NEAR, _BACK = 12, 40, 300
"""Letters of a piece that is looked for anywhere; how far ahead shorter ones, and how far back all are."""
_FOUND = 0.9
"""Share of the short text that the page must print."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_UNSEEN = frozenset(["script", "style", "title"])


def shortened(page: GoldPage) -> GoldPage | None:
    """The page with the first sentences of its article alone; None where they cannot be told from the rest."""
    lines = _first_lines(page)
    gold, short = comparable(page.text), comparable("".join(lines))
    start = gold.find(short)
    tree = parse(_CONTROL.sub("", decode(page.body, headers=page.headers).text))
    closed = any(_CLOSED.search(line) for line in lines)
    if not (_LEAST <= len(short) <= _LONGEST and start >= 0 and closed):
        return None
    if not _cut(tree, page, gold, range(start, start + len(short))):
        return None
    _silence(tree, gold)
    body = etree.tostring(tree, encoding="utf-8", method="html")
    header = ("content-type", "text/html; charset=utf-8")
    return replace(page, body=body, headers=(header,), text="\n".join(lines))


def _first_lines(page: GoldPage) -> list[str]:
    """Lines and sentences from the beginning of the gold text, as many as make a short article."""
    least = random.Random(page.id).randint(_LEAST, _ENOUGH)
    lines: list[str] = []
    size = 0
    for line in page.text.split("\n"):
        if size >= least or comparable(line) in ("", comparable(page.title)):
            continue
        if size + len(comparable(line)) > _MOST:
            line = _first_sentences(line, least - size, _MOST - size if size else _LONGEST)
        lines += [line] if line else []
        size = len(comparable("".join(lines)))
        if not line:
            break
    return lines


def _first_sentences(line: str, least: int, most: int) -> str:
    text = ""
    for sentence in _SENTENCE.findall(line):
        if len(comparable(text)) >= least or len(comparable(text + sentence)) > most:
            break
        text += sentence
    return text


def _cut(tree: etree._Element, page: GoldPage, gold: str, short: range) -> bool:
    """Take the rest of the article out of the page; whether that was found, and the beginning stands."""
    at = left = 0
    for element, place in _texts(tree):
        piece = comparable(getattr(element, place))
        if not piece or piece == comparable(page.title) or (found := _find(gold, piece, at)) < 0:
            continue
        at = found + len(piece)
        if found >= short.stop:
            setattr(element, place, None)
        elif found >= short.start:
            text = _letters(getattr(element, place), short.stop - found) if at > short.stop else None
            setattr(element, place, text or getattr(element, place))
            left += min(at, short.stop) - found
    return left >= _FOUND * len(short) and at * 2 >= len(gold)


def _texts(tree: etree._Element) -> list[tuple[etree._Element, str]]:
    """Where the page holds text: an element, and whether it stands in or behind it."""
    found = []
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag not in _UNSEEN and (element.text or "").strip():
            found.append((element, "text"))
        if (element.tail or "").strip():
            found.append((element, "tail"))
    return found


def _find(gold: str, piece: str, at: int) -> int:
    if len(piece) >= _LONG:
        return gold.find(piece, max(0, at - _BACK))
    return gold.find(piece, at, at + len(piece) + _NEAR)


def _letters(text: str, count: int) -> str:
    """The beginning of a text, with so many letters and the marks behind them."""
    kept = ""
    for char in text:
        if not count and char not in _MARKS:
            break
        kept, count = kept + char, count - len(comparable(char)) if count else 0
    return kept


def _silence(tree: etree._Element, gold: str) -> None:
    """Scripts that hold the whole article hold nothing, and paragraphs without a word are gone."""
    middle = gold[len(gold) // 2 : len(gold) // 2 + 2 * _LONG]
    for script in tree.iter("script"):
        if middle in comparable(script.text or ""):
            script.text = None
    for element in list(tree.iter("p")):
        parent = element.getparent()
        if parent is not None and not (
            len(element) or (element.text or "").strip() or (element.tail or "").strip()
        ):
            parent.remove(element)


def _pages(folder: Path) -> Iterator[GoldPage]:
    return filter(None, map(shortened, read_corpus(folder)))


def main(folders: list[Path]) -> None:
    """Print the table."""
    print("| corpus | cut pages | P | R | F1 of them | clean ones | refused |")
    print("|---|---|---|---|---|---|---|")
    for folder in folders:
        pages = list(_pages(folder))
        texts = [by_qingwen(page) for page in pages]
        scores = [scored(page, text) for page, text in zip(pages, texts, strict=True)]
        if scores:
            average = mean(scores)
            figures = f"{average.precision:.3f} | {average.recall:.3f} | {average.f1:.3f} | {clean_share(scores):.3f}"
            print(f"| {folder.name} | {len(pages)} | {figures} | {texts.count('')} |", flush=True)


if __name__ == "__main__":
    main(given_folders(__doc__))
