"""Notices in a short text, and sentences that are none though they hold the words of one."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from cleaners.document import Document, Run
from cleaners.kinds.notices import printed_notice, titled_notice, told_notice
from cleaners.sites import GENERIC
from schemas import Article, Kind, Page


@pytest.mark.parametrize(
    "text",
    [
        "您访问的页面不存在",
        "页面不存在或已被删除，请返回首页。",
        "抱歉，該文章不存在，三秒後返回首頁",
        "该内容不存在！任何问题请联系管理员",
        "您要找的帖子不存在了",
        "文章不存在 错误代码 1002",
        "文章内容不存在任何访问权限。您查看的页面已删除。",
        "此信息审核中，问题请联系客服",
    ],
)
def test_a_page_that_is_gone(text: str) -> None:
    found = told_notice(text)
    assert found is not None
    assert found[0] is Kind.ERROR


@pytest.mark.parametrize(
    "text",
    [
        "董事会保证本公告内容不存在任何虚假记载、误导性陈述或者重大遗漏。",
        "本公司保證公告內容不存在虛假記載。",
        "经核查，申报文件不存在重大遗漏。",
        "镇里说，网上流传的信息不存在夸大，水位确实涨了两米。",
        "作者承诺文章不存在抄袭，文责自负。",
        "两份文件不存在矛盾，以后一份为准。",
    ],
)
def test_what_a_text_is_free_of(text: str) -> None:
    assert told_notice(text) is None


_ANNOUNCED = (
    "<title>{0}</title><body><h1>{0}</h1><div>"
    "<p>本公司董事会保证本公告内容不存在任何虚假记载、误导性陈述或者重大遗漏。</p>"
    "<p>石桥渡运公司三季度运送旅客一万二千人次，同比增加百分之七。</p>{1}"
    "<p>以上数据未经审计，敬请投资者注意。</p></div></body>"
)
_TABLE = "<table><tr><td>航线</td><td>人次</td></tr><tr><td>石桥</td><td>8,204</td></tr></table>"


@pytest.mark.parametrize("between", ["", _TABLE])
def test_a_brief_announcement_is_an_article(between: str) -> None:
    page = _ANNOUNCED.format("石桥渡运：三季度运量公告", between)
    assert isinstance(Cleaner().process(Page(body=page.encode())), Article)


@pytest.mark.parametrize(("size", "found"), [(24, True), (25, False)])
def test_a_headline_that_is_a_notice_is_short(size: int, found: bool) -> None:
    assert (titled_notice("页面不存在" + "合" * (size - 5)) is not None) is found


_GONE = "您访问的页面不存在"


@pytest.mark.parametrize(
    ("runs", "found"),
    [
        ([Run(_GONE, None)], Kind.ERROR),
        ([Run(_GONE + "。", None, 5)], Kind.ERROR),
        ([Run(_GONE + "。", None, 6)], None),
        ([Run(_GONE, None), Run("合" * 690, None)], Kind.ERROR),
        ([Run(_GONE, None), Run("合" * 691, None)], None),
        ([Run(_GONE, None), Run("合" * 691, None, 691)], Kind.ERROR),
    ],
)
def test_a_notice_outside_of_links_on_a_page_that_holds_little_else(
    runs: list[Run], found: Kind | None
) -> None:
    notice = printed_notice(Document(runs, GENERIC), "合成", {"password": 0.0})
    assert (notice and notice[0]) is found


def test_a_password_field_and_little_else() -> None:
    runs = [Run("合" * 700, None)]
    alone = {"password": 1.0, "items": 0.59}
    assert printed_notice(Document(runs, GENERIC), "合成", alone) == (
        Kind.LOGIN,
        "a password field and little else",
    )
    assert printed_notice(Document(runs * 2, GENERIC), "合成", alone) is None
    listed = {"password": 1.0, "items": 0.6}
    assert printed_notice(Document(runs, GENERIC), "合成", listed) is None
