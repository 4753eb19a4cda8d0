"""The proposed profile tells a site's articles from its lists, and its file is one that a person can keep."""

import re
from collections.abc import Sequence

import pytest

from cleaners import Cleaner, Site, known_sites
from cleaners.sites import read_site
from crawler.cases import FIXTURES, read_case
from crawler.discovery.links import path_of
from crawler.proposal import proposed_site, site_file, site_name, stable_box
from schemas import Page

TEXT = "（合成）清晨的河边有许多人在散步，空气里带着水草的味道，老人说他在这里住了六十年。"


def article(number: int, head: str, box: str = "class='text'") -> Page:
    html = f"<html><head>{head}</head><body><h1>河边{number}</h1><div {box}>{f'<p>{TEXT}</p>' * 4}</div></body></html>"
    return Page(url=f"https://www.hebian.example/a/{number}.html", body=html.encode())


def proposed(name: str, pages: Sequence[Page]) -> Site:
    return proposed_site(name, pages, Cleaner())


@pytest.mark.parametrize("site", ["yybnet", "ppfocus", "sanwenwang", "pinyin_mirror"])
def test_articles_and_lists_are_told_apart(site: str) -> None:
    cases = [read_case(path.parent) for path in (FIXTURES / site).glob("*/response.json")]
    profile = proposed(site, [case.page for case in cases])
    urls = {
        kind: [path_of(c.page.url or "") for c in cases if c.expected["kind"] == kind]
        for kind in ("article", "list")
    }
    assert all(re.search(profile.article_url, url) for url in urls["article"])
    assert not any(re.search(profile.article_url, url) for url in urls["list"])
    assert sum(bool(re.search(profile.list_url, url)) for url in urls["list"]) >= 2
    assert profile.hosts == tuple(sorted(profile.hosts)) and profile.hosts


@pytest.mark.parametrize("site", ["yybnet", "ppfocus", "sanwenwang"])
def test_the_title_is_the_sites(site: str) -> None:
    pages = [read_case(path.parent).page for path in (FIXTURES / site).glob("*/response.json")]
    assert proposed(site, pages).title == known_sites().named(site).title  # type: ignore[union-attr]  # it is known


@pytest.mark.parametrize(
    ("heads", "title"),
    [
        (["<title>河边1_河边网</title>"], "河边网"),
        (["<title>河边1 - 民生 | 河边网</title>"], "河边网"),
        (["<meta property='og:site_name' content='河边网'><title>河边1_民生</title>"], "河边网"),
        (["<title>河边1_一</title>", "<title>河边2_二</title>"], "hebian"),  # no name that most pages share
        (["<title>河边1</title>"], "hebian"),
    ],
)
def test_titles(heads: list[str], title: str) -> None:
    pages = [article(number, head) for number, head in enumerate(heads, 1)]
    assert proposed("hebian", pages).title == title


def test_a_box_is_proposed_when_all_articles_stand_in_it() -> None:
    one, other, third = article(1, ""), article(2, ""), article(3, "", "class='story'")
    assert proposed("hebian", [one, other]).body == "div.text"
    assert proposed("hebian", [one, other, third]).body == ""


@pytest.mark.parametrize(
    ("selector", "box"),
    [
        ("div.article-text", "div.article-text"),
        ("div#content.a.b", "div#content"),
        ("div#post-0.text", "div.text"),
        ("div.col-md-0", ""),
        ("div", ""),
        ("lines", ""),
    ],
)
def test_stable_boxes(selector: str, box: str) -> None:
    assert stable_box(selector) == box


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("www.example.com.cn", "example"),
        ("news.gmw.cn", "gmw"),
        ("163.com", "site_163"),
        ("class.org", "class"),
        ("www.yybnet.com", "site_yybnet"),  # another site has the name
        ("127.0.0.1", "site_127_0_0_1"),
        ("localhost", "localhost"),
    ],
)
def test_site_names(host: str, name: str) -> None:
    assert site_name(host, known_sites()) == name


def test_the_file_holds_the_site_whatever_the_page_says() -> None:
    words = '"""+1/0+"\\'
    hostile = article(1, f"<meta property='og:site_name' content='{words}'>")
    profile = proposed("hebian", [hostile])
    assert profile.title == words and read_site(site_file(profile)) == profile


@pytest.mark.parametrize("text", ["", "'", '"', r"a\d'b", r"^\d+$", "\x7f\t\n", "é\u2028", "\\"])
def test_any_text_survives_the_file(text: str) -> None:
    site = Site(name="x", title=text)
    assert read_site(site_file(site)) == site
