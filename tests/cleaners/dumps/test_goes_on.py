"""Dumps that go on behind a list of other stories, and what else stands behind such a list."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from tests.cleaners.readings.pages import OTHER, TEXT, TITLE

HEAD = [TITLE, "2024-05-20 08:00 来源：石桥日报"]
STORIES = ["城市书房二十四小时不打烊", "非遗灯彩亮相元宵灯会", "旧城改造明年三月启动"]
ON = "石桥镇还打算把步道接到渡口，让两岸的居民不用绕路，明年春天动工。"
SNIPPET = "石桥镇的书房开了三年，每天晚上都有人来坐坐，灯一直亮到天明。"


def _text(*below: str) -> list[str]:
    lines = [*HEAD, *TEXT, *below, "相关新闻", "雪场提前开板"]
    return Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n")


@pytest.mark.parametrize("heading", ["延伸阅读", "▪ 延伸閱讀：", "推荐阅读：", "相关报道"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_paragraph_about_the_same_goes_on(heading: str, count: int) -> None:
    assert _text(heading, *STORIES[:count], ON) == [*TEXT, ON]


@pytest.mark.parametrize(
    "below",
    [
        [STORIES[0], OTHER],
        [STORIES[0], SNIPPET, STORIES[1], OTHER],
        [*STORIES, "网友评论", ON],
        [*STORIES * 3, ON],
        [*STORIES, ON.rstrip("。")],
        [*STORIES, "石桥镇日报版权所有，未经授权不得转载、摘编或以其他方式使用上述作品。"],
    ],
)
def test_what_else_stands_there_does_not(below: list[str]) -> None:
    assert _text("延伸阅读", *below) == TEXT


CREW = [
    "渡船每跑完一趟，顾师傅休息十二分钟。",
    "他的手势一天要做一千多次，嘴里同时念出声。",
    "下午两点，交班。",
]
CREW_HANT = [
    "渡船每跑完一趟，顧師傅休息十二分鐘。",
    "他的手勢一天要做一千多次，嘴裡同時唸出聲。",
    "下午兩點，交班。",
]


@pytest.mark.parametrize("heading", ["推荐阅读", "▪ 延伸閱讀："])
@pytest.mark.parametrize("lines", [CREW, CREW_HANT, [CREW[0], CREW[2], CREW[1]], [*CREW, CREW[1]]])
def test_short_sentences_behind_a_box_go_on(heading: str, lines: list[str]) -> None:
    assert _text(heading, STORIES[0], *lines) == [*TEXT, *lines]


@pytest.mark.parametrize(
    "lines",
    [
        [CREW[0], STORIES[1], CREW[1]],
        [CREW[0], CREW[2], "慢走。"],
        [CREW[0], CREW[2]],
        [CREW[0], CREW[2], "石桥日报版权所有，未经授权不得转载、摘编或以其他方式使用上述作品。"],
    ],
)
def test_a_few_words_there_do_not(lines: list[str]) -> None:
    assert _text("推荐阅读", STORIES[0], *lines) == TEXT


def test_tags_that_stand_above_the_text_too_are_none_of_it() -> None:
    lines = [*HEAD, "步道", "石桥", *TEXT, "步道", "石桥", "相关新闻", *STORIES]
    assert Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n") == TEXT


LISTING = [
    "$ mv access.log access-1.log",
    "kill -USR1 $(cat /run/web.pid)",
    "gzip access-1.log",
    "rm -f old/*.gz",
]


@pytest.mark.parametrize("button", ["广告 不感兴趣", "不感兴趣", "登录后复制", "[图片]", "IMG_2231.jpg"])
def test_a_button_ends_no_text(button: str) -> None:
    lines = [*HEAD, *TEXT[:2], button, *TEXT[2:]]
    assert Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n") == TEXT


@pytest.mark.parametrize("times", [1, 4])
def test_neither_does_a_listing(times: int) -> None:
    lines = [*TEXT[:2], *LISTING * times, *TEXT[2:]]
    text = Cleaner(script="original").clean_text("\n".join([*HEAD, *lines])).text.split("\n")
    assert (text[:2], text[-2:]) == (TEXT[:2], TEXT[2:])


def test_what_is_needed_for_a_dish_stands_above_its_steps() -> None:
    needed = ["石桥炖豆腐的做法，老人说锅要用砂锅，豆腐要老一点的。", "用料", "老豆腐 500克", "雪里蕻 150克"]
    steps = ["豆腐切成小块，放进加了盐的冷水里煮开，捞出。", "雪菜洗两遍，挤干切碎，和肉片一起炒出香味来。"]
    lines = ["石桥炖豆腐", "2026-01-09", *needed, "石桥炖豆腐的做法", *steps]
    article = Cleaner(script="original").clean_text("\n".join(lines))
    assert article.title == "石桥炖豆腐"
    assert [line for line in article.text.split("\n") if line in (*needed, *steps)] == [*needed, *steps]


@pytest.mark.parametrize("heading", ["你可能也會有興趣", "相关阅读：", "推荐阅读"])
@pytest.mark.parametrize("count", [1, 2])
def test_a_box_within_a_text_does_not_end_it(heading: str, count: int) -> None:
    on = [
        "夜里灯亮起来，远处的山看不见了。",
        "孩子们还在桥上跑，谁也不肯先回家。",
        "大人站在岸边等，等到月亮也出来了。",
    ]
    lines = [*HEAD, *TEXT, heading, *STORIES[:count], *on]
    assert Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n") == [*TEXT, *on]


def test_snippets_between_headlines_do() -> None:
    assert _text("相关阅读", STORIES[0], OTHER, STORIES[1], OTHER, STORIES[2], OTHER) == TEXT
    assert _text("相关阅读", *STORIES, OTHER, OTHER, OTHER) == TEXT
