"""Pages that say the same but for numbers."""

import pytest

from crawler.job import alike as alike_module
from crawler.job.alike import Alike
from tests.crawler.job.invented import paragraphs

DAY = "这是{}年的第{}天，宜出门访友、打扫庭院，忌动土搬家。看的人自己拿主意，本页照抄，不作保证。"


def noted(*texts: str, via: str = "a.example/0") -> Alike:
    alike = Alike()
    for text in texts:
        alike.note("a.example/0", via, f"第{len(text)}号历书", text)
    return alike


def test_days_of_an_almanac_are_a_trap() -> None:
    days = [DAY.format("二〇二四" if day % 2 else 2024, day) for day in range(13)]
    assert noted(*days).is_trap("a.example/0")
    assert not noted(*days[:-1]).is_trap("a.example/0"), "twelve that are like one before"
    assert not noted(*days).is_trap("a.example/1")


def test_what_a_list_names_is_no_trap() -> None:
    days = [DAY.format(2024, day) for day in range(40)]
    assert not noted(*days, via="a.example/list/0").is_trap("a.example/0")


def test_articles_are_none_though_each_has_clauses_of_others() -> None:
    told = (
        f"{chr(0x4E00 + 7 * n) * 6}一带修好了旧水渠，大家都说看得见也摸得着，负责人表示还会改进。"
        for n in range(40)
    )
    assert not noted(*told).is_trap("a.example/0")


def test_articles_of_their_own_titles_are_none() -> None:
    alike = Alike()
    for day in range(40):
        alike.note("a.example/0", "a.example/0", "渡口" if day % 2 else "老街", DAY.format(2024, day))
    assert not alike.is_trap("a.example/0")


def test_one_article_among_them_begins_anew() -> None:
    days = [DAY.format(2024, day) for day in range(13)]
    assert not noted(*days, "\n".join(paragraphs(1))).is_trap("a.example/0")


def test_a_text_of_numbers_alone_says_nothing() -> None:
    assert not noted(*["12 345。"] * 20).is_trap("a.example/0")


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alike_module, "_FORMS", 5)
    alike = Alike()
    for form in range(100):
        alike.note(str(form), "", "", "正文")
    assert len(alike._clauses) == len(alike._row) == 5
