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


def test_tags_that_stand_above_the_text_too_are_none_of_it() -> None:
    lines = [*HEAD, "步道", "石桥", *TEXT, "步道", "石桥", "相关新闻", *STORIES]
    assert Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n") == TEXT
