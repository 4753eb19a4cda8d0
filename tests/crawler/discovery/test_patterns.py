import pytest

from crawler.discovery.patterns import looks_like_article, looks_like_page

SITE = "https://www.example.cn"


@pytest.mark.parametrize(
    "path",
    [
        "/wuzhou/news/201807/7713943.html",
        "/a/8916836.html",
        "/2018-07/24/c_1123170002.htm",
        "/n1/2020/1107/c40531-31922345.html",
        "/xczx/202004/t20200417_6606637.shtml",
        "/page/2019/0220/6382200.shtml",
        "/show.asp?id=12",
        "/index.php?m=content&id=12",
        "/article/128658",
        "/news/show-30-34.html",
        "/s/AbCdEfGhIjKlMnOpQrStUv",
    ],
)
def test_article(path: str) -> None:
    assert looks_like_article(SITE + path)


@pytest.mark.parametrize(
    "path",
    ["/", "/news/", "/news/index.html", "/news/index_2.html", "/list_12.html", "/channel/di?page=2", "/about.html",
     "/2018/07/", "/news/list.asp?id=3&page=2"],
)  # fmt: skip  # laid out for reading
def test_no_article(path: str) -> None:
    assert not looks_like_article(SITE + path)


def test_assets_are_no_pages() -> None:
    assert not looks_like_page(f"{SITE}/a.PDF?x=1")
    assert looks_like_page(f"{SITE}/a.html")
