"""Headings that hold the line of the date, and the names of sites that their logos tell. Invented (合成)."""

from __future__ import annotations

import pytest

from cleaners.metadata.title.strings import headline_of
from tests.cleaners.metadata.pages import TITLE, page, read


@pytest.mark.parametrize(
    ("heading", "source"),
    [
        (f"<h1>{TITLE}<span>发布时间：2026-04-18</span></h1>", None),
        (f"<h1>{TITLE} <small>日期：2026/04/18</small></h1>", None),
        (f"<h1>{TITLE}<br><span>2026-04-18 来源：河岸日报 点击：31</span></h1>", "河岸日报"),
        (f"<h1>{TITLE}<p>2026年4月18日 来源：河岸日报</p></h1>", "河岸日报"),
    ],
)
def test_a_heading_that_holds_the_date(heading: str, source: str | None) -> None:
    found = read(page(heading=heading))
    assert found.title.text == TITLE
    assert str(found.metadata["published_at"])[:10] == "2026-04-18"
    assert found.metadata["source"] == source


def test_a_heading_of_two_lines_is_one_headline() -> None:
    found = read(page(title="", heading="<h1>石桥步道开放<br>来往的人都说好走</h1>"))
    assert found.title.text == "石桥步道开放 来往的人都说好走"


def blog(title: str, logo: str = "青禾随笔") -> str:
    above = f"<h1><a href=/>{logo}</a></h1>"
    return read(page(title=title, above=above, heading="<h3>打字机</h3>")).title.text


def test_the_logo_names_the_site_before_a_colon() -> None:
    assert blog("青禾随笔: 打字机") == "打字机"
    assert blog("青禾随笔：打字机") == "打字机"


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("青禾随笔: 打字机", "打字机"),
        ("青禾随笔： 打字机", "打字机"),
        ("青禾随笔打字机", "青禾随笔打字机"),
        ("青禾随笔:", "青禾随笔:"),
        ("打字机: 青禾随笔", "打字机: 青禾随笔"),
    ],
)
def test_the_name_of_the_site_before_a_colon(title: str, headline: str) -> None:
    assert headline_of(title, ["青禾随笔"]) == headline


def test_a_dish_is_called_so_and_not_the_way_to_it() -> None:
    heading = "<h1>梅干菜烧肉</h1><h2>用料</h2><p>五花肉 600克</p><h2>梅干菜烧肉的做法</h2>"
    assert read(page(title="梅干菜烧肉的做法_石桥食谱", heading=heading)).title.text == "梅干菜烧肉"
