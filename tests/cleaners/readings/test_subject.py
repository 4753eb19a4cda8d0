"""How far a text stands apart from the headline: above it, behind the box below it, about something else."""

from __future__ import annotations

import pytest

from cleaners.metadata.title import Title
from cleaners.readings.headed import headed_boxes
from cleaners.readings.near import near_boxes, proposed_near
from cleaners.readings.subject import Subject, _opens_head, subject_of
from cleaners.readings.view import View
from tests.cleaners.readings.pages import read
from tests.cleaners.readings.views import GOOD, at, box, good, lines, page

TITLE = "河湾新桥"
P = f"<p>{good(40)}</p>"
ABOUT = f"<p>河湾那座新桥修好以后，{good(29)}</p>"
"""Running text with the headline's letters 河湾, 新桥."""


def subject(view: View, title: str = TITLE, head: int | None = 0) -> Subject:
    prints = frozenset() if head is None else frozenset([head])
    return Subject(view, Title(title, "h1", head), head, prints, False)


@pytest.mark.parametrize(
    ("title", "stated", "opens"),
    [
        ("河湾新桥", "河湾新桥-随手记", True),
        ("河湾新", "河湾新-随手记", False),
        ("河湾新桥", " 河湾新桥 随手记", True),
        ("河湾新桥", "河湾新桥随手记", False),
        ("河湾新桥", "", False),
    ],
)
def test_what_the_head_states_opens_with_the_title(title: str, stated: str, opens: bool) -> None:
    assert _opens_head(title, stated) is opens


@pytest.mark.parametrize(
    ("inner", "first", "stop"),
    [
        (f"<h1>{TITLE}</h1><div>{P * 2}</div><i>桥</i>", 1, 3),
        (f"<h1>{TITLE}</h1><p>石</p><div>{P}</div>", 2, 3),
        (f"<h1>{TITLE}</h1><div><b>相关新闻</b>{P}</div><div>{P}</div>", 3, 4),
        (f"<h1>{TITLE}</h1><div class=share>{P}</div><div>{P}</div>", 2, 3),
        (f"<h1>{TITLE}</h1><div><p>石</p>{P}</div>", 1, 3),
        (f"<h1>{TITLE}</h1>", 0, 0),
    ],
)
def test_the_box_right_below_the_head(inner: str, first: int, stop: int) -> None:
    near = subject(page(f"<div>{inner}</div>")).near
    assert (near.start, near.stop) == (first, stop)
    assert subject(page(f"<div>{inner}</div>"), head=None).near == range(0)


FAR = "<div class=far><div class=in>{}</div></div>"
NEAR = f"<div class=near>{P}</div>"
LINK = "<a href=/1>{}</a>"


@pytest.mark.parametrize(
    ("inner", "title", "share"),
    [
        (f"<h1>{TITLE}</h1>{NEAR}", TITLE, 0.0),
        (f"<h1>{TITLE}</h1>{NEAR}{FAR.format(P)}", TITLE, 0.375),
        (f"<h1>桥歌</h1>{NEAR}{FAR.format(P)}", "桥歌", 0.25),
        (f"<h1>河湾新</h1>{NEAR}{FAR.format(P)}", "河湾新", 0.25),
        (f"<h1>{TITLE}</h1>{NEAR}{LINK.format('石' * 20)}{FAR.format(P)}", TITLE, 0.375),
        (f"<h1>{TITLE}</h1>{NEAR}{LINK.format('石' * 21)}{FAR.format(P)}", TITLE, 0.5),
        (f"{FAR.format(P)}<h1>{TITLE}</h1>{NEAR}", TITLE, 0.5),
        (f"{LINK.format('石' * 21)}<h1>{TITLE}</h1>{NEAR}{FAR.format(P)}", TITLE, 0.375),
        (f"<h1>{TITLE}</h1>{FAR.format(P * 2)}{FAR.format(P * 2)}", TITLE, 0.375),
        (f"<h1>{TITLE}</h1><div class=near>{P}{P}</div>{FAR.format(P)}", TITLE, 0.25),
        (f"<h1>{TITLE}</h1>{NEAR}{FAR.format(ABOUT)}", TITLE, 0.0),
        (f"<h1>{TITLE}</h1>{NEAR}{FAR.format(P + ABOUT)}", TITLE, 0.0),
        (f"<h1>{TITLE}</h1>{NEAR}{FAR.format(ABOUT.replace('河湾', '河边'))}", TITLE, 0.125),
    ],
)
def test_how_much_of_the_text_stands_apart(inner: str, title: str, share: float) -> None:
    """Three quarters of it where no links stand before, half under a headline of three letters, less where it is about it."""
    view = page(f"<div>{inner}</div>")
    head = at(view, title)
    found = subject(view, title, head).apart(range(len(view.runs)))
    assert found == pytest.approx(share)


def test_what_is_no_running_text_does_not_count() -> None:
    view = page(f"<div><h1>{TITLE}</h1>{NEAR}{FAR.format(P + '<p>石</p>' * 9)}</div>")
    assert subject(view).apart(range(len(view.runs))) == pytest.approx(0.375)
    assert subject(view).apart([0]) == 0.0
    assert subject(view).apart([]) == 0.0
    assert subject(view, head=None).apart(range(len(view.runs))) == 0.0


def test_where_nothing_stands_below_the_head_nothing_is_apart() -> None:
    view = page(f"<div>{P}<h1>{TITLE}</h1></div>")
    assert subject(view, head=1).apart([0]) == 0.0


def test_how_much_of_the_headline_each_box_holds() -> None:
    """Of three pairs of letters; a box holds what the two below it do, its own line and the title's nothing."""
    view = page(
        f"<h1>{TITLE}</h1><div class=d><div class=c><div class=b><p class=a>河湾，{good(20)}</p></div></div></div>"
        f"<div class=e><p>新桥，{good(20)}</p><p>湾新，{good(20)}</p></div><p class=f>新桥</p>"
    )
    found = subject(view).around
    assert {name: found.get(box(view, name), 0.0) for name in "abcdef"} == pytest.approx(
        {"a": 1 / 3, "b": 1 / 3, "c": 1 / 3, "d": 0.0, "e": 2 / 3, "f": 0.0}
    )
    assert found.get(view.runs[0].box, 0.0) == 0.0


@pytest.mark.parametrize(("size", "held"), [(398, 1 / 3), (399, 0.0)])
def test_the_headline_is_looked_for_at_the_beginning_of_a_line(size: int, held: float) -> None:
    view = lines(TITLE, f"{good(size)}河湾，石")
    assert subject(view).around.get(None, 0.0) == pytest.approx(held)


def test_a_line_that_prints_the_title_is_not_about_it() -> None:
    long = "河湾新桥修好了，镇上的人都来看热闹，走过"
    assert subject(lines(long, f"{long}。", good(30)), long).around == {}


def test_slides_stand_beside_the_one_with_the_headline() -> None:
    slides = (
        "<ul><li><h1>河湾新桥</h1><div><p>{0}</p></div></li><li><div><div><b>{0}</b></div></div></li></ul>"
    )
    view = page(f"<div>{slides.format(good(40))}<div><div><i>{good(40)}</i></div></div></div>")
    assert [subject(view)._foreign(index) > 0 for index in (1, 2, 3)] == [False, False, True]


def test_where_a_line_stands() -> None:
    """Lines agree in their shape, and in the list they stand in or the box around both boxes of theirs."""
    view = page(
        f"<div class=o><div class=x><p>{GOOD}</p></div><div class=x><p>{GOOD}</p></div></div>"
        f"<div class=o><div class=x><p>{GOOD}</p></div></div>"
        f"<ul><li><div><p>{GOOD}</p></div></li><li><div><p>{GOOD}</p></div></li></ul>"
        f"<ul><li><div><div><div><p>{GOOD}</p></div></div></div></li><li><div><div><div><p>{GOOD}</p></div></div></div></li></ul>"
        f"<ul><li><div><div><p>{GOOD}</p></div></div></li><li><div><div><p>{GOOD}</p></div></div></li></ul>"
    )
    of = subject(view)
    places = [of._place(index) for index in range(9)]
    assert [places[one] == places[other] for one, other in ((0, 1), (0, 2), (3, 4), (5, 6), (7, 8))] == [
        True, False, True, False, True,
    ]  # fmt: skip  # laid out for reading


def test_text_of_the_same_form_below_the_head_is_not_apart() -> None:
    pieces = f"<div class=x>{P}</div><div class=x>{P}</div><div class=y>{P}</div>"
    of = subject(page(f"<div class=o><h1>{TITLE}</h1>{pieces}</div>"))
    assert [of._foreign(index) > 0 for index in (1, 2, 3)] == [False, False, True]


PART = f"<div><h2>石</h2>{P}</div>"


@pytest.mark.parametrize(
    ("inner", "stop"),
    [
        (PART * 2, 6),
        (PART * 3, 8),
        (PART, 0),
        ("", 0),
        (f"{PART * 2}<div class=share><h2>石</h2>{P}</div>{PART}", 6),
        (f"{PART * 2}<div><h2>推荐阅读</h2>{P}{P}</div>{PART}", 6),
        (f"{PART * 2}<div><h2>相关：推荐阅读</h2></div>{PART}", 6),
        (f"{PART * 2}<div><h3>石</h3>{P}</div>{PART}", 6),
        (f"{PART * 2}<div><h2><a href=/1>石</a></h2>{P}</div>{PART}", 6),
        (f"{PART}<p>石</p>{PART}", 0),
        (f"<div><b>石</b>{P}</div>" * 2, 0),
        (f"<div><h1>石</h1>{P}</div>" * 2, 0),
    ],
)
def test_the_parts_below_a_lead(inner: str, stop: int) -> None:
    """Two boxes or more, as far as each opens with a subhead of the same tag and holds running text."""
    parts = subject(page(f"<div><h1>{TITLE}</h1>{NEAR}{inner}</div>"))._parts
    assert parts == range(2 if stop else 0, stop)


def test_the_head_itself_is_not_apart() -> None:
    title = "河湾新桥修好了，镇上的人都来看热闹，走过"
    assert subject(page(f"<h1>{title}</h1>{NEAR}"), title).apart([0]) == 0.0


def told(inner: str, titles: list[Title]) -> Subject:
    doc = read(f"<title>河湾新桥-随手记</title><body>{inner}</body>").doc
    return subject_of(doc, View(doc.runs), titles)


def test_the_subject_is_the_likeliest_title() -> None:
    first, other, none = Title(TITLE, "h1", 1), Title("石桥", "h2", 3), Title(TITLE, "title")
    of = told(f"<p>石</p><h1>{TITLE}</h1>{P}", [first, other, none])
    assert (of.title, of.head, of.prints, of.opens_head) == (first, 1, {1, 3}, True)
    assert not told("<p>石</p>", [other, first]).opens_head
    assert not told("<p>石</p>", [none, other]).opens_head


@pytest.mark.parametrize(
    ("inner", "head"),
    [
        (f"<p>2024-05-20 08:00</p>{P}<p>2024-05-20 08:00 来源：石桥日报</p>{P}", 2),
        (f"<p>2024-05-20 08:00</p>{P}", 0),
        (f"<p>石</p><p>2024-05-20 林青禾</p>{P}", 1),
        (f"<p>2024-05-20 08:00</p><p>石</p>{P}", None),
        (f"<p>石</p>{P}", None),
        (f"<div class=share>2024-05-20 08:00</div>{P}", None),
        (f"<p><a href=/1>2024-05-20</a> 08:00</p>{P}", None),
        (f"<p>2024-05-20 08:00 石桥新闻网 石桥镇</p>{P}", 0),
        ("<p>石</p><p>2024-05-20 08:00</p>", None),
    ],
)
def test_where_no_title_is_printed_a_date_is_the_head(inner: str, head: int | None) -> None:
    assert told(inner, [Title(TITLE, "title")]).head == head


@pytest.mark.parametrize(
    ("inner", "boxes"),
    [
        (f"<div class=a><div class=b>{P}</div></div>", ["p", "a"]),
        (f"<div class=a>{P}</div>{P}", ["p", "a"]),
        (f"{'<i>石</i><br>' * 29}<div class=a>{P}</div>", ["p", "a"]),
        (f"{'<i>石</i><br>' * 30}<div class=a>{P}</div>", []),
        (f"<div class=share>{P}</div><div class=a>{P}</div>", ["p", "a"]),
        (
            f"<div class=b><p>立即订阅石桥新闻 YouTube，即时掌握时事发展。</p></div><div class=a>{P}</div>",
            ["p", "a"],
        ),
        ("<div class=a><p>石</p></div>", []),
    ],
)
def test_the_boxes_below_a_title(inner: str, boxes: list[str]) -> None:
    view = page(f"<i>桥</i><h1>{TITLE}</h1>{inner}")
    found = near_boxes(view, [run.junk for run in view.runs], 1)
    assert [one.name or one.tag for one in found] == boxes


def test_a_paragraph_alone_is_no_box_of_a_text() -> None:
    view = page(f"<h1>{TITLE}</h1><div class=a>{P * 2}</div>")
    assert [one.name for one in proposed_near(view, ["", "", ""], 0)] == ["a", "a"]


@pytest.mark.parametrize(
    ("inner", "opened"),
    [
        (f"<div class=a><h3>相关新闻</h3>{P}</div>", {"a": "related"}),
        (f"<div class=a><h3>最新评论</h3>{P}</div>", {}),
        (f"<div class=a><h3>精彩评论</h3>{P}</div>", {"a": "comment"}),
        (f"<div class=a><h3>分享到：</h3>{P}</div>", {}),
        (f"<div class=a><h3>石桥</h3>{P}</div>", {}),
        (f"<div class=a><div><div><h3>相关新闻</h3></div></div>{P}</div>", {"a": "related"}),
        (f"<div class=b><div class=a><h3>相关新闻</h3>{P}</div>{P}</div>", {"a": "related"}),
        (f"<div class=a>{P}<h3>相关新闻</h3>{P}</div>", {}),
        (f"<div class=a><h3>相关新闻</h3><p>凉亭</p>{P}</div>", {}),
        ("相关新闻<br>石桥", {}),
    ],
)
def test_boxes_that_a_heading_of_something_else_opens(inner: str, opened: dict[str, str]) -> None:
    view = page(f"<p>石</p>{inner}")
    titles = frozenset(index for index, run in enumerate(view.runs) if run.text == "凉亭")
    assert {one.name: rule for one, rule in headed_boxes(view, titles).items()} == opened


def test_without_boxes_a_heading_opens_none() -> None:
    assert not headed_boxes(lines("相关新闻", GOOD), frozenset())


def test_a_title_right_behind_a_box_or_before_it_is_not_in_it() -> None:
    view = page(f"<p>石</p><div class=a><h3>相关新闻</h3>{P}</div><p>桥</p>")
    for titles, count in (({0, 3}, 1), ({1}, 0), ({2}, 0)):
        assert len(headed_boxes(view, frozenset(titles))) == count


def test_a_heading_alone_on_a_page_opens_nothing() -> None:
    assert not headed_boxes(page("<h3>相关新闻</h3>"), frozenset())


HOURS = f"<li><i>16:42</i>{P}</li><li><i>15:50</i>{P}</li><li><i>14:45</i>{P}</li>"
"""Entries of a live report, the newest first."""


@pytest.mark.parametrize(
    ("title", "list_", "reported"),
    [
        ("直播：河湾新桥合龙", HOURS, range(2, 8)),
        ("河灣新橋合龍文字實錄", HOURS, range(2, 8)),
        ("河湾新桥合龙", HOURS, range(0)),
        ("直播：河湾新桥合龙", HOURS.replace("14:45", "14时"), range(0)),
        ("直播：河湾新桥合龙", HOURS.replace("16:42", "5月9日 16:42:31"), range(2, 8)),
        ("直播：河湾新桥合龙", HOURS.replace(P, "<p>石</p>", 1), range(0)),
        ("直播：河湾新桥合龙", HOURS.replace("<i>16:42</i>", "<h4>16:42</h4>"), range(0)),
    ],
)
def test_the_entries_of_a_live_report(title: str, list_: str, reported: range) -> None:
    """Three times of one shape, each over running text, below a headline that says so."""
    view = page(f"<h1>{title}</h1><p>石</p><ul>{list_}</ul><p>桥</p>")
    found = subject(view, title=title)
    assert found._reported == reported
    assert found.apart([at for at in reported if view.good[at]]) == 0.0
