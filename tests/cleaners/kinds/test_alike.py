"""Stamps of one shape, and what is said between them, one sign at a time. Invented lines (合成)."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cleaners.document import Run
from cleaners.kinds.alike import _climbs, _groups, _rises, _said, _speaks, _Stamps, alike
from cleaners.kinds.stamps import place_of, storeyed, timed
from tests.cleaners.kinds.test_said import SAYS, box, posts, run

TIME = "2024-05-11 08:30"


def plain(lines: Iterable[str]) -> list[Run]:
    return [run(text) for text in lines]


@pytest.mark.parametrize(
    ("text", "stamps"),
    [
        (TIME, 2),
        (TIME + "桥" * 104, 2),
        (TIME + "桥" * 105, 0),
    ],
)
def test_a_stamp_is_no_long_line(text: str, stamps: int) -> None:
    runs = posts([run(text), run(SAYS)], [run(text), run(SAYS)])
    assert sum(map(len, _groups(runs, timed))) == stamps


@pytest.mark.parametrize(
    ("lines", "rises"),
    [
        (["青禾 1楼", "石匠 2楼"], True),
        (["青禾 1楼", "石匠 1楼"], False),
        (["青禾 2楼", "石匠 1楼"], False),
        (["青禾 3楼", "石匠 5楼", "小满 4楼"], False),
    ],
)
def test_floors_of_a_thread_go_up(lines: list[str], rises: bool) -> None:
    assert _rises(lines) is rises
    runs = posts(*([run(line), run(SAYS)] for line in lines))
    assert bool(alike(runs, timed)) is rises


def test_times_need_not_go_up() -> None:
    assert alike(posts([run("青禾 2024-05-12"), run(SAYS)], [run("青禾 2024-05-11"), run(SAYS)]), timed)


@pytest.mark.parametrize(
    ("lines", "climbs"),
    [
        (["楼主：青禾", "二楼：石匠"], True),
        (["楼主", "二楼：石匠", "三楼：小满"], True),
        (["一楼：青禾", "楼主：石匠"], False),
        (["一楼：青禾", "二楼：石匠"], False),
        (["一楼：青禾", "楼主", "二楼：石匠"], False),
    ],
)
def test_floors_in_words_begin_with_who_opened_the_thread(lines: list[str], climbs: bool) -> None:
    group = [at for at, text in enumerate(lines) if storeyed(text)]
    assert _climbs(plain(lines), group) is climbs


QUOTED = box(0, 9, name="quote")
TALK, BAR = box(0, 9, name="talk"), box(0, 9, name="bar")


@pytest.mark.parametrize(
    ("line", "others", "speaks"),
    [
        (run("哈哈", TALK), [run(SAYS, TALK)], True),
        (run("哈", TALK), [run(SAYS, TALK)], False),
        (run("哈哈", BAR), [run(SAYS, TALK)], False),
        (run("哈哈", TALK), [run("青禾", TALK)], False),
        (run("哈哈", TALK), [run(SAYS, TALK), run(TIME, TALK)], False),
        (run("哈哈", QUOTED), [run(SAYS, QUOTED)], False),
        (run(SAYS, BAR), [], True),
    ],
)
def test_a_word_or_two_where_others_say_a_sentence(line: Run, others: list[Run], speaks: bool) -> None:
    assert _speaks([line, *others])(0) is speaks


@pytest.mark.parametrize(
    ("line", "times", "said"),
    [
        (run("哈哈", TALK), 2, True),
        (run("哈哈", TALK), 3, False),
        (run("哈哈", TALK, link=1), 1, False),
        (run("昨天 08:30 哈哈", TALK), 1, False),
        (run("回复", TALK), 1, False),
        (run("哈哈", BAR), 1, False),
        (run("哈哈", box(0, 9, name="comment-text")), 1, True),
    ],
)
def test_a_word_or_two_that_are_no_button(line: Run, times: int, said: bool) -> None:
    assert _said(line, {line.text: times}, {place_of(TALK)}) is said


def took(runs: list[Run], *groups: list[int]) -> list[list[int]]:
    """Of stamps in several places, one place after the other, those that mark a post of their own."""
    stamps = _Stamps(runs)
    return [stamps.take(group) for group in groups]


@pytest.mark.parametrize(
    ("lines", "groups", "own"),
    [
        ([TIME, SAYS, TIME, SAYS], [[0, 2]], [[0, 2]]),
        ([TIME, "桥", TIME, SAYS], [[0, 2]], [[0]]),
        ([SAYS, TIME, "桥", TIME], [[1, 3]], [[1]]),
        ([SAYS, TIME, "桥", TIME], [[3], [1]], [[3], []]),
        ([SAYS, TIME, SAYS, TIME], [[3], [1]], [[3], [1]]),
    ],
)
def test_something_is_said_between_two_stamps(
    lines: list[str], groups: list[list[int]], own: list[list[int]]
) -> None:
    assert took(posts(*([run(line)] for line in lines)), *groups) == own


def answered(above: str, *, apart: bool = True) -> list[Run]:
    """A post with a stamp at its head and an answer at its foot, whose stamp stands behind it; a second post."""
    around = box(0, 6, name="list")
    first, second = box(0, 4, parent=around, name="post"), box(4, 6, parent=around, name="post")
    answer = box(2, 4, parent=first, name="answer") if apart else first
    foot = box(3, 4, parent=answer, name="foot")
    lines = [(TIME, first), (above, first), (SAYS, answer), (TIME, foot), (TIME, second), (SAYS, second)]
    return [run(text, inside) for text, inside in lines]


@pytest.mark.parametrize(
    ("above", "apart", "taken"), [(SAYS, True, [3]), ("桥", True, []), (SAYS, False, [])]
)
def test_the_last_answer_in_a_post_leaves_what_the_post_says(
    above: str, apart: bool, taken: list[int]
) -> None:
    """It says something before its stamp, and the post says something, too, outside of the answer's box."""
    assert took(answered(above, apart=apart), [0, 4], [3]) == [[0, 4], taken]


@pytest.mark.parametrize(
    ("index", "stamp", "elsewhere"),
    [(3, 5, True), (2, 1, False), (6, 5, False), (6, 1, True), (4, 5, False), (0, 1, False), (3, 9, False)],
)
def test_a_line_in_another_post_than_a_stamp(index: int, stamp: int, elsewhere: bool) -> None:
    """One post from line 1 to 3, another one in lines 5 and 6, a line that is in none before each."""
    around = box(0, 7, name="list")
    first, second = box(1, 4, parent=around, name="post"), box(5, 7, parent=around, name="post")
    boxes = [around, first, first, first, around, second, second]
    lines = ["桥", TIME, SAYS, SAYS, "桥", TIME, SAYS]
    stamps = _Stamps([run(text, inside) for text, inside in zip(lines, boxes, strict=True)])
    assert stamps.take([1, 5]) == [1, 5]
    assert stamps._is_elsewhere(index, stamp) is elsewhere
