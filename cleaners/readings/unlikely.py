"""Lines of a dump that hardly belong to its text, however little their words say: a line model for text without markup.

A page's boxes part an advertisement between two paragraphs, a widget or a link from the article; a dump has lost them. What
is left of the signs is what a line looks like, what stands around it, and whether it shares its words with the text. The
weights are trained by `python -m benchmarks.dumped` on labelled pages that were made dumps of.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence, Set
from importlib.resources import files
from itertools import accumulate, groupby

from cleaners.lexicon import fold
from cleaners.readings.features import ENDS, MARKS, probability
from cleaners.readings.noise.line import DATE
from cleaners.readings.view import View

NAMES = (
    "bias", "log length", "length", "punctuation", "sentence", "digits and letters", "running", "repeated", "kept before 3",
    "kept behind 3", "kept before 10", "kept behind 10", "text before", "place", "scraps around", "words of the text",
    "words of the title", "noise before 3", "noise behind 3", "section above",
)  # fmt: skip  # laid out for reading
_LATIN = re.compile(r"[0-9A-Za-z]")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_LONG, _READ = 400, 200
"""Characters of a line that are looked at, and lines of the text whose words are."""
_SHAPED = re.compile(
    r"[（(\[【]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)\]】]?[、.．,，:：\s\d]|[①-⑳]|第[\d一二三四五六七八九十百]+[章节条款编部]"
    rf"|(?:{DATE}|[二〇零○一三四五六七八九]{{4}}年[^，。]{{1,3}}月[^，。]{{1,3}}日)"
)
"""Items with a number, and dates."""
_AMOUNT = re.compile(
    r"[\d半一二两三四五六七八九十][\d.]{0,4} ?(?:克|千克|公斤|斤|两|毫升|升|勺|匙|杯|个|根|块|片|颗|瓣|只|条)$"
)
"""`老豆腐 500克`: what a dish takes."""
_ADDRESS = re.compile(r"[\u3400-\u9fff][^。！？]{1,40}[:：]")
_WISH = re.compile(r"\W{0,2}(?:祝|恭祝|敬祝|预祝|谢谢(?:大家|各位|同学|老师|朋友)|此致|敬礼)")
_SERIES = 4
"""So many short lines are a series."""
_BELOW = 8
"""Lines below the heading of something else."""
_LEAST = 0.3
"""Probability below which a line is no text of the article: where labelled pages gain most."""
WEIGHTS: Sequence[float] = tuple(
    json.loads((files(__package__) / "unlikely.json").read_text(encoding="utf-8")).values()
)
"""Of the figures of a line, in the order of NAMES."""


def unlikely(view: View, kept: Sequence[int], start: int, title: str) -> set[int]:
    """Those of the kept lines of a dump, read from `start` under a title, that are hardly its text."""
    asked = doubtful(view, kept)
    rows = zip(asked, line_figures(view, kept, asked, start, title), strict=True)
    return {at for at, row in rows if probability(WEIGHTS, row) < _LEAST}


def doubtful(view: View, kept: Sequence[int]) -> list[int]:
    """The lines that are asked about. Not running text, nor items with numbers, amounts, dates, what stands above one of
    these, who is addressed or thanked, several short lines together, and lines of a dump without running text: a list, a table,
    who signs a notice and when, a poem."""
    if not any(view.good[at] for at in kept):
        return []
    series = _in_series(view, kept)
    plain = (at for at in kept if not (view.good[at] or at in series))
    return [at for at in plain if not (_is_shaped(view, at) or _is_address(view, at))]


def _is_shaped(view: View, at: int) -> bool:
    """It has a number or an amount, or is a date, or stands above one that does: the label of a list, who signs."""
    texts = [fold(run.text[:_LONG]) for run in view.runs[at : at + 2]]
    return any(_SHAPED.match(text) or _AMOUNT.search(text) for text in texts)


def _is_address(view: View, at: int) -> bool:
    """It ends in a colon above a paragraph, or wishes or thanks below one."""
    text = view.folded(at)
    above = at > 0 and view.good[at - 1]
    below = at + 1 < len(view.runs) and view.good[at + 1]
    return bool((below and _ADDRESS.fullmatch(text)) or (above and _WISH.match(text)))


def _in_series(view: View, kept: Sequence[int]) -> set[int]:
    """The lines where several short ones stand together."""
    found: set[int] = set()
    for _, group in groupby(enumerate(kept), lambda one: (view.good[one[1]], one[1] - one[0])):
        lines = [at for _, at in group]
        found.update(lines if len(lines) >= _SERIES else ())
    return found


def line_figures(
    view: View, kept: Sequence[int], asked: Sequence[int], start: int, title: str
) -> Iterator[tuple[float, ...]]:
    """One row a line that is asked about, in the order of NAMES; one at a time, for a row takes a kilobyte."""
    count, chosen = len(view.runs), set(kept)
    held = [0, *accumulate(at in chosen for at in range(count))]
    noise = [0, *accumulate(bool(view.noise(at, edge=True)) for at in range(count))]
    scraps = _scraps(view.good)
    words = _words("\n".join(view.runs[at].text[:_LONG] for at in kept[:_READ] if view.good[at]))
    told = _words(title)
    for at in asked:
        text = view.runs[at].text
        own = _words(text[:_LONG])
        above = range(max(start, at - _BELOW), at)
        yield (
            *_look(text), float(view.good[at]), float(view.repeats[text] > 1),
            *(_share(held, at, reach) for reach in (-3, 3, -10, 10)),
            view.good_sums[at] / (view.good_sums[-1] or 1), at / count, scraps[at], _part(own, words), _part(told, own),
            _share(noise, at, -3), _share(noise, at, 3), float(any(view.section(line) is not None for line in above)),
        )  # fmt: skip  # laid out as NAMES


def _look(text: str) -> tuple[float, ...]:
    """What a line looks like."""
    sample = text[:_LONG]
    long = len(sample)
    marks, latin = len(MARKS.findall(sample)) / long, len(_LATIN.findall(sample)) / long
    return (
        *(1.0, math.log1p(len(text)) / 6, long / _LONG, min(0.2, marks) * 5),
        *(float(text[-1] in ENDS), latin),
    )


def _words(text: str) -> Set[str]:
    """Pairs of neighbouring Chinese characters."""
    return {run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)}


def _part(whole: Set[str], some: Set[str]) -> float:
    return len(whole & some) / len(whole) if whole else 0.0


def _share(sums: Sequence[int], at: int, reach: int) -> float:
    """Share of the lines before or, where `reach` is positive, behind one."""
    last = len(sums) - 1
    low, high = (at + 1, at + 1 + reach) if reach > 0 else (at + reach, at)
    return (sums[min(last, high)] - sums[max(0, low)]) / abs(reach) if low < last else 0.0


def _scraps(good: Sequence[bool]) -> list[float]:
    """Of each line how many stand around it without running text, as a logarithm."""
    found, at = [0.0] * len(good), 0
    while at < len(good):
        end = at
        while end < len(good) and not good[end]:
            end += 1
        found[at:end] = [math.log1p(end - at) / 5] * (end - at)
        at = end + 1
    return found
