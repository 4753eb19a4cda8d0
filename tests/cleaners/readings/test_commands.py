"""Lines of an interface between, above and below the paragraphs of a dump."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from tests.cleaners.readings.pages import LAST, LEAD, SECOND, TEXT, THIRD, TITLE

HEAD = [TITLE, "2024-05-20 08:00 来源：石桥日报"]
LESSON = [
    "第一次用石桥地图的人，先在首页右上角的菜单里选好自己住的村子。",
    "选好以后，地图下方会出现三个按钮，分别是步道、凉亭和渡口。",
    "按下步道的按钮，屏幕上就会画出一条绿线，沿着它走就不会迷路。",
    "走到凉亭的时候，手机会响一声，界面上的小人也会跟着停下来。",
]


def _text(lines: list[str]) -> list[str]:
    return Cleaner(script="original").clean_text("\n".join(lines)).text.split("\n")


@pytest.mark.parametrize(
    "command",
    [
        "点击加载图片",
        "點擊查看大圖",
        "▲ 点击图片放大",
        "轻触加载视频",
        "长按保存图片",
        "左右滑動查看更多",
        "图片加载失败 点击重试",
        "加载失败，请点击重新加载",
        "展开剩余50%",
        "余下全文（3/4）",
        "點擊展開剩餘內容",
        "在App中打开",
        "前往石橋App查看完整內容",
        "打开石桥头条查看图片详情",
        "该视频暂时无法播放",
        "音频 05:12",
    ],
)
def test_a_command_is_none_of_the_text(command: str) -> None:
    assert _text([*HEAD, LEAD, SECOND, command, THIRD, LAST]) == TEXT
    assert _text([*HEAD, *TEXT, command]) == TEXT


@pytest.mark.parametrize(
    "bar",
    [
        "下载文本 打印 关闭",
        "导出Word | 列印 | 返回",
        "复制全文 下载 收藏 12",
        "發新帖 回復主題 返回列表",
        "没有更多了",
        "查看更多评论",
    ],
)
def test_a_bar_of_commands_is_none_below_or_above_it(bar: str) -> None:
    assert _text([*HEAD, *TEXT, bar]) == TEXT
    article = Cleaner().clean_text("\n".join([bar, *HEAD, *TEXT]))
    assert (article.title, article.text.split("\n")) == (TITLE, TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "下载表格",
        "打开窗户",
        "点击开始",
        "点击“开始”",
        "“点击领取”",
        "1. 点击下载",
        "查看图片",
        "展开讨论",
        "剩余的青石",
        "为什么要听全文",
        "打印一份带走",
        "收藏与分享",
        "他点开图片",
        "阅读石桥",
    ],
)
def test_a_short_line_of_other_words_stays(line: str) -> None:
    assert _text([*HEAD, LEAD, SECOND, THIRD, line, LAST]) == [LEAD, SECOND, THIRD, line, LAST]


@pytest.mark.parametrize("line", ["点击查看大图", "长按图片", "打开App", "点击加载图片"])
def test_a_lesson_prints_what_it_teaches(line: str) -> None:
    lines = [*LESSON[:3], line, LESSON[3]]
    assert _text(["石桥地图怎么用", HEAD[1], *lines]) == lines


@pytest.mark.parametrize(
    "bar",
    [
        "学校主页 | 信息公开 | 校历",
        "石橋大學首頁 資訊公開 校友會",
        "关于石桥 | 校友会 | 招生网 | 图书馆",
        "校长信箱｜师生服务｜校园地图",
        "退订 | 更新偏好 | 转发给朋友",
        "友情链接：石桥网 河岸网",
    ],
)
def test_a_bar_of_doors_is_none_of_it(bar: str) -> None:
    assert _text([*HEAD, *TEXT, bar]) == TEXT
    article = Cleaner().clean_text("\n".join([bar, *HEAD, *TEXT]))
    assert (article.title, article.text.split("\n")) == (TITLE, TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "刨子 | 锯子 | 凿子",
        "写给我们 写给你们 写给他们",
        "石桥图书馆 | 文化馆 | 体育馆",
        "买票须知 | 入场指南 | 交通",
        "公众号 | 微博 | 官网",
        "谈小雨 林木生 周青禾",
        "青石 200元 | 红石 300元",
    ],
)
def test_a_row_of_other_words_stays(line: str) -> None:
    assert _text([*HEAD, *TEXT, line]) == [*TEXT, line]


@pytest.mark.parametrize(
    "field",
    ["发布单位：农业处", "點閱數：356", "《石桥记》 作者：石生", "浏览人次：20", "撰文者：石生"],
)
def test_a_field_above_the_text_is_none_of_it(field: str) -> None:
    assert _text([*HEAD, field, *TEXT]) == TEXT


@pytest.mark.parametrize(
    "line", ["地点：石桥镇文化馆", "用料：青石", "适用对象：老人和孩子", "摘要：步道全线开放"]
)
def test_another_label_stays(line: str) -> None:
    assert line in _text([*HEAD, LEAD, line, SECOND, THIRD, LAST])
