"""The measure behind the quality gate."""

import pytest

from benchmarks.scoring import clean_share, mean, score, without_title


@pytest.mark.parametrize(
    ("gold", "found", "f1"),
    [
        ("今天天气很好", "今天天气很好", 1.0),
        ("今天，天气很好。", "今天 天气很好", 1.0),
        ("今天天气很好", "", 0.0),
        ("", "", 1.0),
        ("今天天气很好", "明日大雨如注", 0.0),
        ("今天天气", "今天天气很好", 0.5),
    ],
)
def test_f1_is_the_overlap_of_character_4_grams(gold: str, found: str, f1: float) -> None:
    assert score(gold, found).f1 == pytest.approx(f1)


def test_a_title_line_counts_for_nobody() -> None:
    assert without_title("标 题\n正文\n标题", "标题") == "正文"
    assert without_title("正文\n其他\n其他\n标题", "标题").endswith("标题")


def test_each_page_counts_once() -> None:
    scores = [score("今天天气很好", "今天天气很好"), score("今天天气很好", "")]
    assert mean(scores).f1 == 0.5
    assert clean_share(scores) == 0.5
