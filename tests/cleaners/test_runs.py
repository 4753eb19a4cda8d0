from __future__ import annotations

import pytest

from cleaners.document import Run
from cleaners.dom import parse
from cleaners.runs import read_runs
from cleaners.sites import GENERIC, Site


def _runs(html: str, site: Site = GENERIC) -> list[Run]:
    return read_runs(parse(html), site)


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>石<b>桥</b>步<a href=/>道</a></p>", ["石桥步道"]),
        ("<div>石桥<p>步道</p>凉亭</div>", ["石桥", "步道", "凉亭"]),
        ("<p>石桥<br>步道<br/>凉亭</p>", ["石桥", "步道", "凉亭"]),
        ("<b>石桥<div>步道</div></b>", ["石桥", "步道"]),
        ("<p>  石桥\n\t步道　</p>", ["石桥 步道"]),
        ("<p>stone <i>bridge</i> <b>path</b></p>", ["stone bridge path"]),
        (
            "<script>石桥</script><style>a{}</style><textarea>石桥</textarea><noscript>石桥</noscript><p>步道</p>",
            ["步道"],
        ),
        ("<select><option>石桥</select><p>步道</p>", ["步道"]),
        ("<p><ruby>石<rp>(</rp><rt>shí</rt><rp>)</rp></ruby>桥</p>", ["石桥"]),
        ("<p>石<rt>桥</rt></p>", ["石桥"]),
        ("<pre>石桥\n步道</pre>", ["石桥", "步道"]),
        ("<pre>if n:\n    return  1 \n\treturn\n</pre>", ["if n:", "    return 1", "\treturn"]),
        ("<pre>　　石桥\n    步道</pre>", ["石桥", "步道"]),
        ("<p>第一段写完了。　　第二段从这里开始。</p>", ["第一段写完了。", "第二段从这里开始。"]),
        ("<p>第一段\n　　第二段</p>", ["第一段", "第二段"]),
        ("<p>标题　　作者</p>", ["标题 作者"]),
        ("<p>石桥<span style='display:none'>暗</span>步道</p>", ["石桥步道"]),
        ("<p>石桥<span hidden>暗</span>步道</p>", ["石桥步道"]),
        ("<p>石桥<st1:chsdate year=2026>步道</st1:chsdate>凉亭</p>", ["石桥步道凉亭"]),
        ("<p>石桥<o:p></o:p><zhang>步道</zhang></p>", ["石桥步道"]),
        ("<zhang><p>石桥</p></zhang><zhang><p>步道</p></zhang>", ["石桥", "步道"]),
        ("<custom-part>石桥</custom-part><custom-part>步道</custom-part>", ["石桥", "步道"]),
        ("<table><tr><td>石桥<td>步道</table>", ["石桥", "步道"]),
    ],
)
def test_splitting(html: str, texts: list[str]) -> None:
    assert [run.text for run in _runs(html)] == texts


def test_link_characters() -> None:
    assert [
        run.link_chars for run in _runs("<p>石桥<a href=/>步道</a>凉亭</p><p><a name=x>石桥</a></p>")
    ] == [2, 0]


def test_a_hidden_link_leaves_no_trace() -> None:
    runs = _runs("<p>石桥<a href=/ style='display:none'>暗</a>步道</p><p>凉亭</p>")
    assert [(run.text, run.link_chars) for run in runs] == [("石桥步道", 0), ("凉亭", 0)]


def test_an_unclosed_link_counts() -> None:
    assert _runs("<p><a href=/>石桥</p>")[0].link_chars == 2


def test_a_box_that_leads_on_at_a_click_is_a_link() -> None:
    lead, none = (
        """<div onclick="window.open('/1.html')">石桥<b>步道</b></div>""",
        "<div onclick='play()'>凉亭</div>",
    )
    assert [run.link_chars for run in _runs(lead + none + "<p>桥头</p>")] == [4, 0, 0]


def test_boxes_are_ranges_of_runs() -> None:
    runs = _runs("<div id=a><p>一</p><div id=b>二<p>三</p></div></div><p>四</p>")
    box = runs[1].box
    assert box is not None
    assert box.element.get("id") == "b"
    assert (box.start, box.end) == (1, 3)
    assert box.parent is not None
    assert (box.parent.start, box.parent.end) == (0, 3)


def test_marks_come_from_the_outermost_box() -> None:
    runs = _runs("<div class=comment><div class=share>石桥</div></div><div class=share>步道</div><p>凉亭</p>")
    assert [run.junk for run in runs] == ["comment", "share", ""]


HIDDEN = [
    "display:none",
    "display : NONE;color:red",
    "visibility:hidden",
    "position:relative;left:-100000px;",
    "position:absolute;top:-999px",
    "text-indent:-9999px",
    "font-size:0",
    "font-size:0px;line-height:0",
    "clip:rect(0,0,0,0);position:absolute",
    "clip: rect(1px 1px 1px 1px)",
    "display:none !important",
]
SEEN = [
    "display:block",
    "left:-10px",
    "font-size:0.9em",
    "font-size:05px",
    "margin-top:-20px",
    "text-indent:2em",
    "height:0",
    "overflow:hidden",
    "display:none;display:block",
]


@pytest.mark.parametrize("style", HIDDEN)
def test_hidden_by_style(style: str) -> None:
    runs = _runs(f'<div style="{style}">石桥</div><p>步<span style="{style}">暗</span>道</p>')
    assert [(run.text, run.junk) for run in runs] == [("石桥", "hidden"), ("步道", "")]


@pytest.mark.parametrize("style", SEEN)
def test_not_hidden_by_style(style: str) -> None:
    assert [run.junk for run in _runs(f'<div style="{style}">石桥</div>')] == [""]


def test_wechat_text_waits_for_its_script() -> None:
    assert _runs("<div id=js_content style='visibility: hidden;opacity:0'>石桥</div>")[0].junk == ""


def test_boxes_that_the_profile_drops() -> None:
    site = Site(name="t", title="", drop=".x, #y")
    runs = _runs("<div class=x>石桥</div><p id=y>步道</p><p>凉亭</p>", site)
    assert [run.junk for run in runs] == ["site", "site", ""]
