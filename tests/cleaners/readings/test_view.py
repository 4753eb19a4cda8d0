"""Signs of one line: just enough, and too little."""

from __future__ import annotations

import pytest

from cleaners.document import Run
from cleaners.metadata.title import Title
from cleaners.readings.above import line_above
from cleaners.readings.anchor import repeats_title
from cleaners.readings.view import is_good, is_link, row_of
from tests.cleaners.readings.views import at, good, lines, page


@pytest.mark.parametrize(("links", "link"), [(0, False), (2, False), (3, True), (4, True)])
def test_more_than_half_in_links_is_a_link(links: int, link: bool) -> None:
    run = Run("石桥步道", None, links)
    assert is_link(run) is link
    assert lines(("石桥步道", links)).link == [link]


@pytest.mark.parametrize(
    ("text", "links", "runs_on"),
    [
        (good(16), 0, True),
        (good(17)[1:15] + "。", 0, False),
        ("石" * 16, 0, False),
        (good(20), 10, True),
        (good(20), 11, False),
        (good(20_000), 0, True),
        (good(20_001), 0, False),
    ],
)
def test_running_text(text: str, links: int, runs_on: bool) -> None:
    assert is_good(Run(text, None, links)) is runs_on
    assert lines((text, links)).good == [runs_on]


def test_the_lines_in_headings_of_each_form() -> None:
    view = page("<h1 class=a>石</h1><h2>桥</h2><h1 class=a>镇</h1><h4>河</h4><p>湾</p>")
    assert view.forms == {("h1", "a"): [0, 2], ("h2", ""): [1]}
    assert lines("石桥").forms == {}


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("石橋", "石桥"),
        ("橋" * 400, "桥" * 400),
        ("橋" * 401, ""),
        ("２０２４年５月２０日　１０：２０", "2024年5月20日　10:20"),
        ("来源：石橋", "来源：石桥"),
        ("石" * 30 + ",桥", "石" * 30 + ",桥"),
        ("石" * 31 + ",桥", "石" * 31 + "，桥"),
        ("石" * 31 + "?", "石" * 31 + "?"),
        ("石" * 32 + "?", "石" * 32 + "？"),
    ],
)
def test_a_line_as_patterns_see_it(text: str, folded: str) -> None:
    assert lines(text).folded(0) == folded


def test_patterns_see_no_code() -> None:
    view = page("<pre>石橋</pre><p>石橋</p>")
    assert [view.folded(0), view.folded(1)] == ["", "石桥"]


@pytest.mark.parametrize(
    ("table", "data"),
    [
        ("<tr><td>石桥</td><td>三处</td></tr>", True),
        ("<tr><th>石桥</th><td>三处</td></tr>", True),
        ("<tr><td><p>石桥</p></td><td>三处</td></tr>", True),
        ("<tr><td>石桥</td></tr>", False),
        ("<tr><td><p>石桥</p><p>老街</p></td><td>三处</td></tr>", False),
        ("<tr><td>石桥<br>老街</td><td>三处</td></tr>", False),
    ],
)
def test_a_cell_of_data_below_other_lines(table: str, data: bool) -> None:
    view = page(f"<p>河</p><p>湾</p><table>{table}</table>")
    assert (row_of(view.runs[at(view, "石桥")]) is not None) is data


@pytest.mark.parametrize(
    ("line", "title", "prints"),
    [
        ("石桥老街" + "！" * 16, "石桥老街", True),
        ("石桥老街" + "！" * 17, "石桥老街", False),
        ("桥", "桥", True),
        ("石桥老街啊", "石桥老街", True),
        ("石桥街啊", "石桥街", False),
        ("石桥老街一二三", "石桥老街", True),
        ("石桥老街一二三四", "石桥老街", False),
    ],
)
def test_a_line_prints_the_title(line: str, title: str, prints: bool) -> None:
    assert repeats_title(Run(line, None), title) is prints


HEADLINE = "步道修好了吗"
G = good(40)


@pytest.mark.parametrize(
    ("texts", "first", "found"),
    [
        ([HEADLINE, G], 1, 0),
        ([HEADLINE, *["石"] * 7, G], 8, 0),
        ([HEADLINE, *["石"] * 8, G], 9, None),
        ([G, HEADLINE], 0, None),
        (["石", G, HEADLINE], 1, None),
        ([HEADLINE, "来源：石桥镇李石", G], 2, 0),
        (["步道修好了", G], 1, None),
        (["石" * 80, G], 1, 0),
        (["石" * 81, G], 1, None),
        ([f"{HEADLINE}？", G], 1, 0),
        (["石桥镇的步道修好了，老人都来走一走", G], 1, 0),
        ([G, G], 1, None),
        ([(HEADLINE, 4), G], 1, None),
        (["石桥镇今日新闻网", G], 1, None),
    ],
)
def test_the_headline_above_a_text(texts: list[str], first: int, found: int | None) -> None:
    title = line_above(lines(*texts), [""] * len(texts), first)
    assert (title.run if title is not None else None) == found


def test_a_headline_in_a_box_of_junk_is_none() -> None:
    assert line_above(lines(HEADLINE, G), ["share", ""], 1) is None
    assert line_above(lines(f"■{HEADLINE}", G), ["", ""], 1) == Title(
        HEADLINE, "line above the text", 0, weight=0.2
    )
