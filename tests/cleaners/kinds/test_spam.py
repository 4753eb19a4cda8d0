"""Text for search engines, and games of chance; all invented (合成)."""

from __future__ import annotations

import pytest

from cleaners.kinds.spam import spam_in
from cleaners.lexicon import words
from tests.cleaners.readings.pages import TEXT

_PLAIN = "石桥镇昨天通车，两岸的人都来看热闹"


def test_a_word_of_two_letters_in_every_clause() -> None:
    lines = (
        "石桥开锁公司，石桥修锁，南城开锁、北城开锁、东城开锁、西城开锁。",
        "火车站开锁、大学城开锁、汽车开锁、开锁价格、开锁电话。",
    )
    assert spam_in("石桥开锁公司电话", lines)
    assert not spam_in("石桥开锁公司电话", (_PLAIN,))


@pytest.mark.parametrize("word", words("kinds.wager"))
def test_each_game(word: str) -> None:
    assert spam_in("石桥娱乐", (f"{_PLAIN}，{_other('wager', word)}{word}，首存返水。",))


@pytest.mark.parametrize("word", words("kinds.lure"))
def test_each_lure(word: str) -> None:
    assert spam_in("石桥娱乐", (f"{_PLAIN}，{_other('lure', word)}{word}，百家乐老虎机。",))


def test_a_report_of_such_a_house_is_none() -> None:
    report = (*TEXT, "警方说，网站以首存返水引诱玩家，玩的是百家乐和老虎机。", *TEXT)
    assert not spam_in("警方捣毁一网站", report)


def _other(listed: str, word: str) -> str:
    return next(other for other in words(f"kinds.{listed}") if word not in other and other not in word)
