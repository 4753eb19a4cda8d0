"""Comparing an Article with the fields written down in an expected.json."""

from typing import Any

from crawler.checking import article_faults
from schemas import Article


def assert_article(article: Article, expected: dict[str, Any]) -> None:
    """Every field that is written down is equal; nothing of `absent` is in the text."""
    assert list(article_faults(article, expected)) == []
