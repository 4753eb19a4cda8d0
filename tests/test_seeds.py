"""The five seed documents, as extracted text and inside an HTML page: both routes give the same article."""

import json
import unicodedata
from typing import Any

import pytest

from cleaners import Cleaner, clean_text
from crawler.cases import FIXTURES, read_case
from schemas import Article
from tests.expectations import assert_article

SEEDS = FIXTURES / "seeds"
SITE_OF = {
    "000": "yybnet",
    "001": "ppfocus",
    "002": "sanwenwang",
    "003": "pinyin_mirror",
    "004": "fastadmin",
}


def expected(seed: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((SEEDS / f"{seed}.json").read_text("utf-8"))
    return data


def from_text(seed: str) -> Article:
    return clean_text((SEEDS / f"{seed}.txt").read_text("utf-8"))


def from_html(seed: str, *, original: bool = False) -> Article:
    page = read_case(FIXTURES / SITE_OF[seed] / "seed").page
    article = Cleaner(script="original" if original else "simplified").process(page)
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("seed", SITE_OF)
def test_text_route(seed: str) -> None:
    assert_article(from_text(seed), expected(seed))


@pytest.mark.parametrize("seed", SITE_OF)
def test_html_route_gives_the_same_text_and_names(seed: str) -> None:
    by_html, by_text = from_html(seed), from_text(seed)
    assert by_html.text == by_text.text
    assert by_html.credits == by_text.credits
    assert by_html.source == by_text.source


@pytest.mark.parametrize(
    ("seed", "start", "end"),
    [
        ("000", "本报讯(记者 梁燕如", "惠及社区群众700多人。"),
        ("001", "广西新闻网梧州11月7日讯", "感慨地表示。"),
        ("002", "为加快建设“经济结构优化", "激情与期待!"),
        ("003", "亮点黔西南讯", "社会和谐。(陈龙 报道)"),
        ("004", "(吕勇进 崔启昌 通讯员", "“加速度”。"),
    ],
)
def test_where_the_text_begins_and_ends(seed: str, start: str, end: str) -> None:
    for article in (from_text(seed), from_html(seed)):
        assert article.text.startswith(start)
        assert article.text.endswith(end)


def test_shifted_runs_are_repaired() -> None:
    text = from_html("003").text
    assert "当地更多农民" in text
    assert "当地群众解决25个" in text
    assert not [c for c in text if unicodedata.category(c) == "Co"]


def test_a_repost_keeps_the_date_of_the_first_publication() -> None:
    article = from_html("001")
    assert (
        article.published_at is not None and article.published_at.isoformat() == "2020-11-07T16:44:00+08:00"
    )
    assert article.updated_at is None or article.updated_at > article.published_at


def test_original_script_keeps_what_was_printed() -> None:
    article = from_html("001", original=True)
    assert article.title == "梧州市長洲區創新舉措整治形式主義為基層減負"
    assert "「基層減負」" in article.text
    printed = (SEEDS / "001.txt").read_text("utf-8")
    assert all(paragraph in printed for paragraph in article.text.splitlines())
