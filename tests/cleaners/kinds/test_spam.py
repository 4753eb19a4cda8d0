"""Text for search engines, and games of chance; all invented (合成)."""

from __future__ import annotations

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
