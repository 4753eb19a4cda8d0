"""Lists of links between the paragraphs: those that lead to a site each are text. Invented (合成)."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from tests.cleaners.readings.pages import TEXT, article, text_of

ITEMS = [
    "砚台：把剪贴板历史存成纯文本",
    "归鸟：按日期给照片改名",
    "细筛：找出重复文件",
    "半亩：局域网里传文件",
]
SITES = [
    "https://yantai.example/",
    "https://www.guiniao.com.cn/a",
    "//xishai.test/",
    "http://banmu.invalid/b?c=1",
]
OWN = ["/a/1.html", "/a/2.html", "https://www.shiqiao.example/3", "https://news.shiqiao.example/4"]


def listed(form: str, between: str, links: list[str]) -> str:
    return form.format(
        between.join(f"<a href={link}>{item}</a>" for link, item in zip(links, ITEMS, strict=True))
    )


FORMS = {
    "unordered": ("<ul><li>{}</li></ul>", "</li><li>"),
    "ordered": ("<ol><li>{}</li></ol>", "</li><li>"),
    "paragraphs": ("<p>{}</p>", "</p><p>"),
    "breaks": ("<p>{}</p>", "<br>"),
    "below a heading": ("<h3>小工具</h3><ul><li>{}</li></ul>", "</li><li>"),
}


def body(inner: str) -> str:
    first, *rest = (f"<p>{line}</p>" for line in TEXT)
    return article(f"<div>{first}{inner}{''.join(rest)}</div>")


@pytest.mark.parametrize("form", FORMS)
def test_links_to_many_sites_are_text(form: str) -> None:
    found = [line for line in text_of(body(listed(*FORMS[form], SITES))) if line != "小工具"]
    assert found == [TEXT[0], *ITEMS, *TEXT[1:]]


@pytest.mark.parametrize(
    "links", [OWN, ["https://shiqiao.example/1", *OWN[:3]], SITES[:2] * 2, ["#a", "#b", "#c", "#d"]]
)
@pytest.mark.parametrize("form", ["unordered", "ordered", "breaks"])
def test_links_to_one_site_are_none(form: str, links: list[str]) -> None:
    assert text_of(body(listed(*FORMS[form], links))) == TEXT


@pytest.mark.parametrize("form", FORMS)
def test_behind_the_text_they_are_none(form: str) -> None:
    inner = "".join(f"<p>{line}</p>" for line in TEXT)
    found = text_of(article(f"<div>{inner}{listed(*FORMS[form], SITES)}</div>"))
    assert [line for line in found if line != "小工具"] == TEXT


def test_in_a_box_of_their_own_they_are_none() -> None:
    assert text_of(body(f"<div class=links>{listed(*FORMS['unordered'], SITES)}</div>")) == TEXT


def test_they_stay_links_of_the_structure() -> None:
    found = Cleaner(formats={"markdown"}).clean(body(listed(*FORMS["unordered"], SITES)))
    assert found.markdown is not None
    assert f"- [{ITEMS[0]}]({SITES[0]})" in found.markdown
