"""Each section heading in either script, and subheads that are none."""

from __future__ import annotations

import pytest

from cleaners.lexicon import fold
from cleaners.readings.sections import SECTIONS, section
from tests.cleaners.readings.pages import LEAD, OTHER, TEXT, article, paragraphs, text_of

HEADINGS: list[tuple[str, str]] = [
    ("related", "相关新闻"),
    ("related", "相關焦點"),
    ("related", "新闻推荐"),
    ("related", "【推薦閱讀】"),
    ("related", "猜你喜歡："),
    ("related", "延伸閱讀"),
    ("related", "其他人也在看"),
    ("related", "你可能還想看"),
    ("related", "热点排行"),
    ("related", "频道推荐"),
    ("related", "更多新聞 >>"),
    ("related", "24小时热文"),
    ("related", "24小時熱榜"),
    ("related", "7×24小时快讯"),
    ("related", "同場加映"),
    ("related", "江雨眠的其他作品"),
    ("related", "TA的更多文章"),
    ("related", "江雨眠的相關類似文章"),
    ("related", "其他社會新聞："),
    ("related", "網友也對以下文章有興趣"),
    ("related", "最多人看的健康新聞"),
    ("related", "最近的文章"),
    ("related", "更早的作品"),
    ("comment", "新聞討論規範"),
    ("comment", "Leave a Reply"),
    ("comment", "评论须知"),
    ("vote", "這篇文章對你有幫助嗎？"),
    ("related", "相关报道"),
    ("byline", "关于作者"),
    ("comment", "网友评论"),
    ("comment", "網友回應"),
    ("comment", "最新留言 (12)"),
    ("comment", "《石桥的冬天》上有 2 条评论"),
    ("comment", "《石橋的冬天》有 3 則留言"),
    ("comment", "“石桥的冬天”的一个回应"),
    ("comment", "对「石桥的冬天」的 5 个想法"),
    ("comment", "评论：（石桥步道开放）"),
    ("share", "分享到："),
    ("related", "你可能也會有興趣"),
    ("related", "法规推荐"),
    ("related", "本周最受欢迎"),
    ("aside", "作者有話要說："),
    ("advertisement", "赞助内容"),
    ("vote", "您看完此新闻的感觉"),
    ("tags", "文章标签"),
    ("disclaimer", "石橋網版權相關聲明："),
    ("video", "视频列表"),
]

SUBHEADS = [
    "记者调查",
    "步道的来历",
    "专家点评：雨天不滑",
    "热点问题怎么解决",
    "评论家怎么说",
    "《石桥的冬天》里的三个想法",
    "《石桥的冬天》有 12 个故事",
    "《石桥的冬天》引出的评论",
    "我对《石桥的冬天》的一个想法",
    "一、相关背景与影响",
    "推荐他的人",
    "热榜背后的生意",
    "其他作品里的渡口",
    "24小时不打烊的书店",
    "这本书对你有帮助吗？",
]


@pytest.mark.parametrize(("rule", "line"), HEADINGS)
def test_heading(rule: str, line: str) -> None:
    found = section(fold(line))
    assert found is not None
    assert found.rule == rule


@pytest.mark.parametrize("line", SUBHEADS)
def test_subhead(line: str) -> None:
    assert section(fold(line)) is None


def test_every_entry_has_a_heading() -> None:
    used = {id(section(fold(line))) for _, line in HEADINGS}
    assert [entry for entry in SECTIONS if id(entry) not in used] == []


@pytest.mark.parametrize("heading", ["相关新闻", "相關焦點", "猜你喜欢"])
def test_the_heading_ends_the_article(heading: str) -> None:
    page = article(f"<div>{paragraphs([*TEXT, *TEXT, heading, OTHER])}</div>")
    assert text_of(page) == TEXT * 2


def test_the_box_under_a_heading_goes_and_the_text_goes_on() -> None:
    box = f"<div><h3>相关新闻</h3><p>{OTHER}</p></div>"
    assert text_of(article(f"<div><p>{LEAD}</p>{box}{paragraphs(TEXT[1:])}</div>")) == TEXT


def test_a_newspapers_box_of_background_stays() -> None:
    lines = [*TEXT[:2], "相关链接", *TEXT[2:], OTHER, OTHER[::-1]]
    assert text_of(article(f"<div>{paragraphs(lines)}</div>")) == [*TEXT[:2], *TEXT[2:], OTHER, OTHER[::-1]]


def test_links_that_a_sentence_announces_are_text() -> None:
    links = "".join(f"<li><a href=/d/{n}>石桥镇第{n}段步道的图纸</a></li>" for n in range(3))
    inner = f"{paragraphs(TEXT[:2])}<p>想知道步道怎样修成的读者，可以参阅以下资料：</p><ul>{links}</ul>{paragraphs(TEXT[2:])}"
    assert "石桥镇第1段步道的图纸" in text_of(article(f"<div class=body>{inner}</div>"))


ADDRESSED = [
    ("想参加的人在这个网址报名 <a href=/x>walk.shiqiao.example/spring/2024/register</a>", True),
    ("得到下列机构的支持：<a href=/x>Stone Bridge Foundation, Division of Paths and Rivers</a>", True),
    ("了解更多：<a href=/x>石桥镇新修步道全线开放以后的第一个周末</a>", False),
]


@pytest.mark.parametrize(("line", "kept"), ADDRESSED)
def test_words_before_an_address_among_paragraphs(line: str, kept: bool) -> None:
    found = text_of(article(f"<div class=body>{paragraphs([*TEXT[:2], line, *TEXT[2:]])}</div>"))
    assert (len(found) == len(TEXT) + 1) is kept


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("参考链接：<a href=https://a.example/1>https://a.example/paths/2024/stones-and-rivers</a>", True),
        (
            "3. 步道的图纸 <a href=https://a.example/1>https://a.example/paths/2024/stones-and-rivers</a>",
            True,
        ),
        ("步道的图纸在这里 <a href=/x>walk.shiqiao.example/spring/2024/register</a>", False),
    ],
)
def test_behind_the_text_only_a_reference_is_kept(line: str, kept: bool) -> None:
    found = text_of(article(f"<div class=body>{paragraphs([*TEXT, line])}</div>"))
    assert (len(found) == len(TEXT) + 1) is kept


@pytest.mark.parametrize(("marks", "heading"), [(36, True), (37, False)])
def test_a_long_line_is_no_heading(marks: int, heading: bool) -> None:
    assert (section("相关新闻" + "：" * marks) is not None) is heading


@pytest.mark.parametrize("name", ["", " class=commentlist"])
@pytest.mark.parametrize("heading", ["《{}》上有 2 条评论", "对“{}”的 2 个想法"])
def test_comments_below_a_heading_that_names_the_text(name: str, heading: str) -> None:
    said = [
        "看了很感动，请问步道的入口在哪里？我们下周想带老人去走走。",
        "入口在石桥东头，周末人多，早点来。",
    ]
    listed = "".join(f"<li><cite>李石</cite> 说道：<p>{line}</p></li>" for line in said)
    below = f"<h3>{heading.format('石桥步道')}</h3><ol{name}>{listed}</ol>"
    assert text_of(article(f"<div class=post><div class=entry>{paragraphs(TEXT)}</div></div>{below}")) == TEXT
