"""Figures of single lines, worked out by hand."""

from __future__ import annotations

import pytest

from cleaners.readings.features import NAMES, _shares, _tag, line_features
from cleaners.readings.view import View
from tests.cleaners.readings.views import GOOD, good, lines, page


def rows(view: View) -> list[dict[str, float]]:
    return [dict(zip(NAMES, row, strict=True)) for row in line_features(view)]


@pytest.mark.parametrize(
    ("tag", "kinds"),
    [
        ("p", (1, 0, 0, 0)),
        ("li", (0, 1, 0, 0)),
        ("dd", (0, 1, 0, 0)),
        ("h2", (0, 0, 1, 0)),
        ("td", (0, 0, 0, 1)),
        ("div", (0, 0, 0, 0)),
    ],
)
def test_the_kind_of_an_element(tag: str, kinds: tuple[float, ...]) -> None:
    assert _tag.__wrapped__(tag) == kinds


AROUND = ("paragraph", "item", "heading", "cell", "own share", "share around", "share two around", "links around",
          "links two around", "text around")  # fmt: skip  # laid out for reading


def test_without_boxes_nothing_is_around() -> None:
    assert [row[name] for row in rows(lines("石桥", GOOD)) for name in AROUND] == [0.0] * 20


def test_running_text_at_the_end_counts() -> None:
    first, last = rows(lines("石桥", GOOD))
    assert (first["running in shape"], last["running in shape"]) == (0.0, 1.0)
    assert (first["short in shape"], first["before"], last["before"]) == (1.0, 0.0, 0.0)
    assert [row["near 2"] for row in rows(lines(GOOD, GOOD, GOOD))] == [0.5, 0.5, 0.5]


@pytest.mark.parametrize(("text", "share"), [("石，桥，", 1.0), ("石" * 9 + "，", 0.5), ("石桥", 0.0)])
def test_marks_count_up_to_a_fifth_of_a_line(text: str, share: float) -> None:
    assert rows(lines(text))[0]["punctuation"] == pytest.approx(share)


@pytest.mark.parametrize(("linked", "near"), [(0, range(4)), (4, range(1, 8)), (7, range(4, 8))])
def test_links_among_three_lines_on_each_side(linked: int, near: range) -> None:
    """Of eight lines of two characters."""
    chars = list(range(0, 18, 2))
    links = [2 if index > linked else 0 for index in range(9)]
    shares = list(_shares(links, chars))
    assert [index for index, share in enumerate(shares) if share] == list(near)
    held = min(8, near[0] + 4) - max(0, near[0] - 3)
    assert shares[near[0]] == pytest.approx(1 / held)


def test_lines_of_one_form_have_one_shape() -> None:
    found = rows(page(f"<div class=a><p>{GOOD}</p></div><div class=a><p>{GOOD}</p></div>"))
    assert [row["shape"] for row in found] == [1.0, 1.0]


def test_the_best_box_and_the_one_around_it() -> None:
    found = rows(page(f"<div class=a><p>{good(90)}</p><p>{good(90)}</p></div><p>石</p>"))
    assert [(row["in best"], row["near best"]) for row in found] == [(1.0, 1.0), (1.0, 1.0), (0.0, 1.0)]
