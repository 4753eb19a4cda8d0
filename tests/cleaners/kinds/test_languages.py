"""Texts that are not Chinese, or whose characters are lost: just enough and just too little. Invented lines (合成)."""

from __future__ import annotations

import pytest

from cleaners.kinds.languages import foreign, garbled


@pytest.mark.parametrize(
    ("lost", "letters", "detail"),
    [
        (19, 0, ""),
        (20, 0, "20 characters are lost"),
        (20, 79, "20 characters are lost"),
        (20, 80, ""),
        (21, 83, "21 characters are lost"),
    ],
)
def test_lost_characters(lost: int, letters: int, detail: str) -> None:
    """Twenty at least, and more than a quarter of the letters."""
    assert garbled("?" * lost + "桥" * letters) == detail
    assert garbled("\ufffd" * lost + "桥" * letters) == detail


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("桥" * 20 + "a" * 80, ""),
        ("桥" * 19 + "a" * 81, "19 of 100 letters are Han"),
        ("桥" * 19 + "a" * 76 + "5" * 900, ""),
        ("桥" * 19 + "a" * 77 + "5" * 900, "19 of 96 letters are Han"),
        ("5" * 40, "0 of 0 letters are Han"),
        ("桥" + "5" * 40, ""),
        ("桥" * 20 + "の" * 5, ""),
        ("桥" * 20 + "の" * 6, "6 of 26 letters are kana"),
        ("の" + "a" * 9, "0 of 10 letters are Han"),
        ("", ""),
    ],
)
def test_letters_of_another_language(text: str, detail: str) -> None:
    """Fewer than a fifth of the letters are Han, digits aside, or more than a fifth are kana."""
    assert foreign(text) == detail


def test_the_first_thousand_characters_tell_the_language() -> None:
    assert foreign("桥" * 200 + "a" * 9_000) == ""
    assert foreign("桥" * 199 + "a" * 801 + "桥" * 9_000) == "199 of 1000 letters are Han"
