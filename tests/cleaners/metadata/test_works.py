"""Lines about a book or a film that an article tells of. Invented (合成)."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from cleaners.metadata.works import describes_work
from schemas import Article, Page
from tests.cleaners.readings.pages import TEXT, article, paragraphs

BOOK = ["书名：《石桥》", "作者：何青禾", "出版社：河岸文艺出版社", "定价：58.00元"]


@pytest.mark.parametrize(
    ("lines", "index", "describes"),
    [
        (BOOK, 1, True),
        (BOOK[1:], 0, True),
        (BOOK[1:3], 0, False),
        (["导演：石满", "摄影：何青禾", "片长：90分钟"], 1, True),
        (["作者：何青禾", "桥边的茶馆昨天开了门。", *BOOK[2:]], 0, False),
        (["作者：何青禾", *["年份：一九"] * 7, "出版社：河岸"], 0, False),
        (["作者：何青禾", *["年份：一九"] * 6, *BOOK[2:]], 0, True),
        (["作者：何青禾", *["年份：一九"] * 7, *BOOK[2:]], 0, False),
        ([*BOOK[2:], *["年份：一九"] * 6, "作者：何青禾"], 8, True),
        ([*BOOK[2:], *["年份：一九"] * 7, "作者：何青禾"], 9, False),
        ([*BOOK[2:], "作者何青禾"], 2, False),
        ([*BOOK[2:], "作者：" + "禾" * 57], 2, True),
        ([*BOOK[2:], "作者：" + "禾" * 58], 2, False),
    ],
)
def test_lines_with_labels_of_a_work_beside_it(lines: list[str], index: int, describes: bool) -> None:
    assert describes_work(lines, index) is describes


def outcome(inner: str, info: str) -> Article:
    page = article(f"<div>{info}{inner}</div>").replace("来源：石桥日报", "")
    found = Cleaner().process(Page(body=page.encode()))
    assert isinstance(found, Article)
    return found


def test_who_wrote_the_book_did_not_write_the_review() -> None:
    found = outcome(paragraphs([*BOOK, *TEXT]), "<p>撰文：林小满</p>")
    assert found.authors == ("林小满",)
    assert found.text.split("\n") == [*BOOK, *TEXT]


def test_a_text_ends_with_who_made_it() -> None:
    found = outcome(paragraphs([*TEXT, "作者：何青禾", "摄影：石满"]), "")
    assert found.authors == ("何青禾",)
    assert found.text.split("\n") == TEXT
