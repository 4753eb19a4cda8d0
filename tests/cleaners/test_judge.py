from __future__ import annotations

import pytest

from cleaners.document import Body, Document, Run
from cleaners.judge import MIN_CHARS, judge
from cleaners.sites.profile import GENERIC
from schemas import Reason
from tests.cleaners.body.pages import LEAD, TEXT

ENGLISH = "The path along the river was opened yesterday, and many people came to walk there. " * 3


def _judge(
    lines: list[str], title: str = "石桥", share: float = 0.0, runs: list[Run] | None = None
) -> Reason | None:
    doc = Document(runs=runs if runs is not None else [Run(line, None) for line in lines], profile=GENERIC)
    verdict = judge(doc, Body(tuple(lines), 0, len(doc.runs), link_share=share), title)
    return verdict[0] if verdict else None


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
        ([*TEXT, *TEXT, *TEXT, "他说，您访问的页面不存在。"], None),
    ],
)
def test_reasons(lines: list[str], reason: Reason | None) -> None:
    assert _judge(lines) is reason


def test_text_of_links_is_a_listing() -> None:
    assert _judge(TEXT, share=0.7) is Reason.LISTING
    assert _judge(TEXT, share=0.5) is None


def test_a_page_of_links_without_text_is_a_listing() -> None:
    links = [Run("石桥镇新修步道全线开放", None, link_chars=11) for _ in range(30)]
    assert _judge([], runs=links) is Reason.LISTING


def test_the_title_may_tell_the_error() -> None:
    assert _judge(["五秒后返回。"], title="页面不存在") is Reason.ERROR_PAGE


def test_the_detail_names_the_words() -> None:
    doc = Document(runs=[], profile=GENERIC)
    assert judge(doc, Body(("抱歉，该文章已被删除。",), 0, 0), "") == (Reason.ERROR_PAGE, "文章已被删除")
