"""What holds for every list of words."""

import pytest

from cleaners.lexicon import LISTS, any_of, expression, fold, words


@pytest.mark.parametrize("name", LISTS)
def test_words_are_simplified_and_stand_once(name: str) -> None:
    listed = LISTS[name]
    assert listed, f"{name} is empty"
    assert len(set(listed)) == len(listed), f"{name} holds a word twice"
    assert [word for word in listed if fold(word) != word] == [], "write words in Simplified characters"


def test_an_expression_finds_every_word_in_both_spacings() -> None:
    spaced = expression("<~pager.next>", needs="pager.next")
    for word in words("pager.next"):
        found = spaced.search(f"…{word}…")
        assert found and found[0] == word
    assert spaced.fullmatch("下 一 页")
    assert not spaced.search("下一篇")


def test_longer_words_come_first() -> None:
    assert any_of("pager.next").index("下一页") < any_of("pager.next").index("下页")


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        expression("<pager.unknown>", needs="pager.next")
