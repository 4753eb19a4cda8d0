import pytest

from crawler.discovery.canonical import seen_key


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
        ("http://a.cn/x?id=", "http://a.cn/x"),
    ],
)
def test_different_pages(url: str, other: str) -> None:
    assert seen_key(url) != seen_key(other)
