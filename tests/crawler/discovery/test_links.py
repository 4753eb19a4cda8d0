from scrapy.http import HtmlResponse, Response

from crawler.discovery.links import Link, page_links, path_of


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
