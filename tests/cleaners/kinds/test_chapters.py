"""Chapters of novels: what the site puts between their paragraphs, and short ones. Invented (合成)."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from schemas import Article, Page
from tests.cleaners.readings.pages import FOOTER, LEAD, SECOND, TEXT, article, paragraphs, text_of

TOLD = ["雨下到第三天，客栈里只剩一把伞。", "掌柜的把伞横在柜台上，说：“借可以，押金是一句真话。”",
        "沈九想了想，把腰间的刀解下来，放在伞的旁边。", "“这把刀没有杀过人。”他说。"]  # fmt: skip  # laid out for reading
NEIGHBOURS = (
    "<div class=nav><a href=87.html>上一章</a> <a href=./>章节目录</a> <a href=89.html>下一章</a></div>"
)


@pytest.mark.parametrize(
    "line",
    [
        "请记住本站最新网址：www.example.com，手机用户请浏览 m.example.com 阅读，更优质的体验。",
        "天才一秒记住本站地址：www.example.com，最快更新！无广告！",
        "最新网址：www.example.com",
        "請收藏本站，方便下次閱讀。",
        "小主，这个章节后面还有哦，请点击下一页继续阅读，后面更精彩！",
        "如果您喜欢这部小说，请推荐给您的朋友。",
        "（本章未完，請點擊下一頁）",
    ],
)
def test_what_a_site_of_novels_puts_between_the_paragraphs(line: str) -> None:
    assert text_of(article(f"<div>{paragraphs([*TEXT[:2], line, *TEXT[2:]])}</div>")) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "手机用户请注意，石桥镇的基站将在今晚升级，届时信号会中断两个小时。",
        "一秒记住一个单词的法子，他试过许多种，没有一种真的管用。",
        "她说，请记住本站的每一位值班员，他们守了石桥三十年。",
        "本章程自公布之日起施行，由石桥镇步道管理处负责解释。",
        "记住那座桥，记住桥下的水，也记住修桥的人。",
    ],
)
def test_sentences_that_only_sound_like_it(line: str) -> None:
    assert line in text_of(article(f"<div>{paragraphs([LEAD, line, SECOND])}</div>"))


def outcome(title: str, lines: list[str], after: str) -> object:
    text = "<br><br>".join(f"&nbsp;&nbsp;{line}" for line in lines)
    page = f"<title>{title}_石桥书楼</title><h1>{title}</h1>{after}<div id=nr>{text}</div>{after}{FOOTER}"
    return Cleaner().process(Page(url="https://www.example.com/b/4417/88.html", body=page.encode()))


@pytest.mark.parametrize(
    "title", ["第八十八章 借伞", "第88章 借伞（第1/2页）", "江湖不寄信 第八十八回 借伞", "第三卷第二節 借傘"]
)
def test_a_short_chapter_is_a_text(title: str) -> None:
    found = outcome(title, [*TOLD[:2], "请记住本站最新网址：www.example.com，手机用户请浏览 m.example.com。", *TOLD[2:]],
                    NEIGHBOURS)  # fmt: skip  # laid out for reading
    assert isinstance(found, Article) and found.text.split("\n") == TOLD


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("第八十八章 借伞", ["章节加载中", "请稍候"]),
        ("第八十八章 借伞", ["该章节不存在或已被删除，请返回目录。"]),
        ("第八十八章 借伞", ["本章节内容为VIP章节，请登录后继续阅读。"]),
        ("第八十八章 借伞", []),
    ],
)
def test_a_chapter_that_is_not_there_is_none(title: str, lines: list[str]) -> None:
    assert not isinstance(outcome(title, lines, NEIGHBOURS), Article)
