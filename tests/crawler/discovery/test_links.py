from scrapy.http import HtmlResponse, Response, XmlResponse

from crawler.discovery.forms import form_of
from crawler.discovery.links import Link, page_links, path_of
from crawler.discovery.patterns import looks_barren, looks_like_article


def links(html: str, url: str = "http://a.cn/x/1.html") -> list[Link]:
    return page_links(HtmlResponse(url, body=html.encode("gb18030"), encoding="gb18030"))


def test_links_are_absolute_once_and_in_order() -> None:
    html = "<a href=' 2.html#top '> 下一页\n </a><a href=/3.html>三</a><a href=2.html>again</a><map><area href=/4.html></map>"
    assert links(html) == [
        Link("http://a.cn/x/2.html", "下一页"),
        Link("http://a.cn/3.html", "三"),
        Link("http://a.cn/4.html", ""),
    ]


def test_hostile_links_are_left_out() -> None:
    hrefs = ["javascript:void(0)", "mailto:a@b.cn", "file:///etc/passwd", "data:text/html,x", "http://u:p@a.cn/",
             "http://a.cn:22/", "http://[::1/", "/" + "x" * 10_000, "ftp://a.cn/"]  # fmt: skip  # laid out for reading
    assert links("".join(f"<a href='{href}'>x</a>" for href in hrefs)) == []


def test_a_foreign_base_does_not_lead_off_site() -> None:
    assert links("<base href='http://evil.example/'><a href=2.html>2</a>")[0].url == "http://a.cn/x/2.html"
    assert links("<base href='http://a.cn/y/'><a href=2.html>2</a>")[0].url == "http://a.cn/y/2.html"


def test_chinese_queries_keep_the_encoding_of_the_page() -> None:
    assert links("<a href='/s?q=新闻'>x</a>")[0].url == "http://a.cn/s?q=%D0%C2%CE%C5"


def test_chinese_hosts_become_ascii() -> None:
    assert links("<a href='http://中文.中国/'>x</a>")[0].url == "http://xn--fiq228c.xn--fiqs8s/"


def test_what_is_not_text_has_no_links() -> None:
    assert page_links(Response("http://a.cn/", body=b"\x89PNG")) == []


def test_path_and_query() -> None:
    assert path_of("http://a.cn/list?page=2") == "/list?page=2"


def test_frames_refreshes_and_one_line_scripts_lead_on() -> None:
    assert links("<frameset><frame src=/main.html></frameset>")[0].url == "http://a.cn/main.html"
    assert links("<iframe src=/list.html></iframe>")[0].url == "http://a.cn/list.html"
    assert links("<script>window.location.href='/news/';</script>")[0].url == "http://a.cn/news/"
    assert links("<script>location.replace('/news/')</script>")[0].url == "http://a.cn/news/"
    refreshed = HtmlResponse("http://a.cn/", headers={"Refresh": "0; url=/index.html"}, body=b"<html></html>")
    assert page_links(refreshed) == [Link("http://a.cn/index.html", "")]


def test_html_that_is_called_xml_has_links() -> None:
    response = XmlResponse(
        "http://a.cn/", body=b"<!DOCTYPE html><html><body><a href=/1.html>1<br></body></html>"
    )
    assert page_links(response) == [Link("http://a.cn/1.html", "1")]


def test_the_links_of_a_hostile_page_are_told_apart_in_linear_time() -> None:
    """A quadratic expression took seconds for one of these URLs, and minutes for a page of them."""
    for url in ("/a_" + "1" * 1_940 + "x0~", "/" + "a-" * 950, "/" + "%41" * 600, "/?" + "a=1&" * 480):
        looks_like_article("http://a.cn" + url)
        looks_barren("http://a.cn" + url)
        form_of("http://a.cn" + url)
