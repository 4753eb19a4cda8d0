"""Comparing an Article with the fields written down in an expected.json."""

from typing import Any

from schemas import Article

LISTS = ("text", "credits", "absent", "joined", "kind")


def assert_article(article: Article, expected: dict[str, Any]) -> None:
    """Every field that is written down is equal; nothing of `absent` is in the text."""
    got = article.model_dump(mode="json")
    assert article.text.splitlines() == expected["text"]
    assert {key: got[key] for key in expected if key not in LISTS} == {
        key: value for key, value in expected.items() if key not in LISTS
    }
    assert _names(got["credits"]) == _names(expected.get("credits", []))
    assert [string for string in expected.get("absent", ()) if string in article.text] == []


def _names(credits: list[dict[str, str]]) -> set[tuple[str, str, str]]:
    return {(credit["name"], credit["role"], credit["place"]) for credit in credits}
