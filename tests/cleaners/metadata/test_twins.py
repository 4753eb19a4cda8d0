"""The same page in the other script gives the same fields."""

from pathlib import Path

import pytest

from cleaners import Cleaner, decode
from cleaners.lexicon import fold
from cleaners.normalise.conversion import read_dictionary
from crawler.cases import FIXTURES, read_case
from schemas import Article

CASES = sorted(
    path.parent
    for path in FIXTURES.glob("*/*/expected.json")
    if '"kind": "article"' in path.read_text(encoding="utf-8")
    and path.parent.parent.name != "pinyin_mirror"  # known by the readings it inserts into Simplified text
)
TRADITIONAL = str.maketrans(
    {key: values[0] for key, values in read_dictionary("STCharacters.txt").items() if len(values[0]) == 1}
)


def fields(article: Article) -> dict[str, object]:
    """The metadata, with what the two scripts share folded together."""
    return {
        "title": fold(article.title),
        "published_at": article.published_at,
        "updated_at": article.updated_at,
        "source": fold(article.source or ""),
        "account": fold(article.account or ""),
        "credits": [(fold(credit.name), credit.role, credit.place) for credit in article.credits],
        "section": [fold(part) for part in article.section],
        "tags": sorted(fold(tag) for tag in article.tags),
        "next_page": article.next_page,
    }


@pytest.mark.parametrize("folder", CASES, ids=[f"{case.parent.name}/{case.name}" for case in CASES])
def test_a_fixture_in_traditional_characters_gives_the_same_fields(folder: Path) -> None:
    page = read_case(folder).page
    html = decode(page.body, headers=page.headers).text
    cleaner = Cleaner(script="original")
    one, twin = (
        cleaner.clean(text, url=page.url, fetched_at=page.fetched_at)
        for text in (html, html.translate(TRADITIONAL))
    )
    assert fields(twin) == fields(one)
