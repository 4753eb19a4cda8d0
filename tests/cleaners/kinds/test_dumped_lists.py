"""What the lines of a dump show it to be, one of them at a time: just enough, and just too little. Invented lines (合成)."""

from __future__ import annotations

import pytest

from cleaners.document import Body, Document, Run
from cleaners.kinds import judge_lines
from cleaners.kinds.lines import _contents, _dated, _form, _list, _untold
from cleaners.metadata import Metadata
from cleaners.metadata.found import Choice, Found
from cleaners.sites import GENERIC
from schemas import Kind
from tests.cleaners.kinds.test_front import FOLDED
from tests.cleaners.readings.pages import LEAD, SECOND, TEXT

CLAUSE = "桥边的茶馆昨天开了门，" * 3
"""Thirty-three characters that run on, without a stop."""
DAYS = [f"2024-05-1{n}" for n in range(9)]


def body(text: list[str], share: float = 0.0) -> Body:
    return Body(tuple(text), 0, len(text), link_share=share)


def listed(lines: list[str], text: list[str] | None = None, share: float = 0.0) -> Kind | None:
    """Of a dump of these lines, of which these were taken: all where none are named."""
    doc = Document([Run(line, None) for line in lines], GENERIC)
    found = _list(doc, lines, body(lines if text is None else text, share))
    return None if found is None else found.kind


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["请输入密码", "忘记密码？", "扫码登录"], "3 lines are of a form to log in"),
        (["请输入密码", "忘记密码？"], ""),
        (["请输入密码", "忘记密码？", "扫码登录" + "桥" * 36], "3 lines are of a form to log in"),
        (["请输入密码", "忘记密码？", "扫码登录" + "桥" * 37], ""),
    ],
)
def test_a_form_to_log_in(lines: list[str], found: str) -> None:
    assert _form([LEAD, *lines]) == found


def test_how_much_of_a_list_is_links() -> None:
    assert listed(TEXT, share=0.61) is Kind.LIST
    assert listed(TEXT, share=0.6) is None


CHAPTERS = [f"第{n}章 石桥镇的老街" for n in range(1, 6)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (CHAPTERS, Kind.LIST),
        ([*CHAPTERS[:4], "石桥镇的老街"], None),
        ([*CHAPTERS, "石桥镇的老街", "石桥镇的茶馆"], Kind.LIST),
        ([*CHAPTERS, "石桥镇的老街", "石桥镇的茶馆", "石桥镇的码头"], None),
        ([*CHAPTERS, CLAUSE], None),
        ([*CHAPTERS, "茶馆开了。"], None),
        ([*CHAPTERS[:4], "第5章 " + "桥" * 36], Kind.LIST),
        ([*CHAPTERS[:4], "第5章 " + "桥" * 37], None),
    ],
)
def test_a_table_of_contents(lines: list[str], expected: Kind | None) -> None:
    assert bool(_contents(body(lines))) is (expected is not None)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["找到 31 条结果", *TEXT], Kind.SEARCH),
        (["一"] * 5 + ["找到 31 条结果", *TEXT], Kind.SEARCH),
        (["一"] * 29 + ["找到 31 条结果", *TEXT], Kind.SEARCH),
        (["一"] * 30 + ["找到 31 条结果", *TEXT], None),
        ([*TEXT, "一", "一", LEAD, "找到 31 条结果"], None),
        ([*TEXT[:3], "找到 31 条结果", *TEXT], Kind.SEARCH),
        (["他在桥边找到 31 条结果，都是旧的。", *TEXT], None),
        ([*TEXT, "这是一个消歧义页", "一", "一", "一", "一", "一"], Kind.LIST),
        ([*TEXT, "这是一个消歧义页", "一", "一", "一", "一", "一", "一"], None),
    ],
)
def test_what_the_lines_say_of_themselves(lines: list[str], expected: Kind | None) -> None:
    assert listed(lines, TEXT) is expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([f"{CLAUSE}…"] * 3, Kind.CHANNEL),
        ([f"{CLAUSE}…"] * 2, None),
        ([f"{CLAUSE}…"] * 4 + TEXT[:2], Kind.CHANNEL),
        ([f"{CLAUSE}…"] * 3 + TEXT[:2], None),
        ([f"{CLAUSE}..."] * 3, Kind.CHANNEL),
        ([f"{'桥' * 28}，…"] * 3, Kind.CHANNEL),
        ([f"{'桥' * 27}，…"] * 3 + [LEAD], None),
    ],
)
def test_paragraphs_that_are_cut_short(lines: list[str], expected: Kind | None) -> None:
    assert listed(lines) is expected


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("桥" * 26 + "阅读全文", Kind.CHANNEL),
        ("桥" * 25 + "阅读全文", None),
    ],
)
def test_one_paragraph_that_leads_elsewhere(paragraph: str, expected: Kind | None) -> None:
    assert listed([paragraph, "茶馆开了。" * 5, "茶馆关了。" * 5]) is expected


def entries(count: int, text: str = LEAD, day: str = "2024-05-1{}") -> list[str]:
    return [line for n in range(count) for line in (day.format(n), text)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (entries(3), Kind.LIST),
        (entries(2), None),
        ([*entries(3), SECOND], None),
        (["2024-05-1" + "桥" * 31, *entries(2)][:0] + entries(3, day="2024-05-1{}" + "桥" * 30), Kind.LIST),
        (entries(3, day="2024-05-1{}" + "桥" * 31), None),
        (entries(3, day="2024-05-1{} 回复"), None),
        (entries(3, day="时间：2024-05-1{}"), Kind.LIST),
        (["发文日期：2024-05-11", LEAD, "发布时间：2024-05-12", SECOND, "2024-05-13", LEAD], None),
        ([*DAYS[:3], "桥" * 59], Kind.LIST),
        ([*DAYS[:3], "桥" * 60], None),
    ],
)
def test_dates_each_with_a_paragraph(lines: list[str], expected: Kind | None) -> None:
    assert bool(_dated(lines, max(map(len, lines)))) is (expected is not None)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["11-02 石桥"] * 4, Kind.LIST),
        (["11-02 石桥"] * 3, None),
        (["今天 09:21"] * 4, Kind.LIST),
        (["11-02 石桥"] * 3 + ["桥 11-02"], None),
        (["11-02 " + "桥" * 34] * 4, Kind.LIST),
        (["11-02 " + "桥" * 35] * 4, None),
    ],
)
def test_days_where_nothing_is_told(lines: list[str], expected: Kind | None) -> None:
    assert bool(_untold(lines, body(["石桥镇的老街"]))) is (expected is not None)
    assert not _untold(lines, body(["石桥镇的老街", "茶馆开了。"]))


@pytest.mark.parametrize(
    ("lines", "text", "expected"),
    [
        (["第1页", "第2页", "第3页"], CLAUSE * 2, Kind.PRODUCT),
        (["第1页", "第2页", "第3张"], CLAUSE * 2, None),
        (["第1页", "第2页", "第3页", *"一二三四五"], CLAUSE * 2, Kind.PRODUCT),
        (["第1页", "第2页", "第3页", *"一二三四五六"], CLAUSE * 2, None),
        (["第1页", "第2页", "第3页"], "桥" * 199, Kind.PRODUCT),
        (["第1页", "第2页", "第3页"], "桥" * 200, None),
    ],
)
def test_lines_that_differ_in_their_numbers(lines: list[str], text: str, expected: Kind | None) -> None:
    assert listed([*lines, text], [text]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ([CLAUSE, "桥" * 166 + "。"], None),
        ([CLAUSE, "桥" * 165 + "。"], Kind.PRODUCT),
        (["桥" * 300], Kind.PRODUCT),
    ],
)
def test_labels_of_a_catalogue_around_little_text(text: list[str], expected: Kind | None) -> None:
    assert listed(["运费：31", "库存：32", "定价：33", *text], text) is expected


@pytest.mark.parametrize(("lines", "detail"), [(["茶馆开了门。"], "6 characters"), ([], "no running text")])
def test_what_is_too_short_says_how_long_it_is(lines: list[str], detail: str) -> None:
    found = judge_lines(Document([], GENERIC), body(lines), "石桥", Metadata({}))
    assert found.detail == f"shell: {detail}"


def test_columns_of_a_front_page_that_somebody_signed() -> None:
    doc = Document([Run(line, None) for line in FOLDED], GENERIC)
    signed = Metadata({"source": Choice("source", (), Found("石桥日报", "line", 1.0))})
    assert judge_lines(doc, body(FOLDED), "石桥", Metadata({})).kind is Kind.HOME
    assert judge_lines(doc, body(FOLDED), "石桥", signed).kind is not Kind.HOME
