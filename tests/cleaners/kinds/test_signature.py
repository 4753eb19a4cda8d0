"""Who wrote a post, when and on which floor, one sign at a time. Invented lines (合成)."""

from __future__ import annotations

import pytest
from lxml import html

from cleaners.document import Document, Run
from cleaners.kinds.signature import (
    _before,
    _first_element,
    _is_name,
    _labelled,
    _links,
    _names,
    _people,
    _speakers,
    authors_of,
    floor_of,
    time_of,
)
from cleaners.kinds.spans import Span
from cleaners.metadata.elements import text_of
from cleaners.sites import GENERIC
from tests.cleaners.kinds.test_said import box, run

DAY, MINUTE = "2024-05-11", "2024-05-11 08:30"
LONGEST = "桥" * 24
"""A name is no longer than this."""


def line(inner: str, text: str = "") -> Run:
    """A line of these elements; `text` where the element holds other lines, too."""
    block = html.fragment_fromstring(f"<div>{inner}</div>")
    return Run(text or text_of(block), block, sum(len(text_of(link)) for link in block.iter("a")))


def person(name: str) -> str:
    return f"<a href=/user/7>{name}</a>"


@pytest.mark.parametrize(
    ("runs", "time"),
    [
        ([run(DAY)], "05-11 00:00"),
        ([run(DAY), run(MINUTE)], "05-11 08:30"),
        ([run(MINUTE), run("2024-05-12 09:30")], "05-11 08:30"),
        ([run(f"{DAY} 修改于 2024-05-12 09:30")], "05-11 00:00"),
        ([run(MINUTE + "桥" * 104)], "05-11 08:30"),
        ([run(MINUTE + "桥" * 105)], None),
        ([run(f"注册时间 {DAY}")], None),
        ([line(f"<span title='{MINUTE}'>昨天 09:10</span>")], "05-11 08:30"),
        ([line(f"<span title='{MINUTE} {'桥' * 103}'>昨天 09:10</span>")], "05-11 08:30"),
        ([line(f"<span title='{MINUTE} {'桥' * 104}'>昨天 09:10</span>")], None),
    ],
)
def test_the_time_of_a_post(runs: list[Run], time: str | None) -> None:
    found = time_of(runs, None)
    assert (found and f"{found:%m-%d %H:%M}") == time


@pytest.mark.parametrize(
    ("inner", "names"),
    [
        (person("青禾"), ["青禾"]),
        (person("禾"), ["禾"]),
        (person(LONGEST), [LONGEST]),
        (person(LONGEST + "桥"), []),
        (person("<img>") + person("青禾"), ["青禾"]),
        ("<a href=/c/7>青禾</a>", []),
    ],
)
def test_links_to_people(inner: str, names: list[str]) -> None:
    assert list(_people([line(inner)])) == names


def test_a_link_to_a_person_in_another_line_of_the_element_is_none_of_this_one() -> None:
    assert list(_people([line(f"{person('青禾')}<br><a href=/c>老街</a>", "老街")])) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("作者：青禾 " + "桥" * 114, ["青禾"]),
        ("作者：青禾 " + "桥" * 115, []),
        ("二楼：青禾", ["青禾"]),
        ("青禾：作者", []),
    ],
)
def test_what_a_label_or_a_floor_names(text: str, names: list[str]) -> None:
    assert list(_labelled([run(text)])) == names


@pytest.mark.parametrize(
    ("inner", "names"),
    [
        ("小满 说道：", ["小满"]),
        ("<b>小满</b>：同问", ["小满"]),
        ("<b>小满</b> ：同问", ["小满"]),
        ("<b>小满</b>的话：同问", []),
        ("<b>引用</b>：同问", []),
        ("小满：同问", []),
    ],
)
def test_who_says_something(inner: str, names: list[str]) -> None:
    assert list(_speakers([line(inner)])) == names


@pytest.mark.parametrize(
    ("text", "link", "found"),
    [
        ("青禾", 2, True),
        ("青禾", 1, False),
        (LONGEST, 24, True),
        (LONGEST + "桥", 25, False),
        ("楼主", 2, False),
    ],
)
def test_a_short_line_that_is_a_link(text: str, link: int, found: bool) -> None:
    assert list(_links([run(text, link=link)], {"石桥"})) == [text] * found
    assert list(_links([run(text, link=link)], {text})) == []


@pytest.mark.parametrize(
    ("inner", "names"),
    [
        (f"青禾 {MINUTE}", ["青禾"]),
        (f"<b>青禾</b> 石桥镇 {MINUTE}", ["青禾", "青禾 石桥镇"]),
        (f"<b>沙发</b> {MINUTE}", []),
        ("<b>青禾 5楼</b>", ["青禾"]),
        (f"由 <b>青禾</b> » {MINUTE}", ["青禾", "青禾"]),
        (f"{LONGEST} {MINUTE}", [LONGEST]),
        (f"{LONGEST}桥 {MINUTE}", []),
        (f"发表时间 {MINUTE}", []),
        (f"评论 {MINUTE}", []),
        ("青禾", []),
    ],
)
def test_what_stands_before_a_time_or_a_floor(inner: str, names: list[str]) -> None:
    assert list(_before([line(inner)])) == names


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<b>禾</b> 石桥", "禾"),
        ("<i><span></span></i><b>青禾</b> 石桥", "青禾"),
        (f"<b>{LONGEST}</b> 石桥", LONGEST),
        (f"<b>{LONGEST}桥</b> 石桥", ""),
        ("石桥 <b>青禾</b>", ""),
    ],
)
def test_the_first_element_opens_the_line(inner: str, text: str) -> None:
    assert _first_element(line(inner)) == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("青禾", True),
        ("***", False),
        ("2024", False),
        (f"{DAY} 青禾", False),
        ("赞同", False),
        ("来自石桥", False),
    ],
)
def test_names(text: str, name: bool) -> None:
    assert _is_name(text) is name


@pytest.mark.parametrize(
    ("text", "floor"),
    [
        ("桥" * 118 + "3楼", 3),
        ("桥" * 119 + "3楼", None),
        ("#12", 12),
        ("沙发", 2),
        ("二楼：青禾", 2),
        ("青禾", None),
    ],
)
def test_floors(text: str, floor: int | None) -> None:
    assert floor_of(["石桥", text]) == floor


WHO, SAYS = box(0, 9, name="who"), box(0, 9, name="says")


def named(*names: str) -> tuple[list[Run], list[Span]]:
    """Posts that print a time and a name in a place of its own."""
    runs = [one for name in names for one in (run(MINUTE, SAYS), run(name, WHO))]
    return runs, [Span(at, at, at + 2, (at, at + 1)) for at in range(0, len(runs), 2)]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["青禾", "石匠", "赞同"], {0: "青禾", 2: "石匠"}),
        (["青禾", "赞同"], {}),
        ([LONGEST, "石匠"], {0: LONGEST, 2: "石匠"}),
        ([LONGEST + "桥", "石匠"], {}),
        (["石桥", "石桥"], {}),
    ],
)
def test_the_place_where_most_posts_have_a_name(names: list[str], found: dict[int, str]) -> None:
    runs, spans = named(*names)
    assert _names(runs, spans, set(), {"石桥"}) == found
    assert _names(runs, spans, set(range(len(runs))), set()) == {}


@pytest.mark.parametrize(
    ("others", "authors"),
    [(["石匠"], ["青禾", None]), (["石匠", "小满"], ["青禾", "石匠", "小满"])],
)
def test_places_are_asked_where_less_than_half_of_the_posts_tell(
    others: list[str], authors: list[str]
) -> None:
    runs, spans = named("桥边人", *others)
    runs.append(run("作者：青禾"))
    spans[0] = Span(len(runs) - 1, 0, len(runs), (0, 1, len(runs) - 1))
    assert authors_of(Document(runs, GENERIC), spans, set(), set()) == authors


def test_a_label_in_the_line_of_the_time_goes_before_who_is_said_to_say_it() -> None:
    doc = Document([run("石桥"), run(f"作者：青禾 {MINUTE}"), run("小满 说道：")], GENERIC)
    assert authors_of(doc, [Span(1, 0, 3, (0, 1, 2))], set(), set()) == ["青禾"]


def test_a_link_to_a_person_in_the_text_is_none_to_its_author() -> None:
    doc = Document([run(MINUTE), line(f"问过{person('小满')}。"), line(person("青禾"))], GENERIC)
    assert authors_of(doc, [Span(0, 0, 3, (0, 1, 2))], {1}, set()) == ["青禾"]
