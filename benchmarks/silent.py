"""Silent loss: paragraphs from the middles of labelled articles, put first, in the middle and last on a plain page.

    python -m benchmarks.silent                      # the fixtures
    python -m benchmarks.silent CORPUS [CORPUS…]     # folders in the corpus format

Prints how many of them a word rule drops, by place. A paragraph of an article is text wherever it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path

from benchmarks.commands import given_folders
from benchmarks.corpora import read_corpus, read_fixtures
from cleaners.reading import read_page
from cleaners.readings.rules import Rule, Strength
from cleaners.sites import known_sites
from schemas import Page

_LEAST = 30
"""Characters of a paragraph; shorter lines are subheads and captions."""
_MOST = 5_000
_TITLE = "老城区今年整治三十二处积水点"
_AROUND = [
    "施工从去年秋天开始，中间因为汛期停了两个月，今年五月才重新铺完最后一段。",
    "附近的居民说，以前一下雨就要垫着砖头出门，现在孩子可以自己走到学校。",
    "按照计划，到今年年底还要改造五条街道，老旧的管道会换成更粗的。",
    "负责工程的人介绍，新的泵站比旧的多两台水泵，可以同时抽三个路口的积水。",
]
"""Invented."""
PLACES = {"first": 0, "in the middle": 2, "last": 4}


def paragraphs(folders: list[Path]) -> Iterator[str]:
    """Paragraphs of gold texts that stand neither first nor last."""
    pages = (page for folder in folders for page in read_corpus(folder)) if folders else read_fixtures()
    for page in pages:
        yield from (line for line in page.text.split("\n")[1:-1] if len(line) >= _LEAST)


def dropped_by(paragraph: str, place: int) -> str:
    """The word rule that drops a paragraph at a place of the page, or ''."""
    lines = [*_AROUND[:place], paragraph, *_AROUND[place:]]
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    source = (
        f"<html><head><title>{_TITLE}</title></head><body><h1>{_TITLE}</h1><div>{body}</div></body></html>"
    )
    reading = read_page(Page(url="https://example.com/1.html", body=source.encode()), known_sites())
    wanted = " ".join(paragraph.split())
    rules = (
        Rule(rule or "before")
        for run, rule in zip(reading.doc.runs, reading.body.rules, strict=True)
        if run.text == wanted
    )
    rule = next(rules, Rule.BODY)
    return rule.value if rule.strength is Strength.WORD else ""


def main(folders: list[Path]) -> None:
    """Print the table."""
    found = list(paragraphs(folders))
    step = max(1, len(found) // _MOST)
    chosen = found[::step]
    print(f"| place ({len(chosen)} paragraphs) | dropped | share | by |")
    print("|---|---|---|---|")
    for name, place in PLACES.items():
        rules = Counter(rule for paragraph in chosen if (rule := dropped_by(paragraph, place)))
        by = ", ".join(f"{rule} {count}" for rule, count in rules.most_common())
        print(f"| {name} | {rules.total()} | {rules.total() / len(chosen):.2%} | {by} |", flush=True)


if __name__ == "__main__":
    main(given_folders(__doc__))
