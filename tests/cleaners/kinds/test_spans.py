"""How far posts reach, and which of them stand in others, one bound at a time. Invented lines (合成)."""

from __future__ import annotations

import pytest

from cleaners.document import Box, Run
from cleaners.kinds.spans import _foot, _inside, _is_inside, _share, spans_of
from tests.cleaners.kinds.test_said import SAYS, box, run


def tops(*reach: tuple[int, int]) -> list[Box]:
    return [box(start, end) for start, end in reach]


@pytest.mark.parametrize(
    ("stamps", "share"),
    [
        ([2], 1.0),
        ([3], 1.0),
        ([1], 0.0),
        ([4], 0.0),
        ([5], 0.0),
        ([6], 1.0),
        ([7], 1.0),
        ([8], 0.0),
        ([0, 2, 3, 7], 0.75),
    ],
)
def test_how_many_stamps_stand_in_boxes(stamps: list[int], share: float) -> None:
    assert _share(stamps, tops((2, 4), (6, 8))) == share


WHOLE = tops((0, 40))
NINE, EIGHT = [*range(1, 10), 50], [*range(1, 9), 50, 51]


@pytest.mark.parametrize(
    ("inner", "around_inner", "outer", "around_outer", "inside"),
    [
        (NINE, tops((1, 2)), [0, 39], WHOLE, True),
        (EIGHT, tops((1, 2)), [0, 39], WHOLE, False),
        (NINE, WHOLE, [0, 39], WHOLE, False),
        ([0, 39], WHOLE, NINE, WHOLE, True),
        ([2, 6], WHOLE, [0, 4], WHOLE, True),
        ([0, 4], WHOLE, [2, 6], WHOLE, False),
        ([0, 4], tops((0, 1), (4, 5)), [2, 6], WHOLE, True),
    ],
)
def test_answers_stand_in_the_posts_that_they_answer(
    inner: list[int], around_inner: list[Box], outer: list[int], around_outer: list[Box], inside: bool
) -> None:
    """Nine of ten do; where posts of each stand in those of the other, the first to begin is the one that is answered."""
    assert _is_inside(0, 1, [inner, outer], [around_inner, around_outer]) is inside


@pytest.mark.parametrize(
    ("stamps", "before", "found"),
    [([0, 39], 0, [1]), ([0], 0, []), ([0, 39], 5, [0, 1, 2, 3, 4]), ([0, 39], 6, [])],
)
def test_two_posts_of_the_first_six_places_may_be_answered(
    stamps: list[int], before: int, found: list[int]
) -> None:
    groups = [[2, 4]] * before + [stamps] + [[2, 4]] * (not before)
    around = [tops((2, 3), (4, 5))] * before + [WHOLE] + [tops((2, 3), (4, 5))] * (not before)
    assert _inside(before, groups, around) == found


@pytest.mark.parametrize(
    ("listed", "end"),
    [((0, 1, 2), 6), ((1, 2), 6), ((0, 1), 5)],
    ids=["all", "the last two", "the first two"],
)
def test_the_last_post_is_widened_like_the_one_before_it(listed: tuple[int, ...], end: int) -> None:
    """What each of three posts says stands below its box; that of the last is its own if it stands in one list with the
    second."""
    around = box(0, 6, name="page")
    inner = box(2 * listed[0], 2 * listed[-1] + 2, parent=around, name="list")
    runs: list[Run] = []
    for n in range(3):
        beside = inner if n in listed else around
        runs += [run("08:30", box(2 * n, 2 * n + 1, parent=beside)), run(SAYS, beside)]
    assert spans_of(runs, [[0, 2, 4]])[2].end == end


def test_the_foot_begins_where_the_line_above_it_was_another() -> None:
    runs: list[Run] = [run(SAYS, junk="share"), run(SAYS), run(SAYS), run(SAYS, junk="footer")]
    assert _foot(runs, 2, 4) == 3
