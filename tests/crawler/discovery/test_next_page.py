import pytest
from scrapy.http import HtmlResponse

from crawler.discovery.next_page import next_page

BASE = "http://a.cn/news/201904/"


def following(here: str, *links: tuple[str, str]) -> str | None:
    html = "".join(f"<a href='{href}'>{text}</a>" for href, text in links)
    return next_page(HtmlResponse(BASE + here, body=html.encode(), encoding="utf-8"))


@pytest.mark.parametrize(
    ("here", "there", "text"),
    [
        ("8916836.html", "8916836_2.html", "下一页"),
        ("8916836.html", "8916836_2.html", "2"),
        ("8916836_2.html", "8916836_3.html", "【3】"),
        ("8916836_2.html", "8916836_3.html", "下一頁"),
        ("8916836_9.html", "8916836_10.html", "后一页 >"),
        ("8916836.html", "8916836-2.html", "[2]"),
        ("show.asp?id=12", "show.asp?id=12&page=2", "下一页"),
        ("show.asp?id=12&page=2", "show.asp?page=3&id=12", "第3页"),
        ("content_23115712.htm", "content_23115712_2.htm", "余下全文"),
        ("8916836", "8916836_2", "›"),
    ],
)
def test_next_page(here: str, there: str, text: str) -> None:
    assert following(here, ("8000000.html", "下一篇"), (there, text)) == BASE + there


@pytest.mark.parametrize(
    ("here", "there", "text"),
    [
        ("8916836.html", "8916837.html", "下一篇"),
        ("8916836.html", "8916836_2.html", "下一篇"),
        ("8916836_2.html", "8916836.html", "1"),
        ("8916836_2.html", "8916836_2.html", "2"),
        ("8916836.html", "8916836_3.html", "3"),
        ("8916836.html", "7000000_2.html", "下一页"),
        ("2018_15.html", "2018_16.html", "全市招商引资工作会议召开"),
        ("show.asp?id=12", "show.asp?id=13&page=2", "下一页"),
        ("content_869_828962.htm", "content_869_828963.htm", "下一页"),
        ("", "", "下一页"),
    ],
)
def test_not_the_next_page(here: str, there: str, text: str) -> None:
    assert following(here, (there, text)) is None
