"""Addresses, breadcrumbs, captions and what the head states: just enough of each, and just too little (synthetic)."""

from __future__ import annotations

import json

import pytest
from lxml import html

from cleaners.document import Document
from cleaners.metadata.head import ld_people, ld_texts
from cleaners.metadata.owner import logos
from cleaners.metadata.pictures.address import is_ornament_address, picture_address, picture_key
from cleaners.metadata.pictures.captions import Captions
from cleaners.metadata.title.claims import site_names
from cleaners.metadata.title.lines import headline_in_lines
from cleaners.metadata.title.printed import _leads_here, printed_titles
from cleaners.metadata.title.strings import grams, headline_of
from cleaners.metadata.urls import follows, unwrapped
from cleaners.reading import read_html
from tests.cleaners.metadata.pages import TEXT, TITLE, page, read

URL = "https://n.example/a/1.html"


def test_a_gateway_may_write_the_address_behind_it_with_escapes() -> None:
    behind = "http://n.x.cn/100%25/a.htm"
    assert unwrapped("http://g.cn/gate/big5/n.x.cn/100%25/a.htm") == behind
    assert unwrapped("http://g.cn/gate/big5/n.x.cn%2F100%25/a.htm") == "http://n.x.cn/100%/a.htm"


@pytest.mark.parametrize(
    ("before", "after", "expected"), [("98", "99", True), ("99", "100", False), ("9", "10", True)]
)
def test_an_article_has_fewer_than_a_hundred_pages(before: str, after: str, expected: bool) -> None:
    assert follows(f"{URL}?page={before}", f"{URL}?page={after}") is expected


@pytest.mark.parametrize(
    ("element", "address"),
    [
        ("<img src='file:///C:/1.jpg'>", None),
        ("<img src=' '>", None),
        (f"<div style='color:{'red' * 1320};background:url(/1.jpg)'></div>", "https://n.example/1.jpg"),
        (f"<div style='color:{'red' * 1340};background:url(/1.jpg)'></div>", None),
    ],
)
def test_where_a_picture_is(element: str, address: str | None) -> None:
    assert picture_address(html.fromstring(f"<main>{element}</main>")[0], URL) == address


def test_the_host_of_a_picture_stands_at_the_beginning() -> None:
    assert not is_ornament_address("https://mmbiz.qpic.cn/logo")
    assert is_ornament_address(f"https://n.example/{'a' * 60}/mmbiz.qpic.cn/logo")
    assert is_ornament_address("https://n.example/a?b=1?c=/logo.png") is False


def test_the_query_of_a_picture_begins_at_the_first_mark() -> None:
    assert picture_key("https://n.example/1.jpg?a=1?b=2") == picture_key("https://n.example/1.jpg")
    assert picture_key("https://n.example/show?a=1?b=2") == "https://n.example/show?a=1?b=2"


@pytest.mark.parametrize(
    ("around", "caption"),
    [
        ("<div><div><div>{}</div></div><span class=caption>河边</span></div>", "河边"),
        ("<div><div><div><div>{}</div></div></div><span class=caption>河边</span></div>", None),
        ("<div>{}<img><span class=caption>河边</span></div>", None),
        ("<div>{}<span class=caption>河边</span></div>", "河边"),
        ("<p align=center>{}</p><p align=center>" + "石" * 60 + "</p>", "石" * 60),
        ("<p align=center>{}</p><p align=center>" + "石" * 61 + "</p>", None),
    ],
)
def test_how_near_a_caption_stands(around: str, caption: str | None) -> None:
    container = html.fromstring(f"<div id=text>{around.format('<img src=/1.jpg>')}</div>")
    assert Captions(container, "").of(next(container.iter("img"))) == caption


LD = '<script type="application/ld+json">{{"@type":"{}","itemListElement":[{{"name":"要闻"}}]}}</script>'
CRUMBS = "<div>当前位置：</div>" + "".join(f"<div><a href=/{n}>栏目{n}</a></div>" for n in range(10))


@pytest.mark.parametrize(
    ("above", "section"),
    [
        (CRUMBS, tuple(f"栏目{n}" for n in range(10))),
        (f"{CRUMBS}<div><a href=/a>别的栏目</a></div>", tuple(f"栏目{n}" for n in range(10))),
        ("<div>当前位置：首页 &gt; 要闻</div>", ("要闻",)),
        ("<div class=crumb><a href=/>河岸</a> &gt; <a href=/n>要闻</a></div>", ("河岸", "要闻")),
        (f"<div>当前位置：首页 &gt; 要闻 &gt; {'石' * 24}</div>", ("要闻", "石" * 24)),
        (f"<div>当前位置：首页 &gt; 要闻 &gt; {'石' * 25}</div>", ("要闻",)),
        (f"<div>当前位置：首页 &gt; 要闻 &gt; {TITLE[:6]}</div>", ("要闻",)),
        (f"<div>当前位置：首页 &gt; 要闻 &gt; {TITLE[:5]}</div>", ("要闻", TITLE[:5])),
        (f"<div>当前位置：{'&gt;'.join(f'栏目{n}' for n in range(11))}</div>", None),
        (f"<div>当前位置：首页 &gt; {'石' * 25} &gt; 要闻</div>", None),
        ("<div>当前位置：首页 &gt; 2024001 &gt; 要闻</div>", None),
        (
            f"<div>当前位置：</div><div><a href=/1>要闻</a></div><div><a href=/2>{'石' * 24}</a></div>",
            ("要闻", "石" * 24),
        ),
        (
            f"<div>当前位置：</div><div><a href=/1>要闻</a></div><div><a href=/2>{'石' * 25}</a></div>",
            ("要闻",),
        ),
        ("<div class=crumb><p><a href=/n>要闻</a></p></div>", ("要闻",)),
        ("<div class=crumb><div><p><a href=/n>要闻</a></p></div></div>", None),
        (LD.format("BreadcrumbList"), ("要闻",)),
        (LD.format("ItemList"), None),
    ],
)
def test_parts_of_a_breadcrumb(above: str, section: tuple[str, ...] | None) -> None:
    assert read(page(above=above)).metadata["section"] == section


CRUMB = "<div>当前位置：首页 &gt; 要闻 &gt; 石桥故事</div>"


@pytest.mark.parametrize(
    ("byline", "section"),
    [
        ("<p>2026-05-09 10:10</p>", ("要闻", "石桥故事")),
        ("<p>石桥故事</p>", ("要闻",)),
        ("<p>2026-05-09 10:10</p><p>石桥故事</p>", ("要闻", "石桥故事")),
        ("<p><a href=/a/>石桥故事</a></p>", ("要闻", "石桥故事")),
    ],
)
def test_the_account_right_below_the_headline_is_no_section(byline: str, section: tuple[str, ...]) -> None:
    assert read(page(above=CRUMB, byline=byline), url=URL).metadata["section"] == section


@pytest.mark.parametrize(
    ("body", "section"),
    [
        (f"{CRUMB}<h1>{TITLE}</h1>", ("要闻", "石桥故事")),
        (CRUMB, ("要闻", "石桥故事")),
        (f"<h1>{TITLE}</h1>{CRUMB}", None),
        (f"{CRUMB}{'<p>石</p>' * 58}<h1>{TITLE}</h1>", ("要闻", "石桥故事")),
        (f"{CRUMB}{'<p>石</p>' * 59}<h1>{TITLE}</h1>", None),
    ],
)
def test_a_breadcrumb_stands_within_sixty_lines_above_the_text(
    body: str, section: tuple[str, ...] | None
) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    source = (
        f"<html><head><title>{TITLE}</title></head><body>{body}<div class=content>{text}</div></body></html>"
    )
    assert read(source).metadata["section"] == section


@pytest.mark.parametrize(
    ("below", "tags"),
    [
        (
            "<p>标签：</p><p><a href=/a>社区</a> <a href=/b>街长</a></p><p><a href=/c>别的</a></p>",
            ("社区", "街长"),
        ),
        ("<p>前一行</p><p>标签：</p>", None),
        ("<p><a href=/a>前一行</a></p><p>标签：</p>", None),
    ],
)
def test_a_label_of_tags_stands_right_above_them(below: str, tags: tuple[str, ...] | None) -> None:
    assert read(page(below=below)).metadata["tags"] == tags


def test_what_json_ld_says_is_cut() -> None:
    item = {
        "@type": "NewsArticle",
        "description": "石" * 1001,
        "author": [{"name": f"某{n}"} for n in range(21)],
    }
    assert [len(text) for text in ld_texts([item], "description")] == [1000]
    assert len(list(ld_people([item], "author"))) == 20
    assert list(ld_people([{"@type": "Product", "author": "某"}], "author")) == []


def doc_of(body: str, head: str = "", url: str | None = None) -> Document:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>", encoding=None, url=url).doc


def test_a_logo_is_the_first_picture_of_a_link_to_the_front_page() -> None:
    logo = "<a href=/><img src=/l.png alt=河岸网><img src=/m.png alt=广告></a><a href=/n><img alt=要闻></a>"
    assert list(filter(None, logos(doc_of(f"{logo}<p>{TEXT[0]}</p>")))) == ["河岸网"]
    assert site_names(doc_of(f"{logo}<p>{TEXT[0]}</p>", "<title>石桥老街-河岸网</title>")) == ["河岸网"]
    assert site_names(doc_of(f"{logo}<p>{TEXT[0]}</p>", "<title>石桥老街-要闻</title>")) == []


@pytest.mark.parametrize(
    ("href", "url", "here"),
    [
        ("/a/1.html", URL, True),
        ("/a/1.html#top", URL, True),
        ("/a/1.html", f"{URL}#top", True),
        ("/a/2.html", URL, False),
        ("/", "https://n.example/", False),
        ("/a/1.html", None, False),
    ],
)
def test_a_headline_that_leads_to_its_own_page(href: str, url: str | None, here: bool) -> None:
    doc = doc_of(f"<h2><a href={href}>石桥老街修缮完工</a></h2>", url=url)
    assert _leads_here(doc.runs[0], url) is here


def test_two_lone_headings_of_each_rank() -> None:
    headings = "".join(f"<h{rank}>石桥老街修缮{n}{rank}</h{rank}>" for rank in (1, 2) for n in range(3))
    found = printed_titles(doc_of(headings), [], [])
    assert [item.where for item in found] == ["h1", "h1", "h2", "h2"]


def test_pieces_of_a_text() -> None:
    assert grams("石桥老街", 3) == {"石桥老", "桥老街"}
    assert grams("石桥", 3) == set()


@pytest.mark.parametrize(
    ("whole", "headline"),
    [("石桥老街-河岸网", "石桥老街"), ("石桥街-河岸网", "石桥街-河岸网"), ("石桥老街-网", "石桥老街-网")],
)
def test_what_is_cut_from_a_title(whole: str, headline: str) -> None:
    assert headline_of(whole) == headline


RUNNING = "石桥老街修好了，来了许多游客，都说比从前热闹得多。"


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        (["石桥老街修缮完工_河岸网", "首页", "石桥老街修缮完工", RUNNING, RUNNING], 2),
        (["河岸网_石桥老街修缮完工", "首页", "石桥老街修缮完工", RUNNING, RUNNING], 2),
        (["石桥老街修缮完工_河岸网", "石桥老街修缮完工", *["栏目"] * 9], 1),
        ([], None),
    ],
)
def test_the_line_that_the_first_names(lines: list[str], at: int | None) -> None:
    found = headline_in_lines(lines)
    assert (found[0] if found else None) == at


def test_json_ld_of_a_page_is_read() -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": "石桥老街修缮完工"}, ensure_ascii=False)
    head = f"<script type='application/ld+json'>{data}</script>"
    assert list(ld_texts(doc_of("<p>石桥</p>", head).json_ld, "headline")) == ["石桥老街修缮完工"]
