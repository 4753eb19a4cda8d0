"""Lines that keep their place though a rule would take them: just those, one sign at a time."""

from __future__ import annotations

import pytest

from cleaners.readings.exceptions import Exceptions
from cleaners.readings.places import Places
from cleaners.readings.scope import Scope
from tests.cleaners.readings.views import at, box, good, goods, lines, page, scope

G = good(40)
P = f"<p>{G}</p>"
PLACE = "地点：石桥镇文化站"
HOURS = "2024年5月20日 9:00-11:00"
DATE = "2024年5月20日"
OFFICE = "石桥镇人民政府"
LINKED = ("凉亭的石头", 5)
Line = str | tuple[str, int]


def exceptions(of: Scope, rules: list[str] | None = None) -> Exceptions:
    return Exceptions(of, Places(of, goods(of)), rules or ["body"] * len(of.view.runs))


def among_lines(texts: list[Line], rules: list[str] | None = None) -> Exceptions:
    return exceptions(scope(lines(*texts)), rules)


def in_text(inner: str) -> Exceptions:
    return exceptions(scope(page(f"<div class=text>{inner}</div>"), "text"))


@pytest.mark.parametrize(
    ("texts", "index", "rule", "kept"),
    [
        ([G, PLACE, G], 1, "byline", True),
        ([G, PLACE, "来源：石桥日报", G], 2, "byline", True),
        ([G, "来源：石桥日报", PLACE, G], 1, "byline", True),
        ([G, "来源：石桥日报", "石桥", PLACE, G], 1, "byline", False),
        ([G, PLACE, "石桥", "来源：石桥日报", G], 3, "byline", False),
        ([PLACE, "来源：石桥日报", G, G], 1, "byline", True),
        ([G, "来源：石桥日报", PLACE], 1, "byline", True),
        ([G, PLACE, LINKED, G], 2, "link", True),
        ([G, PLACE, G], 1, "disclaimer", False),
        ([G, HOURS, G], 1, "dateline", True),
        ([G, HOURS, G], 1, "link", False),
        ([G, HOURS, G], 1, "promotion", False),
        (["记者：您好吗？", "记者：谢谢您。", G], 0, "byline", True),
        (["记者：您好吗？", "记者：谢谢您。", G], 0, "editor", True),
        (["记者：您好吗？", "记者：谢谢您。", G], 0, "label", True),
        (["记者：您好吗？", "记者：谢谢您。", G], 0, "promotion", False),
        (["记者：您好吗？", "老人：谢谢您。", G], 0, "byline", False),
        ([G, "12", G], 1, "pagination", True),
        ([G, "12", G], 1, "video", True),
        ([G, "12", G], 1, "counter", True),
        ([G, "12", G], 1, "promotion", False),
        ([G, ("12", 2), G], 1, "pagination", False),
        ([G, "12人", G], 1, "counter", False),
        ([G, "上一页", "12", G], 2, "pagination", False),
        ([G, "12", "下一页", G], 1, "pagination", False),
        ([G, "12", "石桥", "下一页", G], 1, "pagination", True),
        ([G, "上一页", "石桥", "12", G], 3, "pagination", True),
        ([G, "上一页", "10:20", G], 2, "pagination", True),
        (["上一页", "12", G], 1, "pagination", False),
        ([G, "12", "下一页"], 1, "pagination", False),
        ([G, "12"], 1, "pagination", True),
        (["12", G], 0, "pagination", True),
        ([G, "上篇：石桥", G], 1, "neighbour", True),
        ([G, ("上篇：石桥", 1), G], 1, "neighbour", False),
        ([G, "上篇：石桥"], 1, "neighbour", True),
        ([G, "上篇：石桥"], 1, "more", False),
        ([G, "上一篇：石桥"], 1, "neighbour", False),
        ([G, "上一篇：石桥", G], 1, "neighbour", True),
        ([G, "上一篇：石桥", "下一篇：老街", G], 1, "neighbour", False),
        ([G, "上一篇：石桥", "下一篇：老街", G], 2, "neighbour", False),
        ([G, "上一篇：石桥", "石", "下一篇：老街", G], 1, "neighbour", True),
        ([G, "上一篇：石桥", "石", "下一篇：老街", G], 3, "neighbour", True),
        ([G, "石桥的石", "下一篇：老街", G], 1, "more", True),
        ([G, ("上一篇：石桥", 2), G], 1, "neighbour", False),
        ([G, ("上一篇：石桥", 1), G], 1, "neighbour", False),
        ([G, "石桥的石 更多", G], 1, "more", False),
        ([G, "石桥的石", G], 1, "more", True),
        ([G, "石桥的石", G], 1, "keyword", True),
        ([G, "石桥的石", G], 1, "share", False),
        ([G, "标签：石桥", G], 1, "keyword", False),
        ([G, "石桥的石"], 1, "more", False),
        ([G, OFFICE, DATE], 1, "byline", True),
        ([G, OFFICE, DATE], 1, "editor", False),
        ([G, OFFICE, "石桥"], 1, "byline", False),
        ([G, "石桥人家", DATE], 1, "byline", False),
        ([G, OFFICE], 1, "byline", False),
        ([G, OFFICE, DATE, G], 1, "byline", False),
        (["石桥", OFFICE, DATE], 1, "byline", False),
        ([G, "作者简介：李石，住在石桥镇。", G], 1, "byline", True),
        ([G, "李石，住在石桥镇。", G], 1, "byline", False),
        ([G, "石桥网 > 新闻 > 社会", G], 1, "crumb", True),
        (["石桥网 > 新闻 > 社会", G], 0, "crumb", False),
        (["石桥网 > 新闻 > 社会"], 0, "crumb", False),
        ([G, G, G, G, DATE, G, DATE, G], 4, "dateline", True),
        ([G, G, G, G, DATE, G, DATE, G], 4, "share", False),
        ([G, G, G, G, DATE, G], 4, "dateline", False),
        ([G, G, G, G, DATE, G, DATE, G, "石桥", G], 8, "dateline", False),
        ([DATE, G, DATE, G, G], 2, "dateline", False),
        ([G, G, OFFICE, DATE], 3, "dateline", True),
        ([G, G, "石" * 24, DATE], 3, "dateline", True),
        ([G, G, "石" * 25, DATE], 3, "dateline", False),
        ([G, OFFICE, DATE, G, G], 2, "dateline", True),
        ([G, "石桥人家", DATE, G, G], 2, "dateline", False),
        ([OFFICE, DATE], 1, "dateline", False),
        ([G, OFFICE, f"{DATE}以后的每个周末和节日的上午都有集市"], 2, "dateline", False),
        ([G, G, f"{DATE}于三号码头"], 2, "dateline", True),
        ([G, f"{DATE}于三号码头", G], 1, "dateline", False),
        ([f"{DATE}于三号码头"], 0, "dateline", False),
        ([G, "https://n.example/jie", G], 1, "link", True),
        ([G, "https://n.example/jie", G], 1, "share", False),
        ([G, "https://n.example/jie"], 1, "link", False),
        ([G, "石桥步道walk.example/spring", G], 1, "link", False),
        ([G, ("石桥步道walk.example/spring", 1), G], 1, "link", True),
        ([G, "石桥", G], 1, "link", False),
    ],
)
def test_words_that_mean_something_else(texts: list[Line], index: int, rule: str, kept: bool) -> None:
    assert among_lines(texts).keeps(index, rule) is kept


@pytest.mark.parametrize(
    ("texts", "last", "rule"),
    [
        (["石桥网 > 新闻 > 社会"], 0, "crumb"),
        ([OFFICE, DATE], 0, "byline"),
        ([f"{DATE}于三号码头"], 0, "dateline"),
        (["石桥人家", DATE], 1, "dateline"),
    ],
)
def test_the_last_line_of_verse_stands_behind_no_text(texts: list[Line], last: int, rule: str) -> None:
    of = scope(lines(*texts))
    assert not Exceptions(of, Places(of, range(last + 1)), ["body"] * 2).keeps(last, rule)


def test_a_date_under_a_name_that_was_dropped_signs_nothing() -> None:
    assert not among_lines([G, "石桥人家", DATE], ["body", "byline", ""]).keeps(2, "dateline")


def test_what_stands_outside_of_the_lines_is_no_fact_and_no_pager() -> None:
    view = lines(PLACE, "来源：石桥日报", G, "来源：石桥日报", PLACE)
    of = Scope(view, [""] * 5, None, 1, 4)
    assert [exceptions(of).keeps(index, "byline") for index in (1, 3)] == [False, False]
    view = lines("上一页", "12", G, "12", "下一页")
    of = Scope(view, [""] * 5, None, 1, 4)
    assert [exceptions(of).keeps(index, "pagination") for index in (1, 3)] == [True, True]
    view = lines("上一篇：石桥", "下一篇：石桥", G, "上一篇：石桥", "下一篇：石桥")
    of = Scope(view, [""] * 5, None, 1, 4)
    assert [exceptions(of)._leads_on(index, "neighbour") for index in (1, 3)] == [False, False]


TABLE = f"<table><tr><td>12</td><td>{G}</td></tr></table>"


@pytest.mark.parametrize(
    ("inner", "text", "rule", "kept"),
    [
        (f"{P}<table><tr><td>10.5</td><td>三处</td></tr></table>", "10.5", "counter", True),
        (f"{P}<table><tr><td>三处</td><td>二处</td></tr></table>", "三处", "counter", True),
        (f"{P}<table><tr><td>三处</td><td>二处</td></tr></table>", "三处", "disclaimer", False),
        (f"{P}<p>{DATE}</p>{P}<p>2024年5月21日</p>{P}", DATE, "dateline", True),
        (f"{P}<p>{DATE}</p>{P}", DATE, "dateline", False),
        (f"{P}<p>评论</p>{P}", "评论", "tool", True),
        (f"{P}<p>评论员说</p>{P}", "评论员说", "tool", True),
        (f"{P}<p>评论员说的</p>{P}", "评论员说的", "tool", False),
        (f"{P}<p>评论</p>{P}", "评论", "share", False),
        (f"{P}<p>展开全文</p>{P}", "展开全文", "tool", False),
        (f"{P}<button>评论</button>{P}", "评论", "tool", False),
        (f"{P}<ul><li>评论</li></ul>{P}", "评论", "tool", False),
        (f"{P * 2}<p>评论</p>", "评论", "tool", False),
        (f"<p>评论</p>{P * 2}", "评论", "tool", False),
        (f"{P}<div><div><i>石</i><div>评论</div></div></div>{P}", "评论", "tool", False),
        (f"{P}<div><div>石<div>12</div>桥</div></div>{P}", "12", "counter", False),
        (f"{P}<div><div>石<div>上篇：石桥</div>桥</div></div>", "上篇：石桥", "neighbour", False),
        (f"{P}<div>作者简介：李石，住在石桥镇。</div>{P}", "作者简介：李石，住在石桥镇。", "byline", False),
        (f"{P}<div>https://n.example/jie</div>{P}", "https://n.example/jie", "link", False),
        (f"{P}<p>https://n.example/jie</p>{P}", "https://n.example/jie", "link", True),
    ],
)
def test_words_that_mean_something_else_where_they_stand(
    inner: str, text: str, rule: str, kept: bool
) -> None:
    found = in_text(inner)
    assert found.keeps(at(found.scope.view, text), rule) is kept


def test_without_boxes_a_word_of_a_button_is_no_subhead() -> None:
    assert not among_lines([G, "评论", G]).keeps(1, "tool")


def test_a_line_of_verse_at_an_edge_is_no_subhead() -> None:
    view = page("<div class=text><p>展品</p><p>评论</p><p>收藏</p></div>")
    of = Scope(view, [""] * 3, box(view, "text"), 0, 3)
    found = Exceptions(of, Places(of, [0, 1, 2]), ["body"] * 3)
    assert [found.keeps(index, "tool") for index in range(3)] == [False, True, False]
    nothing = Exceptions(of, Places(of, []), ["body"] * 3)
    assert not nothing.keeps(1, "tool")


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["10:20", "石桥", "10:30", "老街", "10:40", "凉亭"], [1, 3, 5]),
        (["10:20", "石桥", "10:30", "老街"], []),
        (["10:20", "石桥", "10:30", "老街", "10:40", LINKED], []),
        (["10:20", "石桥", "10:30", "老街", "10:40", "凉亭", "10:50", LINKED], [1, 3, 5]),
        (["10:20", "10:25", "石桥", "10:30", "老街", "10:40", "凉亭"], [2, 4, 6]),
        (["10:20", "10:25", "石桥", "10:30", "老街"], []),
        (["10:20", "石桥", "10:30", "老街", "石桥", "10:40"], []),
        (["5月8日 10:20:30", "石桥", "10:30", "老街", "24:00", "凉亭"], []),
        (["12月18日 10:20:30", "石桥", "10:30", "老街", "23:00", "凉亭"], [1, 3, 5]),
    ],
)
def test_what_stands_under_the_times_of_a_live_report(texts: list[Line], told: list[int]) -> None:
    found = among_lines(texts)
    assert [index for index in range(1, len(texts)) if found.is_told(index)] == told
    assert [index - 1 for index in told if not found.keeps(index - 1, "dateline")] == []


def test_the_times_of_a_live_report_have_one_shape_and_no_mark() -> None:
    entries = [f"<p>10:{n}0</p><p>石桥第{n}段</p>" for n in range(1, 4)]
    assert in_text("".join(entries)).is_told(1)
    assert not in_text("".join([*entries[:2], entries[2].replace("<p>", "<p class=a>")])).is_told(1)
    marked = entries[2].replace("<p>10:30</p>", "<p class=share>10:30</p>")
    assert not in_text("".join([*entries[:2], marked])).is_told(1)


def test_a_link_under_a_time_is_not_told() -> None:
    texts: list[Line] = ["10:20", "石桥", "10:30", "老街", "10:40", "凉亭"]
    assert not among_lines(texts).is_told(0)


@pytest.mark.parametrize(
    ("texts", "index", "kept"),
    [
        ([G, (f"{good(30)}", 30), G], 1, True),
        ([G, (f"{good(29)}", 29), G], 1, False),
        ([G, ("石桥镇新修步道，" * 4, 32), G], 1, False),
        ([G, (f"{good(30)}", 30)], 1, True),
        ([G, ("石桥步道walk.example/spring", 19), G], 1, True),
        ([G, ("石桥步walk.example/spring", 19), G], 1, False),
        ([G, ("石桥步道walk.example/spring", 20), G], 1, False),
        ([G, ("石桥步道walk.example/spring", 19)], 1, False),
        ([G, ("参考链接：石桥步道walk.example/spring", 19)], 1, True),
        ([G, ("https://n.example/jie", 21), G], 1, True),
        ([G, ("https://n.example/jie", 21)], 1, False),
        ([G, f"{good(30)[:-1]}：", LINKED, G], 2, True),
        ([f"{good(30)[:-1]}：", LINKED, G], 1, True),
        ([G, f"{good(30)[:-1]}：", LINKED, LINKED, G], 3, True),
        ([f"{good(30)[:-1]}：", LINKED, LINKED, G], 2, True),
        ([G, f"{good(30)[:-1]}：", LINKED], 2, False),
        ([G, "凉亭：", LINKED, G], 2, False),
        ([G, G, LINKED, G], 2, False),
        ([LINKED, G], 0, False),
    ],
)
def test_links_that_are_text(texts: list[Line], index: int, kept: bool) -> None:
    assert among_lines(texts).keeps_link(index) is kept


@pytest.mark.parametrize(
    ("rules", "kept"), [(["body", "body", "link", ""], False), (["body", "aside", "body", ""], False)]
)
def test_links_below_others_that_were_dropped_are_not_announced(rules: list[str], kept: bool) -> None:
    texts: list[Line] = [G, f"{good(30)[:-1]}：", LINKED, LINKED, G]
    assert among_lines(texts, [*rules, ""]).keeps_link(3) is kept


@pytest.mark.parametrize(
    ("inner", "text", "kept"),
    [
        (f"{P}<p><a href=/1>{good(30)}</a></p>", good(30), True),
        (f"{P}<h4><a href=/1>{good(30)}</a></h4>", good(30), False),
        (f"{P}<p>石桥步道<a href=/1>walk.example/spring</a></p>{P}", "石桥步道walk.example/spring", True),
        (f"{P}<h4>石桥步道<a href=/1>walk.example/spring</a></h4>{P}", "石桥步道walk.example/spring", False),
        (f"{P}<p>{good(30)[:-1]}：</p><ul><li><a href=/1>凉亭</a></li></ul>{P}", "凉亭", True),
        (
            f"{P}<p>{good(30)[:-1]}：</p><div><div>石<div><a href=/1>凉亭</a></div>桥</div></div>{P}",
            "凉亭",
            False,
        ),
        (f"{P}<table><tr><td><a href=/1>凉亭</a></td><td>三处</td></tr></table>", "凉亭", True),
        (
            f"{P}<table><tr><td><a href=/1>凉亭</a></td><td><a href=/1>三处</a></td></tr></table>",
            "凉亭",
            False,
        ),
        (f"<p>石</p><table><tr><td><a href=/1>凉亭</a></td><td>三处</td></tr></table>{P}", "凉亭", False),
    ],
)
def test_links_that_are_text_where_they_stand(inner: str, text: str, kept: bool) -> None:
    found = in_text(inner)
    assert found.keeps_link(at(found.scope.view, text)) is kept


@pytest.mark.parametrize(
    ("texts", "index", "kept"),
    [
        ([G, "一、地址不限", "二、投稿邮箱不限", G], 2, True),
        ([G, "1. 地址不限", "2. 投稿邮箱不限", G], 2, True),
        ([G, "一、地址不限", "三、投稿邮箱不限", G], 2, False),
        ([G, "一、地址不限", G, G, G, "二、投稿邮箱不限", G], 5, True),
        ([G, "一、地址不限", G, G, G, G, "二、投稿邮箱不限", G], 6, False),
        ([G, "一、投稿邮箱不限", G], 1, False),
        ([G, "1.5 地址", "2.5 投稿邮箱", G], 2, False),
    ],
)
def test_an_item_whose_number_is_the_next(texts: list[Line], index: int, kept: bool) -> None:
    assert among_lines(texts).keeps(index, "disclaimer") is kept


@pytest.mark.parametrize(
    ("texts", "index", "kept"),
    [
        ([G, PLACE, "投稿邮箱：a@example.com", G], 2, True),
        ([G, "投稿邮箱：a@example.com", G], 1, False),
        ([G, PLACE, "版权归石桥镇所有", G], 2, False),
    ],
)
def test_where_works_are_to_be_sent(texts: list[Line], index: int, kept: bool) -> None:
    assert among_lines(texts).keeps(index, "disclaimer") is kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [("延伸阅读：石桥老街修缮完工", False), ("石桥老街：延伸阅读", True), ("上篇：石桥老街", True)],
)
def test_what_names_another_story_in_a_dump(text: str, kept: bool) -> None:
    assert among_lines([G, text, G]).keeps(1, "neighbour") is kept


@pytest.mark.parametrize(
    ("lines_", "linked"),
    [
        ("<p>1、<a href=/1>石桥老街修缮完工</a></p>{0}<p>2、<a href=/2>石桥茶馆昨天开门</a></p>{0}", True),
        ("<p>1、<a href=/1>石桥老街修缮完工</a></p>{0}", False),
        ("<p><a href=/1>石桥老街修缮完工</a></p>{0}<p><a href=/2>石桥茶馆昨天开门</a></p>{0}", False),
        ("<p>1、<a href=/1>石桥老街修缮完工</a></p><p>2、<a href=/2>石桥茶馆昨天开门</a></p>{0}", False),
    ],
)
def test_numbered_links_over_paragraphs(lines_: str, linked: bool) -> None:
    assert in_text(P + lines_.format(P)).keeps_link(1) is linked


@pytest.mark.parametrize(
    ("items", "kept"),
    [
        ("<li>石桥老街管理办法</li><li><a href=/1>石桥茶馆管理办法</a></li>", True),
        (
            "<li>石桥老街管理办法</li><li><a href=/1>石桥茶馆管理办法</a></li><li><a href=/2>石桥码头管理办法</a></li>",
            False,
        ),
    ],
)
def test_items_of_a_list_half_of_which_are_links(items: str, kept: bool) -> None:
    assert in_text(f"{P}<ul>{items}</ul>{P}").keeps_link(2) is kept
    assert not in_text(f"{P}<ul>{items}</ul>").keeps_link(2)
