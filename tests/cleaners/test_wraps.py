"""Lines that an editor cut in the source. Invented (合成)."""

from __future__ import annotations

from time import process_time

import pytest

from cleaners import Cleaner
from cleaners.wraps import without_wraps
from tests.cleaners.readings.pages import TEXT, article, paragraphs, text_of
from tests.growth import is_linear

LONG = "石桥镇的老街去年冬天开始修缮，两边的屋檐换了新瓦，石板也重新铺过一遍，连街口的老槐树也围上了石栏。"
HANT = "石橋鎮的老街去年冬天開始修繕，兩邊的屋簷換了新瓦，石板也重新鋪過一遍，連街口的老槐樹也圍上了石欄。"


def cut(text: str, width: int, between: str = "\n") -> str:
    return between.join(text[at : at + width] for at in range(0, len(text), width))


@pytest.mark.parametrize("text", [LONG, HANT])
@pytest.mark.parametrize("width", [13, 20, 32])
@pytest.mark.parametrize("between", ["\n", "\r\n", "\n      ", " \n\t"])
def test_a_sentence_is_joined(text: str, width: int, between: str) -> None:
    assert without_wraps(cut(text, width, between)) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("现在下雨天出门不用再穿雨鞋，买菜也\n近了许多。", "现在下雨天出门不用再穿雨鞋，买菜也近了许多。"),
        ("石桥镇说，老街修好了。今年要再修一段\n河堤。镇里的人都说好，街上又热闹了\n起来。",
         "石桥镇说，老街修好了。今年要再修一段河堤。镇里的人都说好，街上又热闹了起来。"),
        ("老街从去年冬天开始修，一直修到今年8\n月15日才算完工，前后花了三百万元。",
         "老街从去年冬天开始修，一直修到今年8月15日才算完工，前后花了三百万元。"),
        ("他走到街口，说：\n“都修好了。”", "他走到街口，说：“都修好了。”"),
        ("床前明月光，\n疑是地上霜。", "床前明月光，疑是地上霜。"),
    ],
)  # fmt: skip  # laid out for reading
def test_what_goes_on_behind_a_break(raw: str, text: str) -> None:
    assert without_wraps(raw) == text


@pytest.mark.parametrize(
    "raw",
    [
        "作者：王小明\n来源：石桥日报",
        "夜色先到山的那一面\n再到我的杯中\n我不喝它也不走",
        "石桥老街修好了\n居民说，下雨天出门方便了许多",
        "第一段在这里结束，下面另起。\n\n第二段从这里开始，再说一遍。",
        "石桥镇的老街修好了。\n　　石板也重新铺过一遍。",
        "The bridge was built in stone,\nand the street was paved anew.",
        "这台机器用的是 Debian\nLinux，装起来不难。",
        "见 https://www.shiqiao.example/r/2199\n我推荐这篇文章给你，写得好。",
        "姓名，年龄\n张三，十五岁。",
        "我从小就听着这个说法。\n不过，说的人也未必去看过。",
    ],
)
def test_what_is_no_sentence_keeps_its_break(raw: str) -> None:
    assert without_wraps(raw) == raw


def test_a_blank_around_numbers_is_the_writers() -> None:
    raw = "老街修了 9 个月，前后花了三百万元，一直修到今年\n8 月才算完工，街上的人都说修得很好。"
    assert without_wraps(raw) == raw


@pytest.mark.parametrize("tag", ["p", "div", "td", "li"])
def test_a_page_prints_whole_sentences(tag: str) -> None:
    body = paragraphs([cut(line, 14, "\n  ") for line in TEXT], tag)
    assert text_of(article(f"<table><tr>{body}</table>" if tag == "td" else f"<div>{body}</div>")) in (
        TEXT,
        [" ".join(TEXT)],
    )


def test_marks_stay_where_they_were() -> None:
    first = f"{TEXT[0][:10]}\n<b>{TEXT[0][10:22]}\n{TEXT[0][22:24]}</b>{TEXT[0][24:]}"
    page = article(f"<div>{paragraphs([first, *TEXT[1:]])}</div>")
    found = Cleaner(formats={"markdown"}).clean(page)
    assert found.text.split("\n")[0] == TEXT[0]
    assert found.markdown is not None
    assert found.markdown.startswith(f"{TEXT[0][:10]}**{TEXT[0][10:24]}**")


@pytest.mark.parametrize(
    "line", ["石桥 \n", "石桥，\n", "石桥\n ", "1\n", "石" + " " * 30, "石桥镇的老街去年冬天开始修缮，\n"]
)
def test_any_number_of_lines_is_read_in_time(line: str) -> None:
    assert is_linear(lambda: seconds(line * 8_000 + "，"), lambda: seconds(line * 128_000 + "，"))


def seconds(raw: str) -> float:
    started = process_time()
    without_wraps(raw)
    return process_time() - started
