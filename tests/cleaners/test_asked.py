"""What is handed in by mistake works, or is told in one sentence that says what to do."""

from pathlib import Path
from typing import Any

import pytest

from cleaners import Cleaner, CleanerError, Rejected, WrongInput, clean
from tests.crawler.texts import article

PAGE = article("合成报道的题目")


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (
            "https://www.example.com/a/1.html",
            "is an address: fetch it and pass the bytes, or run: qingwen clean https",
        ),
        (" http://a.cn \n", "is an address"),
        ("page.html", r"is the name of a file: pass its bytes, Path\('page.html'\)\.read_bytes\(\)"),
        ("数据/第一页.htm", "is the name of a file"),
        (Path("page.html"), "a page is bytes"),
        (None, "not NoneType"),
    ],
)
def test_no_page(body: Any, why: str) -> None:
    with pytest.raises(WrongInput, match=why):
        clean(body)


@pytest.mark.parametrize(
    "body", ["", "https://a.cn 是一个网站", "<p>page.html", "page.html\n另一行", b"https://a.cn/"]
)
def test_what_is_a_page_after_all_is_judged(body: str | bytes) -> None:
    with pytest.raises(Rejected):
        clean(body)


@pytest.mark.parametrize("script", ["zh-Hant", "traditional", "", None])
def test_no_script(script: Any) -> None:
    with pytest.raises(WrongInput, match=r"there are 'simplified' .* and 'original'"):
        Cleaner(script=script)


def test_headers_in_every_form() -> None:
    body = PAGE.replace("<meta charset=utf-8>", "").encode("gb18030")
    pairs = [("X-A", "1"), ("Content-Type", "text/html; charset=gbk"), ("X-A", "2")]
    forms: list[Any] = [dict(pairs), pairs, iter(pairs), [(b"Content-Type", b"text/html; charset=gbk")]]
    for headers in forms:
        found = clean(body, headers=headers)
        assert found.title == "合成报道的题目" and found.encoding and found.encoding.declared == "gbk"


@pytest.mark.parametrize("headers", ["Content-Type: text/html", [("a",)], [("a", 1)], 7])
def test_no_headers(headers: Any) -> None:
    with pytest.raises(CleanerError, match="a mapping or"):
        clean(PAGE.encode(), headers=headers)
