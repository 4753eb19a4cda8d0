"""Pages of a split article become one. 合成 texts."""

from datetime import UTC, datetime

import pytest

from cleaners.joining import join
from cleaners.quality import content_hash
from schemas import Article, Credit, Flag, Image, Quality, Role, Script

LEAD = "导语：两页共有的一段导语，讲述街长制的由来。"
MAYOR, EDITOR = Credit(name="王小明", role=Role.AUTHOR), Credit(name="李大为", role=Role.EDITOR)


def page(number: int, text: str, **fields: object) -> Article:
    return Article(url=f"https://a.example/n_{number}.html", title="街长制走进社区（1）", text=text, **fields)  # type: ignore[arg-type]  # a table of keyword arguments


def test_text_is_joined_without_labels_and_repeated_lead() -> None:
    one = page(1, f"{LEAD}\n第一页的正文。\n第1页", next_page="https://a.example/n_2.html")
    two = page(2, f"街长制走进社区（1）\n{LEAD}\n第二页的正文。\n【2】")
    whole = join([one, two])
    assert whole.text == f"{LEAD}\n第一页的正文。\n第二页的正文。"
    assert whole.title == "街长制走进社区"
    assert whole.pages == ("https://a.example/n_1.html", "https://a.example/n_2.html")
    assert whole.flags == (Flag.JOINED,)
    assert whole.next_page is None
    assert whole.content_hash == content_hash(whole.text)
    assert whole.quality.paragraphs == 3


@pytest.mark.parametrize(
    "label", ["第2页", "【2】", "(2/3)", "2 / 3", "- 2 -", "第 二 頁", "接上页", "未完待续"]
)
def test_page_labels_go(label: str) -> None:
    assert join([page(1, "甲。"), page(2, f"{label}\n乙。")]).text == "甲。\n乙。"


@pytest.mark.parametrize("paragraph", ["第2页写着一句话。", "2020年", "二、办法", "上一页已经写满。", "5"])
def test_other_short_paragraphs_stay(paragraph: str) -> None:
    assert join([page(1, "甲。"), page(2, f"{paragraph}\n乙。")]).text == f"甲。\n{paragraph}\n乙。"


def test_a_sentence_that_two_pages_share_in_the_middle_stays() -> None:
    body = "一。\n二。\n三。\n重复的一句。"
    assert (
        join([page(1, body), page(2, "四。\n五。\n六。\n重复的一句。\n完。")]).text.count("重复的一句。") == 2
    )


def test_fields_are_merged() -> None:
    when = datetime(2020, 1, 2, tzinfo=UTC)
    shared, other = Image(url="https://a.example/1.jpg", caption="合影"), Image(url="https://a.example/2.jpg")
    one = page(
        1,
        "甲。",
        images=(shared,),
        tags=("社区",),
        script=Script.HANS,
        quality=Quality(chars=10, link_share=0.5),
    )
    two = page(
        2,
        "乙。",
        credits=(MAYOR, EDITOR),
        images=(Image(url=shared.url), other),
        tags=("社区", "街长"),
        source="某报",
        published_at=when,
        published_raw="2020-01-02",
        script=Script.HANT,
        original_text="乙。",
        flags=(Flag.CONVERTED,),
        quality=Quality(chars=30),
    )
    whole = join([one, two])
    assert whole.images == (shared, other)
    assert (whole.tags, whole.source, whole.credits) == (("社区", "街长"), "某报", (MAYOR, EDITOR))
    assert (whole.published_at, whole.published_raw) == (when, "2020-01-02")
    assert (whole.script, whole.original_text) == (Script.MIXED, "甲。\n乙。")
    assert whole.flags == (Flag.JOINED, Flag.CONVERTED)
    assert whole.quality.link_share == pytest.approx(0.125)


def test_a_missing_last_page_is_flagged() -> None:
    whole = join([page(1, "甲。"), page(2, "乙。", next_page="https://a.example/n_3.html")])
    assert whole.flags == (Flag.TRUNCATED, Flag.JOINED)
    assert whole.next_page == "https://a.example/n_3.html"


def test_one_whole_page_is_returned_as_it_is() -> None:
    only = page(1, "甲。")
    assert join([only]) is only


def test_one_page_of_several_is_truncated() -> None:
    only = join([page(1, "甲。", next_page="https://a.example/n_2.html")])
    assert (only.flags, only.pages, only.title) == ((Flag.TRUNCATED,), (), "街长制走进社区（1）")


def test_no_pages_are_an_error() -> None:
    with pytest.raises(ValueError, match="no pages"):
        join([])
