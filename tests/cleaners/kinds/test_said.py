"""Which lines of posts are what somebody says, one sign at a time. Invented lines (合成)."""

from __future__ import annotations

import pytest
from lxml import etree

from cleaners.document import Box, Run
from cleaners.kinds.said import (
    _headed,
    _is_text,
    bare,
    is_furniture,
    repeated_in,
    text_place,
    texts_of,
    unlisted_spans,
)
from cleaners.kinds.spans import Span, _first_free, _foot, _parted, spans_of

SAYS = "桥边的茶馆昨天开了门，来了不少人。"
ROOT = Box(etree.Element("body"), "body", None, "", "", 0, 99)


def box(start: int, end: int, tag: str = "div", parent: Box | None = ROOT, name: str = "") -> Box:
    return Box(etree.Element(tag), tag, parent, "", "", start, end, name)


def run(text: str, inside: Box | None = None, link: int = 0, junk: str = "") -> Run:
    return Run(text, None, link, junk, inside)


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        (run(SAYS), False),
        (run(SAYS, junk="hidden"), True),
        (run(SAYS, junk="user"), False),
        (run(SAYS, box(0, 1, name="user-sign")), True),
        (run("2024-05-11 08:30 桥边人"), True),
        (run("2024-05-11 08:30 桥边人", box(0, 1, name="quote")), False),
        (run("_____"), False),
        (run("2024-05-11茶馆开门", link=6), True),
        (run("2024-05-11 茶馆", box(0, 1, name="quote"), link=2), True),
        (run("2024-05-11 茶馆", box(0, 1, name="quote"), link=1), False),
        (run("回复"), True),
        (run("威望: 12 点"), True),
        (run("威望: 12 点。"), False),
        (run("威望: 一 级别: 二 精华: 三"), True),
        (run("威望: 一 级别: 二"), False),
        (run("威望: 一 级别: 二 精华: 三" + "桥" * 103), True),
        (run("威望: 一 级别: 二 精华: 三" + "桥" * 104), False),
        (run("来自石桥"), True),
    ],
)
def test_furniture_of_a_post(line: Run, furniture: bool) -> None:
    assert is_furniture(line, {"来自石桥"}) is furniture


@pytest.mark.parametrize(
    ("line", "without"),
    [
        ("3 个赞", "个赞"),
        ("2024-05", "2024-05"),
        ("3" + "桥" * 23, "桥" * 23),
        ("3" + "桥" * 24, "3" + "桥" * 24),
    ],
)
def test_a_line_without_its_numbers(line: str, without: str) -> None:
    assert bare(line) == without


def test_lines_that_many_posts_repeat() -> None:
    runs = [run(text) for text in ("赞", "3 赞", "4 赞", "好", "好", SAYS)]
    assert repeated_in(runs, [(0,), (1,), (2, 3), (4,), (5,)]) == {"赞"}
    many = [run("赞")] * 4 + [run(SAYS)] * 9
    assert repeated_in(many, [(i,) for i in range(13)]) == {"赞", bare(SAYS)}
    assert repeated_in(many, [(i,) for i in range(13)] + [()] * 2) == {bare(SAYS)}


@pytest.mark.parametrize(
    ("runs", "headed"),
    [
        ([run("桥边的茶馆开门了", link=8), run(SAYS)], True),
        ([run("桥边的茶馆开门", link=7), run(SAYS)], False),
        ([run("桥边的茶馆开门了吗", link=8)], True),
        ([run("桥边的茶馆开门了没有", link=8)], True),
        ([run("桥边的茶馆开门了没有呢", link=8)], False),
        ([run(SAYS), run("桥边的茶馆开门了", link=8)], False),
        ([run("桥边人"), run("桥边的茶馆开门了", link=8)], True),
        ([run("2024-05-11 08:30", link=16)], False),
        ([run("看看这位桥边人的帖子", link=10)], False),
        ([], False),
    ],
)
def test_a_linked_headline_stands_above_its_text(runs: list[Run], headed: bool) -> None:
    assert _headed(runs, {"看看这位桥边人的帖子"}) is headed


def test_the_place_of_a_text_is_that_of_the_box_around_its_paragraphs() -> None:
    post = box(0, 3, name="post")
    inner = box(0, 1, "p", box(0, 2, "blockquote", post))
    assert text_place(inner) == text_place(post)
    assert text_place(box(0, 1, "p", post, name="says")) != text_place(post)
    assert text_place(box(0, 1, "div", post)) != text_place(post)
    assert text_place(box(0, 1, "p", None)) == ("p", "")
    assert text_place(None) == ()


NAMED = box(0, 9, name="comment-content")


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ([run("桥" * 15), run("桥" * 15)], True),
        ([run("桥" * 15), run("桥" * 14)], False),
        ([run("桥" * 4 + "。")] + [run("桥" * 5)] * 4, True),
        ([run("桥" * 4 + "。")] + [run("桥" * 5)] * 5, False),
        ([run("桥" * 4 + "。")] + [run("桥" * 5)] * 3 + [run("桥" * 4)], False),
        ([run("桥" * 30, link=15)], True),
        ([run("桥" * 30, link=16)], False),
        ([run("桥" * 30), run("桥" * 30, junk="user")], True),
        ([run("桥" * 30), run("桥" * 30, junk="user"), run("桥" * 30, junk="user")], False),
        ([run(word, NAMED) for word in ("好", "顶", "赞", "早", "早")], True),
        ([run(word, NAMED) for word in ("好", "顶", "早", "早", "早")], False),
        ([run(word) for word in ("好", "顶", "赞", "早")], False),
    ],
)
def test_a_place_where_posts_differ_in_words(runs: list[Run], text: bool) -> None:
    assert _is_text(runs) is text


def test_what_posts_say() -> None:
    says, other = box(0, 9, name="says"), box(0, 9, name="bar")
    runs = [
        run("2024-05-11"),
        run(SAYS, says),
        run("----", says),
        run("桥", other),
        run("--", says),
        run(SAYS, says),
    ]
    spans = [Span(0, 0, 6, (0, 1, 2, 3, 4, 5))]
    assert texts_of(runs, spans, set()) == {1, 4, 5}
    assert texts_of(runs, spans, {bare(SAYS)}) == set()


def posts(*lines: list[Run]) -> list[Run]:
    """Each list of runs in a box of its own, side by side."""
    runs: list[Run] = []
    around = box(0, sum(map(len, lines)), name="list")
    for inner in lines:
        own = box(len(runs), len(runs) + len(inner), parent=around, name="post")
        runs += [run(one.text, own, one.link_chars, one.junk) for one in inner]
    return runs


def reaches(runs: list[Run], *groups: list[int]) -> list[tuple[int, int, int, tuple[int, ...]]]:
    return [(one.stamp, one.start, one.end, one.own) for one in spans_of(runs, list(groups))]


def test_a_post_is_the_box_around_its_stamp() -> None:
    runs = posts([run("08:30"), run(SAYS)], [run(SAYS), run("08:31")])
    assert reaches(runs, [0, 3]) == [(0, 0, 2, (0, 1)), (3, 2, 4, (2, 3))]
    assert spans_of([], []) == []


def test_a_post_is_widened_to_the_next_one() -> None:
    runs = posts([run("08:30")], [run(SAYS)], [run("08:31")], [run(SAYS)], [run(SAYS)])
    assert reaches(runs, [0, 2]) == [(0, 0, 2, (0, 1)), (2, 2, 5, (2, 3, 4))]


def test_the_last_post_ends_where_the_foot_begins() -> None:
    runs = posts([run("08:30")], [run(SAYS)], [run("08:31")], [run(SAYS)], [run(SAYS, junk="footer")])
    assert reaches(runs, [0, 2])[1] == (2, 2, 4, (2, 3))
    assert _foot(runs, 3, 5) == 4
    assert _foot(runs, 5, 5) == 5


def test_nothing_said_outside_of_the_boxes_widens_the_last_post() -> None:
    runs = posts([run("08:30"), run(SAYS)], [run("赞")], [run("08:31"), run(SAYS)], [run(SAYS)])
    assert reaches(runs, [0, 3])[1] == (3, 3, 5, (3, 4))


def test_a_run_belongs_to_the_innermost_post() -> None:
    assert _parted([(0, 0, 6), (2, 1, 3)]) == [Span(0, 0, 6, (0, 3, 4, 5)), Span(2, 1, 3, (1, 2))]
    assert _parted([(0, 0, 2), (1, 0, 2)]) == [Span(0, 0, 2, (0, 1))]
    assert _parted([]) == []
    free = [1, 2, 2, 3]
    assert (_first_free(free, 0), _first_free(free, 3)) == (2, 3)


def test_answers_stand_inside_of_posts() -> None:
    """Two posts, the first with two answers in it, whose stamps stand in another place."""
    around = box(0, 8, name="list")
    first, second = box(0, 6, parent=around, name="post"), box(6, 8, parent=around, name="post")
    one, two = box(2, 4, parent=first, name="answer"), box(4, 6, parent=first, name="answer")
    boxes = [first, first, one, one, two, two, second, second]
    runs = [run("08:30" if i % 2 == 0 else SAYS, own) for i, own in enumerate(boxes)]
    expected = [(0, 0, 6, (0, 1)), (2, 2, 4, (2, 3)), (4, 4, 6, (4, 5)), (6, 6, 8, (6, 7))]
    assert reaches(runs, [0, 6], [2, 4]) == expected
    assert reaches(runs, [2, 4], [0, 6]) == expected


def test_posts_below_linked_headlines_are_a_list() -> None:
    entry = [run("桥边的茶馆开门了", link=8), run("08:30"), run(SAYS)]
    assert unlisted_spans(posts(entry, entry), [[1, 4]]) == []
    plain = [run("桥边人", link=3), run("08:30"), run(SAYS)]
    assert len(unlisted_spans(posts(entry, plain), [[1, 4]])) == 2
    assert len(unlisted_spans(posts(plain, plain), [[1, 4]])) == 2
