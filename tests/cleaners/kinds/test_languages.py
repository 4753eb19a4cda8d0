"""Texts of other languages and of lost characters: just enough of each, and just too little."""

from __future__ import annotations

import pytest

from cleaners.kinds.languages import foreign, garbled
from cleaners.kinds.model import CLASSES, chances, holds_text


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("?" * 20, 20),
        ("?" * 19, 0),
        ("?" * 10 + "\ufffd" * 10, 20),
        ("?" * 20 + "石" * 79, 20),
        ("?" * 20 + "石" * 80, 0),
    ],
)
def test_a_text_whose_characters_are_lost(text: str, lost: int) -> None:
    assert garbled(text) == (f"{lost} characters are lost" if lost else "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ""),
        ("石" * 20 + "1" * 80, ""),
        ("石" * 19 + "1" * 81, ""),
        ("石" * 20 + "a" * 80, ""),
        ("石" * 19 + "a" * 81, "19 of 100 letters are Han"),
        ("石" * 20 + "a" * 80 + "1" * 9, ""),
        ("1" * 9, "0 of 0 letters are Han"),
        ("石" * 80 + "の" * 20, ""),
        ("石" * 79 + "の" * 21, "21 of 100 letters are kana"),
        ("石" * 1000 + "a" * 9000, ""),
    ],
)
def test_a_text_in_another_language(text: str, told: str) -> None:
    assert foreign(text) == told


@pytest.mark.parametrize(
    ("article", "thread", "other", "holds"),
    [
        (0.35, 0.0, 0.65, True),
        (0.34, 0.0, 0.65, False),
        (0.2, 0.2, 0.79, True),
        (0.4, 0.0, 0.8, False),
        (0.4, 0.0, 0.81, False),
    ],
)
def test_chances_of_a_text(article: float, thread: float, other: float, holds: bool) -> None:
    odds = dict.fromkeys(CLASSES, 0.0) | {"article": article, "thread": thread}
    for name in ("list", "product", "video", "blank"):
        assert holds_text(odds | {name: other}) is holds


def test_chances_are_those_of_a_softmax() -> None:
    weights = {name: {"": 0.0, "size": 0.0, "none": 1.0} for name in CLASSES}
    weights["list"] |= {"": 700.0, "size": 1.0}
    weights["video"] |= {"": 700.0, "none": 9.0}
    found = chances({"size": 1.0}, weights)
    assert found["list"] == pytest.approx(0.731, abs=0.001) and found["video"] == pytest.approx(
        0.269, abs=0.001
    )
    assert sum(found.values()) == pytest.approx(1)
