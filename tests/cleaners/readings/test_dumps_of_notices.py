"""Dumps of notices, lists of names, verse: who is addressed, what is announced, where verse ends. Invented (合成)."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from schemas import Article

HEAD = [
    "石桥镇公告_石桥镇人民政府",
    "首页",
    "新闻",
    "石桥镇公告",
    "发布时间：2026-05-09 08:30",
    "浏览次数：",
    "512",
]
MEAL = "因水泵检修，定于五月十二日对以下区域停水，请提前做好准备，不便之处敬请谅解。"
FOOT = ["上一篇：", "石桥茶馆开门", "下一篇：", "没有了", "关于我们", "联系我们"]
NAMES = [
    "一等奖（2名）",
    "周亦",
    "韩沐阳",
    "二等奖（2名）",
    "宋佳音",
    "刘一诺",
    "指导教师",
    "秦中和",
    "薛敏",
    "唐子",
]
VERSE = ["火车来之前", "风先来了", "它翻动一个孩子的作业本", "又翻动一个老人的白发", "没有人说话", "铁轨在远处亮着",
         "像两行", "没有写完的字", "你把手伸进口袋", "摸到去年的车票", "上面的地名", "已经淡得看不清"]  # fmt: skip  # as verse


def cleaned(*text: str, head: list[str] = HEAD) -> Article:
    return Cleaner().clean_text("\n".join([*head, *text, *FOOT]))


@pytest.mark.parametrize("address", ["广大用水客户：", "尊敬的各位家长、亲爱的同学们：", "电梯里的年轻人:"])
def test_who_is_addressed(address: str) -> None:
    assert cleaned(address, MEAL, MEAL[::-1]).text.split("\n")[0] == address


@pytest.mark.parametrize("wish", ["祝大家假期平安！", "谢谢大家！", "此致"])
def test_a_wish_below_the_last_paragraph(wish: str) -> None:
    assert cleaned(MEAL, f"{MEAL}大家都要记得。", wish, "石桥镇水务站").text.split("\n")[2] == wish


@pytest.mark.parametrize(
    "told", ["评出一等奖两名、二等奖两名，现予公布。", "现将获奖名单予以公示。", "获奖者如下"]
)
def test_the_names_that_a_notice_announces(told: str) -> None:
    assert (
        cleaned(f"书法展自去年十二月征稿以来，收到作品六百四十二件，{told}", *NAMES).text.split("\n")[1:]
        == NAMES
    )


def test_a_figure_under_its_label_is_no_text() -> None:
    assert cleaned(MEAL, MEAL[::-1]).text.split("\n") == [MEAL, MEAL[::-1]]


def poem(*verses: str) -> list[str]:
    head = ["在车站 - 石桥诗歌网", "首页", "现代诗", "在车站", "作者：林野", "2026-03-02"]
    foot = [
        "点赞 18",
        "收藏",
        "诗友评论",
        "阿福",
        "2026-05-10 19:52",
        "谢谢分享",
        "回复",
        "热门诗歌",
        "雨后",
        "旧信",
    ]
    return Cleaner().clean_text("\n".join([*head, *verses, *foot])).text.split("\n")


def test_verse_ends_at_two_lines_of_furniture() -> None:
    assert poem(*VERSE) == VERSE
