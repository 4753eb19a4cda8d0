"""Dumps of short sentences: where a talk, a post cut by hand or an account's text ends. All invented (合成)."""

from __future__ import annotations

import pytest

from cleaners import Cleaner, Rejected
from tests.cleaners.readings.pages import TEXT, TITLE

HEAD = [TITLE, "2024-05-20 08:00 来源：石桥日报"]
MENU = ["关于我们", "上一集 修鞋三十年", "下一集 加油站", "石桥电台 版权所有"]
FRAME = [
    "所有集数",
    "联系方式",
    "合作伙伴",
    "热门城市",
    "常用电话",
    "石桥电台",
    "石桥地图",
    "石桥天气",
    *MENU,
]


def _text(lines: list[str]) -> list[str]:
    return Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n")


@pytest.mark.parametrize("after", [MENU, FRAME], ids=["furniture", "menu"])
@pytest.mark.parametrize(
    "said",
    [
        ["[09:30] 主持人", "谢谢阿水伯。我们下次再见。"],
        ["[09:30] 主持人", "謝謝阿水伯。我們下次再見。"],
        ["老桥不是不能拆，", "只是要给它很多很多的时间。"],
        ["桥通了，船停了。", "他还是每天来。", "坐一个钟头，", "再走回去。"],
        ["他看着河，河面上", "起了一层薄薄的雾。", "雾散了，人也走了。"],
    ],
)
def test_short_sentences_below_the_paragraphs_are_its_end(said: list[str], after: list[str]) -> None:
    assert _text([*HEAD, *TEXT, *said, *after]) == [*TEXT, *said]


@pytest.mark.parametrize(
    "below",
    [
        ["网友评论", "小河", "写得真好。"],
        ["小河 10-11", "写得真好。"],
        ["相关新闻", "桥通了，船停了。"],
        ["石桥地图", "桥通了，船停了。"],
        ["未经授权，不得转载。"],
    ],
)
def test_what_is_said_elsewhere_is_not(below: list[str]) -> None:
    assert _text([*HEAD, *TEXT, *below, *FRAME]) == TEXT


@pytest.mark.parametrize("picture", ["图｜报警锁（清）", "图片：石桥博物馆", "圖｜報警鎖（清）"])
def test_a_picture_between_the_paragraphs_ends_no_header(picture: str) -> None:
    first = "一座桥，过了三代人。"
    lines = [
        *HEAD,
        "▲点击上方“石桥日报”关注我们",
        first,
        TEXT[0],
        "看点一：会说话的桥",
        TEXT[1],
        picture,
        *TEXT[2:],
    ]
    found = _text(lines)
    assert [first, TEXT[0], "看点一：会说话的桥", TEXT[1]] == found[:4]
    assert found[-1] == TEXT[-1]


NAMES = ["出城", "雪原", "旧友", "夜渡", "火光", "断剑", "来信"]
NUMBERS = "一二三四五六七"


@pytest.mark.parametrize("form", ["第{}章 {}", "第{}回　{}", "第{}節 {}", "【第{}章】{}", "第 {} 話 {}"])
def test_a_table_of_contents_is_no_text(form: str) -> None:
    chapters = [form.format(number, name) for number, name in zip(NUMBERS, NAMES, strict=True)]
    with pytest.raises(Rejected):
        _text(
            [
                "石桥小说网",
                "《北境灯火》 作者：夜行人",
                "加入书架 开始阅读",
                "正文卷",
                *chapters,
                "下一页 末页",
            ]
        )


@pytest.mark.parametrize(
    "lines",
    [
        ["第一章 出城", *TEXT],
        [line for number, text in zip(NUMBERS, TEXT, strict=False) for line in (f"第{number}章 总则", text)],
        ["第一章 总则", "第二章 保护", "第三章 利用", "第四章 责任", "第五章 附则", *TEXT],
    ],
)
def test_chapters_with_a_text_are_one(lines: list[str]) -> None:
    assert _text([*HEAD, *lines])[-1] == TEXT[-1]
