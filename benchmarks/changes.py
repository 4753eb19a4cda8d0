"""Changes that change nothing: labelled pages, each changed in a way that leaves the article as it was; F1 lost by each.

    python -m benchmarks.changes                     # the fixtures
    python -m benchmarks.changes CORPUS [CORPUS…]    # folders in the corpus format

Prints a Markdown table. What an extractor loses here it owes to names, to one print of the title or to the place of the text.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lxml import etree

from benchmarks.commands import given_folders
from benchmarks.corpora import GoldPage, read_corpus, read_fixtures
from benchmarks.gate import by_qingwen, scored
from benchmarks.scoring import comparable, mean
from cleaners import decode
from cleaners.dom import parse

Change = Callable[[etree._Element, GoldPage], None]
"""Changes a tree in place."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What a tree does not take back."""
_HEADLINES = 20
_SITE = "青水晚报"


def rename(tree: etree._Element, page: GoldPage) -> None:
    """Every class and id says nothing, in markup and style sheets alike."""
    names: dict[str, str] = {}

    def new(name: str) -> str:
        return names.setdefault(name, f"k{random.Random(name).getrandbits(40):x}")

    for element in tree.iter(etree.Element):
        if value := element.get("class"):
            element.set("class", " ".join(map(new, value.split())))
        if value := element.get("id"):
            element.set("id", new(value))
        if element.tag == "style" and element.text:
            element.text = re.sub(
                r"(?<=[.#])[A-Za-z_][\w-]*(?=[^{}]*\{)", lambda m: new(m.group()), element.text
            )


def unprint(tree: etree._Element, page: GoldPage) -> None:
    """The title is printed nowhere."""
    wanted = comparable(page.title)
    for element in tree.iter(etree.Element):
        if (
            element.tag not in ("title", "meta", "script")
            and wanted
            and comparable("".join(element.itertext())) == wanted
        ):
            for inner in element.iter(etree.Element):
                inner.text = None
                if inner is not element:
                    inner.tail = None


def name_behind(tree: etree._Element, page: GoldPage) -> None:
    """The head names only the site, which is printed once more behind everything."""
    for element in [
        e for e in tree.iter("meta", "title") if e.tag == "title" or e.get("property") or e.get("name")
    ]:
        if element.tag == "title":
            element.text = _SITE
        elif element.getparent() is not None:
            element.getparent().remove(element)
    body = tree.find("body")
    if body is not None:
        etree.SubElement(body, "p").text = _SITE


def divs(tree: etree._Element, page: GoldPage) -> None:
    """Paragraphs are div."""
    for element in tree.iter("p"):
        element.tag = "div"


def breaks(tree: etree._Element, page: GoldPage) -> None:
    """Paragraphs are lines with breaks between."""
    for element in list(tree.iter("p")):
        element.tag = "span"
        line = etree.Element("br")
        line.tail, element.tail = element.tail, None
        element.addnext(line)


def headlines(tree: etree._Element, page: GoldPage) -> None:
    """A list of headlines stands before everything."""
    body = tree.find("body")
    if body is None:
        return
    box = etree.Element("div")
    body.insert(0, box)
    for number in range(_HEADLINES):
        link = etree.SubElement(etree.SubElement(box, "li"), "a", href=f"/{number}.html")
        link.text = f"青水镇第{number}条步道昨日开放，市民可以走到河边"


def all_at_once(tree: etree._Element, page: GoldPage) -> None:
    """Every change but those that need the title's print or other paragraphs."""
    for change in (headlines, divs, name_behind, rename):
        change(tree, page)


CHANGES: dict[str, Change] = {
    "names say nothing": rename,
    "title not printed": unprint,
    "site's name behind the text": name_behind,
    "p is div": divs,
    "p is br": breaks,
    "headlines before the text": headlines,
    "all at once": all_at_once,
}


def changed(page: GoldPage, change: Change) -> GoldPage:
    """The page after a change, as UTF-8."""
    tree = parse(_CONTROL.sub("", decode(page.body, headers=page.headers).text))
    change(tree, page)
    body = etree.tostring(tree, encoding="utf-8", method="html")
    return replace(page, body=body, headers=(("content-type", "text/html; charset=utf-8"),))


def f1_of(pages: list[GoldPage]) -> float:
    return mean([scored(page, by_qingwen(page)) for page in pages]).f1


def main(folders: list[Path]) -> None:
    """Print the table."""
    corpora = {folder.name: list(read_corpus(folder)) for folder in folders} or {
        "fixtures": list(read_fixtures())
    }
    pages = [page for corpus in corpora.values() for page in corpus]
    whole = f1_of(pages)
    print(f"| change ({len(pages)} pages) | F1 | lost |")
    print("|---|---|---|")
    print(f"| none | {whole:.4f} | |")
    for name, change in CHANGES.items():
        found = f1_of([changed(page, change) for page in pages])
        print(f"| {name} | {found:.4f} | {whole - found:+.4f} |", flush=True)


if __name__ == "__main__":
    main(given_folders(__doc__))
