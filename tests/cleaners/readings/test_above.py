"""A page whose head names only the site: the headline is the line above the text, not the name in the footer."""

import pytest

from tests.cleaners.readings.pages import LAST, NAVIGATION, TEXT, TITLE, paragraphs, read

SITE = "石桥日报"
DATE = "<div>2024-05-20 08:00 来源：石桥日报</div>"


def _page(above: str) -> str:
    return (
        f"<html><head><title>{SITE}</title></head><body>{NAVIGATION}<div>{above}<div>{paragraphs(TEXT)}</div></div>"
        f"<p>{SITE}</p></body></html>"
    )


@pytest.mark.parametrize(
    "above", [f"<b>{TITLE}</b>", f"<b>{TITLE}</b>{DATE}", f"<b>{TITLE}</b><p>分享到：</p>{DATE}"]
)
def test_the_line_above_the_text(above: str) -> None:
    found = read(_page(above))
    assert (found.title.text, found.title.where) == (TITLE, "line above the text")
    assert list(found.body.paragraphs) == TEXT


@pytest.mark.parametrize(
    "above", ["", DATE, f"<b>{LAST}</b>", f"<a href=/1>{TITLE}</a>", "<b>镇里</b>", "<b>南桥日报</b>"]
)
def test_a_line_that_is_no_headline(above: str) -> None:
    assert read(_page(above)).title.text == SITE


def test_a_headline_where_the_papers_name_is_printed_nowhere() -> None:
    page = _page(f"<div>（丰收时节）</div><div>{TITLE}</div>").replace(f"<p>{SITE}</p>", "")
    assert read(page).title.text == TITLE


def test_a_heading_below_the_text_stays() -> None:
    page = (
        _page("<b>他们在河边修了一条路</b>")
        .replace(f"<p>{SITE}</p>", f"<h1>{TITLE}</h1>")
        .replace(f"<title>{SITE}", f"<title>{TITLE}")
    )
    assert read(page).title.text == TITLE
