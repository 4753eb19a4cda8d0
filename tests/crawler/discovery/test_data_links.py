"""Links that stand in no <a>."""

import json

import pytest
from scrapy.http import HtmlResponse, JsonResponse

from crawler.discovery.data_links import data_links
from crawler.discovery.next_page import pager_number

HOME = "http://yunhe.example/news/"


def found(body: str, url: str = HOME) -> list[tuple[str, str]]:
    page = HtmlResponse(url, body=f"<html><body>{body}</body></html>", encoding="utf-8")
    return [(link.url.removeprefix("http://yunhe.example"), link.text) for link in data_links(page)]


@pytest.mark.parametrize(
    ("body", "links"),
    [
        ("<div onclick=\"window.open('/a/1.html')\"><b>合成标题</b></div>", [("/a/1.html", "合成标题")]),
        ("<td onclick=\"location.href='2.html';\">合成</td>", [("/news/2.html", "合成")]),
        ('<button data-url="/api/list?page=2">加载更多</button>', [("/api/list?page=2", "加载更多")]),
        ('<select><option value="?page=2">第2页</option></select>', [("/news/?page=2", "第2页")]),
        ('<link rel="next" href="/page/2/">', [("/page/2/", "下一页")]),
        (
            '<script>createPageHTML(3, 0, "index", "html");</script>',
            [("/news/index_1.html", "2"), ("/news/index_2.html", "3")],
        ),
        (
            "<script>createPageHTML('box',3,1,'list','shtml',41)</script>",
            [("/news/list_2.shtml", "2"), ("/news/list_3.shtml", "3")],
        ),
        (
            '<script type="text/xml"><record><![CDATA[<li><a href="/art/1.html">合成</a></li>]]></record></script>',
            [("/art/1.html", "合成")],
        ),
        (
            '<script type="application/json">{"list": [{"url": "/a/1", "imageUrl": "/i/1"}], "title": "/no"}</script>',
            [("/a/1", "")],
        ),
        ('<option value="3">三</option><div onclick="open()">x</div><b data-url="3">y</b>', []),
        ("<script>createPageHTML()</script><script type='application/json'>{</script>", []),
    ],
)
def test_where_links_stand(body: str, links: list[tuple[str, str]]) -> None:
    assert found(body) == links


def test_a_later_page_of_a_script_pager_names_none() -> None:
    assert found('<script>createPageHTML(3, 1, "index", "html");</script>', f"{HOME}index_1.html") == []


def test_an_answer_in_json_is_a_list() -> None:
    answer = {
        "data": {
            "list": [{"link": "/p/1.html"}, {"link": "http://yunhe.example/p/2.html"}],
            "next": "/api?page=3",
        }
    }
    page = JsonResponse(f"{HOME}api", body=json.dumps(answer).encode())
    links = data_links(page)
    assert [link.url.rpartition("/")[2] for link in links] == ["1.html", "2.html", "api?page=3"]
    assert [pager_number(link, 2) for link in links] == [None, None, 3]


@pytest.mark.parametrize("hostile", ['{"a":' * 5_000, "[" * 100_000, "<script type=text/xml>\0</script>"])
def test_hostile_bodies_give_nothing(hostile: str) -> None:
    assert found(hostile) == []
    assert data_links(JsonResponse(HOME, body=hostile.encode())) == []
