"""Lines between the paragraphs and at their end that keep their place, and those that do not. All invented (合成)."""

from __future__ import annotations

import pytest

from cleaners.metadata.title import Title
from cleaners.readings.stretches import stretches_of
from tests.cleaners.readings.pages import LAST, LEAD, SECOND, TEXT, THIRD, article, paragraphs, text_of
from tests.cleaners.readings.views import GOOD, good, lines

BEFORE, BEHIND = "上一篇：石桥老街的石板", "下一篇：石桥的灯亮了"
OPEN = "参阅镇里近年来的资料，都是为老街修缮做的："


def between(*inner: str) -> list[str]:
    """What is kept of lines, given as text or as markup, between two paragraphs at each end."""
    markup = "".join(line if line[0] == "<" else f"<p>{line}</p>" for line in inner)
    found = text_of(article(f"<div>{paragraphs([LEAD, SECOND])}{markup}{paragraphs([THIRD, LAST])}</div>"))
    assert [line for line in found if line in TEXT] == TEXT
    return [line for line in found if line not in TEXT]


@pytest.mark.parametrize(
    ("inner", "kept"),
    [
        ([BEFORE], [BEFORE]),
        ([BEFORE, BEHIND], []),
        ([BEHIND, BEFORE], []),
        ([f"<p><a href=/1>上一篇</a>：{BEFORE[4:]}</p>"], []),
        (["1"], ["1"]),
        (["10:20"], ["10:20"]),
        (["上一页", "1", "下一页"], []),
        (["本章未完，请点击下一页继续阅读"], []),
        (["他翻到下一页，继续读信"], ["他翻到下一页，继续读信"]),
        ([f"<p><a href=/1>{LEAD[:29]}。</a></p>"], [f"{LEAD[:29]}。"]),
        ([f"<p><a href=/1>{LEAD[:28]}。</a></p>"], []),
        ([f"<p><a href=/1>{LEAD[:30]}</a></p>"], []),
        (
            [OPEN, "<p><a href=/1>老街资料</a></p>", "<p><a href=/2>步道资料</a></p>"],
            [OPEN, "老街资料", "步道资料"],
        ),
        ([OPEN[:-1] + "。", "<p><a href=/1>老街资料</a></p>"], [OPEN[:-1] + "。"]),
        (["<p><a href=/1>老街资料</a></p>"], []),
        (["<button>河边问答</button>", "河边的一行"], ["河边的一行"]),
        (
            [f"<p class=r>{GOOD}</p>", "河边", f"<p class=r>{GOOD}</p>", "桥头", f"<p class=r>{GOOD}</p>"],
            [GOOD, "河边", GOOD, "桥头", GOOD],
        ),
        (["https://n.example/jie"], ["https://n.example/jie"]),
    ],
)
def test_between_the_paragraphs(inner: list[str], kept: list[str]) -> None:
    assert between(*inner) == kept


@pytest.mark.parametrize(
    "inner",
    [
        "<div class=x1><h4>24小时热榜</h4><span onclick='go(1)'>1 新秀刷新纪录</span><span>2 主帅谈轮换</span></div>",
        "<div class=x1><h3>7×24小時快訊</h3><em>09:00</em><p>【图书馆延长开放】城东图书馆公告，周末开到晚上九点。</p></div>",
        "<div class=fb><p>這篇文章對你有幫助嗎？</p><button>有幫助 213</button><p>發現內容有誤？回報錯誤</p></div>",
        "<div class=tip>本页每五分钟自动更新，请刷新页面查看最新内容</div>",
        "<p>按此下載石橋App，第一時間收取步道情報：<a href=/app>iOS／Android</a></p>",
    ],
)
def test_a_widget_between_the_paragraphs(inner: str) -> None:
    assert between(inner) == []


@pytest.mark.parametrize(
    "line",
    [
        "热榜背后的生意",
        "这本书对你有帮助吗？",
        "点击下载石桥App，注册后即可预约步道门票。",
        "该系统自动更新水位数据",
        "滚动的石头",
        "开心就好",
    ],
)
def test_a_line_that_only_sounds_like_a_widget(line: str) -> None:
    assert between(line) == [line]


def test_an_address_below_the_text_is_no_paragraph() -> None:
    assert text_of(article(f"<div>{paragraphs([*TEXT, 'https://n.example/jie'])}</div>")) == TEXT


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("石桥人家", False),
        ("石桥人家的步道夜晚有灯光也有人声和流水声的", False),
        ("石桥人家的步道，夜晚有灯光，也有人声。", True),
    ],
)
def test_a_panel_below_the_text(line: str, stays: bool) -> None:
    """A short line of it is a stray one."""
    panel = f"<div class=card><div>{line}</div><div><span>河边</span><div>漫步</div></div></div>"
    found = text_of(article(f"<div><div>{paragraphs(TEXT)}</div>{panel}</div>"))
    assert found[:4] == TEXT
    assert (line in found) is stays


@pytest.mark.parametrize(("pieces", "dropped"), [(8, True), (9, False)])
def test_a_summary_that_the_text_repeats(pieces: int, dropped: bool) -> None:
    """Word for word at the beginning of the eight paragraphs below it."""
    parts = [f"石桥镇第{n}处步道开放" for n in "一二三四五六七八九"[:pieces]]
    summary = f"导读：{''.join(parts)}"
    found = text_of(article(f"<div>{paragraphs([summary, *parts, *TEXT])}</div>"))
    assert (summary not in found) is dropped
    assert found[-4 - pieces :] == [*parts, *TEXT]


def test_verse_below_its_title_is_all_that_follows() -> None:
    view = lines("首页 新闻", "石桥夜归", "春眠不觉晓", "处处闻啼鸟")
    assert stretches_of(view, Title("石桥夜归", "", 1)) == [range(2, 4)]


@pytest.mark.parametrize(
    ("tail", "taken"),
    [("责任编辑：李石", 0), ("来源：石桥日报", 0), ("步道旁的人家", 1), ("2024年5月20日", 0)],
)
def test_where_the_short_lines_below_a_text_end(tail: str, taken: int) -> None:
    view = lines(good(100), tail)
    assert stretches_of(view, Title("", "")) == [range(1 + taken)]
