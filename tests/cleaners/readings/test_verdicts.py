"""Line by line through a box: what each rule takes, and what it just leaves."""

from __future__ import annotations

import pytest

from cleaners.readings.scope import Scope
from cleaners.readings.verdicts import _form, _paragraphs, judge_lines
from cleaners.readings.view import View
from cleaners.sites import GENERIC
from tests.cleaners.readings.views import box, good, lines, page, scope

G = good(40)
P = f"<p>{G}</p>"
LINK = "<p><a href=/1>凉亭的石头</a></p>"
SHORT = "<p>石桥人家</p>"
EDITOR = "<p>责任编辑：李石</p>"
CALL = "立即订阅石桥新闻 YouTube，即时掌握时事发展。"
"""Running text that is a call at an edge alone."""
RIGHTS = "版权所有 石桥网"
NOTICE = f"Copyright 2024, 石桥网 {'步道 ' * 20}河"
"""The same of a disclaimer."""
OWN = "石桥网的编辑说，本站每天有三千人来看。"
"""Running text that is a statement of the site's among others."""
B = "body"


def judged(view: View, title: str = "", *, name: str = "") -> list[str]:
    of = scope(view, name)
    found = judge_lines(view, GENERIC, of.marks, of.box, range(of.start, of.end), title, None)
    return found[of.start : of.end]


def rules(inner: str, title: str = "") -> list[str]:
    """Of the lines in a box, with a line above and one below it."""
    view = page(f"<p>石</p><div class=text>{inner}</div><p>桥</p>")
    return judged(view, title, name="text")


def rules_of_lines(*texts: str | tuple[str, int]) -> list[str]:
    return judged(lines(*texts))


@pytest.mark.parametrize(
    ("tag", "form"), [("h1", ("h1", "a")), ("h3", ("h3", "a")), ("h4", None), ("p", None)]
)
def test_a_title_in_a_heading_has_a_form(tag: str, form: tuple[str, str] | None) -> None:
    assert _form(box(page(f"<{tag} class=a>石桥</{tag}>"), "a")) == form


def test_a_title_without_a_box_has_none() -> None:
    assert _form(None) is None


@pytest.mark.parametrize(
    ("texts", "goods"),
    [
        (["李石", "春眠不觉晓", "处处闻啼鸟"], [1, 2]),
        (["春眠不觉晓", "处处闻啼鸟"], [0, 1]),
        (["李石", "春眠不觉晓"], [1]),
        (["李石"], [0]),
        (["李石", ("凉亭的石头", 5)], [0]),
        (["春眠不觉晓", "来源：石桥日报", "处处闻啼鸟"], [0, 2]),
        ([G, G, CALL], [0, 1]),
        ([CALL, G, G], [1, 2]),
        ([CALL, G], [1]),
        ([CALL, CALL], [0]),
        ([CALL], [0]),
        ([CALL, CALL, G], [2]),
        ([G, CALL, G], [0, 1, 2]),
        ([G, NOTICE, OWN], [0]),
        ([G, G, OWN], [0, 1, 2]),
        ([G, NOTICE, G], [0, 1, 2]),
        ([G, OWN, RIGHTS], [0]),
        ([G, OWN, NOTICE.replace(",", "")], [0]),
        ([G, OWN, "石", RIGHTS], [0]),
        ([G, OWN, "石", "石", RIGHTS], [0, 1]),
        ([G, RIGHTS, OWN], [0, 2]),
        ([G, G, RIGHTS], [0, 1]),
    ],
)
def test_the_paragraphs_without_what_stands_at_either_end(texts: list[str], goods: list[int]) -> None:
    assert _paragraphs(scope(lines(*texts)), [""] * len(texts)) == goods


def test_the_paragraphs_of_a_box() -> None:
    poem = scope(page("<div class=text><p>李石</p><p>春眠不觉晓</p></div>"), "text")
    assert _paragraphs(poem, ["", ""]) == [0, 1], "a name may be a line of verse"
    shown = scope(page(f"<div class=text><figcaption>{G}</figcaption>{P}</div>"), "text")
    assert _paragraphs(shown, ["", ""]) == [1]
    assert _paragraphs(shown, ["", "aside"]) == [0]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (f"{P}{EDITOR}{P}", [B, "editor", B]),
        (f"{P}{EDITOR}{SHORT}{P}", [B, "editor", B, B]),
        (f"{P * 2}{EDITOR}{SHORT}{LINK}", [B, B, "editor", "editor", "link"]),
        (f"{P * 2}{EDITOR}{SHORT}<p>桥头</p>", [B, B, "editor", "editor", "editor"]),
        (f"{P * 2}{EDITOR}<div class=share>石</div>{SHORT}", [B, B, "editor", "share", B]),
        (f"{P * 2}{EDITOR}<p>{CALL}</p>{SHORT}", [B, B, "editor", "promotion", B]),
        (
            f"{P * 2}{EDITOR}<table><tr><td>凉亭</td><td>三处</td></tr></table>{SHORT}",
            [B, B, "editor", B, B, B],
        ),
        (f"{EDITOR}{SHORT}{P}", ["editor", B, B]),
        (f"{EDITOR}<p>来源：石桥日报</p>", ["editor", "byline"]),
    ],
)
def test_scraps_behind_a_line_that_ends_the_text(inner: str, expected: list[str]) -> None:
    assert rules(inner) == expected


COUNTED = "已有 12 条评论"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([good(40), COUNTED, "石桥", good(40)], [B, "comment", "comment", "comment"]),
        ([good(40), COUNTED, "石桥", good(41)], [B, "comment", B, B]),
        ([good(40), "责任编辑：李石", "石桥", good(40)], [B, "editor", "editor", "editor"]),
        ([good(60), "责任编辑：李石", "石桥", good(199)], [B, "editor", "editor", "editor"]),
        ([good(60), "责任编辑：李石", "石桥", good(200)], [B, "editor", B, B]),
        ([good(60), "责任编辑：李石", *["石桥"] * 24, good(200)], [B, "editor", *[B] * 25]),
        ([good(60), "责任编辑：李石", *["石桥"] * 25, good(200)], [B, *["editor"] * 27]),
        ([good(39), "责任编辑：李石", "石桥", good(40)], [B, "editor", B, B]),
        ([good(60), "责任编辑：李石", "石桥", good(90)], [B, "editor", "editor", "editor"]),
        ([good(59), "责任编辑：李石", "石桥", good(90)], [B, "editor", B, B]),
        ([good(60), "编辑 播报", good(90), "编辑 播报", good(50)], [B, "editor", B, "editor", B]),
        ([good(60), "关键词：石桥 步道", good(90)], [B, "keyword", B]),
        ([good(60), "责任编辑：李石", *["编辑：王桥"] * 2, *[good(31)] * 3], [B, *["editor"] * 3, B, B, B]),
        ([good(60), "责任编辑：李石", *["编辑：王桥"] * 2, *[good(20)] * 3], [B, *["editor"] * 6]),
        ([good(60), "原标题：石桥步道开放", good(60)], [B, "title_note", "title_note"]),
        ([good(60), "原标题：石桥步道开放", good(61)], [B, "title_note", B]),
        ([good(40), COUNTED, ("凉亭的石头", 5), good(40)], [B, "comment", "comment", "comment"]),
    ],
)
def test_what_stands_behind_comments_without_boxes(texts: list[str], expected: list[str]) -> None:
    assert rules_of_lines(*texts) == expected


def test_in_a_box_text_goes_on_behind_comments() -> None:
    assert rules(f"{P}<p>{COUNTED}</p>{SHORT}{P}") == [B, "comment", B, B]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([G, "凉亭图纸："], [B, "label"]),
        ([G, "凉亭图纸", "桥头:", "凉亭图纸："], [B, B, "label", "label"]),
        ([G, "凉亭图纸：", "桥头"], [B, B, B]),
        ([G, f"{'石' * 15}："], [B, "label"]),
        ([G, f"{'石' * 16}："], [B, B]),
        ([G, f"{good(15)[:-1]}，桥："], [B, B]),
        ([G, "凉亭图纸：", "责任编辑：李石"], [B, "label", "editor"]),
        (["凉亭：", "桥头："], ["label", "label"]),
    ],
)
def test_labels_with_nothing_behind_them(texts: list[str], expected: list[str]) -> None:
    assert rules_of_lines(*texts) == expected


def listed(heading: str, inner: str = LINK, tag: str = "div") -> str:
    return f"{P * 2}<div class=more><{tag}>{heading}</{tag}>{inner}</div>"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (listed("石" * 24, tag="h4"), [B, B, "related", "link"]),
        (listed("石" * 25, tag="h4"), [B, B, B, "link"]),
        (listed("步道", f"{LINK}<h4>凉亭</h4>", tag="h4"), [B, B, B, "link", B]),
        (listed("步道", "<p>责任编辑：李石</p>", tag="h4"), [B, B, B, "editor"]),
        (f"{P}<div class=more>{LINK}<h4>步道</h4></div>{P}", [B, "link", B, B]),
        (f"<div class=more><h4>步道</h4>{LINK}</div>{P * 2}", [B, "link", B, B]),
    ],
)
def test_the_heading_of_a_list_behind_the_text(inner: str, expected: list[str]) -> None:
    assert rules(inner) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["李石", "石桥镇", "2026-05-09 10:10", G, G], ["byline", "stray", "dateline", B, B]),
        (["李石", G, G], ["byline", B, B]),
        (["李石"], [B]),
        ([G, "李石", G], [B, B, B]),
        (["石桥镇", G, G], [B, B, B]),
        ([good(60), "石桥镇", "2026-05-09 10:10 来源：石桥日报", *[good(60)] * 5], [B, B, B, B, B, B, B, B]),
    ],
)
def test_what_stands_above_a_text_without_boxes(texts: list[str], expected: list[str]) -> None:
    assert rules_of_lines(*texts) == expected


def test_a_name_in_a_paragraph_above_the_text_stays() -> None:
    assert rules(f"<p>李石</p>{P * 2}") == [B, B, B]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (f"{P * 2}<p>{'★' * 24}</p>", [B, B, "stray"]),
        (f"{P * 2}<p>{'★' * 25}</p>", [B, B, B]),
        (f"{P}<p>★★★</p>{P}", [B, B, B]),
        (f"{P * 2}<pre>if (bridge) {{<br>  open();<br>  }}<br>}}</pre>", [B] * 6),
        (f"<p>★★★</p>{P * 2}", ["stray", B, B]),
        (f"{P}<p>石桥步道修好了</p>{P}", [B, "title", B]),
        (f"{P}{LINK}{P}", [B, "link", B]),
    ],
)
def test_marks_titles_and_links(inner: str, expected: list[str]) -> None:
    assert rules(inner, "石桥步道修好了") == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([G, NOTICE, OWN], [B, "disclaimer", "disclaimer"]),
        ([G, NOTICE, ("凉亭的石头", 5), OWN], [B, "disclaimer", "link", "disclaimer"]),
        ([G, NOTICE, ("凉亭的石头", 5), ("凉亭的木头", 5), OWN], [B, "disclaimer", "link", "link", B]),
        ([G, NOTICE, G], [B, B, B]),
        ([G, RIGHTS, OWN], [B, "disclaimer", "disclaimer"]),
        ([NOTICE, "石桥"], ["disclaimer", B]),
    ],
)
def test_a_statement_among_disclaimers(texts: list[str], expected: list[str]) -> None:
    assert rules_of_lines(*texts) == expected


def test_a_statement_behind_a_disclaimer_between_paragraphs_stays() -> None:
    assert rules(f"{P}<p>{RIGHTS}</p><p>{OWN}</p>{P}")[2:] == [B, B]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (f"{P}{SHORT * 2}{P}", [B, B, "repeat", B]),
        (f"{P}<p>石桥人家<br>石桥人家</p>{P}", [B, B, B, B]),
        (f"{P * 2}<table><tr><td>石桥</td><td>石桥</td></tr></table>", [B, B, B, B]),
        (P * 2, [B, B]),
        ("<p>石桥人家</p><p>石桥人家</p><p>只有桥下的水</p>", [B, B, B]),
        ("<p>石</p><p>只有桥下的水</p>", [B, B]),
    ],
)
def test_a_line_printed_twice(inner: str, expected: list[str]) -> None:
    assert rules(inner) == expected


def test_a_line_printed_above_the_box_is_no_repeat() -> None:
    assert rules(f"<p>石</p>{P * 2}") == [B, B, B]


@pytest.mark.parametrize(
    ("stamp", "times", "expected"),
    [
        ("<div class=s>石桥人家</div>", 3, "repeat"),
        ("<div class=s>石桥人家</div>", 2, B),
        (f"<div class=s>{'石' * 30}</div>", 3, "repeat"),
        (f"<div class=s>{'石' * 31}</div>", 3, B),
        ("<div class=s>＊＊＊</div>", 3, B),
        (f"<div class=s>{G}</div>", 3, B),
        ("<table><tr><td class=s>石桥人家</td><td>石</td></tr></table>", 3, B),
    ],
)
def test_the_same_words_again_and_again(stamp: str, times: int, expected: str) -> None:
    inner = f"{P}".join([stamp] * times)
    view = page(f"<div class=text>{P}{inner}{P}</div>")
    found = judged(view, name="text")
    assert [rule for rule, run in zip(found, view.runs, strict=True) if run.box and run.box.name == "s"] == [
        expected
    ] * times


def test_other_words_in_the_same_boxes_tell_a_text() -> None:
    stamp = "<div class=s>石桥人家</div>"
    assert rules(f"{P}{stamp}{P}{stamp}{P}{stamp}{P}<div class=s>桥头人家</div>{P}") == [B] * 9


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (f"{P}<button>河边问答</button>{P}", [B, B, B]),
        (f"{P}<button>河边问答</button>{SHORT}{P}", [B, "tool", B, B]),
        (f"{P}<button>Reveal</button>{P}", [B, "tool", B]),
        (f"{P}<button>播放步道的短片</button>{P}", [B, "tool", B]),
        (f"{P}<button>{G}</button>{P}", [B, B, B]),
        (f"{P}<b>河边问答</b>{SHORT}{P}", [B, B, B, B]),
        (f"{P * 2}<button>河边问答</button>", [B, B, "tool"]),
    ],
)
def test_buttons(inner: str, expected: list[str]) -> None:
    assert rules(inner) == expected


def test_a_button_opens_no_text_outside_of_the_box() -> None:
    view = page(f"<div class=text>{P * 2}<button>河边问答</button></div>{P}")
    assert judged(view, name="text") == [B, B, "tool"]


def info(line: str) -> str:
    return f"<div class=info>{line}<div>桥头</div></div>"


@pytest.mark.parametrize(
    ("inner", "index", "expected"),
    [
        (f"{info('<div>石桥人家</div>')}{P * 2}", 0, "stray"),
        (info("<div>" + "石" * 24 + "</div>") + P * 2, 0, "stray"),
        (info("<div>" + "石" * 25 + "</div>") + P * 2, 0, B),
        (f"{info('<h4>石桥人家</h4>')}{P * 2}", 0, B),
        (f"{info('<div>石桥人家！</div>')}{P * 2}", 0, B),
        (f"{info('<div>石桥人家</div>')}{SHORT * 10}{P * 2}", 0, "stray"),
        (f"{info('<div>石桥人家</div>')}{SHORT * 11}{P * 2}", 0, B),
        (f"{P}{info('<div>石桥人家</div>')}{P}", 1, B),
        (f"<div><div class=in>{P * 2}</div></div>{info('<div>石桥人家</div>')}", 2, "stray"),
        (f"<div><div class=in>{P * 2}</div></div>{info('<h4>石桥人家！</h4>')}", 2, "stray"),
        ("<div><div class=in>" + P * 2 + "</div></div>" + info("<div>" + "石" * 25 + "</div>"), 2, B),
        (f"{P * 2}{info('<div>石桥人家</div>')}", 2, B),
        (f"<div><div class=in>{P * 2}</div></div>{info(P)}", 2, B),
        (f"<div>{P * 2}</div>{info('<table><tr><td>石桥</td><td>三处</td></tr></table>')}", 2, B),
    ],
)
def test_a_short_line_in_a_panel_of_its_own(inner: str, index: int, expected: str) -> None:
    assert rules(inner)[index] == expected


def test_what_stands_under_a_time_of_a_live_report_is_no_stray_line() -> None:
    entries = "".join(f"<div class=e><div>10:2{n}</div><div>石桥第{n}段</div></div>" for n in range(3))
    assert rules(f"<div><div class=in>{P * 2}</div></div>{entries}")[3::2] == [B] * 3


@pytest.mark.parametrize(
    ("above", "line", "expected"),
    [
        (1, "本报记者 王小明", "byline"),
        (8, "本报记者 王小明", "byline"),
        (9, "本报记者 王小明", B),
        (1, "石桥人家 步道", B),
    ],
)
def test_who_reported_stands_below_a_lead(above: int, line: str, expected: str) -> None:
    assert rules(f"{P * above}<p>{line}</p>{P * 2}")[above] == expected


def test_outside_of_the_lines_there_is_no_rule() -> None:
    view = page(f"{P}<div class=text>{P * 2}</div>{P}")
    of = Scope(view, [""] * 4, box(view, "text"), 1, 3)
    assert judge_lines(view, GENERIC, of.marks, of.box, range(1, 3), "", None) == ["", B, B, ""]


REPORTER = "<p>石桥日报记者 李石</p>"


@pytest.mark.parametrize(
    ("above", "line", "rule"),
    [
        (1, REPORTER, "byline"),
        (8, REPORTER, "byline"),
        (9, REPORTER, B),
        (0, REPORTER, "byline"),
        (3, "<p>来源：石桥日报</p>", B),
        (3, "<p>石桥日报记者 手记</p>", B),
    ],
    ids=["right below", "the eighth line", "the ninth", "above", "nobody", "a heading"],
)
def test_who_reported_below_a_lead(above: int, line: str, rule: str) -> None:
    found = rules(P * above + line + P * (12 - above))
    assert found[above] == rule


@pytest.mark.parametrize(("letters", "rule"), [(40, "byline"), (41, B)])
def test_a_line_that_signs_is_short(letters: int, rule: str) -> None:
    names = "、".join(["王小明", "李大为"] * 6)
    line = f"作者：{names}"[:letters].ljust(letters, "、")
    assert len(line) == letters
    assert rules(f"{P}<p>{line}</p>{P * 9}")[1] == rule
