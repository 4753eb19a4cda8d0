"""Labelled pages as dumps: what they hold, and what the line model learns from them."""

from __future__ import annotations

import gzip
from itertools import islice
from pathlib import Path

from benchmarks.corpora import GoldPage, read_fixtures
from benchmarks.dumped import dump, figures, saved, told, trained
from cleaners.readings.unlikely import NAMES

_FEW = 6


def _page(html: str, text: str = "") -> GoldPage:
    return GoldPage("a", None, (), html.encode(), "", text)


def test_a_dump_holds_every_text_and_no_code() -> None:
    html = (
        "<title>桥</title><style>p{}</style><body><ul><li>首页<li>新闻</ul><p>石桥 <b>修缮</b> 完工<br>通车"
        "<p hidden>稍后显示<script>var a = '码';</script><!-- 注 --></body>"
    )
    assert dump(_page(html)).split("\n") == ["桥", "首页", "新闻", "石桥 修缮 完工", "通车", "稍后显示"]


def test_every_line_that_was_read_is_learnt_from_with_its_label() -> None:
    lead, menu = "石桥镇的老桥修好以后，两岸的居民又能步行过河买菜了。", "城东老街的灯会"
    html = f"<p>{lead}</p><p>{lead[::-1]}</p><p>{menu}</p><p>{lead}镇里说。</p>"
    rows = list(figures(_page(html, f"{lead}\n{lead[::-1]}\n{lead}镇里说。")))
    assert [held for _, held in rows] == [True, True, False, True]
    assert {len(row) for row, _ in rows} == {len(NAMES)}


def test_the_weights_have_the_names_of_the_figures() -> None:
    assert tuple(trained(list(islice(read_fixtures(), _FEW)))) == NAMES


def test_what_is_refused_counts_as_nothing_found() -> None:
    text = "石桥镇的老桥修好以后，两岸的居民又能步行过河买菜了，孩子们上学也近了半个小时的路程。"
    refused, scores = told([_page(f"<h1>石桥修缮完工</h1><p>{text}</p>", text), _page("<p>首页</p>", text)])
    assert refused == "2 dumps: 1 refused"
    assert scores == "F1 of the others 1.0000; of all 0.5000, >= .95 0.500"


def test_saved_pages_are_compared_with_what_is_read_of_them(tmp_path: Path) -> None:
    text = "石桥镇的老桥修好以后，两岸的居民又能步行过河买菜了，孩子们上学也近了半个小时的路程。"
    for name, html in (("story", f"<h1>石桥修缮完工</h1><p>{text}</p>"), ("menu", "<p>首页</p>")):
        (tmp_path / f"{name}.html.gz").write_bytes(gzip.compress(html.encode()))
    (page,) = saved(tmp_path)
    assert (page.id, page.title, page.text) == ("story.html.gz", "石桥修缮完工", text)
