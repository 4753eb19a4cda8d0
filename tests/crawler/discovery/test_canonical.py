import pytest

from crawler.discovery.canonical import seen_key, twin_urls


@pytest.mark.parametrize(
    ("url", "other"),
    [
        ("http://a.cn/x?b=2&a=1", "http://a.cn/x?a=1&b=2"),
        ("http://a.cn/x.html#top", "http://a.cn/x.html"),
        ("http://A.cn/x", "http://a.cn/x"),
        ("http://a.cn/x?id=1&utm_source=weixin", "http://a.cn/x?id=1"),
        ("http://a.cn/x?id=1&spm=a2.b3", "http://a.cn/x?id=1"),
        ("http://a.cn/x?PHPSESSID=0123456789abcdef&id=1", "http://a.cn/x?id=1"),
        ("http://a.cn/x;jsessionid=0A1B?id=1", "http://a.cn/x?id=1"),
        ("http://a.cn:80/x", "http://a.cn/x"),
        ("https://a.cn:443/x", "https://a.cn/x"),
        ("http://a.cn/x?id=1&from=timeline&isappinstalled=0", "http://a.cn/x?id=1"),
        ("http://a.cn/x?id=1&_t=1714700000", "http://a.cn/x?id=1"),
        ("http://a.cn/新闻", "http://a.cn/%E6%96%B0%E9%97%BB"),
    ],
)
def test_same_page(url: str, other: str) -> None:
    assert seen_key(url) == seen_key(other)


@pytest.mark.parametrize(
    ("url", "other"),
    [
        ("http://a.cn/show.asp?id=1", "http://a.cn/show.asp?id=2"),
        ("http://a.cn/list?page=1", "http://a.cn/list?page=2"),
        ("http://a.cn/x?sid=1", "http://a.cn/x?sid=2"),  # a column's id on many sites
        ("http://a.cn/X", "http://a.cn/x"),
        ("http://a.cn/x?from=12", "http://a.cn/x?from=13"),
        ("http://a.cn/x?id=", "http://a.cn/x"),
    ],
)
def test_different_pages(url: str, other: str) -> None:
    assert seen_key(url) != seen_key(other)


def test_twins() -> None:
    own = twin_urls("http://www.a.cn/News/1.HTML", None)
    assert own == ("http://a.cn/news/1.html",)
    assert set(own) <= set(twin_urls("https://a.cn/news/1.html?x=1", "http://a.cn/news/1.html"))
    assert twin_urls("http://a.cn/1", "http://[x") == ("http://a.cn/1",)
