"""How well copies are told from other articles, and what a million signatures cost.

    python -m benchmarks.duplicates                     # a labelled set of synthetic articles (seeded)
    python -m benchmarks.duplicates CORPUS [CORPUS...]  # the articles of folders with gold.jsonl as originals
    python -m benchmarks.duplicates --many 1000000      # time and memory of so many random signatures
    python -m benchmarks.duplicates --many 1000000 --disk   # the same, with the signatures in temporary files

Each original gets edited copies: quotes changed, a paragraph dropped, another title, Traditional characters, an
appended promotion, and two of these at once. The other synthetic articles of an event share its names and numbers and
quote two of four statements. Originals of a corpus that are copies themselves are left out, and counted. A pair is
found when both texts end in one group.
"""

import json
import random
import resource
import time
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

from benchmarks.commands import parser_of
from benchmarks.synthetic import Writer
from cleaners.duplicates import DuplicateIndex, signature
from cleaners.normalise.conversion import read_dictionary
from crawler.corpus.disk_index import DiskIndex

_SEED = 20261122
_EVENTS, _REPORTS = 300, 4

Edit = Callable[[str, random.Random], str]


def _requoted(text: str, rng: random.Random) -> str:
    style = rng.choice(["「」", '""', "『』"])
    return text.replace("“", style[0]).replace("”", style[1])


def _shortened(text: str, rng: random.Random) -> str:
    paragraphs = text.split("\n")
    if len(paragraphs) > 2:
        paragraphs.pop(rng.randrange(1, len(paragraphs)))
    return "\n".join(paragraphs)


def _retitled(text: str, rng: random.Random) -> str:
    return Writer(rng).title() + "\n" + text


def _traditional(text: str, rng: random.Random) -> str:
    return text.translate(_TRADITIONAL)


def _promoted(text: str, rng: random.Random) -> str:
    return text + "\n" + Writer(rng).promotion()


_TRADITIONAL = {ord(char): values[0] for char, values in read_dictionary("STCharacters.txt").items()}
_EDITS: dict[str, Edit] = {
    "quotes changed": _requoted,
    "paragraph dropped": _shortened,
    "title added": _retitled,
    "Traditional": _traditional,
    "promotion appended": _promoted,
}


def synthetic_reports(rng: random.Random) -> Iterator[tuple[str, str]]:
    """(event, article) for several reports of each event."""
    for number in range(_EVENTS):
        event = Writer(rng).event()
        for _ in range(_REPORTS):
            yield f"event {number}", Writer(rng).report(event)


def distinct(texts: list[str]) -> list[str]:
    """The texts without those that are copies of an earlier one."""
    index = DuplicateIndex()
    for number, text in enumerate(texts):
        index.add(str(number), signature(text))
    copies = {int(key) for group in index.groups() for key in group[1:]}
    print(f"{len(copies)} of {len(texts)} originals are copies of others and left out")
    return [text for number, text in enumerate(texts) if number not in copies]


def with_copies(originals: list[str], rng: random.Random) -> Iterator[tuple[int, str, str]]:
    """(original, edit, text) for every original and each of its copies."""
    for number, text in enumerate(originals):
        yield number, "", text
        for name, edit in _EDITS.items():
            yield number, name, edit(text, rng)
        one, other = rng.sample(list(_EDITS.values()), 2)
        yield number, "two edits", other(one(text, rng), rng)


def judge(texts: list[tuple[int, str, str]]) -> None:
    """Groups the texts, prints precision and recall over pairs, and recall by edit."""
    index = DuplicateIndex()
    started = time.process_time()
    for number, (_, _, text) in enumerate(texts):
        index.add(str(number), signature(text))
    signed = time.process_time()
    groups = [[texts[int(key)] for key in group] for group in index.groups()]
    grouped = time.process_time()
    pairs = [(a, b) for group in groups for a, b in combinations(group, 2)]
    right = sum(a[0] == b[0] for a, b in pairs)
    copies = len(_EDITS) + 2
    wanted = len({original for original, _, _ in texts}) * copies * (copies - 1) // 2
    print(
        f"{len(texts)} texts, {wanted} pairs of copies: precision {right / len(pairs):.4f}, recall {right / wanted:.4f}"
    )
    together = [(a, b) for a, b in pairs if a[0] == b[0] and not a[1]]
    for name in [*_EDITS, "two edits"]:
        found = sum(b[1] == name for _, b in together)
        print(f"| {name} | {found / len({original for original, _, _ in texts}):.4f} |")
    per_text = 1000 * (signed - started) / len(texts)
    print(f"{per_text:.3f} ms a signature, {grouped - signed:.2f} s for the groups")


def many(count: int, *, on_disk: bool) -> None:
    """Groups random signatures, a tenth of them copies, and prints time and memory."""
    rng = random.Random(_SEED)
    started = time.process_time()
    made = _signatures(count, rng)
    if on_disk:
        with DiskIndex() as index:
            for signed in made:
                index.add(signed)
            added = time.process_time()
            groups = len(index.groups())
    else:
        in_memory = DuplicateIndex()
        for number, signed in enumerate(made):
            in_memory.add(f"https://site{number % 997}.example/news/{number}.html", signed)
        added = time.process_time()
        groups = len(in_memory.groups())
    spent = time.process_time() - added
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(
        f"{groups} groups; made and added in {added - started:.0f} s, grouped in {spent:.0f} s, {peak:.2f} GB"
    )


def _signatures(count: int, rng: random.Random) -> Iterator[bytes]:
    last = rng.randbytes(512)
    for number in range(count):
        last = last if number % 10 == 9 else rng.randbytes(512)
        yield last


def main() -> None:
    """Runs what the arguments ask for."""
    parser = parser_of(__doc__)
    parser.add_argument("corpus", nargs="*", type=Path)
    parser.add_argument("--many", type=int)
    parser.add_argument("--disk", action="store_true")
    args = parser.parse_args()
    rng = random.Random(_SEED)
    if args.many:
        many(args.many, on_disk=args.disk)
    elif args.corpus:
        rows = [
            line for folder in args.corpus for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()
        ]
        judge([*with_copies(distinct([json.loads(row)["text"] for row in rows]), rng)])
    else:
        judge([*with_copies([text for _, text in synthetic_reports(rng)], rng)])


if __name__ == "__main__":
    main()
