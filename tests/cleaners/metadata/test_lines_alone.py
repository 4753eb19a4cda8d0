"""Lines near the text by themselves: who signs, who is named, what a line may be (synthetic)."""

from __future__ import annotations

from datetime import datetime

import pytest

from cleaners.document import Run
from cleaners.metadata.byline.alone import lines_alone
from cleaners.metadata.byline.names import is_outlet, is_press
from cleaners.metadata.byline.under_title import _may_be_name
from cleaners.metadata.byline.unlabelled import Unlabelled
from cleaners.metadata.dates import BEIJING, find_dates, parse_stamp
from cleaners.metadata.dates.printed import Meaning, printed_dates
from cleaners.metadata.lines import Line
from cleaners.metadata.people.bare import bare_credits
from cleaners.metadata.people.candidates import _last_sentence, _named
from cleaners.metadata.people.credits import names_in, without_glued_place
from cleaners.metadata.people.text import opening_credits
from cleaners.metadata.summary import _is_list, _is_summary, _plain
from schemas import Role

DAY = "2026-05-09 10:10"


def line(text: str) -> Line:
    return Line(Run(text, None), None)


def alone(*texts: str) -> list[Unlabelled]:
    return [
        one for one in lines_alone([line(text) for text in texts], lambda _: False) if one != Unlabelled()
    ]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["河岸", "关注"], [Unlabelled(account="河岸")]),
        (["河", "关注"], []),
        (["河岸 故事", "关注"], [Unlabelled(account="河岸故事")]),
        (["河3岸", "关注"], [Unlabelled(account="河3岸")]),
        (["3河岸", "关注"], []),
        (["作者：王小明", "关注"], []),
        (["——", "关注"], []),
        (["—12—", "关注"], []),
        (["河岸123", "关注"], []),
        (["老街", "河岸", "关注"], [Unlabelled(account="河岸")]),
        (["河" * 20, "关注"], [Unlabelled(account="河" * 20)]),
        (["河" * 21, "关注"], []),
        (["【石桥日報╱記者王小明／河岸報導】"], [Unlabelled(outlet="石桥日報")]),
        (["【石桥老街╱記者王小明／河岸報導】"], []),
        (["石桥日报 3小时前"], [Unlabelled(outlet="石桥日报")]),
        (["石桥老街 3小时前"], []),
        (["石" * 14 + "日报", DAY], [Unlabelled(outlet="石" * 14 + "日报")]),
        (["石" * 15 + "日报", DAY], []),
        (["石桥镇人民政府", DAY], []),
        (["石佳/中国青年报"], [Unlabelled("中国青年报", "石佳")]),
        (["石桥日报 王小明"], [Unlabelled("石桥日报", "王小明")]),
        (["石桥日报", DAY], [Unlabelled(outlet="石桥日报")]),
        ([DAY, "石桥日报"], [Unlabelled(outlet="石桥日报")]),
        (["石桥日报", "老街"], []),
        (["老街的故事", DAY], []),
        (["石桥日报", f"来源：{'河' * 20} {DAY}"], [Unlabelled(outlet="石桥日报")]),
        (["石桥日报", f"来源：{'河' * 21} {DAY}"], []),
    ],
)
def test_who_is_named_by_a_line_of_its_own(texts: list[str], found: list[Unlabelled]) -> None:
    assert alone(*texts) == found


@pytest.mark.parametrize(("size", "found"), [(60, 1), (61, 0)])
def test_a_longer_line_names_nobody(size: int, found: int) -> None:
    assert len(alone(f"石桥日报 记者 {'王' * (size - 8)}")) == found


def test_names_of_outlets_have_at_most_thirty_letters() -> None:
    for size, expected in ((30, True), (31, False)):
        name = "石" * (size - 2) + "日报"
        assert (is_outlet(name), is_press(name)) == (expected, expected)


@pytest.mark.parametrize(
    ("name", "stated", "may"),
    [
        ("河岸", (), True),
        ("河", (), False),
        ("河", ("河",), False),
        ("河" * 24, (), True),
        ("河" * 25, (), False),
        ("作者：王小明", (), False),
        ("佚名", (), False),
        ("佚名", ("佚名",), False),
    ],
)
def test_a_name_under_the_title(name: str, stated: tuple[str, ...], may: bool) -> None:
    assert _may_be_name(name, line(name), stated) is may


@pytest.mark.parametrize(
    ("text", "count"), [("1989-12-31", 0), ("1990-01-01", 1), ("2099-12-31", 1), ("2100-01-01", 0)]
)
def test_years_that_a_page_can_be_of(text: str, count: int) -> None:
    assert len(find_dates(text)) == count


NOON = datetime(2026, 5, 9, 12, tzinfo=BEIJING)


@pytest.mark.parametrize(
    ("text", "clock"),
    [("90秒前", "11:58"), ("2分钟前", "11:58"), ("2小时前", "10:00"), ("半小时前", "11:30")],
)
def test_a_while_ago(text: str, clock: str) -> None:
    (found,) = find_dates(text, fetched_at=NOON)
    assert f"{found.value:%H:%M}" == clock


def test_a_stamp_stands_from_its_first_character_to_its_last() -> None:
    for stamp in ("1778292600", "20260509101000", "2026-05-09T10:10:00+08:00"):
        found = parse_stamp(stamp)
        assert found and (found.start, found.end) == (0, len(stamp))


@pytest.mark.parametrize(
    ("label", "meaning"),
    [("本站本页最后的更新时间：", Meaning.UPDATED), ("本站的本页最后的更新时间：", Meaning.UNSAID)],
)
def test_a_short_line_may_be_the_label_of_the_date_below_it(label: str, meaning: Meaning) -> None:
    (found,) = printed_dates([line(label), line(DAY)], "")
    assert (len(label) <= 12, found.meaning) == (meaning is Meaning.UPDATED, meaning)


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("王小明／凤山报道", ["王小明"]),
        ("王小明 李大为 唐山报道", ["王小明", "李大为"]),
        ("王小明北京报导", ["王小明"]),
        ("張建周長慶報道", ["張建", "周長慶"]),
        ("王小明李大为报道", ["王小明", "李大为"]),
        ("方敏北京大学经济学院教授", ["方敏"]),
        ("某某大学历史学院郭小伦", ["郭小伦"]),
        ("王小明医师", ["王小明"]),
        ("张 伟 李 明", ["张伟", "李明"]),
    ],
)
def test_names_of_a_field(value: str, names: list[str]) -> None:
    assert names_in(value, Role.REPORTER, marked=True) == names


@pytest.mark.parametrize(
    ("text", "taiwan", "name"),
    [
        ("王小明台北", False, "王小明"),
        ("王明台北", False, "王明"),
        ("歐陽小燕台北", False, "歐陽小燕"),
        ("歐陽小燕某地", True, "歐陽小燕"),
        ("歐陽小燕某某地", True, "歐陽小燕"),
        ("王明某地", True, "王明"),
        ("陳一帆老城", True, "陳一帆"),
        ("王小明李大为", False, "王小明李大为"),
        ("王小明李大为", True, "王小明"),
        ("河岸人家台北", False, "河岸人家"),
    ],
)
def test_a_place_glued_to_a_name(text: str, taiwan: bool, name: str) -> None:
    assert without_glued_place(text, taiwan) == name


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("王小明 李大为", ["王小明", "李大为"]),
        ("王小明", ["王小明"]),
        ("河岸 故事汇", ["河岸 故事汇"]),
        ("河岸故事汇", ["河岸故事汇"]),
        ("佚名", []),
    ],
)
def test_whom_a_site_names(text: str, named: list[str]) -> None:
    assert _named(text) == named


def test_the_last_running_paragraph_may_stand_above_keywords() -> None:
    long = "石桥老街修好了。" * 9
    assert _last_sentence([long, "老街 石桥"]) == long
    assert _last_sentence(["老街", "石桥"]) == "石桥"


@pytest.mark.parametrize(("text", "count"), [("◎王小明", 1), ("王", 0), ("By Ann Lee, Example Reporter", 1)])
def test_people_of_a_line_without_a_label(text: str, count: int) -> None:
    assert len(bare_credits(text)) == count


def test_the_first_sentence_opens_with_its_reporter() -> None:
    for before, count in (("本报讯", 1), (f"石桥讯{'石' * 60}", 0), ("石桥讯。", 0)):
        assert len(opening_credits(f"{before}(记者 王小明)老街修好了。")) == count


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("石桥&amp;老街", "石桥&老街"),
        ("石桥<b>老街</b>", "石桥 老街"),
        (" 石桥  老街 ", "石桥  老街"),
        ("石桥&nbsp;老街", "石桥 老街"),
    ],
)
def test_a_description_without_entities_and_tags(text: str, plain: str) -> None:
    assert _plain(text) == plain


@pytest.mark.parametrize(
    ("text", "is_list"),
    [
        ("石桥老街修好了,老街,石桥", True),
        ("石桥老街修好了,老街", True),
        ("石桥老街的故事,老街", False),
        ("石桥老街修好了,老街的故事也讲完", True),
        ("石桥老街修好了,老街的故事也讲完了", False),
        ("石桥老街修好了", False),
    ],
)
def test_a_headline_and_keywords_are_no_summary(text: str, is_list: bool) -> None:
    assert _is_list(text, "石桥老街修好了") is is_list


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("石" * 14 + "。", True),
        ("石" * 13 + "。", False),
        ("石" * 999 + "。", True),
        ("石" * 1000 + "。", False),
        ("石" * 15, False),
    ],
)
def test_what_is_a_summary(text: str, is_one: bool) -> None:
    assert _is_summary(text, "石桥老街") is is_one
