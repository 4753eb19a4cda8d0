"""What speaks for a line of a dump as its headline, one sign at a time: just enough, and just too little."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest

from cleaners.metadata.follow import is_followed
from cleaners.metadata.title.lines import headline_in_lines
from cleaners.metadata.title.shapes import is_byline, is_dated, is_furniture, is_running
from cleaners.metadata.title.signs import Candidate
from cleaners.metadata.title.strings import key

HEAD, OTHER, DAY = "街长制走进社区办事少跑腿", "石桥老街修缮完工迎来游客", "2019-09-07 13:43"
TEN = "石桥老街修缮完工迎来"


def at(lines: Sequence[str], index: int, start: int | None = None) -> Candidate:
    """A line above a text that begins behind all of them, unless said otherwise."""
    return Candidate(lines, [key(line) for line in lines], index, len(lines) if start is None else start)


Sign = Callable[[Candidate], bool]
SIGNS: list[tuple[Sign, Candidate, bool]] = [
    (Candidate.is_a_word, at(["石桥街"], 0), True),
    (Candidate.is_a_word, at(["石桥老街"], 0), False),
    (Candidate.is_of_some_length, at([TEN[:9]], 0), True),
    (Candidate.is_of_some_length, at([TEN[:8]], 0), False),
    (Candidate.is_held_by_another, at([HEAD, f"首页 > {HEAD}"], 0), True),
    (Candidate.is_held_by_another, at([HEAD, f"首页 > {HEAD}"], 1), False),
    (Candidate.is_held_by_another, at([HEAD, f"首页 > {HEAD}"], 0, 1), False),
    (Candidate.is_held_by_another, at([HEAD, HEAD], 0), False),
    (Candidate.is_held_by_another, at(["石桥街", "石桥街新闻"], 0), False),
    (Candidate.is_held_by_another, at(["扫描二维", "扫描二维码"], 0), False),
    (Candidate.is_printed_again, at([HEAD, HEAD], 0), True),
    (Candidate.is_printed_again, at([HEAD, OTHER], 0), False),
    (Candidate.is_printed_again, at(["石桥街", "石桥街"], 0), False),
    (Candidate.is_over_date, at([HEAD, DAY], 0), True),
    (Candidate.is_over_date, at([HEAD, OTHER, OTHER, DAY], 0), True),
    (Candidate.is_over_date, at([HEAD, OTHER, OTHER, OTHER, DAY], 0), False),
    (Candidate.is_over_date, at([HEAD, *["文字 王小明"] * 7, DAY], 0), True),
    (Candidate.is_over_date, at([HEAD, *["文字 王小明"] * 8, DAY], 0), False),
    (Candidate.is_over_date, at([HEAD, *["文字 王小明"] * 2, OTHER, "文字 王小明", DAY], 0), False),
    (Candidate.is_over_date, at([DAY, HEAD], 1), False),
    (Candidate.is_under_date, at([DAY, HEAD], 1), True),
    (Candidate.is_under_date, at([DAY, OTHER, HEAD], 2), True),
    (Candidate.is_under_date, at([DAY, OTHER, OTHER, HEAD], 3), False),
    (Candidate.is_under_date, at([DAY, HEAD, DAY], 1), False),
    (Candidate.is_under_date, at([HEAD], 0), False),
    (Candidate.is_jam, at(["石" * 45], 0), True),
    (Candidate.is_jam, at(["石" * 44], 0), False),
    (Candidate.is_jam, at(["石" * 30 + "，" + "石" * 20], 0), False),
    (Candidate.is_outlet, at(["石桥日报"], 0), True),
    (Candidate.is_outlet, at([HEAD], 0), False),
    (Candidate.is_pen_name, at([HEAD, "河岸边"], 1), True),
    (Candidate.is_pen_name, at([HEAD, "河岸"], 1), False),
    (Candidate.is_pen_name, at([HEAD, "河岸边的老人"], 1), True),
    (Candidate.is_pen_name, at([f"{HEAD}了又少", "河岸边的老人家"], 1), False),
    (Candidate.is_pen_name, at([HEAD[:11], "河岸边的老人"], 1), False),
    (Candidate.is_pen_name, at(["石" * 43 + "桥", "河岸边"], 1), True),
    (Candidate.is_pen_name, at(["石" * 44 + "桥", "河岸边"], 1), False),
    (Candidate.is_pen_name, at(["石桥镇人民日报", "河岸边"], 1), False),
    (Candidate.is_pen_name, at([DAY, "河岸边"], 1), False),
    (Candidate.is_pen_name, at(["河岸边"], 0), False),
    (Candidate.is_chapter, at(["第三章 渡口"], 0), True),
    (Candidate.is_chapter, at(["渡口 第三章"], 0), False),
    (Candidate.is_marked, at([HEAD, " 原创 "], 0), True),
    (Candidate.is_marked, at([HEAD, "Original"], 0), True),
    (Candidate.is_marked, at([HEAD, OTHER, "原创"], 0), False),
    (Candidate.is_marked, at(["原创"], 0), False),
    (Candidate.is_under_day, at(["2019年9月7日 星期六", "渡口"], 1), True),
    (Candidate.is_under_day, at(["2019年9月7日 星期六", "渡口", OTHER], 1), False),
    (Candidate.is_under_day, at(["2019年9月7日", "渡口"], 1), False),
    (Candidate.is_under_day, at(["渡口"], 0), False),
    (Candidate.is_letterhead, at(["石桥县政府新闻稿"], 0), True),
    (Candidate.is_letterhead, at(["石橋市教育局文件"], 0), True),
    (Candidate.is_letterhead, at(["新闻稿"], 0), True),
    (Candidate.is_letterhead, at(["石桥老街的文件"], 0), False),
    (Candidate.is_letterhead, at(["怎么写新闻稿才好看"], 0), False),
    (Candidate.is_letterhead, at(["石桥县政府新闻稿，写错了桥名"], 0), False),
    (Candidate.is_letterhead, at(["石桥镇人民政府"], 0), False),
    (Candidate.is_head_of_steps, at(["梅干菜烧肉", "梅干菜烧肉的做法"], 1), True),
    (Candidate.is_head_of_steps, at(["梅干菜烧肉", OTHER, "梅干菜烧肉做法步骤"], 2), True),
    (Candidate.is_head_of_steps, at(["梅干菜烧肉的做法", "梅干菜烧肉"], 0), False),
    (Candidate.is_head_of_steps, at(["红烧肉", "梅干菜烧肉的做法"], 1), False),
    (Candidate.is_head_of_steps, at(["石桥镇", "石桥镇的做法引来好评"], 1), False),
    (Candidate.is_of_names, at(["王小明"], 0), True),
    (Candidate.is_of_names, at(["石桥老街"], 0), True),
    (Candidate.is_of_names, at(["石桥老街人"], 0), False),
    (Candidate.is_of_names, at(["王小明、李大为"], 0), True),
    (Candidate.is_of_names, at(["王小明·李大为"], 0), False),
    (Candidate.is_of_names, at(["石桥老街 " * 3 + "石桥老街"], 0), True),
    (Candidate.is_of_names, at(["石桥老街 " * 4 + "石桥"], 0), False),
    (Candidate.is_of_names, at(["王小明，石桥老街人"], 0), False),
    (Candidate.is_over_byline, at([HEAD, "文字 王小明", OTHER], 0), True),
    (Candidate.is_over_byline, at([HEAD, "王小明", OTHER], 0), True),
    (Candidate.is_over_byline, at([HEAD, OTHER, "文字 王小明"], 0), False),
    (Candidate.is_over_byline, at([HEAD], 0), False),
    (Candidate.is_over_furniture, at([HEAD, "首页 新闻 体育", OTHER], 0), True),
    (Candidate.is_over_furniture, at([HEAD, OTHER], 0, 1), True),
    (Candidate.is_over_furniture, at([HEAD, OTHER], 0), False),
    (Candidate.is_over_furniture, at([HEAD, "文字 王小明"], 0), False),
    (Candidate.is_over_furniture, at([HEAD], 0), False),
    (Candidate.is_a_later_print, at([HEAD, HEAD], 1), True),
    (Candidate.is_a_later_print, at([HEAD, HEAD], 0), False),
    (Candidate.is_a_later_print, at([HEAD, *[OTHER] * 22, HEAD], 23), True),
    (Candidate.is_a_later_print, at([HEAD, *[OTHER] * 23, HEAD], 24), False),
    (Candidate.is_below_another_print, at([HEAD, OTHER, HEAD, OTHER], 1), True),
    (Candidate.is_below_another_print, at([HEAD, OTHER, HEAD], 1), False),
    (Candidate.is_below_another_print, at([HEAD, OTHER, OTHER], 1), False),
    (Candidate.is_below_another_print, at([HEAD, HEAD], 1), False),
    (Candidate.is_below_another_print, at([OTHER, HEAD, OTHER, HEAD], 0), False),
    (Candidate.is_below_another_print, at([DAY, OTHER, DAY, OTHER], 1), False),
    (Candidate.is_subtitle, at(["——一条老街的故事"], 0), True),
    (Candidate.is_subtitle, at(["老街——的故事"], 0), False),
    (Candidate.is_in_book_marks, at(["《石桥老街》"], 0), True),
    (Candidate.is_in_book_marks, at(["《石桥老街》读后"], 0), False),
]


@pytest.mark.parametrize(
    ("sign", "candidate", "holds"), SIGNS, ids=[f"{sign[0].__name__} {n}" for n, sign in enumerate(SIGNS)]
)
def test_sign(sign: Sign, candidate: Candidate, holds: bool) -> None:
    assert sign(candidate) is holds


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("石", False),
        ("渡口", True),
        ("石" * 99 + "桥", True),
        ("石" * 100 + "桥", False),
        (DAY, False),
        (f"{HEAD}，{HEAD}。", False),
    ],
)
def test_what_may_be_a_headline_at_all(line: str, is_one: bool) -> None:
    assert (at([line, OTHER], 0).score() != -1.0) is is_one


def test_a_line_is_the_likelier_the_nearer_it_stands_to_the_text() -> None:
    """By a twenty-fourth of a point a line."""
    scores = [at([TEN[:5]] + ["石桥老街旧事又"] * n, 0, n + 1).score() for n in range(2, 5)]
    assert [round((one - other) * 24, 3) for one, other in pairwise(scores)] == [1, 1]
    above = [at([TEN[:5], TEN[5:], HEAD, OTHER], index, 4).score() for index in (0, 1)]
    assert round((above[1] - above[0]) * 24, 3) == 1


@pytest.mark.parametrize("above", [0, 23, 24])
def test_a_headline_stands_within_two_dozen_lines_above_the_text(above: int) -> None:
    text = [
        HEAD,
        DAY,
        *["新闻"] * (above - 1),
        f"{OTHER}，{OTHER}，{OTHER}。",
        f"{OTHER}，{OTHER}，{OTHER}。",
    ]
    found = headline_in_lines(text)
    assert (found is not None and found[0] == 0) is (above < 24)


@pytest.mark.parametrize(
    ("lines", "index", "is_one"),
    [
        (["石桥故事", "关注"], 0, True),
        (["石桥故事", " +关注 "], 0, True),
        (["石桥故事"], 0, False),
        (["石桥故事", "关注我"], 0, False),
        (["石桥故事", "木匠，住在河边", "关注他"], 0, True),
        (["石桥故事", "河边木匠", "关注他"], 0, False),
        (["石桥故事", "木匠，住在河边" * 6, "關注她"], 0, False),
    ],
)
def test_an_account_stands_above_the_button_to_follow_it(lines: list[str], index: int, is_one: bool) -> None:
    assert is_followed(lines, index) is is_one


@pytest.mark.parametrize(
    ("line", "running"),
    [
        ("石" * 8 + "，" + "石" * 8 + "，" + "石" * 6, True),
        ("石" * 8 + "，" + "石" * 8 + "，" + "石" * 5, False),
        ("石" * 12 + "，" + "石" * 10 + "。", True),
        ("石" * 12 + "，" + "石" * 9 + "。", False),
        ("“" + "石" * 12 + "，" + "石" * 10 + "。", False),
        ("石" * 59 + "，", True),
        ("“" + "石" * 58 + "，", True),
        ("“" + "石" * 57 + "，", False),
        ("石" * 80, False),
    ],
)
def test_running_text(line: str, running: bool) -> None:
    assert is_running(line) is running


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("新闻 体育 财经", True),
        ("新闻 体育", False),
        ("新闻频道 体育频道啊 财经频道啊", False),
        ("新闻频道 体育频道 财经频道啊", True),
        ("新闻 体育 Sport", False),
        ("新闻 体育 5G", True),
        ("新闻 体育：财经", False),
        ("倒序倒序", True),
        ("倒倒", False),
        ("倒序看倒序", False),
        ("倒序正序", False),
        ("王小明 李大为", True),
        ("石桥日报电子版", True),
        (DAY, True),
        (HEAD, False),
    ],
)
def test_furniture(line: str, furniture: bool) -> None:
    assert is_furniture(line) is furniture


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("作者：王小明", True),
        ("编辑：王小明" + "、李大为" * 8, True),
        ("编辑：王小明" + "、李大为" * 9, False),
        ("编辑：王小明，李大为", False),
        (HEAD, False),
    ],
)
def test_bylines(line: str, byline: bool) -> None:
    assert is_byline(line) is byline


@pytest.mark.parametrize(("line", "dated"), [(DAY, True), (HEAD, False)])
def test_dates(line: str, dated: bool) -> None:
    assert is_dated(line) is dated
