"""What marks a post: times, floors, buttons; just enough and just too little. Invented lines (合成)."""

from __future__ import annotations

import pytest

from cleaners.document import Run
from cleaners.kinds.stamps import (
    acted,
    named_behind,
    names_text,
    place_of,
    stamped,
    storey_of,
    storeyed,
    timed,
    told,
)
from tests.cleaners.kinds.test_said import ROOT, box, run


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("2024-05-11", "time"),
        ("3楼", "time"),
        ("青禾 3楼", "floor"),
        ("桥" * 21 + " 3楼", "floor"),
        ("桥" * 22 + " 3楼", ""),
        ("青禾 三楼", ""),
        ("青禾", ""),
    ],
)
def test_a_line_that_prints_a_time_or_a_floor(text: str, mark: str) -> None:
    assert timed(text) == mark


@pytest.mark.parametrize(
    ("text", "prints"),
    [
        ("#3", True),
        ("3楼 青禾", True),
        ("沙发", True),
        ("桥" * 59 + "2024-05-11", True),
        ("桥" * 60 + "2024-05-11", False),
        ("青禾 2024-05-11 说得对。", False),
        ("注册于 2024-05-11", False),
        ("青禾 3天前", True),
        ("青禾，3天前", False),
        ("青禾，2024-05-11", True),
        ("青禾，刚刚", True),
        ("青禾说在3楼", False),
    ],
)
def test_the_time_of_a_post(text: str, prints: bool) -> None:
    assert stamped(text) is prints


@pytest.mark.parametrize(
    ("text", "floor", "name"),
    [
        ("楼主：青禾", 1, "青禾"),
        ("十二楼: 青禾", 12, "青禾"),
        ("第二楼：" + "桥" * 20, 2, "桥" * 20),
        ("第二楼：" + "桥" * 21, 2, "桥" * 21),
        ("东楼：青禾", None, ""),
    ],
)
def test_a_floor_in_words_before_a_name(text: str, floor: int | None, name: str) -> None:
    assert (storey_of(text), named_behind(text)) == (floor, name)
    assert storeyed(text) == ("storey" if floor and len(text) <= 24 else "")


@pytest.mark.parametrize(
    ("text", "button"),
    [
        ("回复", "回复"),
        ("回复 (12)", "回复"),
        ("赞同 12 回复", "赞同回复"),
        ("回复" + "." * 22, "回复"),
        ("回复" + "." * 23, ""),
        ("回复他", ""),
        ("分享", ""),
        ("12", ""),
    ],
)
def test_a_button_below_a_post(text: str, button: str) -> None:
    assert acted(text) == button


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (run("桥" * 12), True),
        (run("桥" * 11), False),
        (run("好。"), True),
        (run("桥" * 12, link=6), True),
        (run("桥" * 12, link=7), False),
        (run("好。", link=1), True),
        (run("好。", link=2), False),
    ],
)
def test_somebody_says_something(line: Run, says: bool) -> None:
    assert told(line) is says


@pytest.mark.parametrize(
    ("name", "text"), [("comment-content", True), ("comment-author", False), ("bar", False), ("", False)]
)
def test_a_box_is_named_as_one_of_a_text(name: str, text: bool) -> None:
    own = box(0, 1, name=name)
    assert names_text(own) is text
    assert names_text(box(0, 1, parent=box(0, 1, parent=own))) is text
    assert names_text(box(0, 1, parent=box(0, 1, parent=box(0, 1, parent=own)))) is False
    assert names_text(None) is False


def test_places_are_compared_by_three_boxes() -> None:
    outer = box(0, 9, "ul", name="list-1")
    inner = box(0, 9, "p", box(0, 9, "li", outer, "post-17 first"), "says")
    assert place_of(inner) == ("p", "says", "li", "post-", "ul", "list-")
    assert place_of(ROOT) == ("body", "")
    assert place_of(None) == ()
