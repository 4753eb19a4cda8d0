"""One expression for several URLs."""

import re

import pytest

from crawler.url_pattern import url_pattern


@pytest.mark.parametrize(
    ("paths", "pattern"),
    [
        ([], ""),
        (["/"], "^/$"),
        (["/a/1234567.html"], r"^/a/\d+\.html$"),
        (["/wuzhou/news/201807/77.html", "/nanning/news/201808/78.html"], r"^/[a-z]+/news/\d+/\d+\.html$"),
        (["/a/12.html", "/a/12_2.html"], r"^/a/[\d_-]+\.html$"),
        (["/a/the-river.html", "/a/rain-2.html"], r"^/a/[\w-]+\.html$"),
        (["/0/di33683f2.html"], r"^/\d+/[0-9A-Za-z]+\.html$"),
        (["/x/c1.html", "/x/content_2_3.htm"], r"^/x/(?:c\d+\.html|content_\d+_\d+\.htm)$"),
        (["/city/", "/city/index_2.html"], r"^/city/(?:index_\d+\.html)?$"),
        (["/", "/city/"], "^(?:/|/city/)$"),
        (["/show.php?id=12&p=1"], r"^/show\.php\?id=\d+&p=\d+$"),
        (["/news/1/23456.shtml?fr=index_2", "/news/1/23457.shtml"], r"^/news/\d+/\d+\.shtml(?:\?.*)?$"),
        (["/news/日本企業11月信心-06.html"], r"^/news/[^/?]+\.html$"),
        (["/wiki/%E4%B8%AD"], "^/wiki/[^/?]+$"),
        (['/a/"+(1)'], r"^/a/\"\+\(\d+\)$"),
    ],
)
def test_url_pattern(paths: list[str], pattern: str) -> None:
    assert url_pattern(f"https://a.example{path}" for path in paths) == pattern
    assert all(re.search(pattern, path) for path in paths)
