"""Pages and dumps of a few elements in turn, chosen at random, whose cost outgrows them.

    python -m benchmarks.growth [--shapes N] [--seed N]

Each is cleaned as it is and four times as long, and where that takes more than it should, sixteen times as long; what still takes
too much is printed. The seed repeats a run.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import cycle, islice
from pathlib import Path
from time import process_time

from benchmarks.commands import parser_of
from cleaners import Cleaner, Rejected
from schemas import Page

_SMALL = 600
"""Elements of the smallest page."""
_SUSPECT, _WORSE = 4.8, 6.5
"""Times the time of a quarter of the page: 4 is linear, 16 quadratic."""
_TEXT = "这是合成的一个段落，讲的是小城里的一条老街，街上有许多老店，店里的人都认得彼此。"
_LINES, _ELEMENTS = (
    part.splitlines() for part in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split("\n\n")
)
"""Lines of text, and the elements that hold one where they say @; {n} is a number that grows."""

Make = Callable[[int], bytes | str]


def seconds(made: bytes | str) -> float:
    """Processor time of cleaning a page, or a dump where it is `str`."""
    cleaner, started = Cleaner(), process_time()
    if isinstance(made, bytes):
        cleaner.process(Page(url="https://a.example/1.html", body=made))
    else:
        with suppress(Rejected):
            cleaner.clean_text(made)
    return process_time() - started


def shapes(seed: int) -> Iterator[tuple[str, Make]]:
    """What is repeated, and what makes it as often as asked, for ever."""
    chosen = random.Random(seed)
    while True:
        units = [_unit(chosen) for _ in range(chosen.choice((1, 1, 2, 3)))]
        before, after, every = chosen.choice((0, 4)), chosen.choice((0, 1)), chosen.choice((0, 0, 7, 40))
        if chosen.random() < 0.8:
            yield f"{units} {before} {after} {every}", _page(units, before, after, every)
        else:
            lines = [chosen.choice(_LINES) for _ in units]
            yield f"{lines} {before} {every}", _dump(lines, before, every)


def _unit(chosen: random.Random) -> str:
    return chosen.choice(_ELEMENTS).replace("@", chosen.choice(_LINES))


def _repeated(units: list[str], count: int, text: str, every: int) -> str:
    turns = enumerate(islice(cycle(units), count))
    return "".join(
        unit.replace("{n}", str(n)) + (text if every and n % every == 0 else "") for n, unit in turns
    )


def _page(units: list[str], before: int, after: int, every: int) -> Make:
    text = f"<p>{_TEXT}</p>"
    head = "<title>合成的老街_合成网</title><h1>合成的老街</h1><p>2026-11-20 10:00 来源：合成日报</p><div>"

    def page(count: int) -> bytes:
        body = text * before + _repeated(units, count, text, every) + text * (after * count // 10)
        return (head + body).encode()

    return page


def _dump(lines: list[str], before: int, every: int) -> Make:
    text = f"{_TEXT}\n"
    return lambda count: text * before + _repeated([f"{line}\n" for line in lines], count, text, every)


def outgrows(make: Make, cost: Callable[[bytes | str], float] = seconds) -> float:
    """How many times the time four times as much takes, where that is too much at two sizes; otherwise 0."""
    small, middle = cost(make(_SMALL)), cost(make(_SMALL * 4))
    if middle < _SUSPECT * small:
        return 0
    found = cost(make(_SMALL * 16)) / middle
    return found if found > _WORSE else 0


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--shapes", type=int, default=1_000, help="how many to try")
    parser.add_argument("--seed", type=int, default=1)
    given, worse = parser.parse_args(), 0
    for name, make in islice(shapes(given.seed), given.shapes):
        if found := outgrows(make):
            worse += 1
            print(f"{found:5.1f} {name}", flush=True)
    print(f"{worse} of {given.shapes} shapes outgrow their pages (seed {given.seed})")


if __name__ == "__main__":
    main()
