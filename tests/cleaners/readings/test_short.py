"""Short articles beside longer stories."""

from __future__ import annotations

from functools import cache

import pytest

from cleaners import Cleaner
from schemas import Article, Page
from tests.cleaners.readings.short import SHAPES, pages

LEAST = {
    "portal": 9, "flash": 7, "wordpress": 8, "zblog": 8, "company": 8, "tables": 11, "forum": 9, "endless": 4, "blog": 5,
    "rendered": 0, "office": 7, "school": 8, "mobile": 11, "paper": 8,
}  # fmt: skip  # laid out for reading
"""Of twelve articles in each shape, how many must come out line for line; where the title is printed nowhere, few do."""


@cache
def _right() -> dict[str, list[str]]:
    """The pages of each shape whose text is right line for line."""
    cleaner, right = Cleaner(script="original"), dict[str, list[str]]()
    for case in pages():
        found = cleaner.process(Page(url="https://www.example.com/2024/0306/1.html", body=case.page.encode()))
        if isinstance(found, Article) and found.text == "\n".join(case.lines):
            right.setdefault(case.id.split("/")[0], []).append(case.id)
    return right


@pytest.mark.parametrize("shape", SHAPES)
def test_a_short_article_is_told_from_what_stands_beside_it(shape: str) -> None:
    assert len(_right().get(shape, [])) >= LEAST[shape], _right().get(shape)
