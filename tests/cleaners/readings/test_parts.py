"""What of a box is not the article: how far a heading, a panel, a line that ends the text reach, and no further."""

from __future__ import annotations

import pytest

from cleaners.readings.parts import Parts
from cleaners.readings.scope import Scope
from cleaners.sites import GENERIC, Site
from tests.cleaners.readings.views import good, lines, page, scope

P = f"<p>{good(100)}</p>"
LINK = "<p><a href=/1>凉亭的石头</a></p>"
SHORT = "<p>石桥人家</p>"
RELATED, COMMENT, SHARE = "<p>相关新闻</p>", "<p>评论</p>", "<p>分享到：</p>"


def parts(of: Scope, site: Site = GENERIC, heading: tuple[str, str] | None = None) -> Parts:
    return Parts(of, site, heading, [""] * len(of.view.runs))


def told(found: Parts) -> list[str]:
    start, end = found.scope.start, found.scope.end
    assert not any(found.rules[:start]) and not any(found.rules[end:]), (
        "outside of the lines there is no rule"
    )
    return found.rules[start:end]


def sections(inner: str, site: Site = GENERIC, heading: tuple[str, str] | None = None) -> list[str]:
    found = parts(scope(page(f"<p>石</p><div class=text>{inner}</div>{LINK}"), "text"), site, heading)
    found.drop_sections()
    return told(found)


def sections_of_lines(*texts: str | tuple[str, int]) -> list[str]:
    found = parts(scope(lines(*texts)))
    found.drop_sections()
    return told(found)


def boxed(*inner: str) -> str:
    return f"<div class=b>{''.join(inner)}</div>"


R, C, S = "related", "comment", "share"


@pytest.mark.parametrize(
    ("inner", "rules"),
    [
        (f"{P}{SHORT}{P}", ["", "", ""]),
        (f"{P}<div class=share>石桥</div>{P}", ["", S, ""]),
        (f"<pre>石桥</pre>{RELATED}{P}", ["", R, ""]),
        (f"{P * 2}{boxed(RELATED, SHORT)}{P}", ["", "", R, R, ""]),
        (f"{P * 2}{boxed(boxed(RELATED, SHORT), LINK)}{P}", ["", "", R, R, R, ""]),
        (f"{P * 2}{boxed(SHORT, RELATED, LINK)}{P}", ["", "", "", R, R, ""]),
        (boxed(RELATED, P), [R, ""]),
        (boxed(COMMENT, P), ["", ""]),
        (boxed(RELATED, f"<p>{good(40)}</p>", f"<p>{'石' * 39}</p>"), [R, "", ""]),
        (boxed(RELATED, f"<p>{good(40)}</p>", f"<p>{'石' * 40}</p>"), [R, R, R]),
        (f"{P}{SHARE}{LINK}{P}", ["", S, S, ""]),
        (f"{P}{SHARE}<div class=comment>石桥</div>{P}", ["", S, S, ""]),
        (f"{P}{SHARE}{SHORT}{P}", ["", S, "", ""]),
        (f"{P}{SHARE}{LINK}", ["", S, S]),
        (f"{COMMENT}{P}{P}", ["", "", ""]),
        (f"{P * 3}{RELATED}{P}", ["", "", "", R, R]),
        (f"{P * 3}{RELATED}<p>{good(101)}</p>", ["", "", "", R, ""]),
        (f"{P * 3}{RELATED}{LINK}{P}", ["", "", "", R, R, ""]),
        (f"{P * 3}<p>延伸閱讀</p>{LINK * 2}<div class=share>石桥</div>{P}", ["", "", "", R, R, R, R, ""]),
        (f"{P * 3}{RELATED}<p>▸ <a href=/1>凉亭的石头</a></p>{P}{LINK}", ["", "", "", R, R, "", ""]),
        (f"{P * 3}{RELATED}{LINK}<div><div>{good(40)}</div></div>", ["", "", "", R, R, R]),
        (f"{P * 3}{RELATED}{LINK}{SHORT}{P}", ["", "", "", R, R, R, R]),
        (f"{P * 3}{RELATED}{LINK}<p>{good(40)[:-1]}</p>", ["", "", "", R, R, R]),
        (f"{P * 3}{RELATED}{LINK}<p>加入石桥日报，每周一封信直送你的信箱。</p>", ["", "", "", R, R, R]),
        (f"{P * 3}{RELATED}{LINK}<p>责任编辑：石小溪</p>", ["", "", "", R, R, R]),
        (f"{P * 3}{COMMENT}{P}", ["", "", "", "", ""]),
        (f"{P * 3}{COMMENT}", ["", "", "", C]),
        (f"{P}{RELATED}{SHORT}{LINK}{P}", ["", R, R, R, ""]),
        (f"{P}{COMMENT}{SHORT}{P}", ["", C, C, ""]),
        (f"{P}{COMMENT}{P}", ["", "", ""]),
        (f"{P}<h3>相关新闻</h3>{SHORT}<h3>步道的来历</h3>{P}", ["", R, R, "", ""]),
        (f"{P}<h3>相关新闻</h3>{SHORT}<h4>步道的来历</h4>{P}", ["", R, R, R, ""]),
        (f"{P}{RELATED}{SHORT}{SHORT}{P}", ["", R, R, R, ""]),
        (f"{P}<h3>相关新闻</h3>{SHORT}<div class=share><h3>石</h3></div>{P}", ["", R, R, R, ""]),
        (f"{P}<table><tr><td>相关新闻</td><td>三处</td></tr></table>{P}", ["", "", "", ""]),
    ],
)
def test_how_far_a_heading_of_something_else_reaches(inner: str, rules: list[str]) -> None:
    assert sections(inner) == rules


@pytest.mark.parametrize(
    ("texts", "rules"),
    [
        (["评论", ("凉亭的石头", 5), good(40), good(40)], [C, C, "", ""]),
        ([good(60), "最新评论", good(100)], ["", C, C]),
        ([good(59), "最新评论", good(100)], ["", "", ""]),
        ([good(30), "最新评论", good(30)], ["", C, C]),
        ([good(60), "评论", good(100)], ["", C, C]),
        ([good(60), "相关新闻", good(100)], ["", R, R]),
        ([good(60), "国内新闻", good(100)], ["", "", ""]),
        ([good(40), "评论", "石桥", good(100)], ["", C, C, ""]),
    ],
)
def test_how_far_a_heading_reaches_without_boxes(texts: list[str], rules: list[str]) -> None:
    assert sections_of_lines(*texts) == rules


def test_a_box_that_ends_behind_the_stretch_is_not_opened() -> None:
    view = page(f"{P}{boxed(RELATED, SHORT, LINK)}{P}")
    found = parts(Scope(view, [""] * 5, None, 0, 3))
    found.drop_sections()
    assert told(found) == ["", R, R]
    cut = parts(Scope(view, [""] * 5, None, 1, 5))
    cut.drop_sections()
    assert told(cut) == [R, R, R, ""]


@pytest.mark.parametrize(
    ("verse", "met", "rules"),
    [
        (["石" * 5] * 5, "", ["", "", "", "", "", C, C]),
        (["石" * 5] * 4 + ["石" * 4], "", ["", "", "", "", "", C, ""]),
        (["石" * 5] * 4 + ["<a href=/1>石石石石石</a>"], "", ["", "", "", "", "", C, ""]),
        (["石" * 5] * 5, f"<p>{good(18)}</p>", ["", "", "", "", "", "", C, ""]),
    ],
)
def test_comments_in_a_box_below_more_verse(verse: list[str], met: str, rules: list[str]) -> None:
    said = f"<div class=c><h3>精彩评论</h3><p>{good(20)}</p></div>"
    assert sections(f"{met}<div class=poem>{'<br>'.join(verse)}</div>{said}") == rules


def test_more_verse_above_anything_else_takes_nothing() -> None:
    said = f"<div class=c><h3>国内新闻</h3><p>{good(20)}</p></div>"
    assert sections(f"<div class=poem>{'<br>'.join(['石' * 5] * 9)}</div>{said}") == [""] * 11


@pytest.mark.parametrize(
    ("hints", "rules"),
    [
        ({"end": "凉亭图纸"}, ["", "end", "end"]),
        ({"noise": "凉亭图纸"}, ["", "noise", ""]),
        ({"end": "涼亭圖紙"}, ["", "end", "end"]),
        ({"noise": "涼亭圖紙"}, ["", "noise", ""]),
        ({"end": "凉亭"}, ["", "", ""]),
        ({"end": "图纸", "noise": "凉亭图纸"}, ["", "noise", ""]),
        ({}, ["", "", ""]),
    ],
)
def test_lines_of_the_sites_file(hints: dict[str, str], rules: list[str]) -> None:
    site = Site(name="test", **hints)  # type: ignore[arg-type]  # a table of keyword arguments
    assert sections(f"{P}<p>涼亭圖紙</p>{P}", site) == rules


DATE = "<div>2024-05-20 08:00 来源：石桥日报</div>"
NEXT = "next article"


@pytest.mark.parametrize(
    ("inner", "rules"),
    [
        (f"{P}<div><h1>步道</h1>{DATE}{P}</div>", ["", NEXT, NEXT, NEXT]),
        (f"{P}<div><h1>步道</h1>{SHORT * 2}{DATE}{P}</div>", ["", *[NEXT] * 5]),
        (f"{P}<div><h1>步道</h1>{SHORT * 3}{DATE}{P}</div>", [""] * 7),
        (f"{P}<div><h1 class=a>步道</h1>{DATE}{P}</div>", [""] * 4),
        (f"{P}<div><h2>步道</h2>{DATE}{P}</div>", [""] * 4),
        (f"<div><h1>步道</h1>{DATE}{P}</div>", [""] * 3),
        (f"<div>{P}<h1>步道</h1>{DATE}{P}</div>", [""] * 4),
        (f"{P}{DATE}<div><h1>步道</h1>{P}</div>", [""] * 4),
        (f"{P}<div>{DATE}<h1>步道</h1>{P}</div>", [""] * 4),
        (f"{P}<div><h1>步道</h1></div>", [""] * 2),
        (f"{P}<div><h1>步道</h1></div>{DATE}", ["", NEXT, NEXT]),
    ],
)
def test_the_next_article_opens_with_a_heading_like_the_title(inner: str, rules: list[str]) -> None:
    assert sections(inner, heading=("h1", "")) == rules


def test_without_boxes_there_is_no_next_article() -> None:
    found = parts(scope(lines(good(40), "2024-05-20 08:00")), heading=("h1", ""))
    found.drop_sections()
    assert told(found) == ["", ""]


def test_the_next_article_of_a_page_without_such_a_heading() -> None:
    assert sections(f"{P}<div><h1>步道</h1>{DATE}{P}</div>") == [""] * 4


def test_text_above_the_stretch_does_not_count_before_the_next_article() -> None:
    view = page(f"<div>{P}<h1>步道</h1></div>{DATE}")
    found = parts(Scope(view, [""] * 3, None, 1, 3), heading=("h1", ""))
    found.drop_sections()
    assert told(found) == ["", ""]
    view = page(f"{P * 2}<div>{P}<h1>步道</h1>{DATE}</div>")
    found = parts(Scope(view, [""] * 5, None, 1, 5), heading=("h1", ""))
    found.drop_sections()
    assert told(found) == [""] * 4


MAIN = f"<div class=main>{P * 2}</div>"
ASIDE = "aside"


@pytest.mark.parametrize(
    ("behind", "rules"),
    [
        (f"{LINK * 3}<p>{good(99)}</p>", [ASIDE] * 4),
        (f"{LINK * 3}<p>{good(100)}</p>", [""] * 4),
        (f"{LINK * 2}<p>{good(99)}</p>", [""] * 3),
        (f"{SHORT * 3}<p>{good(99)}</p>", [""] * 4),
        (f"{LINK * 2}<p>凉亭的石头…</p>", [ASIDE] * 3),
        (f"{LINK * 2}<p>凉亭的石头</p>", [""] * 3),
        (f"{LINK * 2}<p><a href=/1>凉</a>亭的石头</p>", [ASIDE] * 3),
        ("", []),
    ],
)
def test_a_panel_behind_the_box_of_the_text(behind: str, rules: list[str]) -> None:
    view = page(f"{P}<div class=text>{MAIN}<div class=behind>{behind}</div></div>{LINK * 3}")
    found = parts(scope(view, "text"))
    found.drop_panel()
    assert told(found) == ["", "", *rules]


def test_a_panel_where_no_box_holds_most_of_the_text() -> None:
    found = parts(
        scope(page(f"<div class=text><div>{P}</div><section>{P}</section>{LINK * 3}</div>"), "text")
    )
    found.drop_panel()
    assert told(found) == [""] * 5


def test_a_rule_that_stands_is_kept_in_a_panel() -> None:
    found = parts(scope(page(f"<div class=text>{MAIN}<div class=behind>{LINK * 3}</div></div>"), "text"))
    found.rules[3] = "title"
    found.drop_panel()
    assert told(found) == ["", "", ASIDE, "title", ASIDE]


DOOR = "<div>立即订阅</div>"
"""A line that ends a text at its edge alone."""


def said(size: int) -> str:
    return f"<div class=say><p>{good(size)}</p></div>"


@pytest.mark.parametrize(
    ("inner", "rules"),
    [
        (f"<div class=main>{P * 3}</div>{DOOR}{said(100)}", ["", "", "", "fold", "fold"]),
        (f"<div class=main>{P}</div>{DOOR}{said(33)}", ["", "fold", "fold"]),
        (f"<div class=main>{P * 3}</div>{DOOR}{said(101)}", [""] * 5),
        (f"<div class=main>{P * 3}</div>{said(100)}", [""] * 4),
        (f"<div class=main>{P * 2}{DOOR}{P}</div>{said(100)}", [""] * 5),
        (f"<div class=main>{P}{DOOR}{P * 2}</div>{said(100)}", [""] * 5),
        (f"<div class=main>{P}{DOOR}{P * 2}</div>{said(101)}", [""] * 5),
        (f"<div class=main>{P}{DOOR}{P * 2}<div class=say>{good(100)}</div></div>", [""] * 5),
        (f"<div class=main>{P * 3}</div><div>石桥</div>{said(100)}", [""] * 5),
        (f"<div class=main>{P * 3}{DOOR}<div class=say>{good(100)}</div></div>", [""] * 5),
        (f"<div class=main>{P * 2}</div>{DOOR}{said(20)}<div class=main>{P * 2}</div>", [""] * 6),
        (
            f"<div class=main>{P * 3}</div><div>石桥</div>{DOOR}{SHORT}{said(100)}",
            ["", "", "", "", "fold", "fold", "fold"],
        ),
    ],
)
def test_a_readers_word_behind_the_end(inner: str, rules: list[str]) -> None:
    found = parts(scope(page(f"<div class=text>{inner}</div>"), "text"))
    found.drop_tail()
    assert told(found) == rules


def test_behind_the_end_a_rule_that_stands_is_kept() -> None:
    found = parts(
        scope(page(f"<div class=text><div class=main>{P * 3}</div>{DOOR}{said(90)}{LINK}</div>"), "text")
    )
    found.rules[5] = "related"
    found.drop_tail()
    assert told(found) == ["", "", "", "fold", "fold", "related"]
    found = parts(scope(page(f"<div class=text><div class=main>{P * 3}</div>{DOOR}{said(90)}</div>"), "text"))
    found.rules[4] = "related"
    found.drop_tail()
    assert told(found) == ["", "", "", "", "related"]


def test_text_without_boxes_has_no_readers_word() -> None:
    found = parts(scope(lines(good(100), "立即订阅", good(20))))
    found.drop_tail()
    assert told(found) == ["", "", ""]
