"""Posts of a bulletin board. Invented (合成)."""

from __future__ import annotations

import pytest

from cleaners import Cleaner
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
