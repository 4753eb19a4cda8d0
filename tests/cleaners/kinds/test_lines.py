from __future__ import annotations

import pytest

from cleaners.document import Body, Document, Run
from cleaners.kinds import MIN_CHARS, judge_lines
from cleaners.kinds.lines import _contents, _dated
from cleaners.metadata import Metadata
from cleaners.sites import GENERIC
from schemas import Kind, Reason
from tests.cleaners.readings.pages import LEAD, SECOND, TEXT

ENGLISH = "The path along the river was opened yesterday, and many people came to walk there. " * 3


def _judge(
    lines: list[str], title: str = "石桥", share: float = 0.0, runs: list[Run] | None = None
) -> Reason | None:
    doc = Document(runs=runs if runs is not None else [Run(line, None) for line in lines], site=GENERIC)
    return judge_lines(
        doc, Body(tuple(lines), 0, len(doc.runs), link_share=share), title, Metadata({})
    ).reason


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (TEXT, None),
        ([LEAD, LEAD[: MIN_CHARS - len(LEAD)]], None),
        (["石桥开了。"], Reason.TOO_SHORT),
        ([], Reason.NO_TEXT),
        (["抱歉，您访问的页面不存在。"], Reason.ERROR_PAGE),
        (["對不起，該文章已被刪除，請返回首頁。"], Reason.ERROR_PAGE),
        (["请先登录后再继续访问本页面。"], Reason.LOGIN_WALL),
        (["您尚未登入，請先登入後瀏覽。"], Reason.LOGIN_WALL),
        ([f"{LEAD}[详细]", f"{LEAD}[详细]", f"{LEAD}查看全文>>"], Reason.LISTING),
        ([*TEXT, "阅读全文"], None),
        ([ENGLISH], Reason.NOT_CHINESE),
        (["?" * 60 + "2024"], Reason.GARBLED),
        (["\ufffd" * 60 + "石桥"], Reason.GARBLED),
        ([*TEXT, "真的吗??????????????????????????"], None),
        (
            [
                "账号密码登录 扫码登录",
                "请输入密码",
                "忘记密码？",
                "如遇问题，请拨打咨询电话，周末也有人接听，节日照常。",
            ],
            Reason.LOGIN_WALL,
        ),
        ([*TEXT, *TEXT, *TEXT, "他说，您访问的页面不存在。"], None),
    ],
)
def test_reasons(lines: list[str], reason: Reason | None) -> None:
    assert _judge(lines) is reason


def test_text_of_links_is_a_listing() -> None:
    assert _judge(TEXT, share=0.7) is Reason.LISTING
    assert _judge(TEXT, share=0.5) is None


def test_the_title_may_tell_the_error() -> None:
    assert _judge(["五秒后返回。"], title="页面不存在") is Reason.ERROR_PAGE


def test_the_detail_names_the_words() -> None:
    doc = Document(runs=[], site=GENERIC)
    verdict = judge_lines(doc, Body(("抱歉，该文章已被删除。",), 0, 0), "", Metadata({}))
    assert (verdict.reason, verdict.kind, verdict.detail) == (
        Reason.ERROR_PAGE,
        Kind.ERROR,
        "error: 文章已被删除",
    )


DATED = [line for n in range(4) for line in ("石桥日报", f"2024-05-1{n}", "步道开放后首个周末迎客", LEAD)]


def test_dated_entries_are_a_list() -> None:
    assert _judge(DATED) is Reason.LISTING


def test_posts_with_floors_are_none() -> None:
    assert _judge([line.replace("石桥日报", "3楼") for line in DATED]) is None


def test_one_teaser_is_a_channel() -> None:
    assert _judge([f"{LEAD}…阅读全文"]) is Reason.LISTING


def test_pages_of_a_document_are_no_article() -> None:
    pages = [f"第{n}页 / 共28页" for n in range(8)]
    runs = [Run(line, None) for line in [LEAD, *pages]]
    assert _judge([LEAD, SECOND[:20]], runs=runs) is Reason.OTHER_KIND


def _body(*lines: str) -> Body:
    return Body(lines, 0, len(lines))


def test_a_dump_without_a_text_may_be_garbled() -> None:
    doc = Document([Run("?" * 60, None)], GENERIC)
    assert judge_lines(doc, _body(), "石桥", Metadata({})).reason is Reason.GARBLED


@pytest.mark.parametrize(("size", "notice"), [(299, True), (300, False)])
def test_a_notice_is_a_brief_text(size: int, notice: bool) -> None:
    line = "您访问的页面不存在，"
    assert (_judge([line + "合" * (size - len(line))]) is Reason.ERROR_PAGE) is notice


@pytest.mark.parametrize(("size", "form"), [(199, True), (200, False)])
def test_a_form_to_log_in_above_a_few_words(size: int, form: bool) -> None:
    runs = [Run(text, None) for text in ("扫码登录", "请输入密码", "忘记密码？", "合" * size)]
    doc = Document(runs, GENERIC)
    assert (judge_lines(doc, _body("合" * size), "石桥", Metadata({})).kind is Kind.LOGIN) is form


@pytest.mark.parametrize(
    ("chapters", "others", "contents"),
    [
        (6, ["石桥"] * 3, "6 of 9 lines are chapters"),
        (6, ["石桥"] * 4, ""),
        (5, [], "5 of 5 lines are chapters"),
        (4, [], ""),
        (6, [LEAD], ""),
        (6, ["他来了。"], ""),
    ],
)
def test_two_thirds_of_a_table_of_contents_are_chapters(
    chapters: int, others: list[str], contents: str
) -> None:
    lines = [f"第{n}章 老街" for n in "一二三四五六"[:chapters]]
    assert _contents(_body(*lines, *others)) == contents


@pytest.mark.parametrize(
    ("lines", "longest", "detail"),
    [
        (["2024-05-11", LEAD] * 3, 60, "3 dates among 3 paragraphs"),
        ([LEAD, *["2024-05-11", LEAD] * 3], 60, "3 dates among 4 paragraphs"),
        (["2024-05-11", LEAD] * 2, 60, ""),
        (["2024-05-11", LEAD] * 2 + ["2024-05-11"], 60, ""),
        (["2024-05-11", LEAD] * 2 + ["2024-05-11"], 59, "3 dates among 2 paragraphs"),
        (["2024-05-11"] * 3, 59, "3 dates among 0 paragraphs"),
        ([*["2024-05-11", LEAD] * 3, LEAD], 60, ""),
        ([*["2024-05-11", LEAD] * 3, "3楼"], 60, ""),
    ],
)
def test_dates_with_a_paragraph_each(lines: list[str], longest: int, detail: str) -> None:
    """Three dates, and three paragraphs or short ones; never two in a row, nor a floor."""
    assert _dated(lines, longest) == detail
