"""How much of a genre a text has, in figures that are counted by hand. Invented lines (合成)."""

from __future__ import annotations

from collections import defaultdict
from math import log1p, sqrt

import pytest

from cleaners.document import Body, Document, Run
from cleaners.kinds import genre
from cleaners.kinds.genre import Genre, _carries_itself, _odds, beside_text, genre_figures, genre_of
from cleaners.metadata import Metadata
from cleaners.sites import GENERIC
from schemas import Kind


def figures(text: str, beside: str = "", page: dict[str, float] | None = None) -> dict[str, float]:
    return genre_figures(text, beside, Metadata({}), page or {})


HUNDRED = "\n" + "桥" * 100


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("size", HUNDRED, log1p(100) / 7),
        ("size", "", log1p(1) / 7),
        ("mean", "石桥\n桥桥桥\n桥", log1p(2) / 4),
        ("mean", "石桥", log1p(2) / 4),
        ("mean", "", log1p(1) / 4),
        ("labelled", "石桥\n地址：桥头\n一二三四五", 0.5),
        ("stops", "石桥\n桥上有人。\n桥上没有人", 0.5),
        ("numbers", "\n" + "桥" * 92 + "0000-778", log1p(0)),
        ("numbers", "\n" + "桥" * 92 + "0000-7788", log1p(1)),
        ("reader", "\n" + "桥" * 99 + "您", sqrt(1 / 100)),
        ("days", "\n昨天，今年，周日", log1p(2) / 2),
        ("quoted", "\n“好”，“早”，「晚」", log1p(3) / 2),
        ("repeated", "\n石桥石桥老街", (2 * 2 + 2) / 6),
        ("repeated", "", 0.0),
        ("house", "\n我们的", 1.0),
        ("house", "\n我们" + "桥" * 6, 0.5),
        ("house_words", "\n我们，我们", log1p(1) / 2),
        ("dated", "\n桥", 0.0),
        ("signed", "\n桥", 0.0),
    ],
)
def test_of_a_text(name: str, text: str, value: float) -> None:
    assert figures(text)[name] == pytest.approx(value)


def test_words_beside_a_text_are_counted_once_each() -> None:
    assert figures("\n桥", "电话\n电话\n传真")["entry_beside"] == pytest.approx(log1p(2) / 2)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ({"choices": log1p(2) / 3}, {"choices": 0.6, "players": 0.0}),
        ({"choices": log1p(9) / 3}, {"choices": 1.0}),
        ({"players": log1p(1) / 2}, {"players": 0.3, "choices": 0.0}),
        ({"players": log1p(9) / 2}, {"players": 1.0}),
    ],
)
def test_thirty_letters_for_each_choice_or_player(page: dict[str, float], expected: dict[str, float]) -> None:
    found = figures(HUNDRED, page=page)
    assert {name: found[name] for name in expected} == pytest.approx(expected)


def test_what_has_not_been_measured_counts_nothing() -> None:
    assert _odds({}) == genre.WEIGHTS[""]


@pytest.mark.parametrize(
    ("lines", "carries"),
    [
        (["桥" * 49 + "。"] * 3, True),
        (["桥" * 49 + "。"] * 2 + ["桥" * 50], False),
        (["桥" * 49 + "。"] * 2 + ["桥" * 48 + "。"], False),
        (["桥" * 149 + "。"], False),
    ],
)
def test_three_sentences_of_a_hundred_and_fifty_characters_carry_themselves(
    lines: list[str], carries: bool
) -> None:
    assert _carries_itself(lines) is carries


@pytest.mark.parametrize(("constant", "alone"), [(2.0, True), (1.9, False)])
def test_a_text_with_such_odds_is_judged_without_what_stands_beside_it(
    constant: float, alone: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(genre, "WEIGHTS", {"": constant, "entry_beside": -1.0})
    told = "桥" * 59 + "。"
    doc = Document([*(Run(told, None) for _ in range(3)), Run("电话", None)], GENERIC)
    body = Body((told,) * 3, 0, 3, kept=(0, 1, 2))
    assert genre_of(doc, body, "石桥", Metadata({})).sum == constant
    found = genre_of(doc, body, "石桥", Metadata({}), {})
    assert found.sum == pytest.approx(constant if alone else constant - log1p(1) / 2)
    assert (found.text, found.beside) == ("\n".join(["石桥", *[told] * 3]), "\n电话")


def test_twelve_short_lines_above_and_below_stand_beside_a_text() -> None:
    runs = [Run(f"第{n}行", None) for n in range(40)]
    runs[19] = Run("桥" * 41, None)
    runs[20] = Run("隐去", None, junk="hidden")
    runs[21] = Run("桥" * 40, None)
    doc = Document(runs, GENERIC, metas={"title": "题" * 41})
    kept = beside_text(doc, Body(("第18行",), 18, 19, kept=(18,))).split("\n")
    assert kept == [
        "题" * 40,
        *(f"第{n}行" for n in range(6, 18)),
        "桥" * 40,
        *(f"第{n}行" for n in range(22, 30)),
    ]
    assert beside_text(doc, Body((), 0, 0)).split("\n")[1:] == [f"第{n}行" for n in range(12)]


def like(name: str, total: float, text: str) -> tuple[Kind, str] | None:
    """A text of such a genre: the figures say which, the sum how surely."""
    return Genre(total, defaultdict(float, {name: 1.0}), text, "").other()


@pytest.mark.parametrize(
    ("total", "text", "refused"),
    [
        (-0.74, "电话，传真", False),
        (-0.75, "电话，传真", True),
        (-0.75, "电话", False),
        (-2.9, "电话", False),
        (-3.0, "电话", True),
        (-9.0, "石桥", False),
    ],
)
def test_two_words_of_its_genre_or_one_where_the_odds_are_small(
    total: float, text: str, refused: bool
) -> None:
    expected = (Kind.PRODUCT, f"much of the text is {text.replace('，', ' ')}") if refused else None
    assert like("entry", total, text) == expected


def test_a_halt_is_the_notice_that_it_holds() -> None:
    text = "您访问的页面不存在，电话"
    assert like("halted", -9.0, text) == (Kind.ERROR, "访问的页面不存在")
    assert like("halted", -9.0, "您的网络") == (Kind.NOTICE, "much of the text is 您的网络")
    assert like("entry", -9.0, text) == (Kind.PRODUCT, "much of the text is 电话")


@pytest.mark.parametrize(("total", "size", "told"), [(0.3, 40, True), (0.29, 40, False), (0.3, 39, False)])
def test_somebody_tells_something(total: float, size: int, told: bool) -> None:
    assert Genre(total, {}, "桥" * size, "").told is told
