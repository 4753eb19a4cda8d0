"""Lines around an article, their fields and dates, and what stands beside a date: just enough, and just too little."""

from __future__ import annotations

import pytest

from cleaners.document import Document, Run
from cleaners.metadata.byline.beside import _own_element, beside_dates
from cleaners.metadata.byline.labels import Kind, fields
from cleaners.metadata.byline.names import is_press, names_alone
from cleaners.metadata.byline.outlets import Beside
from cleaners.metadata.byline.under_title import _is_followed, under_title
from cleaners.metadata.byline.unlabelled import FORM, OPENING, WORD, Unlabelled
from cleaners.metadata.dates import find_dates
from cleaners.metadata.lines import Line, is_dateline, names_original, names_sheet, starts_related
from cleaners.metadata.title.strings import (
    _names_site,
    headline_of,
    is_site_name,
    last_piece,
    opens_title,
    shared,
    without_badges,
)
from cleaners.metadata.urls import absolute, unwrapped
from cleaners.reading import read_html

DAY = "2026-05-09 10:10"


def line(text: str) -> Line:
    return Line(Run(text, None), None)


def doc_of(markup: str) -> Document:
    return read_html(f"<html><body>{markup}</body></html>", encoding=None).doc


def line_of(markup: str) -> Line:
    return Line(doc_of(markup).runs[0], None)


@pytest.mark.parametrize(
    ("text", "original"),
    [
        ("原标题：《石桥老街》", "石桥老街"),
        ("原标题：《石桥》老街", "《石桥》老街"),
        ("原标题：石桥《老街》", "石桥《老街》"),
        ("石桥老街", None),
    ],
)
def test_the_original_headline(text: str, original: str | None) -> None:
    assert names_original(text) == original


@pytest.mark.parametrize(
    ("text", "starts"),
    [("【【【大家都在看】】】】", True), ("【【【大家都在看】】】】】", False), ("石桥老街", False)],
)
def test_a_heading_of_other_stories(text: str, starts: bool) -> None:
    assert starts_related(text) is starts


@pytest.mark.parametrize(("size", "named"), [(160, True), (161, False)])
def test_a_line_that_names_a_sheet_or_a_day_is_short(size: int, named: bool) -> None:
    assert names_sheet("第3版" + "石" * (size - 3)) is named
    text = f"{DAY} 来源：{'石' * (size - 20)}"
    assert is_dateline(text, find_dates(text)) is named
    assert bool(line(text).dates) is named


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        (f"{DAY} {'石' * 24}", True),
        (f"{DAY} {'石' * 25}", False),
        (f"{DAY} {'石' * 25} 供稿：石桥", False),
        (f"{DAY} {'石' * 25} 摄影：石桥", True),
        (f"{DAY}。", False),
        ("石桥老街", False),
    ],
)
def test_what_a_line_of_a_date_may_hold_besides(text: str, dated: bool) -> None:
    assert is_dateline(text, find_dates(text)) is dated


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<p><span>来源：河岸日报</span><span>文/王小明</span></p>", ["河岸日报", "王小明"]),
        ("<p><span>作者：王小明</span><span>文/李大为</span></p>", ["王小明文/李大为"]),
        ("<p><span>来源：河岸日报</span><span>王小明</span></p>", ["河岸日报王小明"]),
    ],
)
def test_a_label_in_an_element_of_its_own(markup: str, found: list[str]) -> None:
    assert [field.value for field in line_of(markup).fields] == found


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<p><i>2026-05-17</i><i>326 次阅读</i></p>", [(0, 10)]),
        ("<p><i>阅读326</i><i>2026-05-17</i><i>326 次</i></p>", [(5, 15)]),
        ("<p><i>2026</i><i>2026-05-17</i><i>2026-05-18</i></p>", [(4, 14), (14, 24)]),
        ("<p><i>石桥2026-05-17</i><i>326 次</i></p>", [(2, 12)]),
        ("<p><i>石桥</i><i>326 次</i></p>", []),
        ("<p>2026-05-17326 次阅读</p>", []),
    ],
)
def test_a_date_whose_element_stands_glued_to_figures(markup: str, found: list[tuple[int, int]]) -> None:
    assert [(date.start, date.end) for date in line_of(markup).dates] == found


def named(markup: str) -> list[Unlabelled]:
    doc = doc_of(markup)
    return list(beside_dates(doc, [Line(doc.runs[0], None)]))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>石桥日报 2019-05-17 河岸日报</p>", Unlabelled("河岸日报", weight=FORM)),
        ("<p>楼市 2019-05-17 暮色</p>", Unlabelled("暮色", weight=WORD)),
        (
            "<p><a href=/u>私~川流</a> 2017-09-30 21:38:07 暮色</p>",
            Unlabelled(account="私~川流", weight=WORD),
        ),
        ("<p><a href=/u/1>王明</a> 2020-07-04 12:10</p>", Unlabelled(person="王明", weight=FORM)),
        ("<p>王明 2020-07-04 12:10</p>", Unlabelled("王明", weight=WORD)),
        ("<p>2019-05-17 · 某地城市报道</p>", Unlabelled(account="某地城市报道", weight=FORM)),
        ("<p>暮色书 (2012-01-11)</p>", Unlabelled("暮色书", weight=OPENING)),
        ("<p>暮色书 (2012-01-11) 编辑：王小明</p>", Unlabelled("暮色书", weight=WORD)),
    ],
)
def test_the_one_that_is_named_beside_a_date(markup: str, expected: Unlabelled) -> None:
    assert named(markup) == [expected]


@pytest.mark.parametrize(
    ("markup", "name", "before", "own"),
    [
        ("<p><span>要闻</span><span>王明</span> 2026-05-09</p>", "要闻王明", True, "王明"),
        ("<p><span>要闻</span><span>王明</span> 2026-05-09</p>", "要闻王明", False, "要闻王明"),
        ("<p><span>要闻王</span><span>明</span> 2026-05-09</p>", "要闻王明", True, "要闻王明"),
        ("<p><span>要</span><span>闻王明</span><span>王明</span></p>", "王明", True, "王明"),
    ],
)
def test_a_name_in_an_element_of_its_own_behind_a_column(
    markup: str, name: str, before: bool, own: str
) -> None:
    assert _own_element(line_of(markup), Beside(name, before)).name == own


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["河岸时报", "作者：王小明", DAY], [Unlabelled("河岸时报", weight=FORM)]),
        (["河岸故事", "关注", DAY], [Unlabelled(account="河岸故事", weight=0.9)]),
        (["河岸123", "关注", DAY], []),
        (["河岸怎么了？", "关注", DAY], []),
        (["河岸时报", *["打印"] * 3, DAY], [Unlabelled("河岸时报", weight=FORM)]),
        (["河岸时报", *["打印"] * 4, DAY], []),
    ],
)
def test_who_is_named_under_the_headline(texts: list[str], found: list[Unlabelled]) -> None:
    assert under_title([line(text) for text in texts], frozenset(), None) == found


def test_a_date_names_nobody() -> None:
    assert not _is_followed([line(DAY), line(DAY)])


def test_a_label_without_a_mark_stands_for_one_with_it() -> None:
    (field,) = fields("文字 王小明")
    assert (field.marked, field.value) == (True, "王小明")


def test_a_portal_without_a_source() -> None:
    found = fields("发布者: admin|查看: 51|原作者: 六弦阿布")
    assert Kind.SOURCE not in [field.kind for field in found]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("责编：健康编辑 王小明", ["健康", "王小明"]),
        ("作者：健康编辑 王小明", ["王小明"]),
        (
            "来源：微信公众号：河岸读书 作者：王小明 编辑：李大为 审核：何明",
            ["河岸读书", "王小明", "李大为", "何明"],
        ),
        (f"作者：{'石' * 297}", ["石" * 297]),
        (f"作者：{'石' * 298}", []),
    ],
)
def test_values_of_fields(text: str, values: list[str]) -> None:
    assert [field.value for field in fields(text)] == values


def test_how_long_names_are() -> None:
    assert is_press("河报") and not is_press("报")
    five = ["欧阳小明", "李大为", "张建国", "周长庆", "何小明"]
    assert names_alone(" ".join(five)) == five
    assert names_alone(" ".join(["欧阳大为", *five[:3], "欧阳明"])) == []


@pytest.mark.parametrize(
    ("whole", "headline"),
    [
        ("石桥老街修缮完工-河岸网-某某-石桥", "石桥老街修缮完工-河岸网-某某-石桥"),
        ("石桥老街修缮完工-石桥-河岸网", "石桥老街修缮完工-石桥"),
    ],
)
def test_the_name_of_the_site_is_one_of_the_last_two_pieces(whole: str, headline: str) -> None:
    assert headline_of(whole, ["河岸网"]) == headline


@pytest.mark.parametrize(("size", "short"), [(16, True), (17, False)])
def test_the_name_of_a_site_is_short(size: int, short: bool) -> None:
    assert bool(last_piece(f"石桥-{'河' * size}")) is short
    assert is_site_name("河" * (size - 1) + "网", []) is short
    assert _names_site("河" * (size - 2) + "日报", []) is short


def test_the_name_of_a_site_is_what_the_page_calls_it() -> None:
    assert is_site_name("河岸家园", ["河岸家园"]) and not is_site_name("·", [""])
    assert _names_site("河岸", ["河岸家园"]) and _names_site("河网", [])


def test_small_things_about_headlines() -> None:
    assert opens_title("渡", "渡-民生") and not opens_title("渡", "归-民生")
    assert shared("石桥", "石桥", 3) == 0
    assert headline_of("新闻_河岸网", ["新闻", "河岸网"]) == "新闻"
    assert without_badges("[组图]" * 4 + "石桥") == "石桥"
    assert without_badges("[组图]" * 5 + "石桥") == "[组图]石桥"


def test_long_and_nested_addresses() -> None:
    for size, kept in ((2000, True), (2001, False)):
        url = "https://n.example/".ljust(size, "a")
        assert absolute(None, url) == (url if kept else None)
    gate, inner = "http://g.example/gate/big5/", "n.example/a.htm"
    assert unwrapped(gate + "g.example/gate/big5/" * 3 + inner) == f"http://{inner}"
    assert unwrapped(gate + "g.example/gate/big5/" * 4 + inner) == gate + inner
