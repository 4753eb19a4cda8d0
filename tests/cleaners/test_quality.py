"""Figures of a text and its hash."""

import hashlib

import pytest

from cleaners.quality import content_hash, quality


@pytest.mark.parametrize(
    "other",
    ["街长制，２０２０年！", "街长制\n2020年", "  街长制，2020年。", "「街长制」2020年", "街长制_2020年"],
)
def test_punctuation_width_and_blanks_do_not_change_the_hash(other: str) -> None:
    assert content_hash(other) == content_hash("街长制2020年")


def test_other_words_change_the_hash() -> None:
    assert content_hash("街长制2021年") != content_hash("街长制2020年")
    assert content_hash("街长制") == hashlib.sha256("街长制".encode()).hexdigest()


def test_a_lone_surrogate_is_hashed() -> None:
    assert len(content_hash("街\ud800长")) == 64


def test_figures_of_a_text() -> None:
    figures = quality(["街长制，好。", "ab　c", "街长制，好。"], link_share=0.25)
    assert (figures.chars, figures.paragraphs) == (15, 3)
    assert figures.han_share == pytest.approx(8 / 15, abs=1e-4)
    assert figures.punctuation_share == pytest.approx(4 / 15, abs=1e-4)
    assert figures.repeated_share == pytest.approx(12 / 15, abs=1e-4)
    assert figures.link_share == 0.25


def test_no_text_has_no_figures() -> None:
    figures = quality([])
    assert (figures.chars, figures.han_share, figures.repeated_share) == (0, 0.0, 0.0)


def test_figures_that_filters_use() -> None:
    paragraphs = ["第一句。第二句！“第三句？”", "没有句号", "１２3号……"]
    figures = quality(paragraphs, page_chars=100)
    assert figures.sentences == 3 + 1 + 1
    assert figures.digit_share == pytest.approx(3 / figures.chars, abs=1e-4)
    assert figures.boilerplate_share == pytest.approx(1 - figures.chars / 100, abs=1e-4)
    assert quality(paragraphs).boilerplate_share is None
    assert quality(["字" * 30], page_chars=3).boilerplate_share == 0


@pytest.mark.parametrize(
    ("text", "repeated"),
    [
        ("甲乙丙丁戊己庚辛壬癸", 0),
        ("甲乙丙丁戊己庚辛壬癸" * 2, 10),
        ("甲乙丙丁戊己庚辛壬癸子" * 3, 22),
        ("甲乙丙丁戊己庚辛壬癸子丑寅卯甲乙丙丁戊己庚辛壬", 0),
        ("字" * 100, 99),
    ],
)
def test_characters_in_strings_that_stood_before(text: str, repeated: int) -> None:
    assert quality([text]).repeated_ngram_share == pytest.approx(repeated / len(text), abs=1e-4)


def test_of_a_long_text_the_beginning_is_looked_at_for_repetition() -> None:
    text = "".join(chr(0x4E00 + n % 20_000) for n in range(200_000))
    assert quality([text]).repeated_ngram_share == pytest.approx(0.8, abs=1e-4)
