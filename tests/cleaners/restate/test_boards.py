"""Posts of a bulletin board. Invented (合成)."""

from __future__ import annotations

import pytest
from lxml import etree

from cleaners import Cleaner
from cleaners.dom import parse
from cleaners.restate.boards import restate_boards
from schemas import Article, Kind, Page

LINES = ["第一次走石桥后山，从凉亭往下看，云从脚底下流过去，我一直以为那是河。", "水源在往山屋的路上，记得把空瓶带满。",
         "下山时膝盖开始抗议，下次一定要带登山杖。"]  # fmt: skip  # laid out for reading
TEXT = "\n\n".join(LINES)
PUSHES = "".join(
    f"<div class=push><span class='hl push-tag'>{tag} </span><span class=push-userid>{name}</span><span class=push-content>: "
    f"{said}</span><span class=push-ipdatetime> 11/1{n} 08:0{n}\n</span></div>"
    for n, (tag, name, said) in enumerate(
        [("推", "stonelover", "推登山杖，我也是回来才买的"), ("噓", "kkk123", "那边假日人超多"), ("→", "kkk123", "建议平日去")]
    )
)  # fmt: skip  # laid out for reading
STATION = "<span class=f2>※ 發信站: 石橋坊(example.com), 來自: 203.0.113.8 (臺灣)\n</span><span class=f2>※ 文章網址: "
STATION += "<a href=/1>https://www.example.com/bbs/Hiking/M.1.A.0.html</a>\n</span>"


def meta(label: str, value: str, side: str = "") -> str:
    return (
        f"<div class=article-metaline{side}><span class=article-meta-tag>{label}</span><span class=article-meta-value>{value}"
        "</span></div>"
    )


HEADER = (
    meta("作者", "rabbit77 (兔子)") + meta("看板", "Hiking", "-right") + meta("標題", "[心得] 第一次走石桥后山")
    + meta("時間", "Sat Nov 14 21:03:11 2026")
)  # fmt: skip  # laid out for reading


def read(text: str, station: str = STATION, pushes: str = PUSHES) -> Article:
    page = (
        "<title>[心得] 第一次走石桥后山 - 看板 Hiking - 石橋坊</title><div id=topbar><a href=/>石橋坊</a> › <a href=/b>看板 "
        f"Hiking</a></div><div id=main-content class='bbs-screen bbs-content'>{HEADER}\n{text}\n{station}{pushes}</div>"
    )
    found = Cleaner().process(Page(body=page.encode()))
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    ("text", "station"),
    [
        (f"{TEXT}\n\n--", STATION),
        (f"{TEXT}\n\n--\n住在山脚下的人不一定会爬山\n--", STATION),
        (f"{TEXT}\n--\n住在山脚下的人不一定会爬山\n慢慢走", STATION),
        (f"{TEXT}\n", STATION),
        (f"{TEXT}\n--", STATION.replace("發信站", "发信站").replace("文章網址", "文章网址")),
    ],
)
def test_a_post_is_its_lines(text: str, station: str) -> None:
    assert read(text, station).text.split("\n") == LINES


@pytest.mark.parametrize(
    "text",
    [
        f"{LINES[0]}\n--\n{LINES[1]}\n" + "\n".join(f"第{n}段路走了半个小时，路况很好。" for n in range(9)),
        f"{LINES[0]} -- {LINES[1]}",
        f"{LINES[0]}\n-- {LINES[1]}",
    ],
)
def test_a_rule_far_above_or_inside_a_line_opens_no_signature(text: str) -> None:
    assert LINES[1] in read(text).text


def test_a_word_in_colour_stays_in_its_line() -> None:
    text = read(
        f"{LINES[0]}\n水源在<span class=hl>往山屋</span>的路上，记得把空瓶带满。\n{LINES[2]}\n--"
    ).text
    assert text.split("\n") == LINES


def test_the_header_of_a_post() -> None:
    found = read(f"{TEXT}\n--")
    assert found.title == "[心得] 第一次走石桥后山"
    assert found.published_at is not None and found.published_at.isoformat() == "2026-11-14T21:03:11+08:00"
    assert found.kind in (Kind.ARTICLE, Kind.THREAD)


def test_a_post_that_tells_nothing_is_none() -> None:
    page = f"<title>石橋坊</title><div id=main-content class=bbs-screen>{HEADER}\n如题\n--\n{STATION}{PUSHES}</div>"
    assert not isinstance(Cleaner().process(Page(body=page.encode())), Article)


def test_long_posts_are_read_in_bounds() -> None:
    text = "\n".join([LINES[0]] * 30_000) + "<span class=hl>石</span>\n" * 9_000
    assert read(f"{text}\n--").text.startswith(LINES[0])


def restated(post: str, header: str = HEADER) -> str:
    """The text of a board once it is restated, a bar for each break, and its headline."""
    tree = parse(f"<div id=board>{header}{post}</div>")
    restate_boards(tree)
    for element in tree.iter("br"):
        element.text = "|"
    board = next(element for element in tree.iter("div") if element.get("id") == "board")
    heading = "".join(element.text or "" for element in tree.iter("h1"))
    return "".join(map(str, board.itertext())).partition("时间：2026-11-14 21:03:11")[2] or heading


HAN = "石" * 20
SIGN = "<span>※ 發信站: 石橋坊</span>"


@pytest.mark.parametrize(
    ("post", "expected"),
    [
        (f"{HAN}\n{SIGN}", f"{HAN}|"),
        (f"{HAN}\n桥<b>\n</b>\n桥{SIGN}", f"{HAN}|桥\n|桥"),
        (f"{HAN}\n--\n甲\n--\n乙\n--\n{SIGN}", f"{HAN}|--|甲"),
        (f"{HAN}\n--\n{chr(10).join('一二三四五六七')}\n{SIGN}", HAN),
        (f"{HAN}\n--\n{chr(10).join('一二三四五六七八')}\n{SIGN}", f"{HAN}|--|{'|'.join('一二三四五六七八')}|"),
        (f"{SIGN}{HAN}", HAN),
        (f"{HAN}<div class=push><i>推</i><b>好</b></div>", f"{HAN}好"),
        (f"{HAN}<div class=push><b>好</b></div>", f"{HAN}好"),
        (f"{HAN}<div class=pushes><i>推</i><b>好</b></div>", f"{HAN}推好"),
    ],
)  # fmt: skip  # laid out for reading
def test_the_parts_of_a_post(post: str, expected: str) -> None:
    time = meta("时间", "Sat Nov 14 21:03:11 2026")
    assert restated(post, time) == expected


@pytest.mark.parametrize(("size", "told"), [(20, True), (19, False)])
def test_a_post_has_twenty_characters_at_least(size: int, told: bool) -> None:
    assert restated("石" * size, meta("標題", "石桥")) == ("石桥" if told else "")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (meta("标题", " 石 桥 "), "<h1 class=\"article-metaline\">石 桥</h1>"),
        (meta("作者", "石匠"), "作者：</span><span class=\"article-meta-value\">石匠"),
        (meta("时间", "昨天"), "时间：</span><span class=\"article-meta-value\">昨天"),
        ("<div class=article-metaline><b>作者</b><b>石匠</b><b>桥</b></div>", "<b>作者</b><b>石匠</b><b>桥</b>"),
        ("<div class=article-metaline><b></b><b>石匠</b></div>", "<b/><b>石匠</b>"),
        ("<div class=article-metaline><b>作者</b><b></b></div>", "<b>作者：</b><b/>"),
    ],
)  # fmt: skip  # laid out for reading
def test_a_line_of_the_header(line: str, expected: str) -> None:
    tree = parse(f"<div>{line}{HAN}</div>")
    restate_boards(tree)
    assert expected in etree.tostring(tree, encoding="unicode")


def test_so_many_lines_are_set_apart() -> None:
    tree = parse(f"<div>{HEADER}{HAN}" + "\n" * 15_000 + "<b></b>" + "\n" * 15_000 + "<b></b>\n\n</div>")
    restate_boards(tree)
    assert len(list(tree.iter("br"))) == 20_000
