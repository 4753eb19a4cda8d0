"""What speaks against a reading, and which is taken: just enough of it, and just too little."""

from __future__ import annotations

from operator import mul

import pytest

from cleaners.metadata.title import Title
from cleaners.readings.features import probability
from cleaners.readings.judge import (
    FIGURES,
    WEIGHTS,
    _doubt_of_place,
    _doubt_of_title,
    is_anchored,
    judge_readings,
    reading_figures,
)
from cleaners.readings.proposals import Reading
from cleaners.readings.subject import Subject
from tests.cleaners.readings.views import box, good, lines, page

P = f"<p>{good(40)}</p>"


def reading(
    kept: tuple[int, ...], run: int | None = 0, weight: float = 1.2, number: int = 0, *, end: int = 9
) -> Reading:
    title = Title("河湾新桥", "h1", run, weight=weight)
    return Reading(title, None, 0, end, [""] * end, kept, number)


@pytest.mark.parametrize(
    ("kept", "run", "weight", "anchored"),
    [
        ((1,), 0, 1.2, True),
        ((1,), 0, 1.19, False),
        ((9,), 1, 1.2, True),
        ((10,), 1, 1.2, False),
        ((1,), 1, 1.2, False),
        ((0,), 1, 1.2, False),
        ((), 0, 1.2, False),
        ((1,), None, 1.2, False),
    ],
)
def test_a_text_right_below_a_sure_title_is_anchored(
    kept: tuple[int, ...], run: int | None, weight: float, anchored: bool
) -> None:
    assert is_anchored(reading(kept, run, weight)) is anchored


@pytest.mark.parametrize(
    ("inner", "weight", "cost"),
    [
        (f"<p>{good(30)}</p><h2>桥</h2>{P}", 0.94, 2.5),
        (f"<p>{good(30)}</p><h2>桥</h2>{P}", 0.95, 0.0),
        (f"<p>{good(29)}</p><h2>桥</h2>{P}", 0.94, 0.0),
        (f"<h2>桥</h2>{P}", 0.94, 0.0),
        (f"<h2 class=title>{good(30)}</h2>{P}", 0.94, 2.5),
        (f"{P}</div><h2>桥</h2><div>", 0.94, 0.0),
        (f"</div>{P}<h2>桥</h2><div class=text>{P}", 0.94, 0.0),
    ],
)
def test_a_weak_title_inside_the_text_costs_what_stands_above_it(
    inner: str, weight: float, cost: float
) -> None:
    view = page(f"<div class=text>{inner}</div>")
    run = next(index for index, run in enumerate(view.runs) if run.box and run.box.tag == "h2")
    title = Title("桥", "h2", run, weight=weight)
    through = box(view, "text")
    assert _doubt_of_title(view, Reading(title, through, 0, 9, [], ())) == cost
    assert _doubt_of_title(view, Reading(title, None, 0, 9, [], ())) == 0.0
    untitled = Title("桥", "title", weight=weight)
    assert _doubt_of_title(view, Reading(untitled, through, 0, 9, [], ())) == 0.0


SPLIT = page(f"<div><h1>河湾新桥</h1><div>{P}</div><div class=far><div><div>{P}</div></div></div></div>")
"""Half of its text stands apart from the title, three quarters of that count."""


def subject(
    run: int | None = 0, weight: float = 0.5, *, head: int | None = 0, opens: bool = False
) -> Subject:
    return Subject(SPLIT, Title("河湾新桥", "h1", run, weight=weight), head, frozenset([0]), opens)


@pytest.mark.parametrize(
    ("of", "weight", "near", "cost"),
    [
        (subject(), 0.5, True, 0.0),
        (subject(), 1.0, True, 3.0),
        (subject(), 0.99, True, 0.0),
        (subject(weight=1.0), 0.5, True, 3.0),
        (subject(weight=0.99), 0.5, True, 0.0),
        (subject(opens=True), 0.5, True, 3.0),
        (subject(None), 0.5, True, 3.0),
        (subject(None), 0.5, False, 0.0),
        (subject(), 1.0, False, 0.0),
        (subject(None, head=None), 0.5, True, 0.0),
    ],
)
def test_text_apart_from_a_sure_title_costs(of: Subject, weight: float, near: bool, cost: float) -> None:
    assert _doubt_of_place(of, reading((1, 2), weight=weight), near) == pytest.approx(cost)


ODDS = [0.1, 0.9, 0.3]


def plain(one: Reading) -> float:
    """Its score but for what speaks against it."""
    (row,) = reading_figures(SPLIT, [one], ODDS)
    return sum(map(mul, WEIGHTS.result, row))


def test_the_score_is_less_by_what_speaks_against_a_reading() -> None:
    one = reading((1, 2), weight=1.0, end=3)
    (judged,) = judge_readings(subject(), [one], ODDS)
    assert judged.score == pytest.approx(plain(one) - 3.0)
    likely = (0.9 + 0.3) * 40
    assert judged.confidence == pytest.approx(2 * likely / (80 + likely + 0.4))


def test_where_nothing_is_kept_near_the_title_nothing_is_apart() -> None:
    one = reading((2,), weight=1.0, end=3)
    assert judge_readings(subject(), [one], ODDS)[0].score == pytest.approx(plain(one))


def test_a_weak_title_lowers_the_score() -> None:
    through = SPLIT.boxes[-1]
    one = Reading(Title("桥", "h2", 2, weight=0.5), through, 0, 3, [""] * 3, (2,))
    assert judge_readings(subject(), [one], ODDS)[0].score == pytest.approx(plain(one) - 2.5)


def test_the_best_comes_first() -> None:
    good_one, bad_one = reading((1,), None, 0.0, 0, end=3), reading((0,), None, 0.0, 1, end=3)
    for listed in ([good_one, bad_one], [bad_one, good_one]):
        assert judge_readings(subject(), listed, ODDS)[0].reading is good_one


def test_a_text_below_a_sure_title_comes_before_a_better_one() -> None:
    anchored, better = reading((2,), 1, 1.2, 0, end=3), reading((1,), 1, 1.2, 1, end=3)
    odds = [0.0, 1.0, 0.01]
    assert judge_readings(subject(), [anchored, better], odds)[0].reading is anchored
    loose = reading((2,), 1, 1.1, 0, end=3)
    assert judge_readings(subject(), [loose, better], odds)[0].reading is better
    below = reading((2,), 1, 1.2, 1, end=3)
    first = reading((1,), 1, 1.2, 0, end=3)
    assert judge_readings(subject(), [first, below], odds)[0].reading is first


def test_the_figures_of_a_reading_of_nothing() -> None:
    view = lines("石桥", good(40))
    (row,) = reading_figures(view, [reading((), end=2)], [0.0, 0.0])
    assert dict(zip(FIGURES, row, strict=True)) == {
        "f1": 0.0, "precision": 0.0, "recall": 0.0, "size": 0.0, "outside": 1.0, "first": 1.0, "untitled": 0.0,
        "distance": 0.0, "share": 0.0, "lines": 0.0, "links": 0.0, "running": 0.0, "f1 behind": 0.0, "size behind": 0.0,
        "title": 1.2, "h1": 0.0,
    }  # fmt: skip  # laid out for reading


def _of(value: float) -> float:
    return probability((1.0,), (value,))


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.0, 0.5), (31.0, _of(30.0)), (-31.0, _of(-30.0)), (1e9, _of(30.0))],
)
def test_a_sum_as_a_probability(value: float, expected: float) -> None:
    assert _of(value) == expected
