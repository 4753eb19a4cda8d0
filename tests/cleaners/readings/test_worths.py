"""What a line is worth, in which box and where; lists of teasers; what stands above a text. Just enough, and too little."""

from __future__ import annotations

import pytest

from cleaners.document import Run
from cleaners.metadata.title import Title
from cleaners.metadata.title.strings import key
from cleaners.readings.boxes import _unhidden_value, _verse_value, _weighed, propose, value, values, whole_box
from cleaners.readings.features import NAMES, line_features
from cleaners.readings.header import header_end
from cleaners.readings.leads import doubled_summary, find_leads
from cleaners.readings.marks import void_inside
from cleaners.readings.opinion import _kept, _listed
from cleaners.readings.scope import Scope
from cleaners.readings.stretches import _stretch, _worths, stretches_of
from cleaners.readings.teasers import find_teasers
from tests.cleaners.readings.views import GOOD, good, lines, page


@pytest.mark.parametrize(
    ("text", "links", "mark", "worth"),
    [
        (good(100), 0, "", 100.0),
        (good(100), 20, "", 80.0),
        (good(500), 0, "", 400.0),
        (good(100), 0, "share", 20.0),
        (good(100), 0, "hidden", -4 - 0.3 * 60),
        (good(100), 0, "teaser", -4 - 0.3 * 60),
        (good(40), 0, "site", -4 - 0.3 * 40),
        ("石桥", 0, "share", -4 - 0.3 * 2),
        ("石桥步道", 4, "", -4 - 0.4 * 4),
        ("石" * 60, 60, "", -4 - 0.4 * 40),
        ("石桥", 0, "", -2.0),
        ("石" * 20_000, 0, "", -2.0),
        ("石" * 20_001, 0, "", -400.0),
    ],
)
def test_what_a_line_is_worth(text: str, links: int, mark: str, worth: float) -> None:
    assert value(lines((text, links)), 0, mark) == pytest.approx(worth)


def box_of(inner: str, title: int | None = None) -> str:
    """The class of the best box."""
    view = page(inner)
    marks = [run.junk for run in view.runs]
    return propose(view, marks, values(view, marks), title)[0].name


PLAIN = f"<p>{good(100)}</p>"
GAP = "<p>石</p>"
"""Costs two characters."""
LINKS = "<a href=/1>石桥镇沿河步道昨日全线开放</a>"


def test_text_above_the_title_weighs_three_tenths() -> None:
    inner = f"<div class=above>{{}}</div><h1>石桥</h1>{GAP * 100}<div class=below>{{}}</div>"
    assert box_of(inner.format(PLAIN * 3, PLAIN), title=3) == "below"
    assert box_of(inner.format(PLAIN * 4, PLAIN), title=4) == "above"
    assert box_of(inner.format(PLAIN * 3, PLAIN)) == "above"


def test_text_behind_links_weighs_half_for_each_three_hundred_characters() -> None:
    inner = f"<h1>石桥</h1><div class=near>{{}}</div>{{}}{GAP * 400}<div class=far>{{}}</div>"
    links = f"<p>{LINKS}</p>" * 24  # 312 characters
    assert box_of(inner.format(PLAIN * 5, links, PLAIN * 9), title=0) == "near"
    assert box_of(inner.format(PLAIN * 5, links, PLAIN * 12), title=0) == "far"


def test_text_behind_any_number_of_links_keeps_some_weight() -> None:
    inner = f"<h1>石桥</h1><div class=near>{{}}</div>{{}}{GAP * 400}<div class=far>{{}}</div>"
    links = f"<p>{LINKS}</p>" * 200
    assert box_of(inner.format(PLAIN, links, PLAIN * 6), title=0) == "near"
    assert box_of(inner.format(PLAIN, links, PLAIN * 7), title=0) == "far"


def test_links_above_the_text_cost_nothing() -> None:
    inner = "<h1>石桥</h1><div class=links>{}</div><div class=far>{}</div><p class=near>{}</p>"
    assert box_of(inner.format(f"<p>{LINKS}</p>" * 200, PLAIN * 2, good(40)), title=0) == "far"


def test_links_between_title_and_text_cost_nothing() -> None:
    """Or what stands above the title would weigh more."""
    inner = f"<div class=above>{PLAIN * 2}</div><h1>石桥</h1>{f'<p>{LINKS}</p>' * 200}<div class=below>{PLAIN}</div>"
    assert box_of(inner, title=2) == "below"


def test_text_right_below_the_title_has_its_full_weight() -> None:
    view = lines(good(100), "石桥", good(100), ("凉亭的石头", 5), good(100))
    worths = [100.0, -2.0, 100.0, -6.0, 100.0]
    assert _weighed(view, worths, 1) == pytest.approx([30.0, -2.0, 100.0, -6.0, 100 * 0.5 ** (5 / 300)])


def test_a_line_of_one_letter_has_weight() -> None:
    view = lines("石", "石", ("凉亭的石头", 5), "石")
    assert _weighed(view, [1.0, 1.0, -6.0, 1.0], 1) == pytest.approx([0.3, 1.0, -6.0, 0.5 ** (5 / 300)])


def test_the_first_line_of_a_page_may_be_the_like_of_the_second() -> None:
    view = page("<div class=text><div class=p>石桥</div><div class=p>老街</div></div><b>石</b>")
    found = whole_box(view, view.runs[1].box)
    assert found is not None and found.name == "text"


@pytest.mark.parametrize(
    ("text", "mark", "worth"),
    [
        (good(100), "hidden", 100.0),
        (good(500), "hidden", 400.0),
        (good(100), "share", 20.0),
        (good(100), "", 100.0),
        ("石桥", "hidden", -4 - 0.3 * 2),
    ],
)
def test_what_a_hidden_line_is_worth(text: str, mark: str, worth: float) -> None:
    assert _unhidden_value(lines(text), 0, mark) == pytest.approx(worth)


@pytest.mark.parametrize(
    ("shown", "hidden", "best"),
    [(60, 200, "a"), (59, 200, "b"), (50, 100, "b"), (50, 99, "a")],
)
def test_hidden_text_is_the_article_where_little_else_is(shown: int, hidden: int, best: str) -> None:
    given, behind = f"<p>{good(shown)}</p>", f"<p>{good(hidden)}</p>"
    view = page(f"<div class=a>{given}</div>{GAP * 30}<div class=b>{behind}</div>")
    marks = [""] * 31 + ["hidden"]
    assert propose(view, marks, values(view, marks), None)[0].name == best


@pytest.mark.parametrize(("size", "boxes"), [(20, 1), (19, 0)])
def test_a_quatrain_is_an_article_where_nothing_else_is(size: int, boxes: int) -> None:
    view = page(f"<div class=a>{'石' * size}</div>")
    marks = [run.junk for run in view.runs]
    assert len(propose(view, marks, values(view, marks), None)[:1]) == boxes


@pytest.mark.parametrize(
    ("classes", "line"),
    [
        ("xap", False),
        ("app", True),
        ("ppa", True),
        ("pxp", False),
        ("axpx", False),
        ("xpxx", False),
        ("axpp", True),
    ],
)
def test_a_paragraph_has_its_like_right_beside_it(classes: str, line: bool) -> None:
    """The first of class p, by the classes of all lines of a box."""
    inner = "".join(f"<div class={one}>石桥</div>" for one in classes)
    view = page(f"<b>石</b><div class=text>{inner}</div>")
    found = whole_box(view, view.runs[1 + classes.rindex("p")].box)
    assert found is not None and (found.name == "text") is line


@pytest.mark.parametrize("inner", ["{0}{1}", "{1}{0}"])
def test_a_box_right_beside_the_best_is_apart_from_it(inner: str) -> None:
    boxes = f"<div class=best>{PLAIN * 2}</div>", f"<div class=apart><p>{good(61)}</p></div>"
    view = page(f"{GAP * 90}<div class=all>{inner.format(*boxes)}{GAP * 90}</div>")
    marks = [run.junk for run in view.runs]
    assert [box.name for box in propose(view, marks, values(view, marks), None)][-1] == "apart"


def test_a_box_of_one_line_beside_its_like_is_a_paragraph() -> None:
    assert box_of(f"<div class=text><div class=p>{good(300)}</div><div class=p>石桥</div></div>") == "text"
    assert box_of(f"<div class=text><div class=p>{good(300)}</div><div class=q>石桥</div></div>") == "p"


@pytest.mark.parametrize(
    ("inner", "more", "apart", "proposed"),
    [
        (6, 51, 61, ["best", "outer", "inner", "apart"]),
        (5, 51, 61, ["best", "outer", "apart"]),
        (6, 50, 61, ["best", "body", "inner", "apart"]),
        (6, 51, 60, ["best", "outer", "inner"]),
    ],
)
def test_the_boxes_around_in_and_apart_from_the_best(
    inner: int, more: int, apart: int, proposed: list[str]
) -> None:
    """One with a twentieth more text, one with three fifths of it, one with more than a footer's sentence."""
    best = f"<div class=best><div class=inner>{PLAIN * inner}</div>{PLAIN * (10 - inner)}</div>"
    view = page(
        f"<div class=outer>{best}{GAP * 60}<p>{good(more)}</p></div>{GAP * 60}<div class=apart><p>{good(apart)}</p></div>"
    )
    marks = [run.junk for run in view.runs]
    boxes = propose(view, marks, values(view, marks), None)
    assert [box.name or box.tag for box in boxes] == proposed


@pytest.mark.parametrize(
    ("texts", "worths"),
    [
        ([good(100)], [100.0]),
        ([good(500)], [400.0]),
        ([good(16)], [16.0]),
        ([good(15)], [-2 - 0.3 * 15]),
        (["石桥"], [-2 - 0.3 * 2]),
        (["石" * 50], [-2 - 0.3 * 40]),
        ([good(100), "石桥", good(100)], [100.0, -2.6, 100 * 0.5 ** (2 / 300)]),
        (["石桥", good(100)], [-2.6, 100.0]),
        (
            [good(100), "石" * 30, good(100), good(100)],
            [100.0, -11.0, 100 * 0.5 ** (30 / 300), 100 * 0.5 ** (5 / 300)],
        ),
        (
            [good(100), "石" * 30, good(200), good(100)],
            [100.0, -11.0, 200 * 0.5 ** (30 / 300), 100.0],
        ),
    ],
)
def test_what_a_line_of_a_dump_is_worth(texts: list[str], worths: list[float]) -> None:
    assert _worths([Run(text, None) for text in texts]) == pytest.approx(worths)


@pytest.mark.parametrize(
    ("texts", "stretch"),
    [
        ([], (0, 0, 0.0)),
        (["石桥"], (0, 0, 0.0)),
        ([good(100)], (0, 1, 100.0)),
        (["石桥", good(100), "石桥"], (1, 2, 100.0)),
        ([good(40), *["石" * 40] * 4, good(100)], (5, 6, 100 * 0.5 ** (160 / 300))),
        ([good(16), *["石" * 20] * 2, good(100)], (0, 4, 100 * 0.5 ** (40 / 300))),
    ],
)
def test_the_best_stretch(texts: list[str], stretch: tuple[int, int, float]) -> None:
    start, end, top = _stretch([Run(text, None) for text in texts])
    assert (start, end, pytest.approx(top)) == stretch


@pytest.mark.parametrize(
    ("tail", "taken"),
    [
        (["石"] * 7, 7),
        (["石"] * 8, 8),
        (["石"] * 9, 0),
        (["石" * 40], 1),
        (["石" * 41], 0),
        (["石" * 41 + "，"], 1),
        (["王小明 李大为"], 1),
        (["万亩茶山 产业"], 1),
        (["万亩茶山变 产业旺"], 1),
        (["万亩茶山变了 产业旺"], 0),
    ],
)
def test_short_lines_down_to_the_end_of_a_dump_belong_to_it(tail: list[str], taken: int) -> None:
    view = lines(good(100), *tail)
    assert stretches_of(view, Title("", "")) == [range(1 + taken)]


@pytest.mark.parametrize(("short", "start"), [(2, 0), (3, 3)])
def test_two_short_lines_above_a_text_may_address_somebody(short: int, start: int) -> None:
    view = lines(*["各位乡亲"] * short, good(100))
    assert stretches_of(view, Title("", "")) == [range(start, short + 1)]


@pytest.mark.parametrize(("prints", "start"), [(8, 8), (9, 8)])
def test_eight_prints_of_a_title_are_tried(prints: int, start: int) -> None:
    view = lines(*["石桥老街修缮完工"] * prints, good(100))
    assert stretches_of(view, Title("石桥老街修缮完工", "", 0))[0].start == start


def teaser(number: int, headline: str = "石桥镇新闻第{}", snippet: str = GOOD) -> str:
    return f"<div class=t><a href=/{number}>{headline.format(number)}</a><p>{snippet}</p></div>"


LINK_BELOW = "<p><a href=/9>石桥镇新闻第九</a></p>"
BELOW = [LINK_BELOW.replace("九", number) for number in "一二三"]
HEADED = [link.replace("p>", "h3>") for link in BELOW]


@pytest.mark.parametrize(
    ("inner", "count"),
    [
        ("".join(map(teaser, range(3))), 3),
        ("".join(map(teaser, range(2))), 0),
        ("".join(teaser(n, "石桥镇要闻") for n in range(3)), 0),
        ("".join(teaser(n, "石桥第{}号闻") for n in range(3)), 3),
        ("".join(teaser(n, "石桥第{}闻") for n in range(3)), 0),
        ("".join(teaser(1) for _ in range(3)), 0),
        ("".join(map(teaser, range(4))) + f"<div class=t>{f'<p>{GOOD}</p>' * 2}</div>", 4),
        ("".join(map(teaser, range(4))) + f"<div class=t>{f'<p>{GOOD}</p>' * 3}</div>", 0),
        ("".join(f"<div class=t>石桥镇新闻第{n}<p>{GOOD}</p></div>" for n in range(3)), 0),
        (
            "".join(
                f"<div class=share><a href=/{n}>石桥镇新闻第{n}</a></div><p>{GOOD}</p>" for n in range(3)
            ),
            0,
        ),
        ("".join(teaser(n, snippet="石桥") for n in range(3)), 0),
        ("".join(f"<div class=t><a href=/{n}>石桥镇新闻第{n}</a><br>{GOOD}</div>" for n in range(3)), 0),
        (PLAIN.join(["", *BELOW, ""]), 0),
        (PLAIN.join(["", *HEADED, ""]), 0),
        (f"{PLAIN}{HEADED[0]}{PLAIN}<p>石</p>{PLAIN.join([*HEADED[1:], *HEADED[1:]])}", 0),
        (PLAIN.join([*BELOW, LINK_BELOW]), 3),
        (f"{PLAIN}<p>石</p>{PLAIN.join([*BELOW, ''])}", 3),
        (PLAIN.join(["", BELOW[0], BELOW[1].replace("<p>", "<p class=a>"), BELOW[2], ""]), 3),
    ],
)
def test_lists_of_teasers(inner: str, count: int) -> None:
    view = page(inner)
    assert len(find_teasers(view, [run.junk for run in view.runs])) == count


def test_teasers_are_listed_with_their_headlines() -> None:
    assert _listed(page("".join(map(teaser, range(3))))) == frozenset(range(6))


TITLE = "石桥老街修缮完工"
STANDFIRST = "镇里请来老石匠，用旧料补齐了老街的路面。"


def leads(between: str, text: str = good(120)) -> list[str]:
    view = page(f"<h1>{TITLE}</h1>{between}<div class=text><p>{text}</p></div>")
    at = len(view.runs) - 1
    found = find_leads(view, [run.junk for run in view.runs], 0, at, [at])
    return [view.runs[index].text for index in found]


@pytest.mark.parametrize(
    ("between", "taken"),
    [
        (f"<p>{STANDFIRST}</p>", True),
        (f"<p>{STANDFIRST}</p>" + "<p>石</p>" * 29, True),
        (f"<p>{STANDFIRST}</p>" + "<p>石</p>" * 30, False),
        (f"<p>{STANDFIRST}</p><p><a href=/1>{'石' * 120}</a></p>", True),
        (f"<p>{STANDFIRST}</p><p><a href=/1>{'石' * 121}</a></p>", False),
        (f"<div class=share><p>{STANDFIRST}</p></div>", False),
        (f"<p><a href=/1>{STANDFIRST}</a></p>", False),
        ("<p>石桥老街</p>", False),
    ],
)
def test_a_lead_between_title_and_text(between: str, taken: bool) -> None:
    found = leads(between)
    assert found == ([STANDFIRST] if taken else [])


def test_a_lead_that_the_text_repeats_is_none() -> None:
    whole = STANDFIRST + good(100)
    assert leads(f"<p>{STANDFIRST}</p>", whole) == []
    half = STANDFIRST[: len(STANDFIRST) // 2] + good(100)
    assert leads(f"<p>{STANDFIRST}</p>", half) == [STANDFIRST]


@pytest.mark.parametrize(("same", "found"), [(12, 0), (11, 1)])
def test_a_lead_of_which_the_text_says_six_tenths_is_none(same: int, found: int) -> None:
    lead = "镇里请来老石匠修好了旧街的路，。"[:14] + "两端。。"
    assert len(lead) == 18
    assert len(leads(f"<p>{lead}</p>", lead[:same] + good(100))) == found


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("立即订阅石桥新闻 YouTube，即时掌握时事发展。", False),
        ("河边的人来了。", False),
        ("镇里请来老石匠，用旧料补齐了老街的路面，一块一块", True),
        ("镇里请来老石匠用旧料补齐老街路面。", True),
        ("镇里请来老石匠用旧料，补齐老街路面", False),
    ],
)
def test_a_lead_is_a_sentence(line: str, taken: bool) -> None:
    assert leads(f"<p>{line}</p>") == [line] * taken


def test_a_lead_stands_below_the_title_however_far_down_that_is() -> None:
    view = page(
        f"{GAP * 20}<p>{STANDFIRST}</p><h1>{TITLE}</h1><p>{STANDFIRST}</p><div><p>{good(120)}</p></div>"
    )
    assert find_leads(view, [""] * len(view.runs), 21, 23, [23]) == [22]
    assert find_leads(view, [""] * len(view.runs), 22, 23, [23]) == []


def test_a_caption_is_a_lead_whatever_the_text_says() -> None:
    assert leads("<figure><figcaption>石桥老街</figcaption></figure>", f"石桥老街{good(100)}") == ["石桥老街"]


CUT = "石桥镇请来老石匠，用旧料补齐了老街的路面，一块一块编号，照原样铺了"


@pytest.mark.parametrize(
    ("texts", "cut"),
    [
        ([CUT, f"{CUT}回去。"], (0,)),
        ([CUT, good(60), f"{CUT}回去。"], (0,)),
        ([CUT, good(60)], ()),
        ([CUT, good(20)], ()),
        ([CUT, f"{CUT}回去。", good(60)], (0,)),
        ([f"{CUT}。", f"{CUT}。{GOOD}"], ()),
        ([CUT[:31], f"{CUT}回去。"], ()),
        ([CUT[:32], f"{CUT}回去。"], ()),
        ([CUT, CUT], ()),
        ([CUT], ()),
        (["摘要：", CUT, f"{CUT}回去。"], (0, 1)),
        (["摘要", CUT, f"{CUT}回去。"], (1,)),
        (["石桥", "步道", CUT, f"{CUT}回去。"], ()),
    ],
)
def test_a_summary_cut_from_the_text(texts: list[str], cut: tuple[int, ...]) -> None:
    assert doubled_summary(lines(*texts), range(len(texts))) == cut


@pytest.mark.parametrize(
    ("texts", "end"),
    [
        (["石桥", "2026-05-09 10:10", good(60), good(60)], 1),
        (["石桥", "步道", good(60), good(60)], 0),
        (["石桥"] * 22 + ["2026-05-09 10:10", good(60)], 22),
        (["石桥"] * 23 + ["2026-05-09 10:10", good(60)], 23),
        (["石桥"] * 24 + ["2026-05-09 10:10", good(60)], 0),
        ([good(60), "2026-05-09 10:10", *[good(60)] * 3], 1),
        ([good(60), "2026-05-09 10:10"], 0),
        ([good(60), good(60), "2026-05-09 10:10", good(60), good(60)], 2),
        (["石桥", "2026-05-09 10:10 来源：石桥日报", good(60)], 1),
        ([good(60), "来源：石桥日报", "2026年5月9日", *[good(60)] * 3], 2),
        ([good(60), "石桥镇政府", "2026年5月9日", *[good(60)] * 3], 0),
        (["石桥"] * 3 + [good(60), "2026-05-09 10:10", *[good(60)] * 3], 4),
        (["石桥"] * 4 + [good(60), "2026-05-09 10:10", *[good(60)] * 3], 0),
    ],
)
def test_where_the_header_of_a_dump_ends(texts: list[str], end: int) -> None:
    view = lines(*texts)
    scope = Scope(view, [""] * len(texts), None, 0, len(texts))
    assert header_end(scope, [at for at, text in enumerate(texts) if len(text) >= 60]) == end


def test_lines_above_the_stretch_are_not_of_the_header() -> None:
    view = lines("石", "石", good(60), "2026-05-09 10:10", *[good(60)] * 3)
    assert header_end(Scope(view, [""] * 7, None, 2, 7), [2, 4, 5, 6]) == 3


@pytest.mark.parametrize(
    ("inner", "trunk"),
    [
        (f"<div class=a>{PLAIN * 3}</div><div class=b>{PLAIN * 2}</div>", "a"),
        (f"<div class=a>{PLAIN * 2}</div><div class=b>{PLAIN * 2}</div>", None),
    ],
)
def test_the_trunk_holds_more_than_half(inner: str, trunk: str | None) -> None:
    view = page(inner)
    scope = Scope(view, [run.junk for run in view.runs], view.boxes[-1], 0, len(view.runs))
    assert (scope.trunk.name if scope.trunk else None) == trunk


def test_a_shape_of_a_tenth_of_the_text_is_the_articles() -> None:
    for size, count in ((100, 2), (99, 1)):
        view = page(f"<div class=a>{PLAIN * 9}</div><div class=b><p>{good(size)}</p></div>")
        scope = Scope(view, [""] * len(view.runs), view.boxes[-1], 0, len(view.runs))
        assert len(scope.shapes) == count


@pytest.mark.parametrize(
    ("texts", "speaks"),
    [
        (["记者：您好吗？", "记者：谢谢您。"], True),
        (["记者：您好吗？", "老人：谢谢您。"], False),
        (["记者：您好吗？", "记者：谢谢您"], False),
        (["石桥镇政府新闻办公：好。"] * 2, False),
        (["石桥镇新闻办公室：好。"] * 2, True),
    ],
)
def test_who_speaks(texts: list[str], speaks: bool) -> None:
    scope = Scope(lines(*texts), [""] * len(texts), None, 0, len(texts))
    assert scope.is_speaker(0) is speaks


@pytest.mark.parametrize(
    ("inner", "proposed"),
    [
        (f"{PLAIN * 2}<div class=inner>{PLAIN * 6}</div>", ["best", "inner"]),
        (f"<div class=inner>{PLAIN * 6}</div>{PLAIN * 2}", ["best", "inner"]),
        (f"<p class=inner>{good(390)}</p>{PLAIN}", ["best"]),
    ],
)
def test_the_box_inside_with_most_of_the_text(inner: str, proposed: list[str]) -> None:
    view = page(f"{GAP * 60}<div class=best>{inner}</div>{GAP * 60}")
    marks = [run.junk for run in view.runs]
    boxes = propose(view, marks, values(view, marks), None)
    assert [box.name for box in boxes if box.name] == proposed


def test_a_name_is_void_where_most_of_the_text_stands_inside() -> None:
    view = page(f"<div class=text><div class=share>{PLAIN * 2}</div></div>{PLAIN}")
    (text,) = (box for box in view.boxes if box.name == "text")
    assert {box.name for box in void_inside(view, text)} >= {"share", "text"}
    half = page(f"<div class=text>{PLAIN}<div class=share>{PLAIN}</div></div>")
    (text,) = (box for box in half.boxes if box.name == "text")
    assert "share" not in {box.name for box in void_inside(half, text)}


def test_what_of_a_second_opinion_is_kept() -> None:
    """Its lines, and what stands inside them where that is eight letters or more; no title, nothing in a box of junk."""
    view = page(
        f"<h1>石桥老街</h1><p>{GOOD}</p><div class=share><p>{GOOD}</p></div><p>石桥镇沿河步道昨</p>"
        "<p>石桥镇沿河步道</p><p>凉亭</p>"
    )
    told = [key(text) for text in (GOOD, "石桥老街", "凉亭")]
    kept = _kept(view, frozenset(told), "\n".join(told), Title("石桥老街", "h1", 0))
    assert [view.runs[at].text for at in kept] == [GOOD, "石桥镇沿河步道昨", "凉亭"]


@pytest.mark.parametrize(
    ("text", "links", "mark", "worth"),
    [("石桥", 0, "", 2.0), ("石" * 500, 0, "", 400.0), ("石桥", 0, "share", -4.0), ("石桥", 2, "", -4.0)],
)
def test_what_a_line_of_verse_is_worth(text: str, links: int, mark: str, worth: float) -> None:
    assert _verse_value(lines((text, links)), 0, mark) == worth


def test_without_boxes_every_line_stands_in_the_best() -> None:
    rows = [dict(zip(NAMES, row, strict=True)) for row in line_features(lines("石桥", GOOD, "步道"))]
    assert [(row["in best"], row["near best"]) for row in rows] == [(1.0, 1.0)] * 3
    assert [row["running in best"] for row in rows] == [0.0, 1.0, 0.0]
