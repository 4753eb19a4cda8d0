"""Poems without a date, below a headline and a name. Invented (合成)."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from schemas import Article, Page

LINES = [
    "河水退了，石头露出来",
    "像一排牙齿",
    "没有人笑",
    "母亲蹲在岸边洗一件旧衣",
    "洗去年的泥",
    "洗前年的雨",
    "洗到天黑下来",
    "洗到月亮也浮在水上",
    "她把衣服拧干",
    "拧出一条河",
]
HANT = [
    "夜色先到山的那一面", "再到我的杯中", "我不喝，它也不走", "你走的那天下著小雪", "木門只合上一半", "另一半，留給火光",
    "如今火光已小", "小如一粒未說出口的字", "我把它含在口中", "一直含到天明",
]  # fmt: skip  # laid out for reading
FORMS = {
    "breaks": ("<p>{}</p>", "<br>"),
    "paragraphs": ("<p>{}</p>", "</p><p>"),
    "boxes": ("<div class=line>{}</div>", "</div><div class=line>"),
    "stanzas": ("<p>{}</p>", "<br>"),
}


def poem(form: str, lines: list[str]) -> str:
    around, between = FORMS[form]
    gap = "</p><p>" if form == "stanzas" else between
    return around.format(between.join(lines[:5]) + gap + between.join(lines[5:]))


def outcome(inner: str, title: str = "退水", name: str = "<p class=by>沈砚青</p>") -> object:
    page = (
        f"<title>{title} - 石桥诗网</title><div class=nav><a href=/>石桥诗网</a> <a href=/p>诗人</a></div>"
        f"<div class=poem><h2>{title}</h2>{name}{inner}</div><div class=bottom>石桥诗社</div>"
    )
    return Cleaner(script="original").process(Page(body=page.encode()))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("lines", [LINES, HANT])
def test_a_signed_poem_is_an_article(form: str, lines: list[str]) -> None:
    found = outcome(poem(form, lines))
    assert isinstance(found, Article)
    assert found.text.split("\n")[-len(lines) :] == lines


@pytest.mark.parametrize(
    ("title", "name", "lines"),
    [
        ("退水", "", LINES),
        ("退水", "<p class=by>沈砚青</p>", LINES[:6]),
        (
            "石桥诗社理事名单",
            "<p>沈砚青</p>",
            ["王小明", "李石河", "陈大山", "张小河", "刘石桥", "赵小山", "周大河", "吴小石"],
        ),
        (
            "石桥饭店菜单",
            "<p>沈砚青</p>",
            ["红烧肉", "清蒸鱼", "炒青菜", "豆腐汤", "葱油饼", "糖醋藕", "酸菜面", "桂花糕"],
        ),
        ("老街旧事目录", "<p>沈砚青</p>", [f"第{n}章 老街的第{n}座桥" for n in "一二三四五六七八九"]),
        ("石桥镇公交时刻", "<p>沈砚青</p>", [f"第{n}路车 {n}:30" for n in range(1, 10)]),
        ("石桥诗社联系方式", "<p>沈砚青</p>", [f"{what}：石桥镇老街" for what in "甲乙丙丁戊己庚辛壬"]),
    ],
)
def test_other_short_lines_are_none(title: str, name: str, lines: list[str]) -> None:
    assert not isinstance(outcome(poem("paragraphs", lines), title, name), Article)
