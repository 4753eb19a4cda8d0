"""What a date, a claim, a name and a box are taken for: just enough, and just too little (synthetic)."""

from __future__ import annotations

from datetime import datetime

import pytest
from lxml import html

from cleaners.document import Document, Run
from cleaners.metadata.attachments import find_attachments
from cleaners.metadata.byline.alone import editions
from cleaners.metadata.byline.names import split_glued
from cleaners.metadata.byline.outlets import clean_source
from cleaners.metadata.byline.unlabelled import Unlabelled
from cleaners.metadata.dates import BEIJING, find_dates
from cleaners.metadata.dates.changes import repost_of
from cleaners.metadata.dates.printed import (
    BELOW,
    Meaning,
    Printed,
    _is_caption,
    _is_label,
    printed_dates,
    split_date,
)
from cleaners.metadata.dates.weigh import _is_alone, _is_in_header, weighed
from cleaners.metadata.lines import Line
from cleaners.metadata.people.credits import names_in, without_glued_place
from cleaners.metadata.people.marked import is_pen_name
from cleaners.metadata.people.posted import _may_post, _over_counts
from cleaners.metadata.pictures.captions import Captions
from cleaners.metadata.pictures.find import is_ornament
from cleaners.metadata.title.claims import Claim, read_claims
from cleaners.metadata.title.heading import _completed
from cleaners.metadata.title.lines import headline_in_lines
from cleaners.reading import read_html
from cleaners.sites import GENERIC
from schemas import Role
from tests.cleaners.metadata.pages import page, read

DAY = "2026-05-09 10:10"
UNDER = "line under the title"


NOW = datetime(2026, 11, 22, 9, 30, tzinfo=BEIJING)


def line(text: str, link_chars: int = 0, junk: str = "") -> Line:
    return Line(Run(text, None, link_chars, junk), NOW)


def printed(*texts: str, where: str = UNDER) -> list[Printed]:
    return list(printed_dates([line(text) for text in texts], where))


def doc_of(body: str, head: str = "") -> Document:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>", encoding=None).doc


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        (DAY, True),
        (f"要闻 {DAY}", True),
        (f"要闻北京时间 {DAY}", True),
        (f"北京时间 {DAY}", True),
        (f"渡口北京时间 {DAY}", False),
        (f"星期六 {DAY}", False),
    ],
)
def test_a_date_that_has_its_line_for_itself(text: str, alone: bool) -> None:
    assert _is_alone(printed(text)[0]) is alone


def test_what_is_relative_or_in_a_frame_has_no_line_for_itself() -> None:
    assert not _is_alone(printed("3小时前")[0])
    (framed,) = printed_dates([line(DAY, junk="share")], UNDER)
    assert not _is_alone(framed)


ABOVE = "line above the title"


@pytest.mark.parametrize(
    ("texts", "where", "issue", "weights"),
    [
        ([DAY], UNDER, False, [0.8]),
        ([f"{DAY} 来源：石桥日报"], UNDER, False, [0.9]),
        ([DAY, DAY], UNDER, False, [0.8, 0.799]),
        (["3小时前"], UNDER, False, [0.7]),
        ([DAY], UNDER, True, [0.8]),
        ([DAY], ABOVE, False, [0.52]),
        ([f"星期六 {DAY}"], ABOVE, False, [0.4]),
        ([f"{DAY} 来源：石桥日报"], ABOVE, False, [0.9]),
        ([f"发布时间：{DAY}"], ABOVE, False, [1.0]),
        ([DAY], ABOVE, True, [0.72]),
        ([DAY], BELOW, False, [0.6]),
        ([f"更新时间：{DAY}"], UNDER, False, []),
    ],
)
def test_what_a_printed_date_weighs(texts: list[str], where: str, issue: bool, weights: list[float]) -> None:
    found = weighed(printed(*texts, where=where), issue)
    assert [round(one.weight, 4) for one in found] == weights


@pytest.mark.parametrize(
    ("size", "link_chars", "linked"), [(20, 20, False), (21, 21, True), (30, 25, False), (30, 26, True)]
)
def test_a_line_of_links_holds_no_date_of_the_article(size: int, link_chars: int, linked: bool) -> None:
    text = f"{DAY} {'河' * (size - 17)}"
    assert bool(list(printed_dates([line(text, link_chars)], UNDER))) is not linked


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("发布日期", True),
        ("发布", False),
        ("河岸：", True),
        (f"{'河' * 11}：", True),
        (f"{'河' * 12}：", False),
    ],
)
def test_a_label_on_a_line_of_its_own(text: str, label: bool) -> None:
    assert _is_label(text) is label


@pytest.mark.parametrize(
    ("inner", "caption"),
    [
        ("<figcaption><div><div>{}</div></div></figcaption>", True),
        ("<figcaption><div><div><div>{}</div></div></div></figcaption>", False),
        ("<p>{}</p>", False),
    ],
)
def test_the_date_of_a_picture(inner: str, caption: bool) -> None:
    (run,) = doc_of(inner.format(DAY)).runs
    assert _is_caption(Line(run, None)) is caption


@pytest.mark.parametrize(
    ("text", "where", "meaning"),
    [
        (f"石桥日报（{DAY}）", UNDER, Meaning.PUBLISHED),
        (f"石桥日报（{DAY}）", BELOW, Meaning.UNSAID),
        (f"河（{DAY}）", BELOW, Meaning.UNSAID),
        (f"（{DAY}）", BELOW, Meaning.PUBLISHED),
    ],
)
def test_a_date_in_brackets(text: str, where: str, meaning: Meaning) -> None:
    assert [item.meaning for item in printed(text, where=where)] == [meaning]


@pytest.mark.parametrize(
    ("lines", "hour"),
    [
        (("2026-05-09", "14:05"), 14),
        ((DAY, "14:05"), 10),
        (("2026-05-09", "来源：石桥日报 14:05"), 0),
        (("2026-05-09",), 0),
    ],
)
def test_the_time_on_the_line_below_the_day(lines: tuple[str, ...], hour: int) -> None:
    assert printed(*lines)[0].date.value.hour == hour


@pytest.mark.parametrize(("size", "found"), [(30, True), (31, False)])
def test_a_date_told_from_now_stands_in_a_short_line(size: int, found: bool) -> None:
    assert bool(printed(f"来源：{'河' * (size - 3)}3小时前")) is found


@pytest.mark.parametrize(
    ("pieces", "day"),
    [
        (("2026", "05/09"), "2026-05-09"),
        (("9", "5月", "2026", "12"), "2026-5-9"),
        (("2026", "01/09"), "2026-01-09"),
        (("2026", "12/09"), "2026-12-09"),
        (("2026", "13/09"), ""),
        (("2026", "00/09"), ""),
    ],
)
def test_a_date_in_boxes(pieces: tuple[str, ...], day: str) -> None:
    assert split_date([line(piece) for piece in pieces]) == day


@pytest.mark.parametrize(
    ("inner", "inside"),
    [
        ("<article><header><p>{}</p></header></article>", True),
        ("<article><header><div><div>{}</div></div></header></article>", True),
        ("<article><header><div><div><div>{}</div></div></div></header></article>", True),
        ("<article><header><div><div><div><div>{}</div></div></div></div></header></article>", False),
        ("<div><header><p>{}</p></header></div>", False),
        ("<article><p>{}</p></article>", False),
    ],
)
def test_the_header_of_an_article(inner: str, inside: bool) -> None:
    (run,) = doc_of(inner.format(DAY)).runs
    assert _is_in_header(Line(run, None)) is inside


@pytest.mark.parametrize(
    ("day", "original"),
    [("07 23:00", True), ("08 10:09", True), ("08 10:10", False), ("08 11:00", False), ("01 11:00", True)],
)
def test_a_signed_line_of_an_earlier_day_is_the_original(day: str, original: bool) -> None:
    found, first = repost_of(printed(DAY, f"来源：石桥日报 作者：王小明 2026-05-{day}"))
    assert (bool(found), first is not None) == (original, original)


def test_dates_that_stand_glued_are_two() -> None:
    assert len(find_dates("2026年5月9日2026年5月10日")) == 2


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("王小明 高原报道", ["王小明"]),
        ("王小明 高原 报道", ["王小明", "高原"]),
        ("王小明／凤山报道", ["王小明"]),
        ("王小明 北京 报道", ["王小明"]),
    ],
)
def test_a_place_behind_a_name(value: str, names: list[str]) -> None:
    assert names_in(value, Role.REPORTER, marked=True) == names


def test_a_name_of_two_characters_before_a_place_of_three() -> None:
    assert without_glued_place("王明石家庄", True) == "王明"


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("河岸人家", True),
        ("北京", False),
        ("全部", False),
        ("石桥日报", False),
        ("佚名", False),
        ("河" * 16, True),
        ("河" * 17, False),
    ],
)
def test_who_may_post(name: str, may: bool) -> None:
    assert _may_post(name) is may


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("河岸人家", True),
        ("全部", False),
        ("石桥日报", False),
        ("佚名", False),
        ("作者：河岸", False),
        ("河岸1234", False),
    ],
)
def test_pen_names(name: str, is_one: bool) -> None:
    assert is_pen_name(name, Document(runs=[], site=GENERIC)) is is_one


@pytest.mark.parametrize(("size", "ornament"), [(80, False), (79, True)])
def test_a_small_picture_is_an_ornament(size: int, ornament: bool) -> None:
    assert is_ornament(html.fromstring(f"<img src=/1.jpg width={size} height=200>")) is ornament
    assert is_ornament(html.fromstring(f"<img src=/1.jpg style='width: {size}px'>")) is ornament


def test_a_caption_stands_in_the_box_of_the_text() -> None:
    whole = html.fromstring(
        "<div><div id=text><p><img src=/1.jpg></p></div><span class=caption>河边</span></div>"
    )
    container = whole.get_element_by_id("text")
    assert Captions(container, "").of(next(container.iter("img"))) is None


@pytest.mark.parametrize(
    ("above", "section"),
    [
        ("<div><a href=/>河岸</a> &gt; 要闻</div>", ("河岸", "要闻")),
        ("<div><a href=/>河岸</a></div>", None),
        ("<div>当前位置：</div><div>&gt;要闻</div><div>河边</div>", ("要闻",)),
        ("<div>当前位置：</div><div>河边</div><div>&gt;要闻</div>", None),
    ],
)
def test_a_breadcrumb_without_its_label_or_over_several_lines(
    above: str, section: tuple[str, ...] | None
) -> None:
    assert read(page(above=above)).metadata["section"] == section


def claims(title: str, og: str) -> list[str]:
    doc = doc_of("<p>石桥</p>", f"<title>{title}</title><meta property=og:title content='{og}'>")
    return [claim.where for claim in read_claims(doc, ["河岸网"])]


@pytest.mark.parametrize(
    ("title", "og", "found"),
    [
        ("石桥老街修缮完工_河岸网", "石桥老街修缮完工", ["meta og:title", "title"]),
        ('石桥"老街"修缮完工_河岸网', "石桥", ["title"]),
        ("河岸网", "河岸网", []),
    ],
)
def test_what_the_head_states(title: str, og: str, found: list[str]) -> None:
    assert claims(title, og) == found


@pytest.mark.parametrize(
    ("text", "stated", "completed"),
    [
        ("石桥老街修缮…", "石桥老街修缮完工", "石桥老街修缮完工"),
        ("石桥老街修…", "石桥老街修缮完工", "石桥老街修…"),
        ("石桥老街修缮...", "石桥老街修缮完工…", "石桥老街修缮..."),
        ("石桥老街修缮...", "河岸老街修缮完工", "石桥老街修缮..."),
        ("石桥老街修缮", "石桥老街修缮完工", "石桥老街修缮"),
    ],
)
def test_a_headline_printed_short(text: str, stated: str, completed: str) -> None:
    assert _completed(text, [Claim("title", stated)]) == completed


def test_an_account_that_the_first_line_names_is_no_headline() -> None:
    running = "石桥老街修好了，来了许多游客，都说比从前热闹得多。"
    found = headline_in_lines(
        ["石桥故事汇_河岸网", "石桥故事汇", "关注", "老街的清晨和夜晚", running, running]
    )
    assert found and found[0] == 3


@pytest.mark.parametrize(
    ("link", "count"),
    [
        ("<a href=/get?id=1 download>年报</a>", 1),
        ("<a href=/download?id=1>附件：年报</a>", 1),
        ("<a href=/download?id=1>年报</a>", 0),
        ("<a href=/download?id=1>年报.pdf</a>", 1),
    ],
)
def test_a_file_whose_address_does_not_name_its_kind(link: str, count: int) -> None:
    assert len(find_attachments(html.fromstring(f"<div>{link}</div>"), "https://n.example/")) == count


@pytest.mark.parametrize(("size", "named"), [(16, True), (17, False)])
def test_the_edition_of_a_paper(size: int, named: bool) -> None:
    paper = f"{'石' * (size - 5)}日报"
    assert list(editions([line(f"{paper}数字报")])) == ([Unlabelled(outlet=paper)] if named else [])


def test_an_outlet_has_at_most_forty_letters() -> None:
    for size, expected in ((40, "石" * 38 + "日报"), (41, None)):
        assert clean_source("石" * (size - 2) + "日报") == expected


def test_names_that_stand_glued_have_at_most_twelve_letters() -> None:
    four = ["王小明", "李大为", "张建国", "周长庆"]
    assert split_glued("".join(four)) == four
    assert split_glued("".join(four[:3]) + "周明李明") == []


def test_a_place_of_three_letters_glued_to_no_name() -> None:
    assert without_glued_place("河岸人家石家庄", False) == "河岸人家"


@pytest.mark.parametrize(
    ("below", "name"),
    [
        (["12", "主题", "88", "帖子"], "河岸"),
        (["12", "主题", "88", "帖子", "栏目"], "河岸"),
        (["十二", "主题", "88", "帖子"], ""),
        (["12", "主题", "八十", "帖子"], ""),
        (["12", "老街", "88", "帖子"], ""),
        (["12", "主题", "88"], ""),
    ],
)
def test_who_posted_stands_over_counts(below: list[str], name: str) -> None:
    assert _over_counts([line(text) for text in ("河岸", *below)], 0) == name


@pytest.mark.parametrize(("size", "parts"), [(160, 10), (161, 0)])
def test_a_breadcrumb_has_at_most_so_many_letters(size: int, parts: int) -> None:
    letters = size - len("当前位置：") - 9
    names = [chr(0x4E10 + n) * (letters // 10 + (n < letters % 10)) for n in range(10)]
    found = read(page(above=f"<div>当前位置：{'&gt;'.join(names)}</div>")).metadata["section"]
    assert len(found or ()) == parts


def test_a_headline_far_down_that_the_first_line_names() -> None:
    running = "石桥老街修好了，来了许多游客，都说比从前热闹得多。"
    lines = ["石桥老街修缮完工_河岸网", *["栏目"] * 5, "石桥老街修缮完工", running, running]
    assert headline_in_lines(lines) == (6, "line named by the first")


def test_names_after_a_compound_surname_may_stand_glued() -> None:
    assert split_glued("欧阳小燕李明") == ["欧阳小燕", "李明"]
    assert split_glued("欧阳燕李明") == ["欧阳燕", "李明"]


@pytest.mark.parametrize(
    ("below", "tags"),
    [
        ("<p>标签：</p><p><a href=/a>老街石桥</a>步道河边</p>", ("老街石桥",)),
        ("<p>标签：</p><p><a href=/a>老街石</a>步道河边</p>", None),
        ("<p>标签：老街 石</p>", ("老街",)),
    ],
)
def test_tags_are_links_for_half_of_their_line_and_two_letters_long(
    below: str, tags: tuple[str, ...] | None
) -> None:
    assert read(page(below=below)).metadata["tags"] == tags
