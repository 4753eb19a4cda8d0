"""What a post repeats of another, one sign at a time. Invented lines (合成)."""

from __future__ import annotations

import pytest

from cleaners.document import Run
from cleaners.kinds.quotes import _quotations, _repeats, own_lines
from tests.cleaners.kinds.test_said import box, run

OTHER, OWN, MORE = "桥边的茶馆昨天开了门。", "那就好，明天去看看。", "带上雨伞。"
SAID = {OTHER, "好的。"}
NAMED, BARE, PLAIN = box(0, 9, name="quote"), box(0, 9, "blockquote"), box(0, 9, name="text")


@pytest.mark.parametrize(
    ("line", "repeats"),
    [
        (OTHER, True),
        (f"青禾：{OTHER}", True),
        ("青禾：好的。", True),
        ("好的。", False),
        (OWN, False),
        (f"青禾：{OWN}", False),
    ],
)
def test_a_line_repeats_another_post(line: str, repeats: bool) -> None:
    assert _repeats(line, SAID) is repeats


@pytest.mark.parametrize(("size", "repeats"), [(9, False), (10, True)])
def test_short_lines_are_said_twice_by_chance(size: int, repeats: bool) -> None:
    assert _repeats("桥" * size, {"桥" * size}) is repeats


@pytest.mark.parametrize(
    ("runs", "quoted"),
    [
        ([run(OWN), run(OTHER), run(MORE)], {1}),
        ([run(OWN, NAMED), run(MORE)], {0}),
        ([run(OWN, BARE), run(MORE)], set()),
        ([run("好的。", BARE), run(OWN, BARE), run(MORE)], {0, 1}),
        ([run("青禾发表于昨天", BARE), run(OWN, BARE), run(MORE)], {0, 1}),
        ([run("好的。", PLAIN), run(OWN, PLAIN), run(MORE)], set()),
        ([run(OWN, NAMED), run(MORE, NAMED)], set()),
        ([run(OTHER, NAMED), run(MORE, NAMED)], {0}),
        ([run(OWN, NAMED), run(MORE, box(0, 9, name="quote"))], set()),
        ([run(OTHER), run("好的。")], set()),
    ],
)
def test_quotations(runs: list[Run], quoted: set[int]) -> None:
    """Lines in a box that is named so, or in a plain one that holds what was said or who said it; but never the whole post."""
    assert _quotations(runs, SAID) == quoted


def test_what_a_post_of_mail_says_itself() -> None:
    lines = ["发信人: 青禾", OWN, ": 桥边的茶馆", MORE, "--", "慢慢走"]
    assert own_lines([run(line) for line in lines], set()) == [OWN, MORE]
    assert own_lines([run(line) for line in ["--", *lines[1:4]]], set()) == ["--", *lines[1:4]]
