"""Text for search engines, and games of chance; all invented (合成)."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
from cleaners.kinds.spam import stuffed
from schemas import Article, Kind, Page, Rejection
from tests.cleaners.readings.pages import TEXT

_PLAIN = "石桥镇昨天通车，两岸的人都来看热闹"


def test_a_word_of_two_letters_in_every_clause() -> None:
    lines = (
        "石桥开锁公司，石桥修锁，南城开锁、北城开锁、东城开锁、西城开锁。",
        "火车站开锁、大学城开锁、汽车开锁、开锁价格、开锁电话。",
    )
    assert stuffed("石桥开锁公司电话", lines)
    assert not stuffed("石桥开锁公司电话", (_PLAIN,))


def test_games_of_chance_and_their_lures() -> None:
    line = "石桥娱乐平台百家乐老虎机真人视讯，首存返水，注册即送彩金，存取款秒到账，登录入口随时为您服务。"
    found = _outcome("石桥娱乐(中国)官方网站-登录入口", line)
    assert isinstance(found, Rejection)
    assert found.kind is Kind.SPAM


def test_a_report_of_such_a_house_is_none() -> None:
    report = (*TEXT, "警方说，网站以首存返水引诱玩家，玩的是百家乐和老虎机。", *TEXT)
    assert isinstance(_outcome("警方捣毁一网站", *report), Article)


def _outcome(title: str, *lines: str) -> Article | Rejection:
    inner = "".join(f"<p>{line}</p>" for line in lines)
    return Cleaner().process(Page(body=f"<title>{title}</title><h1>{title}</h1>{inner}".encode()))


def test_rows_that_differ_in_their_numbers_only_are_no_spam() -> None:
    rows = tuple(f"{n * 37}人付款" for n in range(1, 13))
    assert not stuffed("青石养生壶", ("青石养生壶家用煮茶器", *rows))


def letters(size: int, start: int = 0) -> str:
    """So many letters, none of them twice."""
    return "".join(chr(0x5000 + start + at) for at in range(size))


def strewn(phrase: str, times: int, size: int, *, above: int = 0) -> str:
    """A text of a size in which a phrase stands so many times, first below so many letters; no other letter stands twice."""
    parts = [letters(above)] + [letters(6, 1000 * n) + phrase for n in range(1, times)]
    text = phrase.join([parts[0], "".join(parts[1:])])
    return text + letters(size - len(text), 20_000)


@pytest.mark.parametrize(
    ("times", "size", "found"), [(8, 160, True), (8, 161, False), (7, 100, False), (9, 180, True)]
)
def test_a_phrase_of_four_letters_stands_eight_times_and_is_a_fifth_of_the_text(
    times: int, size: int, found: bool
) -> None:
    text = strewn("开锁配匙", times, size)
    assert (len(text), bool(stuffed("石桥", (text,)))) == (size, found)


@pytest.mark.parametrize(("above", "found"), [(36, True), (37, False)])
def test_the_phrase_stands_in_the_first_forty_letters(above: int, found: bool) -> None:
    text = strewn("开锁配匙", 8, 150, above=above)
    assert bool(stuffed("石桥", (text,))) is found


def test_a_phrase_of_three_letters_is_none() -> None:
    assert not stuffed("石桥", (strewn("开锁匙", 9, 130, above=37),))


@pytest.mark.parametrize(("marks", "found"), [(5960, True), (5972, False)])
def test_six_thousand_characters_are_looked_at(marks: int, found: bool) -> None:
    assert bool(stuffed("石桥", ("、" * marks + "开锁配匙" * 10,))) is found
