"""Lines of a dump that no word tells from the text: by what they look like and what stands around them."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from cleaners.reading import read_lines
from tests.cleaners.readings.pages import LAST, LEAD, SECOND, THIRD, TITLE

MENU = ["首页", "新闻", "财经", "体育", "娱乐", "登录", "注册", "我的收藏", "客户端下载"]
FOOT = ["关于我们", "联系我们", "版权声明", "ICP备00000000号", "返回顶部"]


def _page(*within: str) -> list[str]:
    """The lines of a page that has these between its paragraphs."""
    return [*MENU, TITLE, "2024-05-20 08:00 来源：石桥日报", LEAD, SECOND, *within, THIRD, LAST, *FOOT]


def _rules(lines: list[str], asked: tuple[str, ...]) -> list[str]:
    reading = read_lines("\n".join(lines))
    rules = dict(zip((run.text for run in reading.doc.runs), reading.picked.taken.rules, strict=True))
    return [rules[line] for line in asked]


@pytest.mark.parametrize("line", ["9", "VIP", "Photo", "hot", "Q7"])
def test_a_scrap_between_the_paragraphs_is_hardly_text(line: str) -> None:
    assert _rules(_page(line), (line,)) == ["unlikely"]


@pytest.mark.parametrize(
    "lines",
    [
        ("沿河步道的凉亭",),
        ("凉亭三处",),
        ("她笑了笑",),
        ("“走吧！”",),
        ("1 步道",),
        ("（二）凉亭",),
        ("第三章 尾声",),
        ("2024年5月",),
        ("豆腐 500克", "雪菜 半斤"),
        ("用料", "豆腐 500克"),
        ("VIP", "Photo", "hot", "Q7"),
    ],
    ids=" ".join,
)
def test_lines_of_a_shape_are_text(lines: tuple[str, ...]) -> None:
    assert _rules(_page(*lines), lines) == ["body"] * len(lines)


def test_who_signs_and_when_is_text() -> None:
    lines = [TITLE, LEAD, SECOND, THIRD, "Q7", "2024年5月20日"]
    assert _rules(lines, ("Q7", "2024年5月20日")) == ["body", "body"]


def test_a_dump_without_running_text_keeps_its_lines() -> None:
    verse = [
        "河水流过桥洞",
        "Q7",
        "灯火照着渡口",
        "船家唱起歌谣",
        "石桥听了百年",
        "月亮慢慢升高",
        "桨声留在水里",
        "明天还要摆渡",
    ]
    assert (
        Cleaner().clean_text("\n".join(["渡口", "作者：李石", "2024-05-20", *verse])).text.split("\n")[1]
        == "Q7"
    )


def test_a_page_with_markup_is_told_by_its_boxes() -> None:
    html = "".join(f"<p>{line}</p>" for line in (LEAD, SECOND, "Q7", THIRD, LAST))
    assert "Q7" in Cleaner().clean(f"<h1>{TITLE}</h1><div>{html}</div>").text.split("\n")
