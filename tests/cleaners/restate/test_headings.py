"""Buttons that software sets into headings, and headings that say such words themselves."""

from __future__ import annotations

import pytest

from cleaners.dom import parse
from cleaners.restate.headings import restate_headings
from tests.cleaners.readings.pages import TEXT, article, paragraphs, text_of

BUTTONS = {
    "mediawiki": '<span class="mw-headline">歷史</span><span class="mw-editsection">[<a href=/e>編輯</a>]</span>',
    "mediawiki, two": (
        '<span>歷史</span><span class="mw-editsection"><span>[</span><a href=/e>编辑</a><span> | </span>'
        "<a href=/s>编辑源代码</a><span>]</span></span>"
    ),
    "without a name": "歷史<a href=/e>[编辑]</a>",
    "other brackets": "歷史 <small>【<a href=/e>编辑本段</a>】</small>",
    "dokuwiki": '歷史<a class="edit-icon" href=/e>编辑</a>',
    "sphinx": '歷史<a class="headerlink" href="#a">¶</a>',
    "vuepress": '<a class="header-anchor" href="#a">#</a>歷史',
    "encyclopedia": '歷史<a class="x1">播报</a>',
    "encyclopedia, two": '歷史<a class="edit-icon">编辑</a><div class="x1">播报</div>',
    "english": '歷史 <span class="mw-editsection">[<a href=/e>edit</a>]</span>',
}
OWN = [
    "如何成为<b>编辑</b>",
    "歷史<sup>[1]</sup>",
    "<span>编辑</span>手记",
    "第<i>#</i>九号井",
    "“编辑”一词的来历",
    "<b>播报</b>",
    "新闻<i>播报员</i>的一天",
    "<b>关于[编辑]</b>",
]


def _headings(inner: str, tag: str = "h2") -> list[str]:
    heading = f"<{tag}>{inner}</{tag}>"
    return text_of(article(f"<div>{paragraphs(TEXT[:2])}{heading}{paragraphs(TEXT[2:])}</div>"))[2:-2]


@pytest.mark.parametrize("name", BUTTONS)
@pytest.mark.parametrize("tag", ["h2", "h4"])
def test_a_button_in_a_heading_goes(name: str, tag: str) -> None:
    assert _headings(BUTTONS[name], tag) == ["歷史"]


@pytest.mark.parametrize("inner", OWN)
def test_the_words_of_a_heading_stay(inner: str) -> None:
    plain = inner
    for mark in ("<b>", "</b>", "<sup>", "</sup>", "<span>", "</span>", "<i>", "</i>"):
        plain = plain.replace(mark, "")
    assert _headings(inner) == [plain]


def test_a_paragraph_is_no_heading() -> None:
    line = "条目里每一节的后面都有一个<a href=/e>[编辑]</a>按钮，谁都可以改。"
    assert text_of(article(f"<div>{paragraphs(TEXT[:2])}<p>{line}</p>{paragraphs(TEXT[2:])}</div>"))[
        2:-2
    ] == ["条目里每一节的后面都有一个[编辑]按钮，谁都可以改。"]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (f"歷史{'<i></i>' * 11}<b>[编辑]</b>", "歷史"),
        (f"歷史{'<i></i>' * 12}<b>[编辑]</b>", "歷史[编辑]"),
        (f"石桥镇各座老桥和新桥从古到今的歷史<a class=headerlink>{'石' * 24}</a>", "石桥镇各座老桥和新桥从古到今的歷史"),
        (f"<a class=headerlink>{'石' * 24}</a>{'桥' * 24}", "桥" * 24),
        (f"<a class=headerlink>{'石' * 25}</a>{'桥' * 25}", "石" * 25 + "桥" * 25),
        ("歷史<i> </i>", "歷史 "),
    ],
)  # fmt: skip  # laid out for reading
def test_a_button_is_a_small_part_of_a_heading(inner: str, expected: str) -> None:
    tree = parse(f"<h2>{inner}</h2>")
    restate_headings(tree)
    assert "".join("".join(map(str, heading.itertext())) for heading in tree.iter("h2")) == expected
