"""A generated line for each word shows it at work, in both scripts; that it needs the list, test_contrast.py shows."""

from functools import cache

import pytest

from cleaners.lexicon import LISTS, fold
from cleaners.normalise.conversion import read_dictionary
from tests.cleaners.lexicon.lines import SHOWN, written

AGAIN = "run: python -m tests.cleaners.lexicon.lines"


@cache
def traditional() -> dict[str, str]:
    """A character to its Traditional form."""
    return {key: values[0] for key, values in read_dictionary("STCharacters.txt").items()}


@pytest.mark.parametrize("name", SHOWN)
def test_every_word_of_a_list_has_its_line(name: str) -> None:
    assert set(written()[name]) == set(LISTS[name]), AGAIN


@pytest.mark.parametrize("name", SHOWN)
def test_every_line_shows_its_word_at_work(name: str) -> None:
    assert [word for word in written()[name] if not SHOWN[name](word)] == []


@pytest.mark.parametrize("name", SHOWN)
def test_every_line_holds_in_the_other_script(name: str) -> None:
    twins = ["".join(traditional().get(char, char) for char in word) for word in written()[name]]
    assert [twin for twin in twins if fold(twin) not in LISTS[name] or not SHOWN[name](twin)] == []
